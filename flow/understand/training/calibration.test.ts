import { describe, expect, test } from 'vitest';

import { bestTemperature, chooseMixture, confidenceFor, figuresOf } from './calibration.ts';

const judged = (...runs: readonly (readonly [confidence: number, right: number, wrong: number])[]) =>
  runs.flatMap(([confidence, right, wrong]) => [
    ...Array.from({ length: right }, () => ({ confidence, isRight: true })),
    ...Array.from({ length: wrong }, () => ({ confidence, isRight: false })),
  ]);

describe('the confidence from which a machine acts alone', () => {
  test('is the least one above which the wanted share is right', () => {
    expect(confidenceFor(judged([0.9, 200, 0], [0.8, 95, 5], [0.5, 50, 50]), 0.95)).toBe(0.8);
  });

  test('leaves something to spare where little was judged', () => {
    expect(confidenceFor(judged([0.9, 96, 4]), 0.95)).toBe(2);
    expect(confidenceFor(judged([0.9, 9600, 400]), 0.95)).toBe(0.9);
  });

  test('leaves more where more is asked for', () => {
    expect(confidenceFor(judged([0.9, 973, 27]), 0.95, 2)).toBe(0.9);
    expect(confidenceFor(judged([0.9, 960, 40]), 0.95)).toBe(0.9);
    expect(confidenceFor(judged([0.9, 960, 40]), 0.95, 2)).toBe(2);
  });

  test('is never under a half, however right everything was', () => {
    expect(confidenceFor(judged([0.9, 500, 0], [0.17, 500, 0]), 0.95)).toBe(0.5);
  });

  test('is never reached where nothing is right often enough, or too little was judged', () => {
    expect(confidenceFor(judged([0.9, 80, 20], [0.5, 50, 50]), 0.95)).toBe(2);
    expect(confidenceFor(judged([0.99, 50, 0]), 0.95)).toBe(2);
    expect(confidenceFor([], 0.95)).toBe(2);
  });
});

test('figures of judgements', () => {
  expect(figuresOf(judged([0.9, 9, 1], [0.5, 4, 6]), 0.9)).toEqual({
    texts: 20,
    accuracy: 0.65,
    calibrationError: 0.05,
    sureShare: 0.5,
    surePrecision: 0.9,
  });
  expect(figuresOf([], 0.9)).toMatchObject({ texts: 0, accuracy: 0, surePrecision: 1 });
});

test('the temperature makes confidence as large as the share of right answers', () => {
  // Scores 4 : 0, right three times of four: honest is ln 3 : 0, so they are 4 / ln 3 too hot.
  const scores = Float32Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 4 : 0));
  const labels = Int32Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? 1 : 0));
  expect(bestTemperature({ scores, width: 2, labels })).toBeCloseTo(4 / Math.log(3), 0);
});

test('the temperature changes nothing where there is nothing to judge by', () => {
  expect(bestTemperature({ scores: new Float32Array(), width: 2, labels: new Int32Array() })).toBe(1);
});

test('the part of a model that is right is listened to', () => {
  const labels = Int32Array.from({ length: 300 }, (_, i) => i % 3);
  const right = Float32Array.from({ length: 900 }, (_, i) => (i % 3 === labels[Math.floor(i / 3)] ? 3 : 0));
  const wrong = right.map((one) => 3 - one);
  const chosen = chooseMixture(
    [{ linear: wrong, hidden: right, width: 3, labels, commonness: new Float64Array(3) }],
    0.95,
  );
  expect(chosen.judged.every(({ isRight }) => isRight)).toBe(true);
  expect(chosen.actsAloneFrom).toBeLessThanOrEqual(1);
});

test('of parts right alike the one whose other guesses are better is listened to more', () => {
  // Wrong about every third text; where it is wrong, one part has the truth second and the other last.
  const labels = Int32Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 1 : 0));
  const second = Float32Array.from({ length: 900 }, (_, i) => [3, 2, 0][i % 3] ?? 0);
  const last = Float32Array.from({ length: 900 }, (_, i) => [3, 0, 2][i % 3] ?? 0);
  const commonness = new Float64Array(3);
  const parts = { width: 3, labels, commonness };
  const shareOf = ({ linearShare, hiddenShare }: ReturnType<typeof chooseMixture>) =>
    linearShare / hiddenShare;
  expect(shareOf(chooseMixture([{ ...parts, linear: second, hidden: last }], 0.95))).toBeGreaterThan(
    shareOf(chooseMixture([{ ...parts, linear: last, hidden: second }], 0.95)),
  );
});

test('where nothing can be judged nothing acts alone', () => {
  expect(chooseMixture([], 0.95).actsAloneFrom).toBeGreaterThan(1);
});
