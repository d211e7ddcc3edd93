import { useQueryClient } from '@tanstack/react-query';
import { approve } from '#contract/answer.ts';
import { call } from '../app/call.ts';
import { useTexts } from '../app/language.ts';
import { later } from '../app/pending.ts';
import { refreshCase } from '../card/refresh-case.ts';
import type { Card } from '../card/use-card.ts';

/** The answer that waits for a decision; `null` when there is none. */
export const waitingAnswer = (card: Pick<Card, 'answers'>) =>
  card.answers.find(({ state }) => state === 'on_approval') ?? null;

/** Approves what the person has just read; the answer leaves in ten seconds unless it is taken back. */
export function useApprove(): (card: Card) => void {
  const { actions } = useTexts();
  const queries = useQueryClient();
  return (card) => {
    const answer = waitingAnswer(card);
    if (answer === null) return;
    later({
      appealId: card.id,
      number: card.number,
      what: actions.approve.soon,
      run: () =>
        call(approve, {
          params: { appealId: card.id },
          body: { version: card.version, answerVersion: answer.version },
        }),
      done: () => void refreshCase(queries, card.id),
    });
  };
}
