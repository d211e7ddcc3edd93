import { ok, type Result } from '#kernel/result.ts';
import { clocksMetBy } from '#flow/route/rules/clock.ts';
import { isRunning, type CaseClock } from '#flow/route/rules/case-clock.ts';
import { pauseDeadline, resumeDeadline } from '#flow/route/rules/deadline.ts';
import {
  deadlinesStartedBy,
  type ClockedCase,
  type Clockwork,
  type StartedDeadline,
} from '#flow/route/rules/starting.ts';
import { clockEffects } from './clock-events.ts';
import type { Action } from './lifecycle.ts';

/** What a move does to the clocks of a case. */
export interface ClocksAfter {
  /** Clocks that stand otherwise than before. */
  readonly changed: readonly CaseClock[];
  readonly started: readonly (StartedDeadline & { readonly seq: number })[];
  /** The nearest deadline that runs and does not wait. */
  readonly dueAt: Date | null;
}

/**
 * The clocks of a case after a move. A clock that runs is never set back; those the law does not let wait run on while the
 * resident is asked.
 *
 * @param clocks every clock the case has had
 */
export function moveClocks(
  clocks: readonly CaseClock[],
  one: ClockedCase,
  action: Action,
  at: Date,
  clockwork: Clockwork,
): Result<ClocksAfter, 'calendar_exhausted'> {
  const { events, effect } = clockEffects[action];
  const met = new Set(events.flatMap((event) => clocksMetBy(event, clockwork.clocks)));
  const after: CaseClock[] = [];
  for (const clock of clocks) {
    const moved = isRunning(clock) ? affected(clock, effect, at, clockwork) : ok(clock);
    if (!moved.ok) return moved;
    const isMet = isRunning(moved.value) && met.has(clock.clock);
    after.push(isMet ? { ...moved.value, metAt: at, ...stopped } : moved.value);
  }
  const runs = after.map((clock) => ({ code: clock.clock, running: isRunning(clock) }));
  const started = deadlinesStartedBy(events, one, runs, at, clockwork);
  if (!started.ok) return started;
  return ok({
    changed: after.filter((clock, index) => clock !== clocks[index]),
    started: started.value.map((deadline) => ({ ...deadline, seq: nextSeq(clocks, deadline.clock) })),
    dueAt: nearest([
      ...after.filter((clock) => isRunning(clock) && clock.pausedAt === null),
      ...started.value,
    ]),
  });
}

const stopped = { nextCheckAt: null, pausedAt: null, remainingMinutes: null } as const;

function affected(
  clock: CaseClock,
  effect: 'pause' | 'resume' | 'cancel' | undefined,
  at: Date,
  clockwork: Clockwork,
): Result<CaseClock, 'calendar_exhausted'> {
  if (effect === 'cancel') return ok({ ...clock, cancelledAt: at, ...stopped });
  const rule = clockwork.clocks.find((known) => known.code === clock.clock);
  if (rule === undefined) return ok(clock);
  if (effect === 'pause' && clock.pausedAt === null) {
    const left = pauseDeadline(rule, clock.dueAt, at, clockwork.schedule);
    return ok(
      left.ok
        ? { ...clock, pausedAt: at, remainingMinutes: left.value.remainingMinutes, nextCheckAt: null }
        : clock,
    );
  }
  if (effect !== 'resume' || clock.remainingMinutes === null) return ok(clock);
  const due = resumeDeadline(rule, clock.remainingMinutes, at, clockwork.schedule);
  if (!due.ok) return due;
  const { dueAt, warnAt, provisional } = due.value;
  return ok({
    ...clock,
    ...stopped,
    dueAt,
    warnAt,
    isProvisional: provisional,
    warnedLevel: 0,
    nextCheckAt: warnAt[0] ?? dueAt,
  });
}

const nextSeq = (clocks: readonly CaseClock[], code: string): number =>
  Math.max(0, ...clocks.filter((clock) => clock.clock === code).map((clock) => clock.seq)) + 1;

const nearest = (clocks: readonly { readonly dueAt: Date }[]): Date | null =>
  clocks.reduce<Date | null>((first, { dueAt }) => (first === null || dueAt < first ? dueAt : first), null);
