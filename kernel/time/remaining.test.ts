import { expect, test } from 'vitest';
import { remaining } from './remaining.ts';

test.each([
  ['a working day and a bit', 545, 480, { days: 1, hours: 1, minutes: 5, overdue: false }],
  ['an ordinary day and a bit', 1505, 1440, { days: 1, hours: 1, minutes: 5, overdue: false }],
  ['overdue', -90, 480, { days: 0, hours: 1, minutes: 30, overdue: true }],
  ['a minute that only began', 59.9, 480, { days: 0, hours: 0, minutes: 59, overdue: false }],
  ['the very moment', 0, 480, { days: 0, hours: 0, minutes: 0, overdue: false }],
])('%s', (_, minutes, perDay, expected) => {
  expect(remaining(minutes, perDay)).toEqual(expected);
});
