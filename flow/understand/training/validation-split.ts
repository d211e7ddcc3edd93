import { fnv1a } from '../rules/hash.ts';
import type { LabelledText } from './labelled-text.ts';

/** Of real texts: how many judge the model before it learns from all. */
const VALIDATION_SHARE = 0.15;
/** Where more than this would be as new as the newest, time does not tell them apart. */
const MOST_ASIDE = 0.4;

/** Texts to learn from first, and texts to be judged by. */
export interface ValidationSplit<T extends LabelledText> {
  readonly fit: readonly T[];
  readonly validation: readonly T[];
}

/** So few texts are judged in turn, each part by what was learnt from the others. */
const FEW = 6000;
export const areFew = (texts: readonly unknown[]): boolean => texts.length < FEW;
const FOLDS = 3;

/**
 * Sets aside what the model is judged by before it learns from everything: the newest of dated texts, for
 * a model meets the future; of undated ones, and where one moment is all the dates say, a part chosen by a hash of the text. Few texts are all judged,
 * in three rounds. A text that stands on the other side word for word judges nothing.
 */
export function splitForValidation<T extends LabelledText>(examples: readonly T[]): ValidationSplit<T>[] {
  if (areFew(examples))
    return Array.from({ length: FOLDS }, (_, fold) =>
      split(examples, ({ words }) => fnv1a(wordKey(words)) % FOLDS === fold),
    ).filter(({ fit, validation }) => fit.length > 0 && validation.length > 0);
  const isNew = newestOf(examples);
  return [
    split(examples, ({ at, words }) =>
      at === null || isNew === null ? fnv1a(wordKey(words)) % 1000 < VALIDATION_SHARE * 1000 : isNew(at),
    ),
  ];
}

/** Tells the newest texts from the others; `null` where dates do not: too few are dated, or too many bear one moment. */
function newestOf(examples: readonly LabelledText[]): ((at: Date) => boolean) | null {
  const times = examples
    .flatMap(({ at, isMadeUp }) => (at === null || isMadeUp === true ? [] : [at.getTime()]))
    .sort((a, b) => a - b);
  const from = times[Math.floor(times.length * (1 - VALIDATION_SHARE))];
  if (from === undefined || times.indexOf(from) < times.length * (1 - MOST_ASIDE)) return null;
  return (at) => at.getTime() >= from;
}

function split<T extends LabelledText>(
  examples: readonly T[],
  isAside: (example: LabelledText) => boolean,
): ValidationSplit<T> {
  const fit = examples.filter((one) => one.isMadeUp === true || !isAside(one));
  const learnt = new Set(fit.map(({ words }) => wordKey(words)));
  const validation = examples.filter(
    (one) => one.isMadeUp !== true && isAside(one) && !learnt.has(wordKey(one.words)),
  );
  return { fit, validation };
}

/** Equal for texts of the same words, whatever stands between them. */
export const wordKey = ({ list }: LabelledText['words']): string => list.map(({ text }) => text).join(' ');
