import { Text, Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { declinedAs } from '#flow/work/rules/lifecycle.ts';
import { decline } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useTexts } from '../../app/language.ts';
import { later } from '../../app/pending.ts';
import { refreshCase } from '../refresh-case.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';
import { ChooseOne } from './ChooseOne.tsx';

type Reason = Exclude<(typeof declinedAs)[number], 'withdrawn'>;
const reasons = declinedAs.filter((as): as is Reason => as !== 'withdrawn');

/** Not a case: the author is told why; can be taken back for ten seconds. */
export function DeclineForm({ close }: { close: () => void }) {
  const { actions, lifecycle } = useTexts();
  const t = actions.decline;
  const { card, seen } = useOpenCard();
  const act = useCardAct();
  const queries = useQueryClient();
  const [as, setAs] = useState<Reason | null>(null);
  const [note, setNote] = useState('');
  const submit = () => {
    if (as === null) return;
    const body = { version: seen.current, as, note: note.trim() === '' ? null : note.trim() };
    later({
      appealId: card.id,
      number: card.number,
      what: t.soon,
      run: () => call(decline, { params: { appealId: card.id }, body }),
      done: () => void refreshCase(queries, card.id),
    });
    close();
  };
  const form = { label: t.button, submitLabel: t.submit, act, canSubmit: as !== null, submit, cancel: close };
  return (
    <ActForm {...form} color="bad">
      <ChooseOne label={t.as} options={reasons} words={lifecycle.declinedAs} value={as} choose={setAs} />
      <Textarea
        label={t.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed">
        {t.hint}
      </Text>
    </ActForm>
  );
}
