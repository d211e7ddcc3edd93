import { describe, expect, test } from 'vitest';
import { buildSchedule, scheduleFor, type CalendarYear, type WorkingHours } from './schedule.ts';
import {
  addCalendarDays,
  addRoundTheClockMinutes,
  addWorkingDays,
  addWorkingMinutes,
  closeOfDate,
  isWorkingInstant,
  localDateAt,
  workingMinutesBetween,
} from './working-time.ts';

const day = { opens: 9 * 60, closes: 18 * 60, lunch: null };
const hours: WorkingHours = {
  zone: 'Europe/Moscow',
  weekdays: [day, day, day, day, day, null, null],
  shortenedByMinutes: 60,
};

// Thursday 7 May, a shortened Friday, Victory Day on Saturday moved to Monday, Tuesday 12 May.
// 2024 swapped Saturday 27 April with Monday 29 April.
const calendars: CalendarYear[] = [
  {
    year: 2024,
    provisional: false,
    days: [
      { date: '2024-04-27', kind: 'working' },
      { date: '2024-04-29', kind: 'off', movedFrom: '2024-04-27' },
      { date: '2024-04-30', kind: 'off', movedFrom: '2024-11-02' },
      { date: '2024-05-01', kind: 'off' },
      { date: '2024-11-02', kind: 'shortened' },
    ],
  },
  { year: 2025, provisional: false, days: [{ date: '2025-12-31', kind: 'off' }] },
  {
    year: 2026,
    provisional: false,
    days: [
      { date: '2026-01-01', kind: 'off' },
      { date: '2026-05-08', kind: 'shortened' },
      { date: '2026-05-09', kind: 'off' },
      { date: '2026-05-11', kind: 'off', movedFrom: '2026-05-09' },
    ],
  },
  { year: 2027, provisional: true, days: [{ date: '2027-01-01', kind: 'off' }] },
];
const schedule = buildSchedule(calendars, hours);
const at = (local: string) => new Date(`${local}:00+03:00`);
const due = (local: string, provisional = false) => ({ ok: true, value: { at: at(local), provisional } });
const exhausted = { ok: false, failure: { code: 'calendar_exhausted', knownUntil: '2027-12-31' } };

describe('a deadline of two working hours', () => {
  test.each([
    ['inside one day', '2026-05-07T10:00', '2026-05-07T12:00'],
    ['ends exactly at closing time', '2026-05-07T16:00', '2026-05-07T18:00'],
    ['carries over the night', '2026-05-07T17:00', '2026-05-08T10:00'],
    ['carries over a shortened day and a moved day off', '2026-05-08T16:30', '2026-05-12T10:30'],
    ['starts on the next open day', '2026-05-10T13:00', '2026-05-12T11:00'],
    ['starts in the morning when the message came at night', '2026-05-07T03:12', '2026-05-07T11:00'],
    ['starts the next morning when it came at closing time', '2026-05-07T18:00', '2026-05-08T11:00'],
    ['counts a working Saturday', '2024-04-26T17:00', '2024-04-27T10:00'],
    ['counts a shortened working Saturday', '2024-11-02T16:00', '2024-11-04T10:00'],
    ['passes over the New Year', '2025-12-30T17:00', '2026-01-02T10:00'],
  ])('%s', (_, from, expected) => {
    expect(addWorkingMinutes(schedule, at(from), 120)).toEqual(due(expected));
  });
});

describe('lunch', () => {
  const lunch = { from: 13 * 60, to: 14 * 60 };
  const withLunch = buildSchedule(calendars, {
    ...hours,
    weekdays: hours.weekdays.map((weekday) => weekday && { ...weekday, lunch }),
  });

  test.each([
    ['is skipped', '2026-05-07T12:00', '2026-05-07T15:00'],
    ['is not begun by what ends before it', '2026-05-07T11:00', '2026-05-07T13:00'],
    ['does not count when the message came in it', '2026-05-07T13:30', '2026-05-07T16:00'],
  ])('%s', (_, from, expected) => {
    expect(addWorkingMinutes(withLunch, at(from), 120)).toEqual(due(expected));
  });

  test('eight hours take a whole day', () => {
    expect(workingMinutesBetween(withLunch, at('2026-05-07T00:00'), at('2026-05-08T00:00'))).toEqual({
      ok: true,
      value: 480,
    });
  });
});

describe('hours of a moved day', () => {
  const short = { ...day, closes: 16 * 60 };
  const shortTuesday = buildSchedule(calendars, {
    ...hours,
    weekdays: [day, short, day, day, day, null, null],
  });

  test('a Saturday that changed places with a Tuesday has the hours of a Tuesday', () => {
    expect(closeOfDate(shortTuesday, '2024-11-02', 'stays')).toEqual(due('2024-11-02T15:00'));
  });

  test('a Saturday that changed places with a Monday has the hours of a Monday', () => {
    expect(closeOfDate(shortTuesday, '2024-04-27', 'stays')).toEqual(due('2024-04-27T18:00'));
  });
});

describe('working days', () => {
  test.each([
    ['one day: the close of tomorrow', '2026-05-06T10:00', 1, '2026-05-07T18:00'],
    ['a shortened day ends earlier', '2026-05-07T10:00', 1, '2026-05-08T17:00'],
    ['days off do not count', '2026-05-08T10:00', 1, '2026-05-12T18:00'],
    ['a message of Saturday night', '2026-05-09T23:59', 1, '2026-05-12T18:00'],
    ['seven', '2026-05-07T10:00', 7, '2026-05-19T18:00'],
    ['eight over the New Year', '2025-12-29T10:00', 3, '2026-01-05T18:00'],
  ])('%s', (_, from, days, expected) => {
    expect(addWorkingDays(schedule, at(from), days)).toEqual(due(expected));
  });
});

describe('calendar days', () => {
  test.each([
    ['end at the close of a working day', '2026-05-04T10:00', 3, 'stays', '2026-05-07T18:00'],
    ['stay on a day off until midnight', '2026-05-08T10:00', 2, 'stays', '2026-05-11T00:00'],
    ['move to the next working day', '2026-05-08T10:00', 2, 'next_working_day', '2026-05-12T18:00'],
    ['move nowhere from a working day', '2026-05-04T10:00', 3, 'next_working_day', '2026-05-07T18:00'],
    ['thirty', '2026-05-04T10:00', 30, 'next_working_day', '2026-06-03T18:00'],
  ] as const)('%s', (_, from, days, rule, expected) => {
    expect(addCalendarDays(schedule, at(from), days, rule)).toEqual(due(expected));
  });
});

describe('round the clock', () => {
  test('half an hour at night is half an hour', () => {
    expect(addRoundTheClockMinutes(at('2026-05-09T23:45'), 30)).toEqual(at('2026-05-10T00:15'));
  });
});

describe('what a calendar does not know', () => {
  test('a deadline that touches a provisional year says so', () => {
    expect(addWorkingMinutes(schedule, at('2026-12-31T17:00'), 120)).toEqual(due('2027-01-04T10:00', true));
    expect(addWorkingDays(schedule, at('2026-12-30T17:00'), 1)).toEqual(due('2026-12-31T18:00', false));
  });

  test('a deadline beyond the last calendar is a failure that names its last day', () => {
    expect(addWorkingMinutes(schedule, at('2027-12-31T17:30'), 120)).toEqual(exhausted);
    expect(addWorkingDays(schedule, at('2027-12-31T10:00'), 1)).toEqual(exhausted);
    expect(addCalendarDays(schedule, at('2027-12-31T10:00'), 1, 'stays')).toEqual(exhausted);
    expect(closeOfDate(schedule, '2028-01-01', 'stays')).toEqual(exhausted);
  });

  test('so is a moment before the first one', () => {
    expect(addWorkingMinutes(schedule, at('2023-12-31T17:30'), 120)).toEqual(exhausted);
    expect(workingMinutesBetween(schedule, at('2023-12-31T17:30'), at('2026-05-07T10:00'))).toEqual(
      exhausted,
    );
    expect(localDateAt(schedule, at('2023-12-31T17:30'))).toEqual(exhausted);
  });

  test('calendars with a gap are a bug', () => {
    const [first, , third] = calendars;
    expect(() => buildSchedule(first && third ? [first, third] : [], hours)).toThrow(/follow each other/);
    expect(() => buildSchedule([], hours)).toThrow(/at least one/);
  });
});

describe('the wall clock', () => {
  test('says who is at work', () => {
    expect(isWorkingInstant(schedule, at('2026-05-07T09:00'))).toBe(true);
    expect(isWorkingInstant(schedule, at('2026-05-07T18:00'))).toBe(false);
    expect(isWorkingInstant(schedule, at('2026-05-11T12:00'))).toBe(false);
  });

  test('a day in Kamchatka begins nine hours before Moscow', () => {
    const kamchatka = buildSchedule(calendars, { ...hours, zone: 'Asia/Kamchatka' });
    const from = new Date('2026-05-06T20:00:00Z');
    expect(addWorkingMinutes(kamchatka, from, 120)).toEqual({
      ok: true,
      value: { at: new Date('2026-05-06T23:00:00Z'), provisional: false },
    });
    expect(localDateAt(kamchatka, from)).toEqual({ ok: true, value: '2026-05-07' });
  });

  test('a night of changed clocks has no part in working hours', () => {
    const volgograd = buildSchedule([{ year: 2020, provisional: false, days: [] }], {
      ...hours,
      zone: 'Europe/Volgograd',
    });
    const friday = new Date('2020-12-25T13:00:00Z');
    const monday = new Date('2020-12-28T07:00:00Z');
    expect(addWorkingMinutes(volgograd, friday, 120)).toEqual({
      ok: true,
      value: { at: monday, provisional: false },
    });
  });
});

test('one schedule serves everyone with the same calendars and hours', () => {
  expect(scheduleFor(calendars, hours)).toBe(scheduleFor(calendars, { ...hours }));
  expect(scheduleFor(calendars, { ...hours, zone: 'Asia/Omsk' })).not.toBe(scheduleFor(calendars, hours));
});
