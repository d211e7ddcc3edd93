import type { SparseRows } from './softmax.ts';

/**
 * Features by what they tell of the label, the most telling first: how many texts have them times how far
 * the labels of those texts are from the labels of all (their log-likelihood ratio).
 */
export function mostTelling(
  rows: SparseRows,
  labels: Int32Array,
  featureCount: number,
  width: number,
): Int32Array {
  const total = new Float64Array(width);
  for (const label of labels) total[label] = (total[label] ?? 0) + 1;
  const met = Array.from({ length: featureCount }, () => new Map<number, number>());
  labels.forEach((label, row) => {
    const last = rows.from[row + 1] ?? 0;
    for (let at = rows.from[row] ?? 0; at < last; at += 1) {
      const own = met[rows.columns[at] ?? 0];
      own?.set(label, (own.get(label) ?? 0) + 1);
    }
  });
  const telling = Float64Array.from(met, (own) => {
    let all = 0;
    for (const count of own.values()) all += count;
    let told = 0;
    for (const [label, count] of own)
      told += count * Math.log((count * labels.length) / (all * (total[label] ?? 1)));
    return told;
  });
  return Int32Array.from(telling, (_, feature) => feature).sort(
    (a, b) => (telling[b] ?? 0) - (telling[a] ?? 0) || a - b,
  );
}
