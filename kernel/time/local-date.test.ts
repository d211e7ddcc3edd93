import { expect, test } from 'vitest';
import { dayNumber, localDate, shiftDate, weekdayOf } from './local-date.ts';

test.each([
  ['the first day', '1970-01-01', 0],
  ['a leap day', '2024-02-29', 19782],
  ['a leap day of a common year', '2026-02-29', null],
  ['the thirtieth of February', '2024-02-30', null],
  ['a date without zeros', '2024-2-9', null],
  ['a date with a time', '2024-02-09T10:00', null],
])('%s', (_, date, number) => {
  expect(dayNumber(date)).toBe(number);
  if (number !== null) expect(localDate(number)).toBe(date);
});

test('weekdays begin with Monday, before 1970 too', () => {
  expect(weekdayOf(dayNumber('2026-05-11') ?? NaN)).toBe(0);
  expect(weekdayOf(dayNumber('1969-12-28') ?? NaN)).toBe(6);
});

test('a date is shifted over the end of a year', () => {
  expect(shiftDate('2026-12-31', 1)).toBe('2027-01-01');
  expect(shiftDate('2024-03-01', -1)).toBe('2024-02-29');
});
