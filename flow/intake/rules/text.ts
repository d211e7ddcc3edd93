import { fail, ok, type Result } from '#kernel/result.ts';

/**
 * The words as we keep them: line ends unified, zero bytes (which the database cannot hold) and trailing space gone.
 * Nothing else is touched: these are the resident's words.
 */
export const keptText = (text: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\u0000', '').toWellFormed().trim();

/** Longest text of a channel message that is kept, in characters. A longer one is cut, and its raw form stays with an administrator. */
export const longestKeptText = 200_000;

/** A text typed into a form of ours: refused with a sentence, since its author is there and can mend it. */
export function checkedText(
  text: string,
  hasFiles: boolean,
  longest: number,
): Result<string, 'text_empty' | 'text_too_long'> {
  const kept = keptText(text);
  if (kept === '' && !hasFiles) return fail({ code: 'text_empty' });
  if (kept.length > longest) return fail({ code: 'text_too_long', length: kept.length, limit: longest });
  return ok(kept);
}
