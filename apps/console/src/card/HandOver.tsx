import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { handOverDanger } from '#contract/work.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { useFocusOnOpen } from '../app/use-focus.ts';
import { ActFailure } from './ActFailure.tsx';
import { useCardAct, useOpenCard } from './use-card.ts';

/** Records that the emergency service took the danger over, and who there did. */
export function HandOver() {
  const { danger: t } = useTexts().card;
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return <HandOverForm close={() => setOpen(false)} />;
  return (
    <Button size="xs" variant="default" onClick={() => setOpen(true)}>
      {t.handOver}
    </Button>
  );
}

function HandOverForm({ close }: { close: () => void }) {
  const { card: texts, console: shell } = useTexts();
  const t = texts.danger;
  const { card } = useOpenCard();
  const act = useCardAct();
  const field = useFocusOnOpen<HTMLInputElement>();
  const [acknowledgedBy, setAcknowledgedBy] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = (version: number) => ({ version, acknowledgedBy: acknowledgedBy.trim() });
    const make = (version: number) =>
      call(handOverDanger, { params: { appealId: card.id }, body: body(version) });
    if (await act.run(make)) close();
  };
  return (
    <form onSubmit={(event) => void submit(event)} style={{ flexBasis: '100%' }}>
      <Group gap="xs" align="end">
        <TextInput
          label={t.acknowledgedBy}
          description={t.acknowledgedHint}
          maxLength={300}
          flex={1}
          miw={220}
          ref={field}
          value={acknowledgedBy}
          onChange={(event) => setAcknowledgedBy(event.currentTarget.value)}
        />
        <Button
          type="submit"
          disabled={acknowledgedBy.trim() === ''}
          loading={act.state.status === 'running'}
        >
          {t.handOverSubmit}
        </Button>
        <Button variant="default" onClick={close}>
          {shell.form.cancel}
        </Button>
      </Group>
      <ActFailure act={act} />
    </form>
  );
}
