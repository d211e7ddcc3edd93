import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ask } from '#contract/work.ts';
import { call } from '../../app/call.ts';
import { useKeptText } from '../../app/kept-text.ts';
import { useTexts } from '../../app/language.ts';
import { later } from '../../app/pending.ts';
import { refreshCase } from '../refresh-case.ts';
import { useCardAct, useOpenCard } from '../use-card.ts';
import { ActForm } from './ActForm.tsx';

/** A question to the resident; it leaves in ten seconds, so that it can be taken back. */
export function AskForm({ close }: { close: () => void }) {
  const t = useTexts().actions.ask;
  const { card, seen } = useOpenCard();
  const act = useCardAct();
  const queries = useQueryClient();
  const [question, setQuestion, forget] = useKeptText(`${card.id}.ask`);
  const submit = () => {
    const version = seen.current;
    later({
      appealId: card.id,
      number: card.number,
      what: t.sending,
      run: () => call(ask, { params: { appealId: card.id }, body: { version, question: question.trim() } }),
      done: (result) => {
        if (result.ok) forget();
        void refreshCase(queries, card.id);
      },
    });
    close();
  };
  return (
    <ActForm
      label={t.button}
      submitLabel={t.submit}
      act={act}
      canSubmit={question.trim() !== ''}
      submit={submit}
      cancel={close}
    >
      <Textarea
        label={t.question}
        description={t.questionHint}
        maxLength={2000}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
    </ActForm>
  );
}
