import { bestTemperature, confidenceFor, figuresOf, judgeAll } from './calibration.ts';
import type { JudgedFigures } from './calibration.ts';
import type { LabelledText } from './labelled-text.ts';
import { packModel } from './pack-model.ts';
import { scoreRow, trainSoftmax } from './softmax.ts';
import type { SoftmaxWeights } from './softmax.ts';
import { splitForValidation } from './validation-split.ts';
import { buildVocabulary, narrowVocabulary, toRows } from './vectors.ts';
import type { Vocabulary } from './vectors.ts';

export interface LearnOptions {
  /** Precision a judgement must have to act alone; 0.95 where left out. */
  readonly precision?: number;
  /** Date of training, `YYYY-MM-DD`: part of the version. */
  readonly trainedOn: string;
  /** Texts by source, for the head of the file; all under `texts` where left out. */
  readonly learntFrom?: Readonly<Record<string, number>>;
  /** Told what is going on. */
  readonly say?: (line: string) => void;
}

/** A classifier that was learnt. */
export interface LearntClassifier {
  /** The file: `readTopicModel(bytes.slice().buffer)` makes it ready for use. */
  readonly bytes: Uint8Array;
  /**
   * On the texts set aside for validation, by a model that had not seen them (the one in `bytes` has
   * learnt from all): what to expect of it.
   */
  readonly measured: JudgedFigures;
}

/**
 * Learns to tell labels apart, any labels: topics, categories, bodies. Sets a part of the texts aside
 * (the newest, where dates are known), learns from the rest, finds on that part what its confidence is
 * worth and from where it may act alone, then learns again from all. The same texts in the same order
 * give the same bytes. A minute or two for 45,000 short texts, under 2 GB; nothing is awaited, so a
 * server runs it in a process of its own.
 *
 * @throws where there is no text at all
 */
export function learnClassifier(examples: readonly LabelledText[], options: LearnOptions): LearntClassifier {
  if (examples.length === 0) throw new Error('A classifier cannot be learnt from no texts');
  const precision = options.precision ?? 0.95;
  const say = options.say ?? (() => {});
  const { fit, validation } = splitForValidation(examples);
  say(`learning from ${fit.length} texts, judged by ${validation.length}`);
  const first = learnWeights(fit.length > 0 ? fit : examples);
  const scored = scoreTexts(validation, first);
  const temperature = validation.length > 0 ? bestTemperature(scored) : 1;
  const judged = judgeAll(scored, temperature);
  const actsAloneFrom = confidenceFor(judged, precision);
  const measured = figuresOf(judged, actsAloneFrom);
  say(`judged: ${JSON.stringify(measured)}; learning from all ${examples.length}`);
  const final = learnWeights(examples);
  const bytes = packModel(final.vocabulary, final.trained, {
    format: 'otklik-classifier-2',
    trainedOn: options.trainedOn,
    labels: [...final.labels],
    temperature,
    actsAloneFrom,
    actsAlonePrecision: precision,
    learntFrom: { ...(options.learntFrom ?? { texts: examples.length }) },
    measured: { ...measured },
  });
  return { bytes, measured };
}

interface Learnt {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly trained: SoftmaxWeights;
}

const LEAST_TEXTS = 3;
const KEPT_FEATURES = 32_000;
const learning = { epochs: 5, rate: 0.5, decay: 0, smoothing: 0.02 };

/** First all features are learnt, then the strongest are kept and learnt again: the file stays small at next to no loss. */
function learnWeights(texts: readonly LabelledText[]): Learnt {
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const column = new Map(labels.map((label, index) => [label, index]));
  const columns = Int32Array.from(texts, ({ label }) => column.get(label) ?? 0);
  const counts = Float32Array.from(texts, ({ weight }) => weight ?? 1);
  const wide = buildVocabulary(texts, texts.length < 200 ? 1 : LEAST_TEXTS);
  const learn = (vocabulary: Vocabulary, epochs: number): SoftmaxWeights =>
    trainSoftmax(toRows(texts, vocabulary), columns, counts, vocabulary.hashes.length, labels.length, {
      ...learning,
      epochs,
    });
  const vocabulary = narrowVocabulary(wide, strongest(learn(wide, 2), wide, KEPT_FEATURES));
  return { labels, vocabulary, trained: learn(vocabulary, learning.epochs) };
}

function scoreTexts(texts: readonly LabelledText[], { labels, vocabulary, trained }: Learnt) {
  const rows = toRows(texts, vocabulary);
  const width = labels.length;
  const scores = new Float32Array(texts.length * width);
  const own = new Float64Array(width);
  texts.forEach((_, row) => {
    scoreRow(rows, row, trained.weights, trained.bias, own);
    scores.set(own, row * width);
  });
  return { scores, width, labels: Int32Array.from(texts, ({ label }) => labels.indexOf(label)) };
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
