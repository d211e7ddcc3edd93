/**
 * When a deadline falls, and how a pause and an extension move it.
 *
 * @source docs/law/clocks.md
 */
import { fail, ok, type Result } from '#kernel/result.ts';
import type { LocalDate } from '#kernel/time/local-date.ts';
import type { Schedule } from '#kernel/time/schedule.ts';
import {
  addCalendarDays,
  addRoundTheClockMinutes,
  addWorkingDays,
  addWorkingMinutes,
  closeOfDate,
  localDateAt,
  touchesProvisional,
  workingMinutesBetween,
  type CountedInstant,
  type DayOffRule,
} from '#kernel/time/working-time.ts';
import type { Clock } from './clock.ts';

/** A moment, the two warnings before it, and what it rests on. */
export interface Due {
  readonly dueAt: Date;
  readonly warnAt: readonly [Date, Date];
  /** A calendar that is still a guess had a part in it: say so wherever the date is shown. */
  readonly provisional: boolean;
  readonly basis: string;
}

const MS_PER_MINUTE = 60_000;

/** The deadline of a clock that starts at `startedAt`. */
export function dueAt(clock: Clock, startedAt: Date, schedule: Schedule): Result<Due, 'calendar_exhausted'> {
  const end = endOf(clock, startedAt, schedule);
  return end.ok ? withWarnings(clock, startedAt, end.value.at, schedule) : end;
}

/**
 * What is left when the resident is asked: working minutes for clocks that count working time, ordinary minutes
 * for calendar days. Rounded up, so that nothing is lost.
 *
 * @returns `clock_not_pausable`; `deadline_passed` when there is nothing left to keep
 */
export function pauseDeadline(
  clock: Clock,
  due: Date,
  at: Date,
  schedule: Schedule,
): Result<
  { readonly remainingMinutes: number },
  'clock_not_pausable' | 'deadline_passed' | 'calendar_exhausted'
> {
  if (!clock.pausable) return fail({ code: 'clock_not_pausable', clock: clock.code });
  if (at >= due) return fail({ code: 'deadline_passed', dueAt: due.toISOString() });
  const left = minutesLeft(clock, due, at, schedule);
  return left.ok ? ok({ remainingMinutes: Math.ceil(left.value) }) : left;
}

/**
 * The deadline after a pause: what was left, counted from the resident's reply. A term in days still ends at the
 * close of a day.
 *
 * @param remainingMinutes as `pauseDeadline` gave them
 */
export function resumeDeadline(
  clock: Clock,
  remainingMinutes: number,
  at: Date,
  schedule: Schedule,
): Result<Due, 'calendar_exhausted'> {
  const end = resumedEnd(clock, remainingMinutes, at, schedule);
  return end.ok ? withWarnings(clock, at, end.value.at, schedule) : end;
}

/**
 * The deadline moved to the close of the day `until`, which a person chose.
 *
 * @param timesExtended how often this deadline was extended before
 * @param at when the extension is decided; only before the deadline passes
 * @returns `extension_not_allowed`, `deadline_passed`, `date_required` for a day that does not move it on,
 *          `extension_too_long` with the latest moment allowed
 */
export function extendDeadline(
  clock: Clock,
  current: { readonly startedAt: Date; readonly dueAt: Date; readonly timesExtended: number },
  until: LocalDate,
  at: Date,
  schedule: Schedule,
): Result<
  Due,
  'extension_not_allowed' | 'deadline_passed' | 'date_required' | 'extension_too_long' | 'calendar_exhausted'
> {
  const { extension } = clock;
  if (extension === null || current.timesExtended >= extension.times)
    return fail({ code: 'extension_not_allowed', clock: clock.code });
  if (at > current.dueAt) return fail({ code: 'deadline_passed', dueAt: current.dueAt.toISOString() });

  const latest = latestExtension(clock, current, extension.days, schedule);
  if (!latest.ok) return latest;
  const end = closeOfDate(schedule, until, clock.onDayOff);
  if (!end.ok) return end;
  if (end.value.at <= current.dueAt) return fail({ code: 'date_required' });
  if (end.value.at > latest.value.at)
    return fail({ code: 'extension_too_long', latest: latest.value.at.toISOString() });
  return withWarnings(clock, at, end.value.at, schedule);
}

/**
 * Minutes left on a clock in its own measure (see `pauseDeadline`), negative when overdue.
 */
export function minutesLeft(
  clock: Clock,
  due: Date,
  at: Date,
  schedule: Schedule,
): Result<number, 'calendar_exhausted'> {
  return countsWorkingTime(clock)
    ? workingMinutesBetween(schedule, at, due)
    : ok((due.getTime() - at.getTime()) / MS_PER_MINUTE);
}

/** Whether what is left of a clock is told in working time. */
export function countsWorkingTime(clock: Pick<Clock, 'unit'>): boolean {
  return clock.unit === 'working_minutes' || clock.unit === 'working_days';
}

type End = Result<CountedInstant, 'calendar_exhausted'>;

function endOf({ unit, amount, onDayOff }: Clock, from: Date, schedule: Schedule): End {
  switch (unit) {
    case 'working_minutes':
      return addWorkingMinutes(schedule, from, amount);
    case 'working_days':
      return addWorkingDays(schedule, from, amount);
    case 'calendar_days':
      return addCalendarDays(schedule, from, amount, onDayOff);
    case 'round_the_clock_minutes':
      return ok({ at: addRoundTheClockMinutes(from, amount), provisional: false });
  }
}

function resumedEnd(clock: Clock, minutes: number, at: Date, schedule: Schedule): End {
  // The minute by which a rest was rounded up must not cost a whole day.
  const whole = Math.max(0, minutes - 1);
  switch (clock.unit) {
    case 'round_the_clock_minutes':
      return ok({ at: addRoundTheClockMinutes(at, minutes), provisional: false });
    case 'working_minutes':
      return addWorkingMinutes(schedule, at, minutes);
    case 'working_days': {
      const end = addWorkingMinutes(schedule, at, whole);
      return end.ok ? closeOfDayOf('next_working_day', end.value.at, schedule) : end;
    }
    case 'calendar_days':
      return closeOfDayOf(clock.onDayOff, addRoundTheClockMinutes(at, whole), schedule);
  }
}

/** The close of the day an instant belongs to; past the close of a working day it is the next one's. */
function closeOfDayOf(onDayOff: DayOffRule, instant: Date, schedule: Schedule): End {
  const day = localDateAt(schedule, instant);
  if (!day.ok) return day;
  const close = closeOfDate(schedule, day.value, onDayOff);
  return close.ok && close.value.at < instant ? addWorkingDays(schedule, instant, 1) : close;
}

/** A term by law is counted from its start, so that moving off a day off cannot lengthen it twice. */
function latestExtension(
  clock: Clock,
  current: { readonly startedAt: Date; readonly dueAt: Date },
  days: number,
  schedule: Schedule,
): End {
  return clock.unit === 'calendar_days' && !clock.pausable
    ? addCalendarDays(schedule, current.startedAt, clock.amount + days, clock.onDayOff)
    : addCalendarDays(schedule, current.dueAt, days, clock.onDayOff);
}

function withWarnings(
  clock: Clock,
  from: Date,
  end: Date,
  schedule: Schedule,
): Result<Due, 'calendar_exhausted'> {
  const [first, second] = clock.warnAtPercent;
  const early = partOfTheWay(clock, from, end, first, schedule);
  if (!early.ok) return early;
  const late = partOfTheWay(clock, from, end, second, schedule);
  if (!late.ok) return late;
  return ok({
    dueAt: end,
    warnAt: [early.value, late.value],
    provisional: clock.unit !== 'round_the_clock_minutes' && touchesProvisional(schedule, from, end),
    basis: clock.basis,
  });
}

/** Warnings come in working time, when somebody can read them; a round-the-clock duty is warned at once. */
function partOfTheWay(
  clock: Clock,
  from: Date,
  to: Date,
  percent: number,
  schedule: Schedule,
): Result<Date, 'calendar_exhausted'> {
  const plainly = new Date(from.getTime() + Math.round(((to.getTime() - from.getTime()) * percent) / 100));
  if (clock.unit === 'round_the_clock_minutes') return ok(plainly);
  const total = workingMinutesBetween(schedule, from, to);
  if (!total.ok) return total;
  if (total.value <= 0) return ok(plainly);
  const part = addWorkingMinutes(schedule, from, (total.value * percent) / 100);
  return part.ok ? ok(part.value.at) : part;
}
