/** Scores of texts whose labels are known: text i has `scores[i * width]` …, before softmax. */
export interface ScoredTexts {
  readonly scores: Float32Array;
  readonly width: number;
  /** Column of the true label; −1 where the model does not know it. */
  readonly labels: Int32Array;
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

/** The temperature under which the true labels are most probable: confidence then means the share of right answers. */
export function bestTemperature(texts: ScoredTexts): number {
  let best = 1;
  let least = Infinity;
  for (let tried = 0.1; tried <= 4; tried *= 1.05) {
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

/** The least confidence such that all judgements from it up are right in the wanted share; 2 if there is none. */
export function confidenceFor(judged: readonly Judged[], precision: number): number {
  const sorted = [...judged].sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let from = 2;
  sorted.forEach(({ confidence, isRight }, index) => {
    if (isRight) right += 1;
    if (index + 1 >= LEAST_JUDGED && right / (index + 1) >= precision) from = confidence;
  });
  return Math.ceil(from * 1000) / 1000;
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
