/** Texts as sparse rows: the values of row i lie at `from[i]` … `from[i + 1]`. */
export interface SparseRows {
  readonly from: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float32Array;
  /** Scores every row has from elsewhere, `width` of each: they are added to, never learnt. */
  readonly given?: Float32Array;
}

export interface SoftmaxOptions {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of every touched weight to zero, per step. */
  readonly decay: number;
  /** Share of the truth given to all other classes, against over-confidence on wrongly labelled rows. */
  readonly smoothing: number;
  /** Weights to go on from, of the same shape; they are left as they are. None: from nothing. */
  readonly start?: SoftmaxWeights;
}

export interface SoftmaxWeights {
  readonly width: number;
  readonly bias: Float32Array;
  readonly weights: Float32Array;
}

const NEGLIGIBLE = 2e-4;
/** Weights that were learnt before move more slowly than those that begin at nothing. */
const CAUTION = 0.03;

/**
 * Multinomial logistic regression by AdaGrad over sparse rows. Deterministic: the order of rows is
 * shuffled by a fixed generator.
 */
export function trainSoftmax(
  rows: SparseRows,
  labels: Int32Array,
  rowWeights: Float32Array,
  featureCount: number,
  width: number,
  options: SoftmaxOptions,
): SoftmaxWeights {
  const { start } = options;
  const weights = start?.weights.slice() ?? new Float32Array(featureCount * width);
  const squares = new Float32Array(featureCount * width).fill(start === undefined ? 0.02 : CAUTION);
  const bias = start?.bias.slice() ?? new Float32Array(width);
  const biasSquares = new Float32Array(width).fill(1);
  const order = Int32Array.from(labels, (_, i) => i);
  const scores = new Float64Array(width);
  const random = generator(20260101);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    for (const row of order) {
      scoreRow(rows, row, weights, bias, scores);
      toGradient(scores, labels[row] ?? 0, rowWeights[row] ?? 1, options.smoothing);
      for (let k = 0; k < width; k += 1) {
        const slope = scores[k] ?? 0;
        if (slope === 0) continue;
        biasSquares[k] = (biasSquares[k] ?? 0) + slope * slope;
        bias[k] = (bias[k] ?? 0) - (0.3 * rate * slope) / Math.sqrt(biasSquares[k] ?? 1);
      }
      const last = rows.from[row + 1] ?? 0;
      for (let at = rows.from[row] ?? 0; at < last; at += 1) {
        const value = rows.values[at] ?? 0;
        const base = (rows.columns[at] ?? 0) * width;
        for (let k = 0; k < width; k += 1) {
          const slope = (scores[k] ?? 0) * value;
          if (slope === 0) continue;
          const old = weights[base + k] ?? 0;
          const sum = (squares[base + k] ?? 0) + slope * slope;
          squares[base + k] = sum;
          weights[base + k] = old - (rate * (slope + options.decay * old)) / Math.sqrt(sum);
        }
      }
    }
  }
  return { width, bias, weights };
}

/** Scores of all classes for one row, before softmax. */
export function scoreRow(
  rows: SparseRows,
  row: number,
  weights: Float32Array,
  bias: Float32Array,
  scores: Float64Array,
): void {
  const width = scores.length;
  scores.set(bias);
  if (rows.given !== undefined)
    for (let k = 0; k < width; k += 1) scores[k] = (scores[k] ?? 0) + (rows.given[row * width + k] ?? 0);
  const last = rows.from[row + 1] ?? 0;
  for (let at = rows.from[row] ?? 0; at < last; at += 1) {
    const value = rows.values[at] ?? 0;
    const base = (rows.columns[at] ?? 0) * width;
    for (let k = 0; k < width; k += 1) scores[k] = (scores[k] ?? 0) + value * (weights[base + k] ?? 0);
  }
}

/** Turns scores into the slope of the loss; classes with next to no probability are left alone. */
function toGradient(scores: Float64Array, label: number, rowWeight: number, smoothing: number): void {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - top);
    scores[k] = power;
    sum += power;
  }
  const share = smoothing / scores.length;
  for (let k = 0; k < scores.length; k += 1) {
    const probability = (scores[k] ?? 0) / sum;
    const wanted = k === label ? 1 - smoothing + share : share;
    const slope = probability - wanted;
    scores[k] = k !== label && Math.abs(slope) < NEGLIGIBLE ? 0 : slope * rowWeight;
  }
}

/** A small deterministic generator of numbers in [0, 1) (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
}
