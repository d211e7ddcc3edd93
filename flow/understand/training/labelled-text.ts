import type { Words } from '../rules/words.ts';

/** One text whose label is known: what a classifier learns from. */
export interface LabelledText {
  readonly words: Words;
  /** What is learnt: a topic, a category, a body. Any string, compared as it stands. */
  readonly label: string;
  /** District or municipality, as written; `null` where unknown. Learnt from only where there is one. */
  readonly place: string | null;
  /** When it was written; `null` where unknown. */
  readonly at: Date | null;
  /** How much it counts in learning, 1 where left out. */
  readonly weight?: number;
  /** A phrase made up to teach, not a message: learnt from, never measured on. */
  readonly isMadeUp?: boolean;
}
