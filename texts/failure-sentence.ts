import type { Failure, FailureCode } from '#kernel/failures.ts';

/** What a sentence may need besides the failure itself: how this reader's region writes a moment. */
export interface FailureWords {
  /** An ISO instant in words: «сегодня, 14:20». */
  readonly moment: (instant: string) => string;
}

type FailureOf = { readonly [F in Failure as F['code']]: F };

/** One sentence for every code of the catalogue: what happened, why, what to do. A new code does not compile without one. */
export type FailureTexts = {
  readonly [Code in FailureCode]: (failure: FailureOf[Code], words: FailureWords) => string;
};

/** The sentence of a failure in the language of `texts`. Never contains a code. */
export function failureSentence<Code extends FailureCode>(
  texts: FailureTexts,
  failure: FailureOf[Code] & { readonly code: Code },
  words: FailureWords,
): string {
  const code: Code = failure.code;
  return texts[code](failure, words);
}
