import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { verifyOnSite } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';
import { ChooseOne } from './ChooseOne.tsx';

const sights = ['fixed', 'notFixed'] as const;
type Sight = (typeof sights)[number];

/** What an inspector saw on the spot. */
export function VerifyForm({ close }: { close: () => void }) {
  const t = useTexts().actions.verify;
  const { card } = useOpenCard();
  const act = useCardAct();
  const [sight, setSight] = useState<Sight | null>(null);
  const [note, setNote, forget] = useKeptText(`${card.id}.verify`);
  const submit = async () => {
    const filled = { isFixed: sight === 'fixed', note: note.trim() };
    const make = (version: number) =>
      call(verifyOnSite, { params: { appealId: card.id }, body: { version, ...filled } });
    if (!(await act.run(make))) return;
    forget();
    close();
  };
  const canSubmit = sight !== null && note.trim() !== '';
  const form = { label: t.button, submitLabel: t.submit, act, canSubmit, cancel: close };
  return (
    <ActForm {...form} submit={() => void submit()}>
      <ChooseOne label={t.isFixed} options={sights} words={t} value={sight} choose={setSight} />
      <Textarea
        label={t.note}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActForm>
  );
}
