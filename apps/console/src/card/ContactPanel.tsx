import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { SuccessOf } from '#contract/endpoint.ts';
import { lookAtContact } from '#contract/work.ts';
import { Notice } from '#ui/components/Notice.tsx';
import { Panel } from '#ui/components/Panel.tsx';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { ReasonForm } from '../app/ReasonForm.tsx';
import classes from './Card.module.css';
import { useOpenCard } from './use-card.ts';

type Contact = SuccessOf<typeof lookAtContact>;
type Look =
  | { readonly step: 'closed' }
  | { readonly step: 'reason' }
  | { readonly step: 'open'; readonly contact: Contact };

function Reason({ opened, cancel }: { opened: (contact: Contact) => void; cancel: () => void }) {
  const { contact: t } = useTexts().card;
  const { card, refresh } = useOpenCard();
  return (
    <ReasonForm<typeof lookAtContact>
      before={<Notice tone="warn">{t.warning}</Notice>}
      label={t.reason}
      hint={t.reasonHint}
      submitLabel={t.submit}
      run={(reason) => call(lookAtContact, { params: { appealId: card.id }, body: { reason } })}
      done={(contact) => {
        opened(contact);
        void refresh().catch(() => undefined);
      }}
      cancel={cancel}
    />
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
        <Reason cancel={close} opened={(contact) => setLook({ step: 'open', contact })} />
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
