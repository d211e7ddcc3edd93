/**
 * Clocks: which obligations run, from what moment, until what. The rows are data (`data/clocks`), a region
 * changes any of them; this file says what a row is and which rows an appeal starts.
 *
 * @source docs/law/clocks.md
 */
import { z } from 'zod';
import { appealKinds, regimes, type AppealKind, type Regime } from '#kernel/appeal.ts';
import { roles } from '#kernel/role.ts';
import { dayOffRules } from '#kernel/time/working-time.ts';
import type { ApprovalRule, DangerLevel, Topic } from '#centre/rules/topic.ts';

/** What happens to an appeal and matters to a clock. */
export const clockEvents = [
  /** Monitoring found a post. Its publication time is kept elsewhere and starts nothing. */
  'found',
  /** A resident's message reached us. */
  'received',
  /** The appeal has its number. */
  'registered',
  /** A moderator took a found post for work. */
  'accepted',
  /** A moderator decided that a found post is no case. */
  'skipped',
  'danger_noticed',
  /** The emergency service confirmed that it took the message over. */
  'danger_handed_over',
  /** A body became responsible; a transfer is this event again. */
  'assigned',
  /** Sent to the body whose competence it is, outside the centre. */
  'forwarded',
  'drafted',
  'approved',
  /** The approver returned the draft. */
  'returned',
  'interim_answered',
  'final_answered',
  'confirmed',
  /** The resident says that it is not fixed. */
  'disputed',
] as const;
export type ClockEvent = (typeof clockEvents)[number];

export const clockUnits = [
  'working_minutes',
  'round_the_clock_minutes',
  'working_days',
  'calendar_days',
] as const;
export type ClockUnit = (typeof clockUnits)[number];

export const clockSchema = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/),
  name: z.strictObject({ ru: z.string().min(1), en: z.string().min(1) }),
  unit: z.enum(clockUnits),
  amount: z.int().positive(),
  /** Amount for an appeal of high importance; `null`: the same. */
  amountHigh: z.int().positive().nullable(),
  /** The topic may name a shorter answer (`Topic.answerClock`). */
  topicMayShorten: z.boolean(),
  /** The first of these to happen starts the clock. */
  startsAt: z.array(z.enum(clockEvents)).min(1),
  /** Any of these meets it. */
  stopsAt: z.array(z.enum(clockEvents)).min(1),
  /** Whether it may start again after it was met. A running clock is never started anew. */
  repeats: z.boolean(),
  regimes: z.array(z.enum(regimes)).min(1),
  kinds: z.array(z.enum(appealKinds)).min(1),
  /** Every named condition must hold. */
  conditions: z.array(
    z.enum(['found_by_monitoring', 'emergency', 'fast_track', 'not_fast_track', 'approval_required']),
  ),
  /** A term in calendar days that ends on a day off. */
  onDayOff: z.enum(dayOffRules),
  /** Whether it waits while the resident is asked. */
  pausable: z.boolean(),
  /** Share of the term, in per cent, at which people are warned; 100 is the deadline itself. */
  warnAtPercent: z.tuple([z.int().min(1).max(99), z.int().min(1).max(99), z.literal(100)]),
  escalatesTo: z.enum(roles).nullable(),
  extension: z.strictObject({ days: z.int().positive(), times: z.int().positive() }).nullable(),
  /** The rule behind it, in a sentence people can check. */
  basis: z.string().min(1),
});
export type Clock = z.infer<typeof clockSchema>;

/** What chooses the clocks of an appeal. */
export interface AppealFacts {
  readonly regime: Regime;
  readonly kind: AppealKind;
  readonly isFound: boolean;
  readonly isHighImportance: boolean;
  readonly danger: DangerLevel;
  readonly fastTrack: boolean;
  readonly answerClock: Topic['answerClock'];
  readonly approval: ApprovalRule;
}

/** The clocks that this appeal may have, each with the amount that is its own. */
export function clocksFor(facts: AppealFacts, clocks: readonly Clock[]): readonly Clock[] {
  return clocks
    .filter(
      (clock) =>
        clock.regimes.includes(facts.regime) &&
        clock.kinds.includes(facts.kind) &&
        clock.conditions.every((condition) => holds(condition, facts)),
    )
    .map((clock) => withOwnAmount(clock, facts));
}

/** A clock that this appeal has had: `running` until it is met or cancelled; a paused one is running too. */
export interface ClockRun {
  readonly code: string;
  readonly running: boolean;
}

/**
 * The clocks an event starts. Nothing that runs is started anew, so a transfer, a corrected topic or a second
 * interim answer leave every deadline where it was.
 */
export function clocksStartedBy(
  event: ClockEvent,
  facts: AppealFacts,
  clocks: readonly Clock[],
  runs: readonly ClockRun[],
): readonly Clock[] {
  return clocksFor(facts, clocks).filter((clock) => {
    const own = runs.filter((run) => run.code === clock.code);
    const mayStart = own.length === 0 || (clock.repeats && own.every((run) => !run.running));
    return mayStart && clock.startsAt.includes(event);
  });
}

/** Codes of the clocks an event meets, running or not, whatever the appeal was when they started. */
export function clocksMetBy(event: ClockEvent, clocks: readonly Clock[]): readonly string[] {
  return clocks.filter((clock) => clock.stopsAt.includes(event)).map((clock) => clock.code);
}

function holds(condition: Clock['conditions'][number], facts: AppealFacts): boolean {
  switch (condition) {
    case 'found_by_monitoring':
      return facts.isFound;
    case 'emergency':
      return facts.danger === 'emergency';
    case 'fast_track':
      return isFastTrack(facts);
    case 'not_fast_track':
      return !isFastTrack(facts);
    case 'approval_required':
      return facts.approval === 'required';
  }
}

/** Only a defect can be fixed fast; a topic with a short answer of its own is on this track whatever its mark. */
function isFastTrack({ kind, fastTrack, answerClock }: AppealFacts): boolean {
  return kind === 'problem' && (fastTrack || answerClock !== null);
}

function withOwnAmount(clock: Clock, facts: AppealFacts): Clock {
  if (clock.topicMayShorten && facts.answerClock !== null) return { ...clock, ...facts.answerClock };
  const isUrgent = facts.isHighImportance || facts.danger !== 'none';
  return isUrgent && clock.amountHigh !== null ? { ...clock, amount: clock.amountHigh } : clock;
}
