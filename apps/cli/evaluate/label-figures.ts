/** A judgement about one text: guesses with confidence, the best first, beside the truth. */
export interface JudgedRow {
  readonly truth: string;
  readonly guesses: readonly { readonly label: string; readonly confidence: number }[];
}

export interface LabelFigures {
  readonly n: number;
  readonly accuracy: number;
  /** F1 of every label met, weighted by how often it is true. */
  readonly weightedF1: number;
  /** Mean F1 over all labels that are true or guessed somewhere. */
  readonly macroF1: number;
  /** Share of rows whose truth is among the first three guesses. */
  readonly top3: number;
  /** The largest share of rows, taken from the surest down, that is right in at least 95 % of them. */
  readonly coverageAt95: number;
}

/** Fewer rows than this prove nothing about a precision of 0.95. */
const FEWEST_SURE = 20;
const PRECISION = 0.95;

const share = (count: number, of: number): number =>
  of === 0 ? 0 : Math.round((count / of) * 10_000) / 10_000;

/** How good guesses of labels are. */
export function labelFigures(rows: readonly JudgedRow[]): LabelFigures {
  const isRight = rows.map(({ truth, guesses }) => guesses[0]?.label === truth);
  const { weighted, macro } = f1(rows);
  return {
    n: rows.length,
    accuracy: share(isRight.filter(Boolean).length, rows.length),
    weightedF1: share(weighted, 1),
    macroF1: share(macro, 1),
    top3: share(
      rows.filter(({ truth, guesses }) => guesses.slice(0, 3).some(({ label }) => label === truth)).length,
      rows.length,
    ),
    coverageAt95: coverage(rows),
  };
}

function f1(rows: readonly JudgedRow[]): { readonly weighted: number; readonly macro: number } {
  const labels = new Map<string, { right: number; true: number; guessed: number }>();
  const of = (label: string) => {
    const found = labels.get(label) ?? { right: 0, true: 0, guessed: 0 };
    labels.set(label, found);
    return found;
  };
  for (const { truth, guesses } of rows) {
    const guess = guesses[0]?.label;
    of(truth).true += 1;
    if (guess !== undefined) of(guess).guessed += 1;
    if (guess === truth) of(truth).right += 1;
  }
  const each = [...labels.values()].map((one) => ({
    ...one,
    f1: (2 * one.right) / (one.true + one.guessed),
  }));
  return {
    weighted: each.reduce((sum, one) => sum + one.f1 * one.true, 0) / (rows.length || 1),
    macro: each.reduce((sum, one) => sum + one.f1, 0) / (each.length || 1),
  };
}

function coverage(rows: readonly JudgedRow[]): number {
  const sorted = rows
    .map(({ truth, guesses }) => ({
      confidence: guesses[0]?.confidence ?? 0,
      isRight: guesses[0]?.label === truth,
    }))
    .sort((one, other) => other.confidence - one.confidence);
  let right = 0;
  let covered = 0;
  sorted.forEach(({ confidence, isRight }, at) => {
    if (isRight) right += 1;
    const isLastOfEqual = sorted[at + 1]?.confidence !== confidence;
    if (at + 1 >= FEWEST_SURE && isLastOfEqual && right / (at + 1) >= PRECISION) covered = at + 1;
  });
  return share(covered, rows.length);
}
