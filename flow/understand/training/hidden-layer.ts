import { INPUT_SCALE } from '../rules/topic-scores.ts';
import { generator, shuffle } from './softmax.ts';
import type { SparseRows } from './softmax.ts';

/**
 * A small network beside the linear weights: every feature has a place in a space of `dims`, a text is the
 * sum of its features there, what is below zero is cut off, and the labels are read from the rest. It sees
 * what features mean together, where linear weights only add up.
 */
export interface HiddenLayer {
  readonly dims: number;
  readonly width: number;
  /** `dims` numbers of every feature. */
  readonly places: Float32Array;
  readonly placeBias: Float32Array;
  /** `dims` numbers of every label. */
  readonly output: Float32Array;
  readonly bias: Float32Array;
}

export interface HiddenOptions {
  readonly dims: number;
  readonly epochs: number;
  readonly rate: number;
  readonly seed: number;
}

/** Shares left out at random at every step, so that no few features decide alone. */
const FEATURES_LEFT_OUT = 0.6;
const DIMS_LEFT_OUT = 0.4;
const NEGLIGIBLE = 2e-4;

/** What a learning network keeps besides its weights: how far each has moved (AdaGrad), and room to work in. */
interface Learning extends HiddenLayer {
  readonly placeMoves: Float32Array;
  readonly placeBiasMoves: Float32Array;
  readonly outputMoves: Float32Array;
  readonly biasMoves: Float32Array;
  readonly text: Float32Array;
  readonly slope: Float32Array;
  readonly scores: Float32Array;
  /** Features of the text that were not left out; dims above zero. */
  readonly kept: Int32Array;
  readonly live: Int32Array;
}

/** Learns the network by AdaGrad, one text at a time. Deterministic by `seed`. */
export function trainHidden(
  rows: SparseRows,
  labels: Int32Array,
  rowWeights: Float32Array,
  featureCount: number,
  width: number,
  { dims, epochs, rate, seed }: HiddenOptions,
): HiddenLayer {
  const random = generator(seed);
  const net = newLearning(rows, featureCount, width, dims, random);
  const order = Int32Array.from(labels, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    order.forEach((row, step) => {
      const now = rate * (1.02 - (epoch + step / order.length) / epochs);
      const keptCount = readText(net, rows, row, random);
      const liveCount = cutOff(net, random);
      scoreText(net, liveCount);
      learnOutput(net, liveCount, labels[row] ?? 0, rowWeights[row] ?? 1, now);
      learnPlaces(net, rows, keptCount, liveCount, now);
    });
  }
  const { places, placeBias, output, bias } = net;
  return { dims, width, places, placeBias, output, bias };
}

function newLearning(
  rows: SparseRows,
  featureCount: number,
  width: number,
  dims: number,
  random: () => number,
): Learning {
  const spread = Math.sqrt(3 / dims);
  let longest = 0;
  for (let row = 1; row < rows.from.length; row += 1)
    longest = Math.max(longest, (rows.from[row] ?? 0) - (rows.from[row - 1] ?? 0));
  return {
    dims,
    width,
    places: new Float32Array(featureCount * dims).map(() => (random() - 0.5) * spread),
    placeMoves: new Float32Array(featureCount).fill(1e-6),
    placeBias: new Float32Array(dims),
    placeBiasMoves: new Float32Array(dims).fill(0.1),
    output: new Float32Array(width * dims).map(() => (random() - 0.5) * 2 * spread),
    outputMoves: new Float32Array(width).fill(1e-3),
    bias: new Float32Array(width),
    biasMoves: new Float32Array(width).fill(0.1),
    text: new Float32Array(dims),
    slope: new Float32Array(dims),
    scores: new Float32Array(width),
    kept: new Int32Array(longest),
    live: new Int32Array(dims),
  };
}

/** Sums the places of the features that are not left out this time. */
function readText(net: Learning, rows: SparseRows, row: number, random: () => number): number {
  const { dims, places, text, kept } = net;
  const scale = INPUT_SCALE / (1 - FEATURES_LEFT_OUT);
  text.set(net.placeBias);
  let count = 0;
  const last = rows.from[row + 1] ?? 0;
  for (let at = rows.from[row] ?? 0; at < last; at += 1) {
    if (random() < FEATURES_LEFT_OUT) continue;
    kept[count] = at;
    count += 1;
    const value = (rows.values[at] ?? 0) * scale;
    const base = (rows.columns[at] ?? 0) * dims;
    for (let j = 0; j < dims; j += 1) text[j] = (text[j] ?? 0) + value * (places[base + j] ?? 0);
  }
  return count;
}

/** Dims below zero, and some at random, are cut off; the others grow to make up for it. */
function cutOff({ dims, text, live }: Learning, random: () => number): number {
  let count = 0;
  for (let j = 0; j < dims; j += 1) {
    if ((text[j] ?? 0) <= 0 || random() < DIMS_LEFT_OUT) continue;
    text[j] = (text[j] ?? 0) / (1 - DIMS_LEFT_OUT);
    live[count] = j;
    count += 1;
  }
  return count;
}

/** Leaves probabilities of the labels in `scores`. */
function scoreText({ dims, width, text, live, output, bias, scores }: Learning, liveCount: number): void {
  let top = -Infinity;
  for (let k = 0; k < width; k += 1) {
    let score = bias[k] ?? 0;
    const base = k * dims;
    for (let i = 0; i < liveCount; i += 1) {
      const j = live[i] ?? 0;
      score += (output[base + j] ?? 0) * (text[j] ?? 0);
    }
    scores[k] = score;
    if (score > top) top = score;
  }
  let sum = 0;
  for (let k = 0; k < width; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - top);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < width; k += 1) scores[k] = (scores[k] ?? 0) / sum;
}

/** Moves the labels' numbers and gathers in `slope` where the text should have been. */
function learnOutput(net: Learning, liveCount: number, label: number, rowWeight: number, rate: number): void {
  const { dims, width, text, live, output, outputMoves, bias, biasMoves, scores, slope } = net;
  slope.fill(0);
  let length = 0;
  for (let i = 0; i < liveCount; i += 1) length += (text[live[i] ?? 0] ?? 0) ** 2;
  for (let k = 0; k < width; k += 1) {
    const wrong = ((scores[k] ?? 0) - (k === label ? 1 : 0)) * rowWeight;
    if (Math.abs(wrong) < NEGLIGIBLE) continue;
    biasMoves[k] = (biasMoves[k] ?? 0) + wrong * wrong;
    bias[k] = (bias[k] ?? 0) - (rate * wrong) / Math.sqrt(biasMoves[k] ?? 1);
    outputMoves[k] = (outputMoves[k] ?? 0) + (wrong * wrong * length) / (liveCount || 1);
    const step = (rate * wrong) / Math.sqrt(outputMoves[k] ?? 1);
    const base = k * dims;
    for (let i = 0; i < liveCount; i += 1) {
      const j = live[i] ?? 0;
      const old = output[base + j] ?? 0;
      slope[j] = (slope[j] ?? 0) + wrong * old;
      output[base + j] = old - step * (text[j] ?? 0);
    }
  }
}

/** Moves the features' places against the slope. */
function learnPlaces(
  net: Learning,
  rows: SparseRows,
  keptCount: number,
  liveCount: number,
  rate: number,
): void {
  const { dims, places, placeMoves, placeBias, placeBiasMoves, slope, kept, live } = net;
  let size = 0;
  for (let i = 0; i < liveCount; i += 1) {
    const j = live[i] ?? 0;
    const own = (slope[j] ?? 0) / (1 - DIMS_LEFT_OUT);
    slope[j] = own;
    size += own * own;
    placeBiasMoves[j] = (placeBiasMoves[j] ?? 0) + own * own;
    placeBias[j] = (placeBias[j] ?? 0) - (rate * own) / Math.sqrt(placeBiasMoves[j] ?? 1);
  }
  if (size === 0) return;
  size /= dims;
  const scale = INPUT_SCALE / (1 - FEATURES_LEFT_OUT);
  for (let i = 0; i < keptCount; i += 1) {
    const at = kept[i] ?? 0;
    const feature = rows.columns[at] ?? 0;
    const value = (rows.values[at] ?? 0) * scale;
    const moved = (placeMoves[feature] ?? 0) + size * value * value;
    placeMoves[feature] = moved;
    const step = (rate * value) / Math.sqrt(moved);
    const base = feature * dims;
    for (let n = 0; n < liveCount; n += 1) {
      const j = live[n] ?? 0;
      places[base + j] = (places[base + j] ?? 0) - step * (slope[j] ?? 0);
    }
  }
}

/** Adds what the network says of one row to `scores`; the row may hold features it does not know. */
export function addHiddenScores(
  { dims, width, places, placeBias, output, bias }: HiddenLayer,
  rows: SparseRows,
  row: number,
  scores: Float64Array,
): void {
  const text = Float64Array.from(placeBias);
  const last = rows.from[row + 1] ?? 0;
  for (let at = rows.from[row] ?? 0; at < last; at += 1) {
    const value = (rows.values[at] ?? 0) * INPUT_SCALE;
    const base = (rows.columns[at] ?? 0) * dims;
    if (base >= places.length) continue;
    for (let j = 0; j < dims; j += 1) text[j] = (text[j] ?? 0) + value * (places[base + j] ?? 0);
  }
  for (let k = 0; k < width; k += 1) {
    let score = bias[k] ?? 0;
    for (let j = 0; j < dims; j += 1) score += (output[k * dims + j] ?? 0) * Math.max(0, text[j] ?? 0);
    scores[k] = (scores[k] ?? 0) + score;
  }
}
