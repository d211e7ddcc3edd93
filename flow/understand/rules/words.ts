import { newStemmer } from 'snowball-stemmers';

import { fnv1a, fnv1aPart, joinHashes } from './hash.ts';

/** One distinct word form with all that is computed from it once. */
export interface Word {
  /** Folded: lower case, ё→е, look-alike letters made Cyrillic. */
  readonly text: string;
  /** Stem of a Russian word; a number or a foreign word is its own stem. */
  readonly stem: string;
  readonly isNumber: boolean;
  readonly stemHash: number;
  /** Hashes of the 3–5 character pieces of «‹word›». Empty for numbers and for one letter. */
  readonly pieces: Uint32Array;
}

/** A text cut into words. Offsets count in `text`; `folded` has the same length. */
export interface Words {
  readonly text: string;
  readonly folded: string;
  readonly list: readonly Word[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const LATIN_LIMIT = 0x250;
const CYRILLIC_FROM = 0x400;
const CYRILLIC_TO = 0x52f;
const LONGEST_WORD = 40;
const PIECES_SEED = 0x5bd1e995;
const CACHED_WORDS = 60_000;

/** Lower case by table, one code unit to one: the folded text keeps every offset. */
const lowerCase = new Uint16Array(CYRILLIC_TO + 1);
/** 0 not of a word, 1 Latin letter, 2 Cyrillic letter, 3 digit. */
const characterClass = new Uint8Array(CYRILLIC_TO + 1);
for (let code = 0; code <= CYRILLIC_TO; code += 1) {
  const character = String.fromCharCode(code);
  const lower = character.toLowerCase();
  lowerCase[code] = lower.length === 1 ? lower.charCodeAt(0) : code;
  const isLetter = lower !== character.toUpperCase();
  if (code >= 0x30 && code <= 0x39) characterClass[code] = 3;
  else if (isLetter && code < LATIN_LIMIT) characterClass[code] = 1;
  else if (isLetter && code >= CYRILLIC_FROM) characterClass[code] = 2;
}
lowerCase['ё'.charCodeAt(0)] = 'е'.charCodeAt(0);
lowerCase['Ё'.charCodeAt(0)] = 'е'.charCodeAt(0);

const lookAlikes = new Map(
  Object.entries({
    a: 'а',
    b: 'в',
    c: 'с',
    e: 'е',
    h: 'н',
    k: 'к',
    m: 'м',
    n: 'п',
    o: 'о',
    p: 'р',
    r: 'г',
    t: 'т',
    u: 'и',
    x: 'х',
    y: 'у',
  }),
);
const transliteration: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ya', 'я'],
  ['yo', 'е'],
  ['ye', 'е'],
  ['ju', 'ю'],
  ['ja', 'я'],
  ['iy', 'ий'],
  ['yy', 'ый'],
  ['a', 'а'],
  ['b', 'б'],
  ['v', 'в'],
  ['w', 'в'],
  ['g', 'г'],
  ['d', 'д'],
  ['e', 'е'],
  ['z', 'з'],
  ['i', 'и'],
  ['j', 'й'],
  ['k', 'к'],
  ['l', 'л'],
  ['m', 'м'],
  ['n', 'н'],
  ['o', 'о'],
  ['p', 'п'],
  ['r', 'р'],
  ['s', 'с'],
  ['t', 'т'],
  ['u', 'у'],
  ['f', 'ф'],
  ['h', 'х'],
  ['c', 'ц'],
  ['x', 'кс'],
  ['q', 'к'],
  ['y', 'ы'],
  ["'", 'ь'],
];

const stemmer = newStemmer('russian');
const cyrillicWords = new Map<string, Word>();
const latinWords = new Map<string, Word>();

/** Lower case, ё→е; same length as the text. */
export function fold(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > CYRILLIC_TO) continue;
    const lower = lowerCase[code] ?? code;
    if (lower === code) continue;
    folded += text.slice(kept, i) + String.fromCharCode(lower);
    kept = i + 1;
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/**
 * Cuts a plain text into words: runs of letters and runs of digits. Words of mixed alphabets become
 * Cyrillic by look; a text typed wholly in Latin letters is stemmed as transliterated Russian.
 */
export function readWords(text: string): Words {
  const folded = fold(text);
  const starts: number[] = [];
  const ends: number[] = [];
  const alphabets: number[] = [];
  let latin = 0;
  let cyrillic = 0;
  for (let i = 0; i < folded.length;) {
    const kind = classOf(folded.charCodeAt(i));
    if (kind === 0) {
      i += 1;
      continue;
    }
    const start = i;
    let seen = 0;
    while (i < folded.length) {
      const next = classOf(folded.charCodeAt(i));
      if (next === 0 || (next === 3) !== (kind === 3)) break;
      seen |= next;
      i += 1;
    }
    starts.push(start);
    ends.push(i);
    alphabets.push(seen);
    if (seen === 1) latin += i - start;
    else if (seen === 2) cyrillic += i - start;
  }
  const isTransliterated = latin > 8 && cyrillic * 10 < latin;
  const list = starts.map((start, i) =>
    wordOf(folded, start, ends[i] ?? start, alphabets[i] ?? 0, isTransliterated),
  );
  return { text, folded, list, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** The words that do not touch any of the ranges of characters; ranges are in order. */
export function wordsOutside(
  words: Words,
  ranges: readonly { readonly from: number; readonly to: number }[],
): Words {
  if (ranges.length === 0) return words;
  const kept: number[] = [];
  let at = 0;
  for (let i = 0; i < words.list.length; i += 1) {
    const start = words.starts[i] ?? 0;
    while (at < ranges.length && (ranges[at]?.to ?? 0) <= start) at += 1;
    const range = ranges[at];
    if (range === undefined || range.from >= (words.ends[i] ?? start)) kept.push(i);
  }
  return {
    ...words,
    list: kept.flatMap((i) => words.list[i] ?? []),
    starts: Int32Array.from(kept, (i) => words.starts[i] ?? 0),
    ends: Int32Array.from(kept, (i) => words.ends[i] ?? 0),
  };
}

/** The stem of one folded or unfolded word, by the same rules as in texts. */
export function stemOf(word: string): string {
  return readWords(word).list[0]?.stem ?? '';
}

const classOf = (code: number): number => (code > CYRILLIC_TO ? 0 : (characterClass[code] ?? 0));

function wordOf(
  folded: string,
  start: number,
  end: number,
  alphabets: number,
  isTransliterated: boolean,
): Word {
  const text = folded.slice(start, Math.min(end, start + LONGEST_WORD));
  const cache = alphabets === 1 && isTransliterated ? latinWords : cyrillicWords;
  const known = cache.get(text);
  if (known !== undefined) return known;
  const word = makeWord(text, alphabets, isTransliterated);
  // Emptied at once when full: a word is the same however often it is computed, and memory stays bounded.
  if (cache.size >= CACHED_WORDS) cache.clear();
  cache.set(text, word);
  return word;
}

function makeWord(found: string, alphabets: number, isTransliterated: boolean): Word {
  if ((alphabets & 3) === 3 && !/^\d/.test(found)) return makeWord(cyrillicByLook(found), 2, false);
  const isNumber = /^\d/.test(found);
  const text = alphabets === 1 && isTransliterated ? cyrillicBySound(found) : found;
  const isRussian = !isNumber && /^[а-я]/.test(text);
  const stem = isRussian ? stemmer.stem(text) : text;
  return {
    text,
    stem,
    isNumber,
    stemHash: fnv1a(stem),
    pieces: isNumber || text.length < 2 ? new Uint32Array(0) : piecesOf(text),
  };
}

/** A word of Latin letters that look like Cyrillic ones, as it looks. */
export function cyrillicByLook(word: string): string {
  let text = '';
  for (const character of word) text += lookAlikes.get(character) ?? character;
  return text;
}

/** A Russian word typed in Latin letters, as it sounds. */
export function cyrillicBySound(word: string): string {
  let text = '';
  for (let i = 0; i < word.length;) {
    const pair = transliteration.find(([latin]) => word.startsWith(latin, i));
    text += pair?.[1] ?? '';
    i += pair?.[0].length ?? 1;
  }
  return text;
}

function piecesOf(word: string): Uint32Array {
  const padded = `‹${word}›`;
  const pieces = new Set<number>();
  for (let size = 3; size <= 5; size += 1) {
    for (let from = 0; from + size <= padded.length; from += 1) {
      pieces.add(joinHashes(fnv1aPart(padded, from, from + size, PIECES_SEED), size));
    }
  }
  return Uint32Array.from(pieces);
}
