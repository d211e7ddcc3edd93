import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { returnDraft } from '#contract/answer.ts';
import { call } from '../app/call.ts';
import { useKeptText } from '../app/kept-text.ts';
import { useTexts } from '../app/language.ts';
import { ActForm } from '../card/forms/ActForm.tsx';
import { ChooseOne } from '../card/forms/ChooseOne.tsx';
import { useCardAct, useOpenCard } from '../card/use-card.ts';
import { returnReasons, type ReturnReason } from './return-reasons.ts';
import { waitingAnswer } from './use-approve.ts';

export interface ReturnDraftFormProps {
  readonly close: () => void;
  /** Called after the answer was really returned. */
  readonly returned?: () => void;
}

/** Back to the executor with a reason from the list; «другое» needs words. */
export function ReturnDraftForm({ close, returned }: ReturnDraftFormProps) {
  const { answer: t, actions } = useTexts();
  const { card } = useOpenCard();
  const act = useCardAct();
  const [reason, setReason] = useState<ReturnReason | null>(null);
  const [note, setNote, forget] = useKeptText(`${card.id}.return`);
  const answer = waitingAnswer(card);
  const submit = async () => {
    if (reason === null || answer === null) return;
    const filled = { answerVersion: answer.version, reason, note: note.trim() === '' ? null : note.trim() };
    const make = (version: number) =>
      call(returnDraft, { params: { appealId: card.id }, body: { version, ...filled } });
    if (!(await act.run(make))) return;
    forget();
    close();
    returned?.();
  };
  const canSubmit = reason !== null && answer !== null && (reason !== 'other' || note.trim() !== '');
  const form = {
    label: actions.returnDraft.button,
    submitLabel: t.returnSubmit,
    act,
    canSubmit,
    cancel: close,
  };
  return (
    <ActForm {...form} submit={() => void submit()}>
      <ChooseOne
        label={t.returnReason}
        options={returnReasons}
        words={t.returnReasons}
        value={reason}
        choose={setReason}
      />
      <Textarea
        label={t.returnNote}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActForm>
  );
}
