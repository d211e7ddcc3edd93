import { Radio, SimpleGrid, Textarea } from '@mantine/core';
import { useState } from 'react';
import { returnDraft } from '#contract/answer.ts';
import { call } from '../app/call.ts';
import { useKeptText } from '../app/kept-text.ts';
import { useTexts } from '../app/language.ts';
import { ActForm } from '../card/forms/ActForm.tsx';
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
    const isDone = await act.run((version) =>
      call(returnDraft, {
        params: { appealId: card.id },
        body: {
          version,
          answerVersion: answer.version,
          reason,
          note: note.trim() === '' ? null : note.trim(),
        },
      }),
    );
    if (!isDone) return;
    forget();
    close();
    returned?.();
  };
  const canSubmit = reason !== null && answer !== null && (reason !== 'other' || note.trim() !== '');
  return (
    <ActForm
      label={actions.returnDraft.button}
      submitLabel={t.returnSubmit}
      act={act}
      canSubmit={canSubmit}
      submit={() => void submit()}
      cancel={close}
    >
      <Radio.Group
        label={t.returnReason}
        value={reason ?? ''}
        onChange={(value) => setReason(returnReasons.find((name) => name === value) ?? null)}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} mt={6}>
          {returnReasons.map((name) => (
            <Radio key={name} value={name} label={t.returnReasons[name]} />
          ))}
        </SimpleGrid>
      </Radio.Group>
      <Textarea
        label={t.returnNote}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </ActForm>
  );
}
