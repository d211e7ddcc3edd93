import { fail, ok, type Result } from '#kernel/result.ts';
import { changeDeadlines, runningDeadlines } from '#flow/route/queries/deadlines.ts';
import { extendDeadline } from '#flow/route/rules/deadline.ts';
import type { Moved } from '#flow/work/acts/move-appeal.ts';
import { refreshDue, touchState } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { lettersIn } from '../letters.ts';
import { sendLetter } from './case-letter.ts';
import { letterLink } from './links.ts';
import { lockStep, type LockFailure, type StaffStep } from './staff-step.ts';
import { dayInWords } from './words.ts';

type ExtendFailure =
  'date_required' | 'extension_not_allowed' | 'extension_too_long' | 'deadline_passed' | 'calendar_exhausted';

interface Extension {
  /** YYYY-MM-DD */
  readonly until: string;
  readonly reason: string;
}

/** A later date for the final answer, with a reason the resident is told. */
export async function extendAnswer(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  to: Extension,
): Promise<Result<Moved, LockFailure | ExtendFailure | 'answer_too_long'>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  const extended = await extendClocks(tx, knowledge, step, to);
  if (!extended.ok) return extended;
  await refreshDue(tx, knowledge.region.id, [step.appealId], step.at);
  const text = lettersIn('ru').extended({
    number: state.number,
    until: dayInWords(to.until),
    reason: to.reason,
    link: await letterLink(app, tx, knowledge, state),
  });
  const letter = { purpose: 'extended', answerId: null, text } as const;
  const sent = await sendLetter(tx, knowledge, state, letter, step.at);
  if (!sent.ok) return sent;
  return ok({ version: await touchState(tx, state, {}, step.at, step.by), stage: state.stage });
}

/** Every running clock that the law lets extend gets the later date; none of them: it may not be extended. */
async function extendClocks(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  to: Extension,
): Promise<Result<null, ExtendFailure>> {
  const { clocks, schedule } = knowledge.route.clockwork;
  const running = await runningDeadlines(tx, knowledge.region.id, step.appealId);
  const extendable = running.flatMap((row) => {
    const clock = clocks.find((one) => one.code === row.clock && one.extension !== null);
    return clock === undefined ? [] : [{ row, clock }];
  });
  if (extendable.length === 0) return fail({ code: 'extension_not_allowed', clock: running[0]?.clock ?? '' });
  for (const { row, clock } of extendable) {
    const due = extendDeadline(
      clock,
      { startedAt: row.started_at, dueAt: row.due_at, timesExtended: row.extended_to === null ? 0 : 1 },
      to.until,
      step.at,
      schedule,
    );
    if (!due.ok) return due;
    const { dueAt, warnAt, provisional: isProvisional } = due.value;
    await changeDeadlines(
      tx,
      knowledge.region.id,
      step.appealId,
      [{ clock: row.clock, seq: row.seq, dueAt, warnAt, isProvisional }],
      { to: dueAt, reason: to.reason },
    );
  }
  return ok(null);
}
