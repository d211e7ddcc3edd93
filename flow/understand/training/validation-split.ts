import { fnv1a } from '../rules/hash.ts';
import type { LabelledText } from './labelled-text.ts';

/** Of real texts: how many judge the model before it learns from all. */
const VALIDATION_SHARE = 0.15;

/** Texts to learn from first, and texts to be judged by. */
export interface ValidationSplit {
  readonly fit: readonly LabelledText[];
  readonly validation: readonly LabelledText[];
}

/**
 * Sets aside what the model is judged by before it learns from everything: the newest of dated texts, for
 * a model meets the future; of undated ones a part chosen by a hash of the text. A text that stands on
 * the other side word for word judges nothing.
 */
export function splitForValidation(examples: readonly LabelledText[]): ValidationSplit {
  const times = examples
    .flatMap(({ at, isMadeUp }) => (at === null || isMadeUp === true ? [] : [at.getTime()]))
    .sort((a, b) => a - b);
  const newFrom = times[Math.floor(times.length * (1 - VALIDATION_SHARE))] ?? Infinity;
  const isAside = ({ at, words, isMadeUp }: LabelledText): boolean => {
    if (isMadeUp === true) return false;
    return at === null ? fnv1a(words.folded) % 1000 < VALIDATION_SHARE * 1000 : at.getTime() >= newFrom;
  };
  const fit = examples.filter((one) => !isAside(one));
  const learnt = new Set(fit.map(({ words }) => wordKey(words)));
  const known = new Set(fit.map(({ label }) => label));
  const validation = examples.filter(
    (one) => isAside(one) && !learnt.has(wordKey(one.words)) && known.has(one.label),
  );
  return { fit, validation };
}

/** Equal for texts of the same words, whatever stands between them. */
export const wordKey = ({ list }: LabelledText['words']): string => list.map(({ text }) => text).join(' ');
