import { describe, expect, test } from 'vitest';
import {
  bandsOf,
  confusionsOf,
  driftOf,
  headlineOf,
  topicsOf,
  type PairCell,
  type WeekCell,
} from './quality.ts';

const pair = (said: string | null, truth: string | null, n: number, alone = false): PairCell => ({
  said,
  truth,
  alone,
  n,
  verdict: truth === null ? 'open' : said === truth ? 'right' : 'wrong',
});

const pairs = [
  pair('roads', 'roads', 80, true),
  pair('roads', 'roads', 10),
  pair('roads', 'yards', 8, true),
  pair('roads', 'yards', 2),
  pair('yards', 'yards', 15),
  pair('yards', 'roads', 5),
  pair('yards', null, 30),
  pair(null, 'snow', 4),
];

describe('a topic', () => {
  const of = (topic: string) => topicsOf(pairs).find((one) => one.topic === topic);

  test('is precise as far as what is known says, cases on their way left out', () => {
    expect(of('yards')).toMatchObject({ said: 50, support: 25, precision: { n: 15, of: 20, share: 0.75 } });
  });

  test('is found as far as people had to give it themselves', () => {
    expect(of('yards')?.recall).toEqual({ n: 15, of: 25, share: 0.6 });
    expect(of('snow')).toMatchObject({ said: 0, precision: { share: null }, recall: { share: 0, of: 4 } });
  });

  test('is taken alone as often as the machine was sure of it', () => {
    expect(of('roads')?.alone).toEqual({ n: 88, of: 100, share: 0.88 });
  });

  test('of many cases stands before one of few', () => {
    expect(topicsOf(pairs).map(({ topic }) => topic)).toEqual(['roads', 'yards', 'snow']);
  });
});

describe('what is taken for what', () => {
  test('is counted by pairs, the frequent first, with those nobody looked at', () => {
    expect(confusionsOf(pairs, 9)).toEqual([
      { said: 'roads', truth: 'yards', n: 10, alone: 8 },
      { said: 'yards', truth: 'roads', n: 5, alone: 0 },
      { said: null, truth: 'snow', n: 4, alone: 0 },
    ]);
  });

  test('is cut where asked', () => {
    expect(confusionsOf(pairs, 1)).toHaveLength(1);
  });
});

const week = (
  monday: string,
  verdict: WeekCell['verdict'],
  n: number,
  more: Partial<WeekCell> = {},
): WeekCell => ({
  week: monday,
  verdict,
  basis: verdict === 'open' ? null : verdict === 'wrong' ? 'corrected' : 'survived',
  alone: false,
  among: verdict === 'open' ? null : verdict === 'right',
  n,
  ...more,
});

const weeks = [
  week('2026-03-09', 'right', 6, { alone: true }),
  week('2026-03-02', 'right', 50, { alone: true }),
  week('2026-03-02', 'wrong', 2, { alone: true, among: true }),
  week('2026-03-02', 'right', 20, { basis: 'confirmed' }),
  week('2026-03-02', 'wrong', 8),
  week('2026-03-02', 'open', 20),
];

describe('the headline', () => {
  test('says of what each share is', () => {
    expect(headlineOf(weeks.filter((one) => one.week === '2026-03-02'))).toEqual({
      received: 100,
      right: { n: 70, of: 80, share: 0.875 },
      amongThree: { n: 72, of: 80, share: 0.9 },
      alone: { n: 52, of: 100, share: 0.52 },
      rightAlone: { n: 50, of: 52, share: 50 / 52 },
      corrected: { n: 10, of: 100, share: 0.1 },
      checked: { n: 30, of: 80, share: 0.375 },
    });
  });

  test('of nothing has no shares', () => {
    expect(headlineOf([])).toMatchObject({ received: 0, right: { share: null }, alone: { share: null } });
  });

  test('is told week after week', () => {
    expect(driftOf(weeks).map((one) => [one.week, one.right.share])).toEqual([
      ['2026-03-02', 0.875],
      ['2026-03-09', 1],
    ]);
  });
});

test('confidence is held against what came of it', () => {
  const cells = [
    { band: 9, verdict: 'right', n: 95, confidence: 90.25 },
    { band: 9, verdict: 'wrong', n: 5, confidence: 4.75 },
    { band: 9, verdict: 'open', n: 50, confidence: 47 },
    { band: 3, verdict: 'wrong', n: 10, confidence: 3.5 },
    { band: null, verdict: 'wrong', n: 4, confidence: 0 },
  ] as const;
  expect(bandsOf(cells)).toEqual([
    { from: 0.3, to: 0.4, promised: 0.35, kept: { n: 0, of: 10, share: 0 } },
    { from: 0.9, to: 1, promised: 0.95, kept: { n: 95, of: 100, share: 0.95 } },
  ]);
});
