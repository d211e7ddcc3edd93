import { describe, expect, test } from 'vitest';
import { pointsOfLine, tiesOf, wholeWeeks } from './week-line.ts';

const share = (n: number, of: number) => ({ n, of, share: of === 0 ? null : n / of });

describe('weeks in a row', () => {
  test('a week in which nothing came is a hole, not a step shorter', () => {
    const weeks = [{ week: '2026-03-02' }, { week: '2026-03-23' }];
    expect(wholeWeeks(weeks).map(({ day, week }) => [day, week !== null])).toEqual([
      ['2026-03-02', true],
      ['2026-03-09', false],
      ['2026-03-16', false],
      ['2026-03-23', true],
    ]);
  });

  test('the turn of the year and of the clock move no week', () => {
    const days = wholeWeeks([{ week: '2025-12-29' }, { week: '2026-04-06' }]).map(({ day }) => day);
    expect(days).toHaveLength(15);
    expect(days.at(-1)).toBe('2026-04-06');
  });

  test('none are none', () => expect(wholeWeeks([])).toEqual([]));
});

describe('a line', () => {
  const points = pointsOfLine([
    share(90, 100),
    share(3, 4),
    null,
    share(0, 0),
    share(80, 100),
    share(70, 100),
  ]);

  test('has a thin point for a week of few cases and none for a week without', () => {
    expect(points).toEqual([
      { index: 0, share: 0.9, isThin: false },
      { index: 1, share: 0.75, isThin: true },
      { index: 4, share: 0.8, isThin: false },
      { index: 5, share: 0.7, isThin: false },
    ]);
  });

  test('is broken over a hole and thin beside a thin point', () => {
    expect(tiesOf(points).map(({ from, to, isThin }) => [from.index, to.index, isThin])).toEqual([
      [0, 1, true],
      [4, 5, false],
    ]);
  });
});
