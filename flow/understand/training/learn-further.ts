import { bestTemperature, confidenceFor, judgeAll, type ScoredTexts } from './calibration.ts';
import type { LabelledText } from './labelled-text.ts';
import { addHiddenScores } from './hidden-layer.ts';
import { packModel, unpackHidden } from './pack-model.ts';
import { scoreRow, trainSoftmax, type SoftmaxWeights, type SparseRows } from './softmax.ts';
import type { TopicModelParts } from '../rules/topic-model-file.ts';
import { buildVocabulary, narrowVocabulary, toRows, type Vocabulary } from './vectors.ts';

/** How far a model went from where it began, and what its confidence is worth: found on texts it had not seen. */
export interface Tuning {
  /** 0: the base unchanged; 1: all that was learnt. */
  readonly blend: number;
  readonly temperature: number;
  readonly actsAloneFrom: number;
}

/** A base and what was learnt on top of it. */
interface Further {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly start: SoftmaxWeights;
  readonly learnt: SoftmaxWeights;
}

const learning = { epochs: 5, rate: 0.5, decay: 0, smoothing: 0.02 };
const blends = [0.25, 0.5, 0.75, 1] as const;
/** A region's own words beside those of the base. */
const MOST_NEW_FEATURES = 12_000;
const LEAST_TEXTS = 4;

/**
 * Goes on learning from a model that is there, with texts of one region: what the base knows of rare topics stays, the
 * region's own words and habits are added. Labels the base has not are added too.
 *
 * @param tuning of a run that was judged on later texts
 * @param head what the file says of itself; the version is found out
 * @returns bytes of a model file
 */
export function learnFurther(
  base: TopicModelParts,
  texts: readonly LabelledText[],
  tuning: Tuning,
  head: {
    readonly trainedOn: string;
    readonly precision: number;
    readonly learntFrom: Readonly<Record<string, number>>;
  },
): Uint8Array {
  const further = learn(base, texts);
  return packModel(further.vocabulary, blended(further, tuning.blend), base.hidden, {
    format: base.head.format,
    trainedOn: head.trainedOn,
    labels: [...further.labels],
    temperature: tuning.temperature,
    actsAloneFrom: tuning.actsAloneFrom,
    actsAlonePrecision: head.precision,
    learntFrom: { ...head.learntFrom },
    measured: {},
  });
}

/** Learns from the earlier texts and finds on the later ones how far to go and from where to act alone. */
export function tuneFurther(
  base: TopicModelParts,
  earlier: readonly LabelledText[],
  later: readonly LabelledText[],
  precision: number,
): Tuning {
  const further = learn(base, earlier);
  const rows = withHidden(toRows(later, further.vocabulary), base, further.labels.length);
  const column = new Map(further.labels.map((label, index) => [label, index]));
  const labels = Int32Array.from(later, ({ label }) => column.get(label) ?? -1);
  let best: { readonly right: number; readonly tuning: Tuning } | null = null;
  for (const blend of blends) {
    const { weights, bias, width } = blended(further, blend);
    const scored: ScoredTexts = { scores: new Float32Array(later.length * width), width, labels };
    const own = new Float64Array(width);
    later.forEach((_, row) => {
      scoreRow(rows, row, weights, bias, own);
      scored.scores.set(own, row * width);
    });
    const temperature = bestTemperature(scored);
    const judged = judgeAll(scored, temperature);
    const right = judged.filter(({ isRight }) => isRight).length;
    if (best !== null && right <= best.right) continue;
    best = { right, tuning: { blend, temperature, actsAloneFrom: confidenceFor(judged, precision) } };
  }
  return best?.tuning ?? { blend: 1, temperature: base.head.temperature, actsAloneFrom: 2 };
}

function learn(base: TopicModelParts, texts: readonly LabelledText[]): Further {
  const known = new Set(base.head.labels);
  const added = [...new Set(texts.map(({ label }) => label))].filter((label) => !known.has(label)).sort();
  const labels = [...base.head.labels, ...added];
  const column = new Map(labels.map((label, index) => [label, index]));
  const columns = Int32Array.from(texts, ({ label }) => column.get(label) ?? 0);
  const vocabulary = withOwnFeatures(base, texts);
  const start = unpack(base, vocabulary.hashes.length, labels.length);
  const counts = Float32Array.from(texts, ({ weight }) => weight ?? 1);
  const learnt = trainSoftmax(
    withHidden(toRows(texts, vocabulary), base, labels.length),
    columns,
    counts,
    vocabulary.hashes.length,
    labels.length,
    { ...learning, start },
  );
  return { labels, vocabulary, start, learnt };
}

/** The features of the base, then those of the texts that tell their labels apart best. */
function withOwnFeatures(base: TopicModelParts, texts: readonly LabelledText[]): Vocabulary {
  const known = new Set(base.hashes);
  const wide = buildVocabulary(texts, LEAST_TEXTS);
  const isNew = Int32Array.from(wide.hashes, (_, index) => index).filter(
    (index) => !known.has(wide.hashes[index] ?? 0),
  );
  const own = narrowVocabulary(wide, isNew);
  const chosen = mostTelling(own, texts).slice(0, MOST_NEW_FEATURES).sort();
  const narrow = narrowVocabulary(own, chosen);
  const hashes = Uint32Array.from([...base.hashes, ...narrow.hashes]);
  return {
    hashes,
    columns: new Map(Array.from(hashes, (hash, index) => [hash, index])),
    rarity: Float32Array.from([...base.rarity, ...narrow.rarity]),
  };
}

/** Features by how unevenly they are spread over the labels (texts with it × what it tells of the label), the best first. */
function mostTelling(vocabulary: Vocabulary, texts: readonly LabelledText[]): Int32Array {
  const total = new Map<string, number>();
  for (const { label } of texts) total.set(label, (total.get(label) ?? 0) + 1);
  const met = Array.from(vocabulary.hashes, () => new Map<string, number>());
  const rows = toRows(texts, vocabulary);
  texts.forEach(({ label }, row) => {
    for (let at = rows.from[row] ?? 0; at < (rows.from[row + 1] ?? 0); at += 1) {
      const own = met[rows.columns[at] ?? 0];
      own?.set(label, (own.get(label) ?? 0) + 1);
    }
  });
  const telling = Float64Array.from(met, (own) => {
    const all = [...own.values()].reduce((sum, n) => sum + n, 0);
    let told = 0;
    for (const [label, n] of own) told += n * Math.log((n * texts.length) / (all * (total.get(label) ?? 1)));
    return told;
  });
  return Int32Array.from(telling, (_, index) => index).sort(
    (a, b) => (telling[b] ?? 0) - (telling[a] ?? 0) || a - b,
  );
}

/** The weights of a packed model, with room for more features and labels behind. */
function unpack(base: TopicModelParts, features: number, width: number): SoftmaxWeights {
  const weights = new Float32Array(features * width);
  const bias = new Float32Array(width);
  bias.set(base.bias);
  for (let feature = 0; feature < base.hashes.length; feature += 1) {
    const step = base.step[feature] ?? 0;
    for (let at = base.from[feature] ?? 0; at < (base.from[feature + 1] ?? 0); at += 1)
      weights[feature * width + (base.columns[at] ?? 0)] = step * (base.weights[at] ?? 0);
  }
  return { width, bias, weights };
}

const blended = ({ start, learnt }: Further, blend: number): SoftmaxWeights => ({
  width: learnt.width,
  bias: mixed(start.bias, learnt.bias, blend),
  weights: mixed(start.weights, learnt.weights, blend),
});

const mixed = (from: Float32Array, to: Float32Array, share: number): Float32Array =>
  from.map((one, index) => one + share * ((to[index] ?? 0) - one));

/** Rows with what the hidden layer of the base says of them: it stays as it is, the rest is learnt around it. */
function withHidden(rows: SparseRows, base: TopicModelParts, width: number): SparseRows {
  const layer = unpackHidden(base.hidden);
  const count = rows.from.length - 1;
  const given = new Float32Array(count * width);
  const own = new Float64Array(width);
  for (let row = 0; row < count; row += 1) {
    own.fill(0);
    addHiddenScores(layer, rows, row, own);
    given.set(own, row * width);
  }
  return { ...rows, given };
}
