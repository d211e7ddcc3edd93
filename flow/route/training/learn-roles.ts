import { topicModelFormat } from '#flow/understand/rules/topic-model-file.ts';
import { toShares } from '#flow/understand/rules/topic-model.ts';
import {
  bestTemperature,
  chooseMixture,
  confidenceFor,
  figuresOf,
  type Judged,
  type JudgedFigures,
  type ScoredTexts,
} from '#flow/understand/training/calibration.ts';
import { addHiddenScores, trainHidden, type HiddenLayer } from '#flow/understand/training/hidden-layer.ts';
import type { LabelledText } from '#flow/understand/training/labelled-text.ts';
import {
  learnWeights,
  mixed,
  scoreApart,
  type LearntWeights,
} from '#flow/understand/training/learn-weights.ts';
import { packHidden, packModel } from '#flow/understand/training/pack-model.ts';
import { scoreRow } from '#flow/understand/training/softmax.ts';
import { mostTelling } from '#flow/understand/training/telling-features.ts';
import { areFew, splitForValidation } from '#flow/understand/training/validation-split.ts';
import { buildVocabulary, narrowVocabulary, toRows } from '#flow/understand/training/vectors.ts';
import { ownersOfRoles, type OwnerRoles } from '../rules/owner-roles.ts';

/** Features met in fewer cases are chance. */
const LEAST_TEXTS = 3;
const KEPT_FEATURES = 64_000;
const DIMS = 64;
/** Two networks that began apart err apart: together they are right half a hundredth more often. */
const seeds = [3, 11] as const;
const ALONE_PRECISION = 0.95;
/** Standard errors to spare: of owners the surest are hardly righter than the next, so one is won by luck too often. */
const SPARED = 2;

/** A case as it is learnt: its label is the role. */
export interface RoleText extends LabelledText {
  /** Key of the body it ended at. */
  readonly owner: string;
  /** Places it names: a role goes to their bodies. */
  readonly named: ReadonlySet<string>;
}

/** Of many cases, where how common a body is says much, networks alone did best, as they are. */
const networksAlone = { linearShare: 1, hiddenShare: 1, commonTakenOut: 0 } as const;

/**
 * Learns which role a case belongs to: many cases by two networks, few ones by the learner of topics. What its confidence is
 * worth and from where it may act alone is measured on bodies, as they are named in use, not on roles.
 *
 * @returns bytes of a classifier's file, and what it was worth on the newest cases before it learnt from them
 */
export function learnRoles(
  texts: readonly RoleText[],
  roles: OwnerRoles,
  { trainedOn, say = () => {} }: { readonly trainedOn: string; readonly say?: (line: string) => void },
): { readonly bytes: Uint8Array; readonly measured: JudgedFigures } {
  if (texts.length === 0) throw new Error('Nobody can be learnt from no cases');
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const isFew = areFew(texts);
  const learn = (some: readonly LabelledText[]): LearntWeights =>
    isFew ? learnWeights(some, labels, isFew) : learnNetworks(some, labels);
  const rounds = splitForValidation(texts).map(({ fit, validation }) => {
    say(`learning from ${fit.length} cases, judged by ${validation.length}`);
    return { learnt: learn(fit), validation };
  });
  const mixture = isFew
    ? chooseMixture(
        rounds.map(({ learnt, validation }) => scoreApart(learnt, validation)),
        ALONE_PRECISION,
      )
    : networksAlone;
  const scored = rounds.map(({ learnt, validation }) => ({
    texts: validation,
    ...scoreAll(mixed(learnt, mixture), validation),
  }));
  const temperature = bestTemperature(joined(scored, labels.length));
  const judged = scored.flatMap((one) => judgeOwners(one, labels, temperature, roles));
  const actsAloneFrom = confidenceFor(judged, ALONE_PRECISION, SPARED);
  const measured = figuresOf(judged, actsAloneFrom);
  say(`judged: ${JSON.stringify(measured)}; learning from all ${texts.length}`);
  const { vocabulary, linear, hidden } = mixed(learn(texts), mixture);
  const bytes = packModel(vocabulary, linear, packHidden(hidden), {
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

/** Two networks side by side, no linear weights. */
function learnNetworks(texts: readonly LabelledText[], labels: readonly string[]): LearntWeights {
  const column = new Map(labels.map((label, index) => [label, index]));
  const columns = Int32Array.from(texts, ({ label }) => column.get(label) ?? 0);
  const counts = Float32Array.from(texts, ({ weight }) => weight ?? 1);
  const wide = buildVocabulary(texts, LEAST_TEXTS);
  const telling = mostTelling(toRows(texts, wide), columns, wide.hashes.length, labels.length);
  const vocabulary = narrowVocabulary(wide, telling.slice(0, KEPT_FEATURES).sort());
  const rows = toRows(texts, vocabulary);
  const width = labels.length;
  const nets = seeds.map((seed) =>
    trainHidden(rows, columns, counts, vocabulary.hashes.length, width, {
      dims: DIMS,
      epochs: texts.length < 10_000 ? 12 : 8,
      rate: 0.04,
      seed,
    }),
  );
  const weights = new Float32Array(vocabulary.hashes.length * width);
  return {
    labels,
    vocabulary,
    linear: { width, bias: new Float32Array(width), weights },
    hidden: sideBySide(nets),
    commonness: new Float64Array(width),
  };
}

/** The body named for every case as in use, how sure, and whether it is the one the case ended at. */
function judgeOwners(
  { texts, scores, width }: ScoredTexts & { readonly texts: readonly RoleText[] },
  labels: readonly string[],
  temperature: number,
  roles: OwnerRoles,
): Judged[] {
  return texts.map(({ owner, named }, row) => {
    const own = scores.subarray(row * width, (row + 1) * width);
    const shares = toShares(Float64Array.from(own, (one) => one / temperature));
    const [first] = ownersOfRoles(labels, shares, named, roles);
    return { confidence: first?.share ?? 0, isRight: first?.key === owner };
  });
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

function scoreAll(
  { labels, vocabulary, linear, hidden }: LearntWeights,
  texts: readonly LabelledText[],
): ScoredTexts {
  const rows = toRows(texts, vocabulary);
  const width = labels.length;
  const scores = new Float32Array(texts.length * width);
  const own = new Float64Array(width);
  texts.forEach((_, row) => {
    scoreRow(rows, row, linear.weights, linear.bias, own);
    addHiddenScores(hidden, rows, row, own);
    scores.set(own, row * width);
  });
  return { scores, width, labels: Int32Array.from(texts, ({ label }) => labels.indexOf(label)) };
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
