import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { SuccessOf } from '#contract/endpoint.ts';
import { lookAtContact } from '#contract/work.ts';
import { Notice } from '#ui/components/Notice.tsx';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { FailureNotice } from '../app/FailureNotice.tsx';
import { useTexts } from '../app/language.ts';
import { useAct } from '../app/use-act.ts';
import { useFocusOnOpen } from '../app/use-focus.ts';
import classes from './Card.module.css';
import { useOpenCard } from './use-card.ts';

type Contact = SuccessOf<typeof lookAtContact>;
type Look =
  | { readonly step: 'closed' }
  | { readonly step: 'reason' }
  | { readonly step: 'open'; readonly contact: Contact };

const shortestReason = 3;

function ReasonForm({ opened, cancel }: { opened: (contact: Contact) => void; cancel: () => void }) {
  const { card: texts, console: shell } = useTexts();
  const t = texts.contact;
  const { card, refresh } = useOpenCard();
  const act = useAct();
  const [reason, setReason] = useState('');
  const field = useFocusOnOpen<HTMLInputElement>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = await act.run(() =>
      call(lookAtContact, { params: { appealId: card.id }, body: { reason: reason.trim() } }),
    );
    if (result === null || !result.ok) return;
    opened(result.value);
    await refresh().catch(() => undefined);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes['form']}>
      <Notice tone="warn">{t.warning}</Notice>
      <TextInput
        label={t.reason}
        description={t.reasonHint}
        maxLength={500}
        value={reason}
        ref={field}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {act.state.status === 'failed' && <FailureNotice failure={act.state.failure} />}
      <Group gap="xs">
        <Button
          type="submit"
          size="xs"
          loading={act.state.status === 'running'}
          disabled={reason.trim().length < shortestReason}
        >
          {t.submit}
        </Button>
        <Button size="xs" variant="default" onClick={cancel}>
          {shell.form.cancel}
        </Button>
      </Group>
    </form>
  );
}

/** The contact of the resident: closed until someone says why they need it. */
export function ContactPanel() {
  const { contact: t } = useTexts().card;
  const [look, setLook] = useState<Look>({ step: 'closed' });
  const close = () => setLook({ step: 'closed' });
  return (
    <Panel level={3} title={t.title}>
      {look.step === 'closed' && (
        <Button size="xs" variant="default" onClick={() => setLook({ step: 'reason' })}>
          {t.look}
        </Button>
      )}
      {look.step === 'reason' && (
        <ReasonForm cancel={close} opened={(contact) => setLook({ step: 'open', contact })} />
      )}
      {look.step === 'open' && (
        <Stack gap={4} role="status">
          <Text>{look.contact.name ?? t.noName}</Text>
          <Text fw={500}>{look.contact.contact ?? t.noContact}</Text>
          <Text size="xs" c="dimmed">
            {t.fullText}
          </Text>
          <Text size="sm" className={classes['text']}>
            {look.contact.text}
          </Text>
          <Group>
            <Button size="xs" variant="default" onClick={close}>
              {t.hide}
            </Button>
          </Group>
        </Stack>
      )}
    </Panel>
  );
}
