import { houseAfter, houseBefore, housesFollowing, partOfTown } from './address-house.ts';
import { longestName, mistypedName } from './address-names.ts';
import type { FoundName } from './address-names.ts';
import { between, kindAfter, kindBefore, startsCapital, textAt } from './address-text.ts';
import type { WrittenKind } from './address-text.ts';
import { beforeStreet, everydayStems, houseWords, hyphenedKinds, streetKinds } from './address-words.ts';
import type { StreetMention } from './address-mention.ts';
import type { Gazetteer } from './gazetteer.ts';
import { startingNodes } from './name-index.ts';
import type { Words } from './words.ts';

/** How a text is written as a whole, which says what a capital letter means in it. */
export interface TextManner {
  /** No capital letter but the first: nothing tells a name from a word. */
  readonly isLower: boolean;
  /** No small letter. */
  readonly isShouted: boolean;
  /** 1 where a number or a kind of street stands near a word: elsewhere no mistake is looked for. */
  readonly nearSigns: Uint8Array;
}

/** The street named at this word, if something beside it says that a street is meant. */
export function streetAt(
  words: Words,
  i: number,
  gazetteer: Gazetteer,
  manner: TextManner,
): StreetMention | null {
  const word = words.list[i];
  if (word === undefined) return null;
  const mayMistype = manner.nearSigns[i] === 1 && (word.isNumber || word.text.length >= 5);
  if (!mayMistype && startingNodes(gazetteer.streetNames, word).length === 0) return null;
  if (isOfAnother(words, i)) return null;
  const before = kindBefore(words, i);
  const found = nameAt(words, i, gazetteer, before, mayMistype);
  if (found === null) return null;
  const after = kindAfter(words, found.to);
  const kinds = before?.kinds ?? after?.kinds ?? [];
  const end = before === null && after !== null ? after.to : found.to;
  const start = before?.from ?? i;
  const house = houseAfter(words, partOfTown(words, end)) ?? houseBefore(words, start, kinds.length > 0);
  const isCapital = startsCapital(words, i);
  const size = found.to - i;
  if (!isNamed(words, i, found, { kinds, house, end, isCapital, manner })) return null;
  const weight =
    (kinds.length > 0 ? 3 : 0) +
    (house === null ? 0 : 3) +
    (isCapital ? 1 : 0) +
    size * 0.5 -
    (found.name.isPart ? 0.5 : 0) -
    (found.isMistyped ? 1 : 0);
  return {
    ids: found.name.ids,
    from: i,
    to: found.to,
    weight,
    kinds,
    isPart: found.name.isPart,
    house,
    houses: house === null ? [] : [house.house, ...housesFollowing(words, house)],
    shown: [Math.min(start, house?.from ?? start), Math.max(end, house?.to ?? end)],
  };
}

const sizes = /^(?:больш|мал|средн|нов|стар|верхн|нижн)(?:ая|ой|ую|ый|ий|ого|ому|ом|ее|яя|ей|ем)$/;

/** «Малая Бухарестская» where only Бухарестская is known is another street. */
const isOfAnother = (words: Words, i: number): boolean =>
  sizes.test(textAt(words, i - 1)) &&
  between(words, i - 1) === ' ' &&
  startsCapital(words, i - 1) &&
  startsCapital(words, i);

/** The name as written, else with a mistake, which is looked for only where a street is sure to be named. */
function nameAt(
  words: Words,
  i: number,
  gazetteer: Gazetteer,
  before: WrittenKind | null,
  mayMistype: boolean,
): FoundName | null {
  const found = longestName(words, i, gazetteer.streetNames);
  if (found !== null && !found.name.isPart && !goesOn(words, found)) return found;
  if (!mayMistype || (before === null && !isFollowed(words, i))) return found;
  const mistyped = mistypedName(words, i, gazetteer.streetNames);
  return mistyped === null || (found !== null && mistyped.to <= found.to) ? found : mistyped;
}

/** «Малая Баланская»: after the name of one word another begins, so that the name may be longer. */
const goesOn = (words: Words, { name, to }: FoundName): boolean =>
  name.stems.length === 1 &&
  between(words, to - 1) === ' ' &&
  words.list[to]?.isNumber === false &&
  startsCapital(words, to) &&
  kindAfter(words, to) === null;

/** Whether a kind of street or a house stands within the next words, or this one begins with a capital and a number follows. */
function isFollowed(words: Words, i: number): boolean {
  for (let at = i + 1; at <= i + 4 && at < words.list.length; at += 1) {
    if (mayBeKind(textAt(words, at)) && kindAfter(words, at) !== null) return true;
    if (words.list[at]?.isNumber === true)
      return houseWords.has(textAt(words, at - 1)) || startsCapital(words, i);
  }
  return false;
}

/** «Шушары, Школьная, д. 28»: an everyday word with a capital in the row of an address is a name. */
const isListed = (words: Words, i: number, { isShouted }: TextManner): boolean =>
  !isShouted && words.list[i]?.isNumber === false && /[,:]/.test(between(words, i - 1));

const kindStarts: ReadonlySet<string> = new Set([
  ...streetKinds.keys(),
  ...[...hyphenedKinds.keys()].map((written) => written.split(' ')[0] ?? ''),
]);
const mayBeKind = (text: string): boolean => kindStarts.has(text);

const BEFORE_SIGN = 4;
const AFTER_SIGN = 2;

/** What a text is like as a whole. */
export function mannerOf(words: Words): TextManner {
  const nearSigns = new Uint8Array(words.list.length);
  words.list.forEach(({ isNumber, text }, i) => {
    if (isNumber || (text.length < 12 && mayBeKind(text)))
      nearSigns.fill(1, Math.max(0, i - BEFORE_SIGN), i + AFTER_SIGN + 1);
  });
  return {
    isLower: !/[А-ЯЁ]/.test(words.text.slice(1)),
    isShouted: !/[а-яё]/.test(words.text),
    nearSigns,
  };
}

interface Beside {
  readonly kinds: readonly string[];
  readonly house: { readonly from: number; readonly to: number } | null;
  readonly end: number;
  readonly isCapital: boolean;
  readonly manner: TextManner;
}

/** A common word is a street only if something beside it says so. */
function isNamed(
  words: Words,
  i: number,
  found: FoundName,
  { kinds, house, end, isCapital, manner }: Beside,
): boolean {
  if (kinds.length > 0) return true;
  const size = found.to - i;
  const stem = words.list[i]?.stem ?? '';
  const isEveryday =
    found.name.stems.every((one) => /^\d/.test(one)) || (size === 1 && everydayStems.has(stem));
  if (isEveryday) return house !== null && isCapital && size === 1 && isListed(words, i, manner);
  if (found.name.isPart && house === null) return false;
  if (house !== null) {
    const isBeside = house.from === end || (house.from === end + 1 && houseWords.has(textAt(words, end)));
    return isCapital || size > 1 || (isBeside && (stem.length >= 7 || (manner.isLower && stem.length >= 4)));
  }
  return isCapital && i > 0 && beforeStreet.has(textAt(words, i - 1)) && !found.name.isPart;
}
