import { letters as english } from '#texts/letters/en.ts';
import { letters as russian } from '#texts/letters/ru.ts';
import type { Failure } from '#kernel/failures.ts';
import { fail, ok, type Result } from '#kernel/result.ts';

export type Letters = typeof russian;

/** Letters are written in the language of the service: residents write in any, the centre answers in Russian. */
export const lettersIn = (language: 'ru' | 'en'): Letters => (language === 'ru' ? russian : english);

/** The whole letter must fit the channel; the writer is told before it is approved, not after. */
export function fittingLetter(text: string, longest: number): Result<string, 'answer_too_long'> {
  return text.length > longest
    ? fail({ code: 'answer_too_long', length: text.length, limit: longest } satisfies Failure)
    : ok(text);
}
