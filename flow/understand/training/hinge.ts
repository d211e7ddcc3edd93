import { generator, type SoftmaxWeights, type SparseRows } from './softmax.ts';

/** What a mistake costs beside the size of the weights: chosen on few long letters (docs/understand/topics.md). */
const COST = 0.35;
const MOST_ROUNDS = 12;
/** A round in which no row moved further than this is the last. */
const STILL = 0.01;
/** A row so far on the right side is left alone from then on. */
const FAR = 0.3;

/** One label against the rest while it is learnt; overwritten by the next. */
interface Learning {
  readonly weights: Float64Array;
  bias: number;
  /** How much each row holds the weights: zero for most. */
  readonly holds: Float64Array;
}

/**
 * Linear weights by squared hinge, each label against the rest, found by going from row to row in the dual (Hsieh et al. 2008,
 * «A Dual Coordinate Descent Method for Large-scale Linear SVM»). From few texts it learns more than softmax: what is far
 * enough on its side teaches no more, and every weight is held small. Deterministic.
 *
 * @param rowWeights how much each row counts
 * @returns weights in the form of softmax; scores are margins, so a temperature must make them probabilities
 */
export function trainHinge(
  rows: SparseRows,
  labels: Int32Array,
  rowWeights: Float32Array,
  featureCount: number,
  width: number,
): SoftmaxWeights {
  const weights = new Float32Array(featureCount * width);
  const bias = new Float32Array(width).fill(-1);
  const lengths = Float64Array.from(labels, (_, row) => squaredLength(rows, row) + 1);
  const own = { weights: new Float64Array(featureCount), bias: 0, holds: new Float64Array(labels.length) };
  for (const label of new Set(labels)) {
    own.weights.fill(0);
    own.holds.fill(0);
    own.bias = 0;
    separate(own, rows, labels, rowWeights, lengths, label);
    own.weights.forEach((one, feature) => (weights[feature * width + label] = one));
    bias[label] = own.bias;
  }
  return { width, bias, weights };
}

/** Goes over the rows until none moves; rows far on their side drop out of the rounds. */
function separate(
  own: Learning,
  rows: SparseRows,
  labels: Int32Array,
  rowWeights: Float32Array,
  lengths: Float64Array,
  label: number,
): void {
  const random = generator(1);
  const order = Int32Array.from(labels, (_, row) => row);
  let active = order.length;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    shuffleFirst(order, active, random);
    let most = 0;
    for (let at = 0; at < active; at += 1) {
      const row = order[at] ?? 0;
      const side = labels[row] === label ? 1 : -1;
      const slack = 0.5 / (COST * Math.max(1e-6, rowWeights[row] ?? 1));
      const held = own.holds[row] ?? 0;
      const slope = side * marginOf(own, rows, row) - 1 + slack * held;
      if (held === 0 && slope > 0) {
        if (slope <= FAR || round < 2) continue;
        active -= 1;
        order[at] = order[active] ?? 0;
        order[active] = row;
        at -= 1;
        continue;
      }
      const now = Math.max(0, held - slope / ((lengths[row] ?? 1) + slack));
      own.holds[row] = now;
      most = Math.max(most, Math.abs(now - held));
      if (now !== held) move(own, rows, row, (now - held) * side);
    }
    if (most < STILL) return;
  }
}

function shuffleFirst(order: Int32Array, count: number, random: () => number): void {
  for (let i = count - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}

function squaredLength({ from, values }: SparseRows, row: number): number {
  let sum = 0;
  for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0); at += 1) sum += (values[at] ?? 0) ** 2;
  return sum;
}

function marginOf({ weights, bias }: Learning, { from, columns, values }: SparseRows, row: number): number {
  let sum = bias;
  const last = from[row + 1] ?? 0;
  for (let at = from[row] ?? 0; at < last; at += 1)
    sum += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function move(own: Learning, { from, columns, values }: SparseRows, row: number, by: number): void {
  own.bias += by;
  const last = from[row + 1] ?? 0;
  for (let at = from[row] ?? 0; at < last; at += 1) {
    const column = columns[at] ?? 0;
    own.weights[column] = (own.weights[column] ?? 0) + by * (values[at] ?? 0);
  }
}
