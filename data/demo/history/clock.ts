import type { Random } from '../random.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** The region lives three hours east of Greenwich all year. */
const offset = 180 * minute;

/** Fixed days off besides weekends, month-day. The demonstration needs no transfers of days. */
const holidays = new Set([
  '01-01',
  '01-02',
  '01-03',
  '01-04',
  '01-05',
  '01-06',
  '01-07',
  '01-08',
  '02-23',
  '03-08',
  '05-01',
  '05-09',
  '06-12',
  '11-04',
]);

/** Fields of the local wall clock, read through UTC getters. */
export function local(at: Date): Date {
  return new Date(at.getTime() + offset);
}

export function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + Math.round(minutes) * minute);
}

export function laterDays(at: Date, days: number): Date {
  return new Date(at.getTime() + Math.round(days * 24 * 60) * minute);
}

/** Local month, 1 to 12. */
export function monthOf(at: Date): number {
  return local(at).getUTCMonth() + 1;
}

/** «2026-03-14», the local day. */
export function dayOf(at: Date): string {
  return local(at).toISOString().slice(0, 10);
}

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** «14 марта» */
export function dateWords(at: Date): string {
  const there = local(at);
  return `${there.getUTCDate()} ${months[there.getUTCMonth()] ?? ''}`;
}

function isWorkingDay(there: Date): boolean {
  const weekday = there.getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(there.toISOString().slice(5, 10));
}

const opens = 9 * 60;
const closes = 18 * 60;

/** The moment after so many working minutes (weekdays, nine to six, without lunch: a plan, not a law). */
export function afterWork(from: Date, minutes: number): Date {
  let there = local(from).getTime();
  let left = Math.max(0, minutes);
  for (;;) {
    const midnight = Math.floor(there / day) * day;
    const clock = (there - midnight) / minute;
    if (!isWorkingDay(new Date(there)) || clock >= closes) {
      there = midnight + day + opens * minute;
      continue;
    }
    const start = Math.max(clock, opens);
    if (start + left < closes) return new Date(midnight + Math.round(start + left) * minute - offset);
    left -= closes - start;
    there = midnight + day + opens * minute;
  }
}

/** How many people write in each hour of the day, 0 to 23. */
const hours = [
  1.0, 0.55, 0.3, 0.2, 0.2, 0.35, 0.8, 1.6, 2.3, 2.6, 2.7, 2.7, 2.6, 2.5, 2.4, 2.4, 2.4, 2.6, 2.8, 3.0, 3.1,
  2.9, 2.4, 1.7,
] as const;
const hourWeights = Object.fromEntries(hours.map((weight, hour) => [String(hour), weight]));
/** Sunday first. */
const weekdays = [0.66, 1.12, 1.1, 1.06, 1.04, 0.98, 0.72] as const;

/** How busy a local day is against the average one. */
export function busyness(at: Date): number {
  return weekdays[local(at).getUTCDay()] ?? 1;
}

/** A moment of the local day that contains `at`, evenings busier than nights. */
export function momentOfDay(at: Date, chance: Random): Date {
  const midnight = Math.floor(local(at).getTime() / day) * day - offset;
  return new Date(midnight + (Number(chance.weighted(hourWeights)) * 3600 + chance.int(0, 3599)) * 1000);
}

/** The next moment when the reception desk or the phone line is open. */
export function deskHours(at: Date, chance: Random): Date {
  return afterWork(at, chance.int(0, 360));
}
