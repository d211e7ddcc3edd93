import type { ScoredApart, Mixture } from './calibration.ts';
import { addHiddenScores, trainHidden } from './hidden-layer.ts';
import type { HiddenLayer } from './hidden-layer.ts';
import { trainHinge } from './hinge.ts';
import type { LabelledText } from './labelled-text.ts';
import { scoreRow, trainSoftmax } from './softmax.ts';
import type { SoftmaxWeights } from './softmax.ts';
import { buildVocabulary, narrowVocabulary, toRows } from './vectors.ts';
import type { Vocabulary } from './vectors.ts';
import { mostTelling } from './telling-features.ts';

/** What is learnt from texts before its parts are weighed against each other. */
export interface LearntWeights {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly linear: SoftmaxWeights;
  readonly hidden: HiddenLayer;
  /** Logarithm of the share of each label among the texts. */
  readonly commonness: Float64Array;
}

/** Features met in fewer texts are chance. */
const LEAST_TEXTS = 2;
/** Of many texts fewer features are enough, and the file stays small; few texts need all they have. */
const MOST_FEATURES = { ofMany: 48_000, ofFew: 80_000 } as const;
/** However many labels there are, memory stays bounded. */
const MOST_WEIGHTS = 100_000_000;
const DIMS = 96;

/** Few texts are gone through more often. */
const rounds = (steps: number, texts: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(steps / texts)));

/**
 * Learns linear weights and the hidden layer from the same rows.
 *
 * @param isFew few texts teach more by hinge than by softmax. Told and not counted: what judges a way of learning and what
 * then learns from all must be the same way
 */
export function learnWeights(
  texts: readonly LabelledText[],
  labels: readonly string[],
  isFew: boolean,
): LearntWeights {
  const column = new Map(labels.map((label, index) => [label, index]));
  const columns = Int32Array.from(texts, ({ label }) => column.get(label) ?? 0);
  const counts = Float32Array.from(texts, ({ weight }) => weight ?? 1);
  const wide = buildVocabulary(texts, texts.length < 200 ? 1 : LEAST_TEXTS);
  const telling = mostTelling(toRows(texts, wide), columns, wide.hashes.length, labels.length);
  const kept = Math.min(
    isFew ? MOST_FEATURES.ofFew : MOST_FEATURES.ofMany,
    Math.ceil(MOST_WEIGHTS / labels.length),
  );
  const vocabulary = narrowVocabulary(wide, telling.slice(0, kept).sort());
  const rows = toRows(texts, vocabulary);
  const features = vocabulary.hashes.length;
  const linear = isFew
    ? trainHinge(rows, columns, counts, features, labels.length)
    : trainSoftmax(rows, columns, counts, features, labels.length, {
        epochs: rounds(160_000, texts.length, 5, 15),
        rate: 0.5,
        decay: 0,
        smoothing: 0.02,
      });
  const hidden = trainHidden(rows, columns, counts, features, labels.length, {
    dims: DIMS,
    epochs: rounds(400_000, texts.length, 10, 40),
    rate: texts.length < 10_000 ? 0.05 : 0.04,
    seed: 3,
  });
  return { labels, vocabulary, linear, hidden, commonness: commonnessOf(columns, counts, labels.length) };
}

function commonnessOf(columns: Int32Array, counts: Float32Array, width: number): Float64Array {
  const mass = new Float64Array(width);
  columns.forEach((column, row) => (mass[column] = (mass[column] ?? 0) + (counts[row] ?? 1)));
  const all = mass.reduce((sum, one) => sum + one, 0);
  // A label never met gets nothing for being rare.
  return mass.map((one) => (one === 0 ? 0 : Math.log(one / all)));
}

/** What each part says of texts it has not learnt from. */
export function scoreApart(learnt: LearntWeights, texts: readonly LabelledText[]): ScoredApart {
  const { labels, vocabulary, linear, hidden, commonness } = learnt;
  const rows = toRows(texts, vocabulary);
  const width = labels.length;
  const scores = {
    linear: new Float32Array(texts.length * width),
    hidden: new Float32Array(texts.length * width),
  };
  const own = new Float64Array(width);
  texts.forEach((_, row) => {
    scoreRow(rows, row, linear.weights, linear.bias, own);
    scores.linear.set(own, row * width);
    own.fill(0);
    addHiddenScores(hidden, rows, row, own);
    scores.hidden.set(own, row * width);
  });
  return {
    ...scores,
    width,
    labels: Int32Array.from(texts, ({ label }) => labels.indexOf(label)),
    commonness,
  };
}

/** The parts made one model: each weighed, and what is only due to common labels taken out of it. */
export function mixed(
  learnt: LearntWeights,
  {
    linearShare,
    hiddenShare,
    commonTakenOut,
  }: Pick<Mixture, 'linearShare' | 'hiddenShare' | 'commonTakenOut'>,
): LearntWeights {
  const { linear, hidden, commonness } = learnt;
  const bias = linear.bias.map(
    (one, k) =>
      one * linearShare + (hidden.bias[k] ?? 0) * hiddenShare - (commonness[k] ?? 0) * commonTakenOut,
  );
  return {
    ...learnt,
    linear: { width: linear.width, bias, weights: linear.weights.map((one) => one * linearShare) },
    hidden: { ...hidden, output: hidden.output.map((one) => one * hiddenShare) },
  };
}
