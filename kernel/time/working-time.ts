import { fail, ok, type Result } from '../result.ts';
import { dayNumberOf, localDate, type LocalDate } from './local-date.ts';
import type { Schedule } from './schedule.ts';

/** An instant that was counted, and whether a provisional calendar had a part in it. */
export interface CountedInstant {
  readonly at: Date;
  readonly provisional: boolean;
}

type Counted = Result<CountedInstant, 'calendar_exhausted'>;

/** What to do when a term in calendar days ends on a day off. */
export const dayOffRules = ['stays', 'next_working_day'] as const;
export type DayOffRule = (typeof dayOffRules)[number];

const MS_PER_MINUTE = 60_000;

/**
 * The moment when `minutes` of working time have passed since `from`.
 *
 * Nights, lunch, weekends and holidays do not count: a message found on Saturday starts its clock when the next
 * window opens. A deadline that fills a window exactly falls on its closing minute, not on the next morning.
 *
 * @param minutes working minutes, not negative; a part of a minute counts
 * @returns `calendar_exhausted` if the calendars end first
 * @source docs/law/working-time.md
 */
export function addWorkingMinutes(schedule: Schedule, from: Date, minutes: number): Counted {
  const start = from.getTime();
  if (!isCovered(schedule, start)) return exhausted(schedule);
  if (minutes <= 0) return counted(schedule, start, start);
  const target = workedUntil(schedule, start) + Math.round(minutes * MS_PER_MINUTE);
  const total = schedule.workedBefore[schedule.opens.length] ?? 0;
  if (target > total) return exhausted(schedule);
  const window = firstAtLeast(schedule.workedBefore, target) - 1;
  return counted(
    schedule,
    start,
    (schedule.opens[window] ?? 0) + target - (schedule.workedBefore[window] ?? 0),
  );
}

/**
 * Working minutes from `from` to `to`; negative when `to` is earlier, a part of a minute is kept.
 *
 * @returns `calendar_exhausted` if either instant lies outside the calendars
 */
export function workingMinutesBetween(
  schedule: Schedule,
  from: Date,
  to: Date,
): Result<number, 'calendar_exhausted'> {
  const start = from.getTime();
  const end = to.getTime();
  if (!isCovered(schedule, start) || !isCovered(schedule, end)) return exhausted(schedule);
  return ok((workedUntil(schedule, end) - workedUntil(schedule, start)) / MS_PER_MINUTE);
}

/**
 * The close of the `days`-th working day after the local day of `from`; the day of the event itself does not count.
 *
 * @param days a positive whole number
 * @source docs/law/working-time.md
 */
export function addWorkingDays(schedule: Schedule, from: Date, days: number): Counted {
  const start = from.getTime();
  if (!isCovered(schedule, start)) return exhausted(schedule);
  const today = dayIndexAt(schedule, start);
  const day = schedule.workingDays[firstAtLeast(schedule.workingDays, today + 1) + days - 1];
  if (day === undefined) return exhausted(schedule);
  return counted(schedule, start, schedule.dayEnds[day] ?? 0);
}

/**
 * The close of the day that lies `days` calendar days after the local day of `from`. A day off has no close: under
 * `stays` the term ends with its midnight, under `next_working_day` at the close of the next working day.
 *
 * @source docs/law/working-time.md
 */
export function addCalendarDays(schedule: Schedule, from: Date, days: number, onDayOff: DayOffRule): Counted {
  const start = from.getTime();
  if (!isCovered(schedule, start)) return exhausted(schedule);
  return endOfDay(schedule, start, dayIndexAt(schedule, start) + days, onDayOff);
}

/** The moment a term ends when a person names its last day. The day must be covered by the calendars. */
export function closeOfDate(schedule: Schedule, date: LocalDate, onDayOff: DayOffRule): Counted {
  const day = dayNumberOf(date) - schedule.firstDay;
  const start = schedule.dayStarts[day];
  return day < 0 || start === undefined ? exhausted(schedule) : endOfDay(schedule, start, day, onDayOff);
}

/** Minutes of an ordinary clock, by day and night; no calendar is needed. */
export function addRoundTheClockMinutes(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * MS_PER_MINUTE);
}

/** The local date of an instant in the schedule's zone. */
export function localDateAt(schedule: Schedule, at: Date): Result<LocalDate, 'calendar_exhausted'> {
  const instant = at.getTime();
  if (!isCovered(schedule, instant)) return exhausted(schedule);
  return ok(localDate(schedule.firstDay + dayIndexAt(schedule, instant)));
}

/** Whether somebody is at work at the instant. */
export function isWorkingInstant(schedule: Schedule, at: Date): boolean {
  const instant = at.getTime();
  const window = firstAtLeast(schedule.closes, instant + 1);
  return (schedule.opens[window] ?? Infinity) <= instant;
}

/** Whether a calendar that is still a guess has a part in the interval. */
export function touchesProvisional(schedule: Schedule, from: Date, to: Date): boolean {
  return isProvisional(schedule, from.getTime(), to.getTime());
}

function endOfDay(schedule: Schedule, start: number, day: number, onDayOff: DayOffRule): Counted {
  if (day < 0 || day >= schedule.dayEnds.length) return exhausted(schedule);
  if (onDayOff === 'stays' || schedule.isWorkingDay[day] === 1)
    return counted(schedule, start, schedule.dayEnds[day] ?? 0);
  const next = schedule.workingDays[firstAtLeast(schedule.workingDays, day)];
  return next === undefined ? exhausted(schedule) : counted(schedule, start, schedule.dayEnds[next] ?? 0);
}

function isCovered(schedule: Schedule, instant: number): boolean {
  const { dayStarts } = schedule;
  return instant >= (dayStarts[0] ?? Infinity) && instant <= (dayStarts[dayStarts.length - 1] ?? -Infinity);
}

function dayIndexAt(schedule: Schedule, instant: number): number {
  return Math.min(firstAtLeast(schedule.dayStarts, instant + 1) - 1, schedule.dayEnds.length - 1);
}

/** Working milliseconds from the beginning of the schedule to an instant. */
function workedUntil(schedule: Schedule, instant: number): number {
  const window = firstAtLeast(schedule.closes, instant);
  const before = schedule.workedBefore[window] ?? 0;
  const opens = schedule.opens[window];
  return opens === undefined ? before : before + Math.max(0, instant - opens);
}

/** Index of the first element not less than `value`; the length when there is none. */
function firstAtLeast(ascending: Float64Array | Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function counted(schedule: Schedule, start: number, end: number): Counted {
  return ok({ at: new Date(end), provisional: isProvisional(schedule, start, end) });
}

function isProvisional(schedule: Schedule, start: number, end: number): boolean {
  for (const range of schedule.provisional) if (start < range.to && end > range.from) return true;
  return false;
}

function exhausted(schedule: Schedule) {
  return fail({ code: 'calendar_exhausted', knownUntil: schedule.knownUntil });
}
