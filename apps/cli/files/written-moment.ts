import { dayNumber } from '#kernel/time/local-date.ts';

/** A moment as it is written: the reading of a clock, and where that clock stands if the writing says so. */
export interface WrittenMoment {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Milliseconds of that day. */
  readonly time: number;
  /** Minutes the clock is ahead of UTC; `null` where nothing is said. */
  readonly ahead: number | null;
}

/** What comes first in `03/04/2021`; dots always part a day from its month. */
export type SlashOrder = 'day_first' | 'month_first';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Day 0 of spreadsheets, 1899-12-30. */
const SPREADSHEET_EPOCH = -25_569;

/**
 * A moment as tables write it: «2021-02-20 9:05», «20.02.2021 9:05», «20.02.21», «2021/02/20», «20 февраля 2021 г.», with a
 * zone or without, seconds or milliseconds since 1970, the day number of a spreadsheet. A day of the month that can be no month
 * settles the order whatever is usual.
 *
 * @returns `null` for what is no moment between 1970 and 2199
 */
export function parseMoment(written: string, order: SlashOrder = 'day_first'): WrittenMoment | null {
  const text = written
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/^[ '"«]+|[ '"»]+$/g, '')
    .toLowerCase();
  return asNumber(text) ?? asDate(text, order);
}

/** The same as an instant; a clock of no zone is taken as UTC: for tables where only the order matters. */
export function readMoment(written: string, order: SlashOrder = 'day_first'): Date | null {
  const moment = parseMoment(written, order);
  if (moment === null) return null;
  return new Date(moment.day * DAY_MS + moment.time - (moment.ahead ?? 0) * MINUTE_MS);
}

/** Whether a column writes its days with slashes month first: some can be read only so, and none only the other way. */
export function slashOrder(values: Iterable<string>): SlashOrder {
  let monthFirst = false;
  for (const value of values) {
    const [, one, two] = /^\D{0,2}(\d{1,2})[/-](\d{1,2})[/-]\d{2}/.exec(value) ?? [];
    if (Number(one) > 12) return 'day_first';
    if (Number(two) > 12) monthFirst = true;
  }
  return monthFirst ? 'month_first' : 'day_first';
}

const isKnownDay = (day: number): boolean => day >= 0 && day < 84_006;

function asNumber(text: string): WrittenMoment | null {
  if (/^(?:19|20|21)\d{6}(?:\d{6})?$/.test(text)) return compact(text);
  if (!/^\d+(?:[.,]\d+)?$/.test(text)) return null;
  const [whole = ''] = text.split(/[.,]/);
  const value = Number(text.replace(',', '.'));
  if (whole.length === 5) return ofSpreadsheet(value);
  const scale = { 10: 1000, 13: 1, 16: 1e-3, 19: 1e-6 }[whole.length];
  if (scale === undefined) return null;
  const instant = Math.round(value * scale);
  const day = Math.floor(instant / DAY_MS);
  return isKnownDay(day) ? { day, time: instant - day * DAY_MS, ahead: 0 } : null;
}

/** `20210220` and `20210220090500`. */
function compact(text: string): WrittenMoment | null {
  const [year = '', month = '', day = '', ...clock] =
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(text)?.slice(1) ?? [];
  const time = timeOf(clock[0] ?? '0', clock[1] ?? '0', clock[2]);
  const date = dayOf(year, month, day);
  return date === null || time === null ? null : { day: date, time, ahead: null };
}

function ofSpreadsheet(value: number): WrittenMoment | null {
  const seconds = Math.round((value + SPREADSHEET_EPOCH) * 86_400);
  const day = Math.floor(seconds / 86_400);
  return isKnownDay(day) ? { day, time: (seconds - day * 86_400) * 1000, ahead: null } : null;
}

const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/;
const yearLast = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const inWords = /^(?:[a-zа-я]{2,12},? )?(\d{1,2})[ -]([a-zа-я]{3,9})\.?[ ,-]+(\d{4})(?!\d)/;
const inEnglish = /^(?:[a-z]{2,9},? )?([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)/;

const months: readonly string[] = 'янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек'.split('|');
const englishMonths: readonly string[] = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'.split('|');

function asDate(text: string, order: SlashOrder): WrittenMoment | null {
  const [day, rest] = dateOf(text, order) ?? [];
  if (day === undefined || rest === undefined) return null;
  const clock = clockOf(rest);
  return clock === null ? null : { day: day + clock.days, time: clock.time, ahead: clock.ahead };
}

/** The day at the beginning of a text, and what stands behind it. */
function dateOf(text: string, order: SlashOrder): readonly [number, string] | null {
  const found = (match: RegExpExecArray, year: string, month: string, day: string) => {
    // Only one of the two can be the month.
    const date = dayOf(year, month, day) ?? dayOf(year, day, month);
    return date === null ? null : ([date, text.slice(match[0].length)] as const);
  };
  const first = yearFirst.exec(text);
  if (first !== null) return found(first, first[1] ?? '', first[2] ?? '', first[3] ?? '');
  const last = yearLast.exec(text);
  if (last !== null) {
    const [, one = '', mark, two = '', year = ''] = last;
    return mark !== '.' && order === 'month_first'
      ? found(last, year, one, two)
      : found(last, year, two, one);
  }
  const words = inWords.exec(text);
  if (words !== null) return found(words, words[3] ?? '', monthOf(words[2] ?? ''), words[1] ?? '');
  const english = inEnglish.exec(text);
  return english === null
    ? null
    : found(english, english[3] ?? '', monthOf(english[1] ?? ''), english[2] ?? '');
}

const monthOf = (word: string): string =>
  String(
    1 +
      Math.max(
        months.findIndex((start) => word.startsWith(start)),
        englishMonths.findIndex((start) => word.startsWith(start)),
      ),
  );

function dayOf(year: string, month: string, day: string): number | null {
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  const number = dayNumber(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return number === null || !isKnownDay(number) ? null : number;
}

const clockParts =
  /^(?: ?г(?:\.|ода)?)?(?:,? в |[t, ]+)(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?(am|pm)? ?(z|utc|gmt|msk|мск|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?(?:\[[a-z_/+-]+\])?$/;

interface Clock {
  readonly time: number;
  readonly ahead: number | null;
  /** 1 for 24:00, which is the next day's midnight. */
  readonly days: number;
}

/** The clock behind a date: midnight where there is none, `null` where what stands there is no clock. */
function clockOf(rest: string): Clock | null {
  if (/^ ?(?:г(?:\.|ода)?)?[ ,t]*$/.test(rest)) return { time: 0, ahead: null, days: 0 };
  if (/^(?:z|[+-]\d{2}:?\d{2})$/.test(rest)) return { time: 0, ahead: aheadOf(rest), days: 0 };
  const [, hours = '', minutes = '', seconds, fraction = '0', half, zone] = clockParts.exec(rest) ?? [];
  if (hours === '') return null;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'pm' ? 12 : 0);
  const isMidnight = hour === 24 && Number(minutes) === 0;
  const time = timeOf(isMidnight ? '0' : String(hour), minutes, seconds);
  if (time === null) return null;
  const ms = Math.floor(Number(`0.${fraction}`) * 1000);
  return { time: time + ms, ahead: aheadOf(zone), days: isMidnight ? 1 : 0 };
}

function timeOf(hours: string, minutes: string, seconds = '0'): number | null {
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  // A leap second is the last of its minute.
  if (hour > 23 || minute > 59 || second > 60) return null;
  return ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000;
}

function aheadOf(zone: string | undefined): number | null {
  if (zone === undefined || zone === '') return null;
  if (zone === 'msk' || zone === 'мск') return 180;
  const [, sign, hours, minutes] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
}
