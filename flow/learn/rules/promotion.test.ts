import { describe, expect, test } from 'vitest';
import { decidePromotion, spoiltTopics, windowFrom, type Comparison, type Measured } from './promotion.ts';

const measured = (right: number, alone: number, aloneRight: number, byTopic: Measured['byTopic'] = {}) => ({
  version: 'v',
  right,
  alone,
  aloneRight,
  byTopic,
});

const winning: Comparison = {
  from: '2026-02-01T00:00:00.000Z',
  to: '2026-03-01T00:00:00.000Z',
  cases: 1000,
  checked: 200,
  learnt: 5000,
  candidate: measured(880, 700, 680),
  inForce: measured(860, 690, 660),
};

describe('a new model', () => {
  test('that is right more often takes the place of the old', () => {
    expect(decidePromotion(winning)).toEqual({ outcome: 'promoted', against: [] });
  });

  test.each<[string, Partial<Comparison>, string, string[]]>([
    ['as good as the old', { candidate: measured(860, 700, 680) }, 'kept_old', ['more_right']],
    ['worse', { candidate: measured(850, 700, 680) }, 'kept_old', ['more_right']],
    [
      'wrong too often where nobody looks',
      { candidate: measured(880, 700, 660) },
      'kept_old',
      ['precise_alone'],
    ],
    ['too shy to work alone', { candidate: measured(880, 600, 590) }, 'kept_old', ['alone_as_often']],
    ['learnt from too little', { learnt: 199 }, 'too_few', ['enough_learnt']],
    ['held against too little', { cases: 99, candidate: measured(99, 60, 60) }, 'too_few', ['enough_cases']],
    ['nobody looked at', { checked: 29 }, 'too_few', ['enough_checked']],
  ])('%s does not', (_, change, outcome, against) => {
    expect(decidePromotion({ ...winning, ...change })).toEqual({ outcome, against });
  });

  test('may be shyer than an old one that was wrong too often alone', () => {
    const rash = { ...winning, inForce: measured(860, 900, 800) };
    expect(decidePromotion({ ...rash, candidate: measured(880, 500, 490) }).outcome).toBe('promoted');
  });

  test('may not spoil a topic, however good it is on the rest', () => {
    const inForce = measured(860, 690, 660, {
      lifts: { n: 40, right: 36, said: 40 },
      rare: { n: 19, right: 19, said: 19 },
    });
    const lifts = (right: number, said: number) => measured(900, 700, 680, { lifts: { n: 40, right, said } });
    const told = (candidate: Measured) => spoiltTopics({ ...winning, inForce, candidate });
    expect(told(lifts(33, 40))).toEqual(['lifts']);
    expect(told(lifts(34, 40))).toEqual([]);
    expect(told(lifts(36, 60))).toEqual(['lifts']);
    expect(decidePromotion({ ...winning, inForce, candidate: lifts(33, 40) }).against).toEqual([
      'no_topic_spoilt',
    ]);
  });

  test('may stop giving a topic to everything', () => {
    const inForce = measured(860, 690, 660, { yards: { n: 40, right: 38, said: 130 } });
    const candidate = measured(900, 700, 680, { yards: { n: 40, right: 33, said: 36 } });
    expect(spoiltTopics({ ...winning, inForce, candidate })).toEqual([]);
  });
});

describe('the window', () => {
  const at = new Date('2026-03-31T12:00:00Z');

  test('is the newest month', () => {
    expect(windowFrom(at, null)).toEqual(new Date('2026-03-01T12:00:00Z'));
    expect(windowFrom(at, new Date('2026-01-01T00:00:00Z'))).toEqual(new Date('2026-03-01T12:00:00Z'));
  });

  test('never reaches into what the model in force was taught', () => {
    expect(windowFrom(at, new Date('2026-03-20T00:00:00Z'))).toEqual(new Date('2026-03-20T00:00:00.001Z'));
  });
});
