import { fnv1a } from '../rules/hash.ts';
import { readTopicModelParts, writeTopicModel } from '../rules/topic-model-file.ts';
import type { TopicModelHead } from '../rules/topic-model-file.ts';
import type { Example } from './examples.ts';
import { scoreRow, trainSoftmax } from './softmax.ts';
import type { SoftmaxWeights, SparseRows } from './softmax.ts';
import { buildVocabulary, narrowVocabulary, toRows } from './vectors.ts';
import type { Vocabulary } from './vectors.ts';

export interface TopicTrainingOptions {
  /** Features kept in the file. */
  readonly features: number;
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  readonly smoothing: number;
  readonly leastTexts: number;
  /** Precision that a judgement must have to act alone. */
  readonly precision: number;
  /** Date of training, `YYYY-MM-DD`. */
  readonly trainedOn: string;
  readonly say: (line: string) => void;
}

/**
 * Learns a model of topics and returns the bytes of its file. Held examples only calibrate confidence
 * and measure. First all features are learnt, then the strongest are kept and learnt again, so that
 * the file stays small at next to no loss.
 */
export function trainTopicModel(examples: readonly Example[], options: TopicTrainingOptions): Uint8Array {
  const learnt = examples.filter(({ isHeld }) => !isHeld);
  const topics = [...new Set(learnt.map(({ topic }) => topic))].sort();
  const column = new Map(topics.map((topic, index) => [topic, index]));
  const labels = Int32Array.from(learnt, ({ topic }) => column.get(topic) ?? 0);
  const rowWeights = Float32Array.from(learnt, ({ weight }) => weight);
  const texts = learnt.map(({ words }) => words);

  const wide = buildVocabulary(texts, options.leastTexts);
  options.say(`${learnt.length} texts, ${topics.length} topics, ${wide.hashes.length} features`);
  const first = trainSoftmax(toRows(texts, wide), labels, rowWeights, wide.hashes.length, topics.length, {
    ...options,
    epochs: 2,
  });
  const vocabulary = narrowVocabulary(wide, strongest(first, wide, options.features));
  options.say(`kept ${vocabulary.hashes.length} features`);
  const rows = toRows(texts, vocabulary);
  const learntWeights = withEvenerBias(
    trainSoftmax(rows, labels, rowWeights, vocabulary.hashes.length, topics.length, options),
    labels,
    rowWeights,
  );

  const held = examples.filter(({ isHeld, topic }) => isHeld && column.has(topic));
  const { temperature, actsAloneFrom } = calibrate(
    held,
    column,
    vocabulary,
    learntWeights,
    options.precision,
  );
  const learntFrom: Record<string, number> = {};
  for (const { source } of learnt) learntFrom[source] = (learntFrom[source] ?? 0) + 1;
  return packModel(vocabulary, learntWeights, {
    format: 'otklik-topics-1',
    version: '',
    trainedOn: options.trainedOn,
    topics,
    features: vocabulary.hashes.length,
    weights: 0,
    temperature,
    actsAloneFrom,
    actsAlonePrecision: options.precision,
    learntFrom,
    measured: {},
  });
}

/** The same model with measured figures in its head. */
export function withMeasured(bytes: Uint8Array, measured: Readonly<Record<string, number>>): Uint8Array {
  const parts = readTopicModelParts(bytes.slice().buffer);
  return writeTopicModel({ ...parts, head: { ...parts.head, measured: { ...measured } } });
}

/**
 * How much of the histories' own mix of topics is taken out of the model: a city portal writes of
 * yards, a region of buses and benefits. Measured: 0.3 costs the portal 0.3 % and gives the region 3 %.
 */
const MIX_TAKEN_OUT = 0.3;

function withEvenerBias(
  trained: SoftmaxWeights,
  labels: Int32Array,
  rowWeights: Float32Array,
): SoftmaxWeights {
  const mass = new Float64Array(trained.width);
  labels.forEach((label, row) => (mass[label] = (mass[label] ?? 0) + (rowWeights[row] ?? 0)));
  return { ...trained, bias: trained.bias.map((bias, k) => bias - MIX_TAKEN_OUT * Math.log(mass[k] ?? 1)) };
}

function strongest(trained: SoftmaxWeights, vocabulary: Vocabulary, count: number): Int32Array {
  const { width, weights } = trained;
  const strength = Float64Array.from(vocabulary.rarity, (rarity, feature) => {
    let squares = 0;
    for (let k = 0; k < width; k += 1) squares += (weights[feature * width + k] ?? 0) ** 2;
    // A weight counts by how often it is used: e^-rarity is the share of texts with the feature.
    return Math.sqrt(squares) * rarity * Math.exp(-rarity * 0.35);
  });
  const order = Int32Array.from(strength, (_, feature) => feature);
  return order
    .sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0) || a - b)
    .slice(0, count)
    .sort();
}

/** Rows score → temperature that makes confidence honest, and the confidence from which precision holds. */
function calibrate(
  held: readonly Example[],
  column: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
  trained: SoftmaxWeights,
  precision: number,
): { temperature: number; actsAloneFrom: number } {
  const rows = toRows(
    held.map(({ words }) => words),
    vocabulary,
  );
  const labels = Int32Array.from(held, ({ topic }) => column.get(topic) ?? 0);
  let temperature = 1;
  let least = Infinity;
  for (let tried = 0.5; tried <= 3; tried += 0.05) {
    const loss = heldLoss(rows, labels, trained, tried);
    if (loss < least) [least, temperature] = [loss, tried];
  }
  const judged = held.map((_, row) => judge(rows, row, labels[row] ?? 0, trained, temperature));
  return { temperature: Math.round(temperature * 100) / 100, actsAloneFrom: threshold(judged, precision) };
}

interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
  readonly loss: number;
}

function judge(
  rows: SparseRows,
  row: number,
  label: number,
  trained: SoftmaxWeights,
  temperature: number,
): Judged {
  const scores = new Float64Array(trained.width);
  scoreRow(rows, row, trained.weights, trained.bias, scores);
  let best = 0;
  for (let k = 1; k < scores.length; k += 1) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
  const top = scores[best] ?? 0;
  let sum = 0;
  for (const score of scores) sum += Math.exp((score - top) / temperature);
  const loss = Math.log(sum) - ((scores[label] ?? 0) - top) / temperature;
  return { confidence: 1 / sum, isRight: best === label, loss };
}

function heldLoss(
  rows: SparseRows,
  labels: Int32Array,
  trained: SoftmaxWeights,
  temperature: number,
): number {
  let loss = 0;
  const step = Math.max(1, Math.floor(labels.length / 4000));
  for (let row = 0; row < labels.length; row += step)
    loss += judge(rows, row, labels[row] ?? 0, trained, temperature).loss;
  return loss;
}

/** The least confidence such that all judgements from it up are right in the wanted share; 2 if there is none. */
function threshold(judged: readonly Judged[], precision: number): number {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let from = 2;
  sorted.forEach(({ confidence, isRight }, index) => {
    if (isRight) right += 1;
    if (index >= 100 && right / (index + 1) >= precision) from = confidence;
  });
  return Math.ceil(from * 1000) / 1000;
}

/** 8-bit weights this small are left out: they change nothing that is measured. */
const LEAST_WEIGHT = 9;

/**
 * Weights of a feature are moved so that the middle one is zero (softmax does not see it), then
 * rounded to 8 bits and only those far from zero are kept.
 */
function packModel(vocabulary: Vocabulary, trained: SoftmaxWeights, head: TopicModelHead): Uint8Array {
  const { width } = trained;
  const count = vocabulary.hashes.length;
  const step = new Float32Array(count);
  const from = new Uint32Array(count + 1);
  const columns: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < count; feature += 1) {
    const own = trained.weights.slice(feature * width, (feature + 1) * width);
    const middle = own.slice().sort()[width >> 1] ?? 0;
    const most = own.reduce((top, weight) => Math.max(top, Math.abs(weight - middle)), 0);
    step[feature] = most / 127 || 1;
    own.forEach((weight, column) => {
      const steps = Math.round((weight - middle) / (step[feature] ?? 1));
      if (Math.abs(steps) < LEAST_WEIGHT) return;
      columns.push(column);
      weights.push(steps);
    });
    from[feature + 1] = columns.length;
  }
  const print = weights.reduce(
    (hash, weight) => Math.imul(hash ^ (weight & 255), 0x01000193) >>> 0,
    fnv1a(head.topics.join()),
  );
  return writeTopicModel({
    head: { ...head, version: `topics-${head.trainedOn}-${print.toString(16)}`, weights: weights.length },
    bias: trained.bias,
    hashes: vocabulary.hashes,
    rarity: vocabulary.rarity,
    step,
    from,
    columns: Uint16Array.from(columns),
    weights: Int8Array.from(weights),
  });
}
