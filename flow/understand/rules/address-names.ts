import { between, textAt } from './address-text.ts';
import { hyphenedKinds, ordinalEndings, shortened } from './address-words.ts';
import { keysOf } from './name-keys.ts';
import { isOneEditAway, similarStems } from './name-index.ts';
import type { IndexedName, NameIndex } from './name-index.ts';
import type { Word, Words } from './words.ts';
import { stemOf } from './words.ts';

export interface FoundName {
  readonly name: IndexedName;
  /** Half-open end of its words. */
  readonly to: number;
  /** One of its words was mistyped. */
  readonly isMistyped: boolean;
}

/** The longest name that begins with this word, a whole one before an end of one. */
export function longestName(words: Words, i: number, index: NameIndex): FoundName | null {
  const word = words.list[i];
  if (word === undefined) return null;
  const isInitial = word.text.length < 3 && !word.isNumber;
  const isLetter = word.text.length === 1 && /^[. ]{1,2}$/.test(between(words, i));
  if (isInitial && !isLetter && !shortened.has(word.text)) return null;
  let best: FoundName | null = null;
  for (const first of keysOf(word)) {
    for (const name of index.get(first) ?? []) {
      // One letter shortens only the first part of a longer name: «М. Балканская».
      if (isInitial && name.stems.length < 2) continue;
      if (best !== null && !isBetter(name, best.name)) continue;
      const to = matchFrom(words, i, name.stems, false);
      if (to !== null) best = { name, to, isMistyped: false };
    }
  }
  return best;
}

const isBetter = (one: IndexedName, two: IndexedName): boolean =>
  one.stems.length > two.stems.length || (one.stems.length === two.stems.length && two.isPart && !one.isPart);

/** Where the words of a name end that begin at this word, `null` where they do not follow. */
function matchFrom(words: Words, i: number, stems: readonly string[], mayMistype: boolean): number | null {
  let at = i + 1;
  for (let part = 1; part < stems.length; part += 1) {
    if (words.list[at - 1]?.isNumber === true && ordinalEndings.has(textAt(words, at))) at += 1;
    const word = words.list[at];
    const stem = stems[part] ?? '';
    if (word === undefined || /[\n!?;]/.test(between(words, at - 1))) return null;
    const kind = hyphenedKinds.get(`${textAt(words, at)} ${textAt(words, at + 1)}`);
    if (kind !== undefined && between(words, at) === '-' && stemOf(kind) === stem) {
      at += 2;
      continue;
    }
    if (!isMeant(word, stem, mayMistype)) return null;
    at += 1;
  }
  return at;
}

const isMeant = (word: Word, stem: string, mayMistype: boolean): boolean =>
  keysOf(word).includes(stem) ||
  (mayMistype && !word.isNumber && stem.length >= 5 && isOneEditAway(word.stem, stem));

/** Words that stand in every address and are never a mistyped name. */
const notNames = /^(?:корпус|литер|строен|подъезд|парадн|квартир|улиц|проспект|переулок|набережн|площад|дом)/;

/** A name with one letter wrong in one of its words; `null` where none or several different ones may be meant. */
export function mistypedName(words: Words, i: number, index: NameIndex): FoundName | null {
  const word = words.list[i];
  if (word === undefined || notNames.test(word.text)) return null;
  const known = keysOf(word).filter((key) => index.has(key));
  const isFirstRight = known.length > 0;
  if (!isFirstRight && word.isNumber) return null;
  const found: FoundName[] = [];
  for (const first of isFirstRight ? known : similarStems(index, word.stem)) {
    for (const name of index.get(first) ?? []) {
      if (isFirstRight && name.stems.length < 2) continue;
      const to = matchFrom(words, i, name.stems, isFirstRight);
      if (to !== null) found.push({ name, to, isMistyped: true });
    }
  }
  const longest = Math.max(...found.map(({ name }) => name.stems.length));
  const best = found.filter(({ name }) => name.stems.length === longest);
  const whole = best.filter(({ name }) => !name.isPart);
  const [only, ...others] = whole.length > 0 ? whole : best;
  return only === undefined || others.length > 0 ? null : only;
}
