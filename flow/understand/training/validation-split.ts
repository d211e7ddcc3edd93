import { fnv1a } from '../rules/hash.ts';
import type { LabelledText } from './labelled-text.ts';

/** Of real texts: how many judge the model before it learns from all. */
const VALIDATION_SHARE = 0.15;

/** Texts to learn from first, and texts to be judged by. */
export interface ValidationSplit {
  readonly fit: readonly LabelledText[];
  readonly validation: readonly LabelledText[];
}

/** So few texts are judged in turn, each part by what was learnt from the others. */
const FEW = 6000;
const FOLDS = 3;

/**
 * Sets aside what the model is judged by before it learns from everything: the newest of dated texts, for
 * a model meets the future; of undated ones a part chosen by a hash of the text. Few texts are all judged,
 * in three rounds. A text that stands on the other side word for word judges nothing.
 */
export function splitForValidation(examples: readonly LabelledText[]): ValidationSplit[] {
  if (examples.length < FEW)
    return Array.from({ length: FOLDS }, (_, fold) =>
      split(examples, ({ words }) => fnv1a(wordKey(words)) % FOLDS === fold),
    ).filter(({ fit, validation }) => fit.length > 0 && validation.length > 0);
  const times = examples
    .flatMap(({ at, isMadeUp }) => (at === null || isMadeUp === true ? [] : [at.getTime()]))
    .sort((a, b) => a - b);
  const newFrom = times[Math.floor(times.length * (1 - VALIDATION_SHARE))] ?? Infinity;
  return [
    split(examples, ({ at, words }) =>
      at === null ? fnv1a(wordKey(words)) % 1000 < VALIDATION_SHARE * 1000 : at.getTime() >= newFrom,
    ),
  ];
}

function split(
  examples: readonly LabelledText[],
  isAside: (example: LabelledText) => boolean,
): ValidationSplit {
  const fit = examples.filter((one) => one.isMadeUp === true || !isAside(one));
  const learnt = new Set(fit.map(({ words }) => wordKey(words)));
  const validation = examples.filter(
    (one) => one.isMadeUp !== true && isAside(one) && !learnt.has(wordKey(one.words)),
  );
  return { fit, validation };
}

/** Equal for texts of the same words, whatever stands between them. */
export const wordKey = ({ list }: LabelledText['words']): string => list.map(({ text }) => text).join(' ');
