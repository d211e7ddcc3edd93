import { topicModelFormat } from '#flow/understand/rules/topic-model-file.ts';
import {
  bestTemperature,
  confidenceFor,
  figuresOf,
  judgeAll,
  type JudgedFigures,
  type ScoredTexts,
} from '#flow/understand/training/calibration.ts';
import { addHiddenScores, trainHidden, type HiddenLayer } from '#flow/understand/training/hidden-layer.ts';
import type { LabelledText } from '#flow/understand/training/labelled-text.ts';
import { packHidden, packModel } from '#flow/understand/training/pack-model.ts';
import { mostTelling } from '#flow/understand/training/telling-features.ts';
import { splitForValidation } from '#flow/understand/training/validation-split.ts';
import {
  buildVocabulary,
  narrowVocabulary,
  toRows,
  type Vocabulary,
} from '#flow/understand/training/vectors.ts';

/** Features met in fewer cases are chance. */
const LEAST_TEXTS = 3;
const KEPT_FEATURES = 64_000;
const DIMS = 64;
/** Two networks that began apart err apart: together they are right half a hundredth more often. */
const seeds = [3, 11] as const;
const ALONE_PRECISION = 0.95;

interface Learnt {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly net: HiddenLayer;
}

/**
 * Learns which role a case belongs to. Unlike topics, where a rare one counts too, only how often the first guess is right
 * counts here: networks alone did it best, and how common a body is stays in them.
 *
 * @returns bytes of a classifier's file, and what it was worth on the newest cases before it learnt from them
 */
export function learnRoles(
  texts: readonly LabelledText[],
  { trainedOn, say = () => {} }: { readonly trainedOn: string; readonly say?: (line: string) => void },
): { readonly bytes: Uint8Array; readonly measured: JudgedFigures } {
  if (texts.length === 0) throw new Error('Nobody can be learnt from no cases');
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const rounds = splitForValidation(texts).map(({ fit, validation }) => {
    say(`learning from ${fit.length} cases, judged by ${validation.length}`);
    return scoreAll(learn(fit, labels), validation);
  });
  const judgedBy = joined(rounds, labels.length);
  const temperature = judgedBy.labels.length > 0 ? bestTemperature(judgedBy) : 1;
  const judged = judgeAll(judgedBy, temperature);
  const actsAloneFrom = confidenceFor(judged, ALONE_PRECISION);
  const measured = figuresOf(judged, actsAloneFrom);
  say(`judged: ${JSON.stringify(measured)}; learning from all ${texts.length}`);
  const { vocabulary, net } = learn(texts, labels);
  const nothing = {
    width: labels.length,
    bias: net.bias,
    weights: new Float32Array(vocabulary.hashes.length * labels.length),
  };
  const bytes = packModel(vocabulary, nothing, packHidden(net), {
    format: topicModelFormat,
    trainedOn,
    labels,
    temperature,
    actsAloneFrom,
    actsAlonePrecision: ALONE_PRECISION,
    learntFrom: { cases: texts.length },
    measured: { ...measured },
  });
  return { bytes, measured };
}

function learn(texts: readonly LabelledText[], labels: readonly string[]): Learnt {
  const column = new Map(labels.map((label, index) => [label, index]));
  const columns = Int32Array.from(texts, ({ label }) => column.get(label) ?? 0);
  const counts = Float32Array.from(texts, ({ weight }) => weight ?? 1);
  const wide = buildVocabulary(texts, texts.length < 200 ? 1 : LEAST_TEXTS);
  const telling = mostTelling(toRows(texts, wide), columns, wide.hashes.length, labels.length);
  const vocabulary = narrowVocabulary(wide, telling.slice(0, KEPT_FEATURES).sort());
  const rows = toRows(texts, vocabulary);
  const epochs = texts.length < 10_000 ? 12 : 8;
  const nets = seeds.map((seed) =>
    trainHidden(rows, columns, counts, vocabulary.hashes.length, labels.length, {
      dims: DIMS,
      epochs,
      rate: 0.04,
      seed,
    }),
  );
  return { labels, vocabulary, net: sideBySide(nets) };
}

/** Networks over the same features as one that says what they say on average. */
function sideBySide(nets: readonly HiddenLayer[]): HiddenLayer {
  const [first] = nets;
  if (first === undefined) throw new Error('no network');
  const { dims, width } = first;
  const features = first.places.length / dims;
  const all = dims * nets.length;
  const places = new Float32Array(features * all);
  const output = new Float32Array(width * all);
  const bias = new Float32Array(width);
  const placeBias = new Float32Array(all);
  nets.forEach((net, n) => {
    placeBias.set(net.placeBias, n * dims);
    for (let feature = 0; feature < features; feature += 1)
      places.set(net.places.subarray(feature * dims, (feature + 1) * dims), feature * all + n * dims);
    for (let k = 0; k < width; k += 1) {
      const own = net.output.subarray(k * dims, (k + 1) * dims).map((one) => one / nets.length);
      output.set(own, k * all + n * dims);
      bias[k] = (bias[k] ?? 0) + (net.bias[k] ?? 0) / nets.length;
    }
  });
  return { dims: all, width, places, placeBias, output, bias };
}

function scoreAll({ labels, vocabulary, net }: Learnt, texts: readonly LabelledText[]): ScoredTexts {
  const rows = toRows(texts, vocabulary);
  const scores = new Float32Array(texts.length * labels.length);
  const own = new Float64Array(labels.length);
  texts.forEach((_, row) => {
    own.fill(0);
    addHiddenScores(net, rows, row, own);
    scores.set(own, row * labels.length);
  });
  return {
    scores,
    width: labels.length,
    labels: Int32Array.from(texts, ({ label }) => labels.indexOf(label)),
  };
}

function joined(rounds: readonly ScoredTexts[], width: number): ScoredTexts {
  const scores = new Float32Array(rounds.reduce((sum, one) => sum + one.scores.length, 0));
  const labels = new Int32Array(scores.length / width);
  let at = 0;
  for (const one of rounds) {
    scores.set(one.scores, at * width);
    labels.set(one.labels, at);
    at += one.labels.length;
  }
  return { scores, width, labels };
}
