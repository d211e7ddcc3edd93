import { expect, test } from 'vitest';
import { readTypedDay, writeDay } from './typed-day.ts';

test.each([
  ['12.05.2026', '2026-05-12'],
  ['1.2.27', '2027-02-01'],
  ['12.05', '2026-05-12'],
  [' 12/5 ', '2026-05-12'],
  ['2026-05-12', '2026-05-12'],
  ['30.02.2026', null],
  ['31.04', null],
  ['29.02.2028', '2028-02-29'],
  ['завтра', null],
  ['', null],
])('«%s» is %s', (typed, day) => {
  expect(readTypedDay(typed, '2026-05-10')).toBe(day);
});

test('what is written is read back', () => {
  expect(writeDay('2026-05-12')).toBe('12.05.2026');
  expect(readTypedDay(writeDay('2026-12-31'), '2026-05-10')).toBe('2026-12-31');
});
