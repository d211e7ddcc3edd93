import { describe, expect, test } from 'vitest';
import { buildSchedule } from '#kernel/time/schedule.ts';
import { publishedCalendars } from '#data/calendars/calendars.ts';
import {
  calendarWarnings,
  productionCalendarSchema,
  provisionalCalendar,
  withProvisionalYears,
  type ProductionCalendar,
} from './calendar.ts';
import { minutesOfWorkingDay, usualWorkingHours, workingHoursSchema } from './calendar-hours.ts';

const published = (year: number): ProductionCalendar => {
  const found = publishedCalendars.find((calendar) => calendar.year === year);
  if (found === undefined) throw new Error(`no calendar of ${year}`);
  return found;
};
const kindOn = (calendar: ProductionCalendar, date: string) =>
  calendar.days.find((day) => day.date === date)?.kind ?? 'as its weekday';
const workingDays = (calendar: ProductionCalendar) =>
  buildSchedule([calendar], usualWorkingHours('Europe/Moscow')).workingDays.length;

describe('published calendars', () => {
  test('cover every year from 2020 to 2026 and name their acts', () => {
    expect(publishedCalendars.map((calendar) => calendar.year)).toEqual([
      2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
    for (const { provisional, basis } of publishedCalendars) {
      expect(provisional).toBe(false);
      expect(basis).toMatch(/постановление Правительства РФ от \d\d\.\d\d\.\d{4} № \d+/);
    }
  });

  test.each([
    [2022, 247],
    [2023, 247],
    [2024, 248],
    [2025, 247],
    [2026, 247],
  ])('%i has %i working days', (year, days) => {
    expect(workingDays(published(year))).toBe(days);
  });

  test.each([
    ['a day off moved from a Saturday', '2024-04-29', 'off'],
    ['the Saturday worked for it', '2024-04-27', 'working'],
    ['a Saturday both worked and shortened', '2024-11-02', 'shortened'],
    ['New Year’s Eve moved from January', '2025-12-31', 'off'],
    ['the eve of Russia Day', '2026-06-11', 'shortened'],
    ['an ordinary Wednesday', '2026-06-17', 'as its weekday'],
    ['non-working days of a presidential decree', '2021-11-03', 'off'],
  ])('%s', (_, date, kind) => {
    expect(kindOn(published(Number(date.slice(0, 4))), date)).toBe(kind);
  });

  test('say when days rest on presidential decrees', () => {
    expect(published(2020).basis).toMatch(/указам Президента/);
    expect(published(2021).basis).toMatch(/указам Президента/);
  });
});

describe('a provisional calendar', () => {
  test('of 2027 moves holidays from weekends and shortens eves', () => {
    const calendar = provisionalCalendar(2027);
    expect(calendar.provisional).toBe(true);
    const others = calendar.days.filter((day) => !day.date.startsWith('2027-01'));
    expect(others).toEqual([
      { date: '2027-02-22', kind: 'shortened' },
      { date: '2027-02-23', kind: 'off' },
      { date: '2027-03-08', kind: 'off' },
      { date: '2027-04-30', kind: 'shortened' },
      { date: '2027-05-01', kind: 'off' },
      { date: '2027-05-03', kind: 'off', movedFrom: '2027-05-01' },
      { date: '2027-05-09', kind: 'off' },
      { date: '2027-05-10', kind: 'off', movedFrom: '2027-05-09' },
      { date: '2027-06-11', kind: 'shortened' },
      { date: '2027-06-12', kind: 'off' },
      { date: '2027-06-14', kind: 'off', movedFrom: '2027-06-12' },
      { date: '2027-11-03', kind: 'shortened' },
      { date: '2027-11-04', kind: 'off' },
      { date: '2027-12-31', kind: 'shortened' },
    ]);
    expect(calendar.days.filter((day) => day.date.startsWith('2027-01'))).toHaveLength(8);
  });

  test('of a known year has just the two working days more that decrees move out of January', () => {
    for (const year of [2022, 2023, 2024, 2025, 2026]) {
      const guess = provisionalCalendar(year);
      expect(workingDays(guess) - workingDays(published(year)), String(year)).toBe(2);
      for (const holiday of ['01-01', '01-08', '02-23', '03-08', '05-01', '05-09', '06-12', '11-04'])
        expect(kindOn(guess, `${year}-${holiday}`)).toBe('off');
    }
  });

  test('fills the years nobody has published, and gives way to those that were', () => {
    const years = withProvisionalYears(publishedCalendars, 2025, 2028);
    expect(years.map(({ year, provisional }) => [year, provisional])).toEqual([
      [2025, false],
      [2026, false],
      [2027, true],
      [2028, true],
    ]);
  });

  test('is itself a calendar in form', () => {
    expect(productionCalendarSchema.safeParse(provisionalCalendar(2031)).success).toBe(true);
  });
});

describe('what an administrator is told', () => {
  test.each([
    ['nothing in spring', [2026], '2026-05-07', []],
    ['nothing before decrees are due', [2026], '2026-10-14', []],
    ['load the next year', [2026], '2026-10-15', [{ code: 'calendar_provisional', year: 2027 }]],
    ['nothing when it is loaded', [2026, 2027], '2026-12-01', []],
    ['the running year is a guess', [2026], '2027-01-01', [{ code: 'calendar_missing', year: 2027 }]],
  ])('%s', (_, known, today, expected) => {
    expect(calendarWarnings(known, today)).toEqual(expected);
  });
});

describe('a calendar that cannot be', () => {
  const calendar = provisionalCalendar(2027);

  test.each([
    ['a day of another year', { days: [{ date: '2026-01-01', kind: 'off' }] }],
    ['a day that does not exist', { days: [{ date: '2027-02-30', kind: 'off' }] }],
    ['a day named twice', { days: [...calendar.days, { date: '2027-01-01', kind: 'shortened' }] }],
    ['an unknown kind', { days: [{ date: '2027-01-01', kind: 'holiday' }] }],
    ['no basis', { basis: '' }],
  ])('%s is refused', (_, change) => {
    expect(productionCalendarSchema.safeParse({ ...calendar, ...change }).success).toBe(false);
  });
});

describe('working hours as they are written', () => {
  const day = { opens: '09:00', closes: '18:00', lunch: { from: '13:00', to: '14:00' } };
  const written = { zone: 'Asia/Omsk', weekdays: [day, day, day, day, day, null, null] };

  test('become minutes', () => {
    expect(workingHoursSchema.parse(written)).toEqual(usualWorkingHours('Asia/Omsk'));
    expect(minutesOfWorkingDay(usualWorkingHours('Asia/Omsk'))).toBe(480);
  });

  test.each([
    ['a zone nobody knows', { zone: 'Asia/Atlantis' }],
    ['six days', { weekdays: [day, day, day, day, day, null] }],
    ['no open day', { weekdays: [null, null, null, null, null, null, null] }],
    [
      'a close before the opening',
      { weekdays: [{ ...day, closes: '08:00' }, day, day, day, day, null, null] },
    ],
    [
      'a lunch at night',
      { weekdays: [{ ...day, lunch: { from: '20:00', to: '21:00' } }, day, day, day, day, null, null] },
    ],
    [
      'an hour that does not exist',
      { weekdays: [{ ...day, opens: '25:00' }, day, day, day, day, null, null] },
    ],
  ])('%s is refused', (_, change) => {
    expect(workingHoursSchema.safeParse({ ...written, ...change }).success).toBe(false);
  });
});
