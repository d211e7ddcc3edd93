import type { Result } from '#kernel/result.ts';
import { moveAppeal, type Moved } from '#flow/work/acts/move-appeal.ts';
import type { DeclinedAs } from '#flow/work/rules/lifecycle.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { lettersIn } from '../letters.ts';
import { sendLetter } from './case-letter.ts';
import { letterLink } from './links.ts';
import { doerOf, lockStep, type MoveFailure, type StaffStep } from './staff-step.ts';

/** Not a case; the author is told why, in their channel, and may object. Nobody writes back to spam. */
export async function declineCase(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  why: { readonly as: Exclude<DeclinedAs, 'withdrawn'>; readonly note: string | null },
): Promise<Result<Moved, MoveFailure | 'answer_too_long'>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
    action: 'decline',
    at: step.at,
    by: doerOf(step),
    reason: why.as,
    note: why.note,
    set: { declined_as: why.as },
  });
  if (!moved.ok || why.as === 'spam') return moved;
  const letters = lettersIn('ru');
  const text = letters.declined({
    number: state.number,
    why: letters.declinedWhy[why.as],
    note: why.note,
    link: await letterLink(app, tx, knowledge, state),
  });
  const letter = { purpose: 'declined', answerId: null, text } as const;
  const sent = await sendLetter(tx, knowledge, state, letter, step.at);
  return sent.ok ? moved : sent;
}
