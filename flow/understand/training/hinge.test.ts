import { describe, expect, test } from 'vitest';
import { trainHinge } from './hinge.ts';
import { scoreRow, type SparseRows } from './softmax.ts';

/** Rows of three features; the last row has none. */
const rows: SparseRows = {
  from: Int32Array.of(0, 1, 2, 3, 5, 5),
  columns: Int32Array.of(0, 1, 2, 0, 1),
  values: Float32Array.of(1, 1, 1, 0.8, 0.6),
};
const once = new Float32Array(5).fill(1);
const learn = (labels: readonly number[], counts = once) =>
  trainHinge(rows, Int32Array.from(labels), counts, 3, 4);
const scoresOf = (row: number, { weights, bias }: ReturnType<typeof learn>): number[] => {
  const scores = new Float64Array(4);
  scoreRow(rows, row, weights, bias, scores);
  return [...scores];
};
const best = (scores: readonly number[]): number => scores.indexOf(Math.max(...scores));

describe('weights that set each label against the rest', () => {
  test('tell rows of different features apart', () => {
    const learnt = learn([0, 1, 2, 0, 2]);
    expect([0, 1, 2].map((row) => best(scoresOf(row, learnt)))).toEqual([0, 1, 2]);
  });

  test('never name a label that no row has', () => {
    const learnt = learn([0, 1, 2, 0, 2]);
    for (let row = 0; row < 5; row += 1) expect(best(scoresOf(row, learnt))).not.toBe(3);
  });

  test('lean to rows that count more', () => {
    const shared: SparseRows = {
      from: Int32Array.of(0, 1, 2),
      columns: Int32Array.of(0, 0),
      values: Float32Array.of(1, 1),
    };
    const bothWays = (counts: readonly number[]): number => {
      const { weights, bias } = trainHinge(shared, Int32Array.of(0, 1), Float32Array.from(counts), 1, 2);
      return (weights[0] ?? 0) + (bias[0] ?? 0) - (weights[1] ?? 0) - (bias[1] ?? 0);
    };
    expect(bothWays([9, 1])).toBeGreaterThan(0.1);
    expect(bothWays([1, 9])).toBeLessThan(-0.1);
    expect(Math.abs(bothWays([1, 1]))).toBeLessThan(0.05);
  });

  test('are the same every time', () => {
    expect(learn([0, 1, 2, 0, 2])).toEqual(learn([0, 1, 2, 0, 2]));
  });
});
