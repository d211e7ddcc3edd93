import { Button, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rawPayload, rawPayloads } from '#contract/centre.ts';
import type { SuccessOf } from '#contract/endpoint.ts';
import { Notice } from '#ui/components/Notice.tsx';
import { ScrollRegion } from '#ui/components/ScrollRegion.tsx';
import { call, read } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { loadedOf } from '../app/loaded.ts';
import { Moment } from '../app/Moment.tsx';
import { ReasonForm } from '../app/ReasonForm.tsx';
import cardClasses from '../card/Card.module.css';

type Raw = SuccessOf<typeof rawPayloads>['rows'][number];

function Reason({ raw, opened, close }: { raw: Raw; opened: (text: string) => void; close: () => void }) {
  const { administration: t } = useTexts();
  return (
    <ReasonForm<typeof rawPayload>
      before={<Notice tone="warn">{t.lookWarning}</Notice>}
      label={t.lookReason}
      submitLabel={t.lookSubmit}
      run={(reason) => call(rawPayload, { params: { payloadId: raw.id }, body: { reason } })}
      done={({ text }) => opened(text)}
      cancel={close}
    />
  );
}

function Look({ raw, close }: { raw: Raw; close: () => void }) {
  const { administration: t, console: shell } = useTexts();
  const [text, setText] = useState<string | null>(null);
  if (text === null) return <Reason raw={raw} opened={setText} close={close} />;
  return (
    <Stack gap="xs" role="status">
      <Text size="sm" fw={500}>
        {t.lookText}
      </Text>
      <ScrollRegion label={t.lookText} maxHeight={320}>
        <Code block>{text}</Code>
      </ScrollRegion>
      <Group>
        <Button size="xs" variant="default" onClick={close}>
          {shell.form.close}
        </Button>
      </Group>
    </Stack>
  );
}

function Row({ raw }: { raw: Raw }) {
  const { administration: t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={cardClasses['answer']}>
      <Group justify="space-between">
        <div>
          <Text fw={500}>{raw.account}</Text>
          <Text size="xs" c="dimmed">
            {t.rawReceived}: <Moment at={raw.receivedAt} /> · {t.rawExpires}: <Moment at={raw.expiresAt} />
          </Text>
          <Text size="sm">{raw.detail ?? t.rawNoDetail}</Text>
        </div>
        {!isOpen && (
          <Button
            size="xs"
            variant="default"
            aria-label={t.lookAt(raw.account)}
            onClick={() => setOpen(true)}
          >
            {t.look}
          </Button>
        )}
      </Group>
      {isOpen && <Look raw={raw} close={() => setOpen(false)} />}
    </li>
  );
}

/** Inputs nobody understood; each look asks why and is logged. */
export function RawInputs() {
  const { administration: t, console: shell } = useTexts();
  const query = useQuery({ queryKey: ['raw'], queryFn: () => read(rawPayloads, {}) });
  const loaded = loadedOf(query);
  return (
    <Stack component="section" gap="sm" aria-labelledby="raw">
      <Title order={2} id="raw">
        {t.rawTitle}
      </Title>
      <Text c="dimmed">{t.rawLead}</Text>
      {loaded.status === 'loading' && <Skeleton h={72} role="status" aria-label={shell.loading} />}
      {loaded.status === 'failed' && <FailureNotice failure={loaded.failure} retry={loaded.retry} />}
      {loaded.status === 'ready' &&
        (loaded.value.rows.length === 0 ? (
          <Text c="dimmed">{t.rawEmpty}</Text>
        ) : (
          <ul className={cardClasses['list']}>
            {loaded.value.rows.map((raw) => (
              <Row key={raw.id} raw={raw} />
            ))}
          </ul>
        ))}
    </Stack>
  );
}
