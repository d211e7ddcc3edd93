import type { Result } from '#kernel/result.ts';
import { moveAppeal, type Moved } from '#flow/work/acts/move-appeal.ts';
import { addClarification } from '#flow/work/queries/facts.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { lettersIn } from '../letters.ts';
import { bodyName, sendLetter } from './case-letter.ts';
import { letterLink } from './links.ts';
import { doerOf, lockStep, type MoveFailure, type StaffStep } from './staff-step.ts';

/** Asks the resident where they wrote; the clocks that may wait do. */
export async function askResident(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  question: string,
): Promise<Result<Moved, MoveFailure | 'answer_too_long'>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
    action: 'ask',
    at: step.at,
    by: doerOf(step),
  });
  if (!moved.ok) return moved;
  await addClarification(tx, knowledge.region.id, { ...step, id: newId(step.at), question });
  const text = lettersIn('ru').question({
    number: state.number,
    body: bodyName(knowledge, state),
    question,
    link: await letterLink(app, tx, knowledge, state),
  });
  const letter = { purpose: 'question', answerId: null, text } as const;
  const sent = await sendLetter(tx, knowledge, state, letter, step.at);
  return sent.ok ? moved : sent;
}
