import { dayNumberOf, localDate, weekdayOf, type LocalDate } from './local-date.ts';
import { instantAt } from './zone.ts';

/** How a day differs from its weekday: `off` closes it, `shortened` ends it earlier, `working` opens a weekend day. */
export const dayKinds = ['off', 'shortened', 'working'] as const;
export type DayKind = (typeof dayKinds)[number];

export interface CalendarDay {
  readonly date: LocalDate;
  readonly kind: DayKind;
  /** The weekend day or holiday that was moved here. */
  readonly movedFrom?: LocalDate | undefined;
}

/** What a year's calendar tells working time. Days it does not name follow the weekdays table. */
export interface CalendarYear {
  readonly year: number;
  /** Guessed from the Labour Code before the decree of the year was published. */
  readonly provisional: boolean;
  readonly days: readonly CalendarDay[];
}

/** Minutes after local midnight. */
export interface DayHours {
  readonly opens: number;
  readonly closes: number;
  readonly lunch: { readonly from: number; readonly to: number } | null;
}

/** When a region or an authority works. */
export interface WorkingHours {
  /** IANA name, `Asia/Yekaterinburg`. */
  readonly zone: string;
  /** Monday first; `null`: closed. */
  readonly weekdays: readonly (DayHours | null)[];
  /** How much earlier a shortened day closes. */
  readonly shortenedByMinutes: number;
}

/** Calendar and hours turned into instants once, so that every later question is a binary search. */
export interface Schedule {
  readonly zone: string;
  /** Day number of the first day; `days` below are counted from it. */
  readonly firstDay: number;
  readonly dayStarts: Float64Array;
  /** Close of each working day; for a day off, its midnight end. */
  readonly dayEnds: Float64Array;
  readonly isWorkingDay: Uint8Array;
  /** Working days, ascending. */
  readonly workingDays: Int32Array;
  readonly opens: Float64Array;
  readonly closes: Float64Array;
  /** Working milliseconds before each window, and one more for the total. */
  readonly workedBefore: Float64Array;
  readonly provisional: readonly { readonly from: number; readonly to: number }[];
  /** Last day the calendars name. */
  readonly knownUntil: LocalDate;
}

const MINUTES_PER_DAY = 1440;

/**
 * Builds the schedule of a set of calendars. Costs some milliseconds a year: build it once, or ask `scheduleFor`.
 *
 * A weekend day made working has the hours of the day it changed places with (or of the first open weekday when
 * the calendar does not name it).
 *
 * @param calendars at least one year, without gaps or repeats; anything else is a bug of the caller and is thrown
 * @source docs/law/working-time.md
 */
export function buildSchedule(calendars: readonly CalendarYear[], hours: WorkingHours): Schedule {
  const years = calendars.toSorted((a, b) => a.year - b.year);
  years.forEach(({ year }, i) => {
    const previous = years[i - 1];
    if (previous !== undefined && year !== previous.year + 1)
      throw new Error(`Calendars must follow each other: ${previous.year}, ${year}`);
  });
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) throw new Error('A schedule needs at least one calendar');

  const firstDay = dayNumberOf(`${first.year}-01-01`);
  const endDay = dayNumberOf(`${last.year + 1}-01-01`);
  const dayHours = hoursByDay(years, hours, firstDay, endDay);
  const dayStarts = new Float64Array(endDay - firstDay + 1);
  for (let i = 0; i < dayStarts.length; i++) dayStarts[i] = instantAt(hours.zone, firstDay + i, 0);
  const startOf = (year: number) => dayStarts[dayNumberOf(`${year}-01-01`) - firstDay] ?? 0;
  return {
    zone: hours.zone,
    firstDay,
    dayStarts,
    ...workingWindows(hours.zone, firstDay, dayHours, dayStarts),
    provisional: years
      .filter((year) => year.provisional)
      .map(({ year }) => ({ from: startOf(year), to: startOf(year + 1) })),
    knownUntil: localDate(endDay - 1),
  };
}

const built = new WeakMap<readonly CalendarYear[], Map<string, Schedule>>();

/** The schedule of these calendars and hours, built once while the same list of calendars is in use. */
export function scheduleFor(calendars: readonly CalendarYear[], hours: WorkingHours): Schedule {
  const key = JSON.stringify(hours);
  const ofCalendars = built.get(calendars) ?? new Map<string, Schedule>();
  built.set(calendars, ofCalendars);
  const known = ofCalendars.get(key);
  if (known !== undefined) return known;
  const schedule = buildSchedule(calendars, hours);
  ofCalendars.set(key, schedule);
  return schedule;
}

function hoursByDay(
  years: readonly CalendarYear[],
  hours: WorkingHours,
  firstDay: number,
  endDay: number,
): (DayHours | null)[] {
  const named = new Map<number, DayKind>();
  const changedPlacesWith = new Map<number, number>();
  for (const { date, kind, movedFrom } of years.flatMap((year) => year.days)) {
    named.set(dayNumberOf(date), kind);
    if (movedFrom !== undefined) changedPlacesWith.set(dayNumberOf(movedFrom), dayNumberOf(date));
  }
  const usual = (day: number) => hours.weekdays[weekdayOf(day)] ?? null;
  const firstOpen = hours.weekdays.find((weekday) => weekday !== null) ?? null;
  return Array.from({ length: endDay - firstDay }, (_, i) => {
    const day = firstDay + i;
    const kind = named.get(day);
    if (kind === undefined) return usual(day);
    if (kind === 'off') return null;
    const partner = changedPlacesWith.get(day);
    const isWeekend = weekdayOf(day) >= 5;
    const table = isWeekend
      ? (usual(day) ?? (partner === undefined ? null : usual(partner)) ?? firstOpen)
      : usual(day);
    return kind === 'shortened' && table !== null ? shortened(table, hours.shortenedByMinutes) : table;
  });
}

function shortened(day: DayHours, byMinutes: number): DayHours {
  return { ...day, closes: Math.max(day.opens, day.closes - byMinutes) };
}

/** The parts of a day that count: before and after lunch. */
function openParts({ opens, closes, lunch }: DayHours): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] =
    lunch === null
      ? [[opens, closes]]
      : [
          [opens, Math.min(lunch.from, closes)],
          [Math.max(lunch.to, opens), closes],
        ];
  return parts.filter(([from, to]) => from < to);
}

function workingWindows(
  zone: string,
  firstDay: number,
  dayHours: readonly (DayHours | null)[],
  dayStarts: Float64Array,
) {
  const opens: number[] = [];
  const closes: number[] = [];
  const workedBefore: number[] = [0];
  const workingDays: number[] = [];
  const dayEnds = new Float64Array(dayHours.length);
  const isWorkingDay = new Uint8Array(dayHours.length);
  dayHours.forEach((day, i) => {
    dayEnds[i] = dayStarts[i + 1] ?? 0;
    const parts = day === null ? [] : openParts(day);
    for (const [from, to] of parts) {
      const opensAt = instantOf(zone, firstDay + i, from);
      const closesAt = instantOf(zone, firstDay + i, to);
      if (opensAt >= closesAt) continue;
      opens.push(opensAt);
      closes.push(closesAt);
      workedBefore.push((workedBefore.at(-1) ?? 0) + closesAt - opensAt);
      dayEnds[i] = closesAt;
      isWorkingDay[i] = 1;
    }
    if (isWorkingDay[i] === 1) workingDays.push(i);
  });
  return {
    opens: Float64Array.from(opens),
    closes: Float64Array.from(closes),
    workedBefore: Float64Array.from(workedBefore),
    workingDays: Int32Array.from(workingDays),
    dayEnds,
    isWorkingDay,
  };
}

/** Closing at 24:00 is the midnight of the next day. */
function instantOf(zone: string, day: number, minute: number): number {
  return minute === MINUTES_PER_DAY ? instantAt(zone, day + 1, 0) : instantAt(zone, day, minute);
}
