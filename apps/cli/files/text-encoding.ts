/** Encodings of files that are read; what a spreadsheet saves on a Russian machine is among them. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** A file of another encoding has hardly a character that happens to be UTF-8; a damaged one has few that are not. */
const MOST_BROKEN = 0.05;
/** Letters of a text in Windows-1251 are letters of Russian, with a few quotation marks and dashes between. */
const LEAST_LETTERS = 0.8;
/** Of running text; in other Russian encodings read as this one small letters come out as capitals. */
const MOST_CAPITALS_FIRST = 0.5;

/**
 * The encoding of a text by its first characters that are not ASCII, `null` where it is none of those known.
 *
 * @param sample what a file begins with; its last character may be cut in half
 */
export function encodingOf(sample: Uint8Array): TextEncoding | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const broken = count(text, /\uFFFD/g);
  const whole = count(text, /[^\p{ASCII}\uFFFD]/gu);
  if (broken <= whole * MOST_BROKEN) return 'utf-8';
  return isRussian(new TextDecoder('windows-1251').decode(sample)) ? 'windows-1251' : null;
}

/** Whether a text decoded as Windows-1251 looks like Russian: Cyrillic letters, and words that do not end in capitals. */
function isRussian(text: string): boolean {
  const strange = count(text, /\P{ASCII}/gu);
  if (count(text, /[а-яё«»№—–…“”„•°]/giu) < strange * LEAST_LETTERS) return false;
  const turned = count(text, /(?<![а-яё])[а-яё][А-ЯЁ]{2,}/gu);
  return turned <= count(text, /(?<![а-яё])[а-яё]{3,}/giu) * MOST_CAPITALS_FIRST;
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
