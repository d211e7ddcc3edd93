import { hyphenedKinds, streetKinds } from './address-words.ts';
import type { Words } from './words.ts';

export const textAt = (words: Words, i: number): string => (i < 0 ? '' : (words.list[i]?.text ?? ''));
export const between = (words: Words, i: number): string =>
  i < 0 ? '' : words.text.slice(words.ends[i], words.starts[i + 1] ?? words.text.length);

export function startsCapital(words: Words, i: number): boolean {
  const at = words.starts[i] ?? 0;
  return words.text[at] !== words.folded[at] || words.list[i]?.isNumber === true;
}

export interface WrittenKind {
  readonly kinds: readonly string[];
  readonly from: number;
  readonly to: number;
}

export function kindBefore(words: Words, at: number): WrittenKind | null {
  // «ул. М. Казакова»: the initials are stepped over.
  let i = at;
  while (i > at - 2 && i > 1 && textAt(words, i - 1).length === 1 && /^\. ?$/.test(between(words, i - 1)))
    i -= 1;
  if (i === 0 || !/^(?:[. ]{0,3}|\. ?)["«]?$/.test(between(words, i - 1))) return null;
  const hyphened =
    i > 1 && between(words, i - 2) === '-'
      ? hyphenedKinds.get(`${textAt(words, i - 2)} ${textAt(words, i - 1)}`)
      : undefined;
  if (hyphened !== undefined) return { kinds: [hyphened], from: i - 2, to: i };
  const kinds = streetKinds.get(textAt(words, i - 1));
  return kinds === undefined ? null : { kinds, from: i - 1, to: i };
}

export function kindAfter(words: Words, at: number): WrittenKind | null {
  if (at >= words.list.length || !/^[ ]{1,2}$/.test(between(words, at - 1))) return null;
  const hyphened =
    between(words, at) === '-'
      ? hyphenedKinds.get(`${textAt(words, at)} ${textAt(words, at + 1)}`)
      : undefined;
  if (hyphened !== undefined) return { kinds: [hyphened], from: at, to: at + 2 };
  const kinds = streetKinds.get(textAt(words, at));
  return kinds === undefined ? null : { kinds, from: at, to: at + 1 };
}
