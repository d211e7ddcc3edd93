import type { Failure, FailureCode } from '#kernel/failures.ts';

/** What a sentence may need besides the failure itself: how this reader's region writes a moment. */
export interface FailureWords {
  /** An ISO instant in words: «сегодня, 14:20». */
  readonly moment: (instant: string) => string;
}

/** One sentence for every code of the catalogue: what happened, why, what to do. A new code does not compile without one. */
export type FailureTexts = {
  readonly [Code in FailureCode]: (failure: Extract<Failure, { code: Code }>, words: FailureWords) => string;
};

/** The sentence of a failure in the language of `texts`. Never contains a code. */
export function failureSentence<F extends Failure>(
  texts: FailureTexts,
  failure: F,
  words: FailureWords,
): string {
  const write: (failure: never, words: FailureWords) => string = texts[failure.code];
  // The table is indexed by the very code of the failure, which the compiler cannot follow across a union.
  return write(failure as never, words);
}
