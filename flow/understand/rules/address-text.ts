import { hyphenedKinds, streetKinds } from './address-words.ts';
import { fold, type Words } from './words.ts';

export const textAt = (words: Words, i: number): string => (i < 0 ? '' : (words.list[i]?.text ?? ''));
export const between = (words: Words, i: number): string =>
  i < 0 ? '' : words.text.slice(words.ends[i], words.starts[i + 1] ?? words.text.length);

export function startsCapital(words: Words, i: number): boolean {
  const letter = words.text[words.starts[i] ?? 0] ?? '';
  return letter !== fold(letter) || words.list[i]?.isNumber === true;
}

const looks: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** The words with Latin letters that look Cyrillic read as Cyrillic: «дoм 5 кopп. 2» typed with another keyboard. */
export function inCyrillic(words: Words): Words {
  if (!/[abcehkmoptxy]/.test(words.folded) || !/[а-я]/.test(words.folded)) return words;
  return { ...words, folded: words.folded.replace(/[abcehkmoptxy]/g, (letter) => looks[letter] ?? letter) };
}

const isInitial = (text: string): boolean => text.length === 1 && !streetKinds.has(text);

/** The last words of all kinds: «улица», «т» of «пр-т». */
const endsKinds: ReadonlySet<string> = new Set([
  ...streetKinds.keys(),
  ...[...hyphenedKinds.keys()].map((written) => written.split(' ')[1] ?? ''),
]);

export interface WrittenKind {
  readonly kinds: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The kind of a street written before its name; initials between are stepped over: «ул. М. Казакова». */
export function kindBefore(words: Words, at: number): WrittenKind | null {
  let i = at;
  while (i > at - 2 && i > 1 && isInitial(textAt(words, i - 1)) && /^\. ?$/.test(between(words, i - 1)))
    i -= 1;
  if (i === 0 || !endsKinds.has(textAt(words, i - 1))) return null;
  // «ул. № 11» of a garden settlement.
  if (!/^[. ]{0,3}(?:№ ?)?["«„]?$/.test(between(words, i - 1))) return null;
  const hyphened =
    i > 1 && /^[-–.]$/.test(between(words, i - 2))
      ? hyphenedKinds.get(`${textAt(words, i - 2)} ${textAt(words, i - 1)}`)
      : undefined;
  if (hyphened !== undefined) return { kinds: [hyphened], from: i - 2, to: i };
  const kinds = streetKinds.get(textAt(words, i - 1));
  return kinds === undefined ? null : { kinds, from: i - 1, to: i };
}

/** The kind of a street written after its name, at the given word. */
export function kindAfter(words: Words, at: number): WrittenKind | null {
  if (at >= words.list.length || !/^["»“]? {1,3}$/.test(between(words, at - 1))) return null;
  const hyphened = /^[-–.]$/.test(between(words, at))
    ? hyphenedKinds.get(`${textAt(words, at)} ${textAt(words, at + 1)}`)
    : undefined;
  if (hyphened !== undefined) return { kinds: [hyphened], from: at, to: at + 2 };
  const kinds = streetKinds.get(textAt(words, at));
  return kinds === undefined ? null : { kinds, from: at, to: at + 1 };
}

/** Whether a sentence ends after this word; the dot of a shortened word («ул.», «д.») ends none. */
export function endsSentence(words: Words, i: number): boolean {
  const gap = between(words, i);
  if (/[\n!?;]/.test(gap)) return true;
  if (!/\.\s/.test(gap)) return false;
  const text = textAt(words, i);
  const isShort = text.length < 3 && words.list[i]?.isNumber !== true;
  return !isShort && !streetKinds.has(text) && startsCapital(words, i + 1);
}
