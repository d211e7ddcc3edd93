/** Scores of texts whose labels are known: text i has `scores[i * width]` …, before softmax. */
export interface ScoredTexts {
  readonly scores: Float32Array;
  readonly width: number;
  /** Column of the true label; −1 where the model does not know it. */
  readonly labels: Int32Array;
}

/** What the parts of a model say of texts it has not learnt from. */
export interface ScoredApart {
  readonly linear: Float32Array;
  readonly hidden: Float32Array;
  readonly width: number;
  readonly labels: Int32Array;
  /** Logarithm of the share of each label among the texts learnt from. */
  readonly commonness: Float64Array;
}

/** How the parts of a model are put together. */
export interface Mixture {
  readonly linearShare: number;
  readonly hiddenShare: number;
  /**
   * How much of what is only due to some labels being common is taken out: models that learn from few
   * examples of a label lean too much to the common ones.
   */
  readonly commonTakenOut: number;
  readonly temperature: number;
  readonly actsAloneFrom: number;
  /** Its judgements of the texts it was chosen by. */
  readonly judged: readonly Judged[];
}

const hiddenParts = [0.2, 0.35, 0.5, 0.65] as const;
const takenOut = [0, 0.15, 0.3, 0.4, 0.5] as const;
/** Where nothing can be measured. */
const preset: Mixture = {
  linearShare: 0.5,
  hiddenShare: 0.5,
  commonTakenOut: 0.3,
  temperature: 1,
  actsAloneFrom: 2,
  judged: [],
};

/** The mixture that is right most often, with rare labels counted too. */
export function chooseMixture(rounds: readonly ScoredApart[], precision: number): Mixture {
  const parts = rounds.filter(({ labels }) => labels.length > 0);
  if (parts.length === 0) return preset;
  const warmth = {
    linear: bestTemperature(joined(parts, (one) => one.linear)),
    hidden: bestTemperature(joined(parts, (one) => one.hidden)),
  };
  let best = { worth: -Infinity, shares: preset };
  for (const part of hiddenParts) {
    for (const commonTakenOut of takenOut) {
      const shares = {
        ...preset,
        linearShare: (1 - part) / warmth.linear,
        hiddenShare: part / warmth.hidden,
        commonTakenOut,
      };
      const worth = worthOf(joined(parts, (one) => together(one, shares)));
      if (worth > best.worth) best = { worth, shares };
    }
  }
  const texts = joined(parts, (one) => together(one, best.shares));
  const temperature = bestTemperature(texts);
  const judged = judgeAll(texts, temperature);
  return { ...best.shares, temperature, judged, actsAloneFrom: confidenceFor(judged, precision) };
}

function together({ linear, hidden, width, commonness }: ScoredApart, shares: Mixture): Float32Array {
  return linear.map(
    (one, i) =>
      one * shares.linearShare +
      (hidden[i] ?? 0) * shares.hiddenShare -
      (commonness[i % width] ?? 0) * shares.commonTakenOut,
  );
}

function joined(parts: readonly ScoredApart[], scoresOf: (one: ScoredApart) => Float32Array): ScoredTexts {
  const width = parts[0]?.width ?? 1;
  const count = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const scores = new Float32Array(count * width);
  const labels = new Int32Array(count);
  let at = 0;
  for (const one of parts) {
    scores.set(scoresOf(one), at * width);
    labels.set(one.labels, at);
    at += one.labels.length;
  }
  return { scores, width, labels };
}

/**
 * Accuracy; a quarter as much for the mean F1 of labels, for a rare topic is a topic, too; and a tenth of how surprising the true
 * labels are (log loss): the second and the third guess are read as well, and confidence is believed.
 */
function worthOf(texts: ScoredTexts): number {
  const { scores, width, labels } = texts;
  const hits = new Float64Array(width);
  const guessed = new Float64Array(width);
  const wanted = new Float64Array(width);
  labels.forEach((label, text) => {
    const best = bestColumn(scores, text * width, width);
    guessed[best] = (guessed[best] ?? 0) + 1;
    wanted[label] = (wanted[label] ?? 0) + 1;
    if (best === label) hits[best] = (hits[best] ?? 0) + 1;
  });
  let f1 = 0;
  let met = 0;
  let right = 0;
  for (let k = 0; k < width; k += 1) {
    const seen = (guessed[k] ?? 0) + (wanted[k] ?? 0);
    if (seen === 0) continue;
    met += 1;
    f1 += (2 * (hits[k] ?? 0)) / seen;
    right += hits[k] ?? 0;
  }
  return (right - 0.1 * lossAt(texts, 1)) / labels.length + (0.25 * f1) / Math.max(1, met);
}

function bestColumn(scores: Float32Array, from: number, width: number): number {
  let best = 0;
  for (let k = 1; k < width; k += 1) if ((scores[from + k] ?? 0) > (scores[from + best] ?? 0)) best = k;
  return best;
}

/** One judgement: how sure, and whether it was right. */
export interface Judged {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** Figures of judgements on texts not learnt from; shares 0…1. */
export interface JudgedFigures {
  readonly texts: number;
  readonly accuracy: number;
  /** Mean gap between confidence and the share of right answers, over ten bands. */
  readonly calibrationError: number;
  /** Share of texts judged surely enough to act alone, and how many of those are right. */
  readonly sureShare: number;
  readonly surePrecision: number;
}

/**
 * The temperature under which the true labels are most probable: confidence then means the share of right answers. 1 where
 * there is nothing to judge by.
 */
export function bestTemperature(texts: ScoredTexts): number {
  if (texts.labels.length === 0) return 1;
  let best = 1;
  let least = Infinity;
  for (let tried = 0.02; tried <= 4; tried *= 1.05) {
    const loss = lossAt(texts, tried);
    if (loss < least) [least, best] = [loss, tried];
  }
  return Math.round(best * 1000) / 1000;
}

function lossAt({ scores, width, labels }: ScoredTexts, temperature: number): number {
  let loss = 0;
  labels.forEach((label, text) => {
    if (label < 0) return;
    const own = scores.subarray(text * width, (text + 1) * width);
    const top = own.reduce((most, one) => Math.max(most, one), -Infinity);
    const sum = own.reduce((total, one) => total + Math.exp((one - top) / temperature), 0);
    loss += Math.log(sum) - ((own[label] ?? 0) - top) / temperature;
  });
  return loss;
}

/** The first guess for every text. */
export function judgeAll({ scores, width, labels }: ScoredTexts, temperature: number): Judged[] {
  return Array.from(labels, (label, text) => {
    const own = scores.subarray(text * width, (text + 1) * width);
    let best = 0;
    own.forEach((one, k) => (best = one > (own[best] ?? 0) ? k : best));
    const top = own[best] ?? 0;
    const sum = own.reduce((total, one) => total + Math.exp((one - top) / temperature), 0);
    return { confidence: 1 / sum, isRight: best === label };
  });
}

/** Fewer judgements than this prove nothing about a precision of 0.95. */
const LEAST_JUDGED = 100;
/**
 * However right everything was, nothing acts alone that is not likelier than all else together: texts of one mould make the least
 * sure guess look as good as the surest, and the first message of another kind is then taken at a sixth.
 */
const LEAST_ALONE = 0.5;

/**
 * The least confidence such that all judgements from it up are right in the wanted share, with so many standard errors to
 * spare: few judgements must be better than many. 2 if there is none.
 *
 * @param spared more than one where surer judgements are hardly righter than less sure ones: the least confidence that does
 * is then found by luck
 */
export function confidenceFor(judged: readonly Judged[], precision: number, spared = 1): number {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let from = 2;
  sorted.forEach(({ confidence, isRight }, index) => {
    if (isRight) right += 1;
    const count = index + 1;
    if (count < LEAST_JUDGED || sorted[count]?.confidence === confidence) return;
    const spare = spared * Math.sqrt((precision * (1 - precision)) / count);
    if (right / count >= precision + spare) from = confidence;
  });
  return Math.ceil(Math.max(LEAST_ALONE, from) * 10_000) / 10_000;
}

/** What these judgements amount to, when from `sureFrom` up no person looks. */
export function figuresOf(judged: readonly Judged[], sureFrom: number): JudgedFigures {
  const bands = new Float64Array(10);
  let right = 0;
  let sure = 0;
  let sureRight = 0;
  for (const { confidence, isRight } of judged) {
    const band = Math.min(9, Math.floor(confidence * 10));
    bands[band] = (bands[band] ?? 0) + confidence - (isRight ? 1 : 0);
    if (isRight) right += 1;
    if (confidence < sureFrom) continue;
    sure += 1;
    if (isRight) sureRight += 1;
  }
  const share = (count: number, of: number): number =>
    of === 0 ? 0 : Math.round((count / of) * 10_000) / 10_000;
  return {
    texts: judged.length,
    accuracy: share(right, judged.length),
    calibrationError: share(
      bands.reduce((sum, gap) => sum + Math.abs(gap), 0),
      judged.length,
    ),
    sureShare: share(sure, judged.length),
    surePrecision: sure === 0 ? 1 : share(sureRight, sure),
  };
}
