import type { MessageKind, Regime } from '#kernel/appeal.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Schedule } from '#kernel/time/schedule.ts';
import type { Topic } from '#centre/rules/topic.ts';
import { clocksStartedBy, type AppealFacts, type Clock, type ClockEvent, type ClockRun } from './clock.ts';
import { dueAt } from './deadline.ts';

/** Everything a region's clocks are counted with. */
export interface Clockwork {
  readonly clocks: readonly Clock[];
  readonly schedule: Schedule;
  readonly topics: ReadonlyMap<string, Topic>;
}

/** What of a case chooses its clocks. */
export interface ClockedCase {
  readonly appealId: string;
  readonly regime: Regime;
  readonly kind: MessageKind;
  readonly topic: string | null;
  readonly dangerLevel: 'high' | 'emergency' | null;
}

export interface StartedDeadline {
  readonly appealId: string;
  readonly clock: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly warnAt: readonly Date[];
  readonly isProvisional: boolean;
  readonly basis: string;
}

/** A message that is perhaps not a case still waits for somebody: until a person decides, it has the clocks of a question. */
export const clockFacts = (one: ClockedCase, topics: Clockwork['topics']): AppealFacts => {
  const topic = one.topic === null ? undefined : topics.get(one.topic);
  return {
    regime: one.regime,
    kind: one.kind === 'spam' || one.kind === 'not_a_problem' ? 'question' : one.kind,
    isFound: false,
    isHighImportance: one.dangerLevel !== null,
    danger: one.dangerLevel ?? 'none',
    fastTrack: topic?.fastTrack ?? false,
    answerClock: topic?.answerClock ?? null,
    approval: topic?.approval ?? 'required',
  };
};

/** The deadlines that these events start for one case, in the order of the events. */
export function deadlinesStartedBy(
  events: readonly ClockEvent[],
  one: ClockedCase,
  runs: readonly ClockRun[],
  at: Date,
  clockwork: Clockwork,
): Result<StartedDeadline[], 'calendar_exhausted'> {
  const facts = clockFacts(one, clockwork.topics);
  const started: StartedDeadline[] = [];
  for (const event of events) {
    const known = [...runs, ...started.map((own) => ({ code: own.clock, running: true }))];
    for (const clock of clocksStartedBy(event, facts, clockwork.clocks, known)) {
      const due = dueAt(clock, at, clockwork.schedule);
      if (!due.ok) return fail(due.failure);
      started.push({
        appealId: one.appealId,
        clock: clock.code,
        startedAt: at,
        dueAt: due.value.dueAt,
        warnAt: due.value.warnAt,
        isProvisional: due.value.provisional,
        basis: due.value.basis,
      });
    }
  }
  return ok(started);
}
