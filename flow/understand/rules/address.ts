import { houseAfter, houseBefore, partOfTown } from './address-house.ts';
import { between, kindAfter, kindBefore, startsCapital, textAt } from './address-text.ts';
import {
  beforeSettlement,
  beforeStreet,
  ordinalEndings,
  settlementKinds,
  shortened,
  wholeRegion,
} from './address-words.ts';
import { similarNames } from './gazetteer.ts';
import type { Gazetteer, IndexedName, NameIndex } from './gazetteer.ts';
import type { HouseNumber } from './house-number.ts';
import { findLandmarks } from './landmarks.ts';
import { eachPhrase, exactly, preparePhrases } from './phrases.ts';
import type { Word, Words } from './words.ts';

/** A place named in a text, before it is decided which one is meant. Word ranges are half-open. */
export interface Mention {
  readonly ids: readonly string[];
  readonly from: number;
  readonly to: number;
  /** How surely the words mean a place of this sort; more is surer. */
  readonly weight: number;
}

export interface StreetMention extends Mention {
  /** Kinds written beside the name; empty if none. */
  readonly kinds: readonly string[];
  readonly house: HouseNumber | null;
  /** Words of the mention with its house. */
  readonly shown: readonly [from: number, to: number];
}

export interface AddressMentions {
  readonly streets: readonly StreetMention[];
  readonly settlements: readonly Mention[];
  readonly municipalities: readonly Mention[];
  readonly isWholeRegion: boolean;
  /** «напротив школы № 5», as written. */
  readonly landmarks: readonly string[];
}

const regionPhrases = preparePhrases([{ phrases: wholeRegion.map(exactly), meaning: true }]);

/** Names of streets that are everyday words of complaints: they need «улица» beside. */
const everydayStems: ReadonlySet<string> = new Set([
  'парадн',
  'подъезд',
  'дворов',
  'главн',
  'нов',
  'мусорн',
  'детск',
  'школьн',
  'стар',
  'площадк',
]);

/** Long letters name their place early; the limit bounds the time. */
const READ_WORDS = 3000;

/** All places a text names, surest first in each list. The author's own address is not looked for. */
export function readAddress(words: Words, gazetteer: Gazetteer): AddressMentions {
  const streets: StreetMention[] = [];
  const settlements: Mention[] = [];
  const municipalities: Mention[] = [];
  const count = Math.min(words.list.length, READ_WORDS);
  for (let i = 0; i < count; i += 1) {
    const street = streetAt(words, i, gazetteer);
    if (street !== null) streets.push(street);
    const municipality = longestName(words, i, gazetteer.municipalityNames);
    if (municipality !== null)
      municipalities.push({
        ids: municipality.name.ids,
        from: i,
        to: municipality.to,
        weight: municipality.to - i,
      });
    const settlement = settlementAt(words, i, gazetteer);
    if (settlement !== null) settlements.push(settlement);
  }
  let isWholeRegion = false;
  eachPhrase(words, regionPhrases, () => (isWholeRegion = true));
  const apart = (one: Mention): boolean =>
    !streets.some(({ from, to, weight }) => one.from < to && from < one.to && weight >= one.weight);
  return {
    streets: surest(withoutInner(streets)),
    settlements: surest(settlements.filter(apart)),
    municipalities: surest(
      municipalities.filter(
        ({ from, to }) => to - from > 1 || !/\p{Ll}/u.test(words.text[words.starts[from] ?? 0] ?? ''),
      ),
    ),
    isWholeRegion,
    landmarks: findLandmarks(words),
  };
}

const surest = <M extends Mention>(mentions: readonly M[]): M[] =>
  [...mentions].sort((a, b) => b.weight - a.weight || a.from - b.from);

/** «Маршала Казакова» swallows «Казакова». */
const withoutInner = (mentions: readonly StreetMention[]): StreetMention[] =>
  mentions.filter(
    (one) =>
      !mentions.some(
        (other) =>
          other !== one &&
          other.from <= one.from &&
          one.to <= other.to &&
          other.to - other.from > one.to - one.from,
      ),
  );

function streetAt(words: Words, i: number, gazetteer: Gazetteer): StreetMention | null {
  const before = kindBefore(words, i);
  const found =
    longestName(words, i, gazetteer.streetNames) ?? mistyped(words, i, gazetteer, before !== null);
  if (found === null) return null;
  const after = kindAfter(words, found.to);
  const kinds = before?.kinds ?? after?.kinds ?? [];
  const end = before === null && after !== null ? after.to : found.to;
  const start = before?.from ?? i;
  const house = houseAfter(words, partOfTown(words, end)) ?? houseBefore(words, start);
  const isCapital = startsCapital(words, i);
  const isLed = beforeStreet.has(textAt(words, i - 1));
  const size = found.to - i;
  // A common word is a street only if something beside it says so.
  const isEveryday =
    found.name.stems.every((stem) => /^\d/.test(stem)) ||
    (size === 1 && everydayStems.has(words.list[i]?.stem ?? ''));
  const isLong = (words.list[i]?.stem.length ?? 0) >= 7 && house?.from === end;
  const isNamed =
    kinds.length > 0 ||
    (house !== null && !isEveryday && (isCapital || size > 1 || isLong)) ||
    (!isEveryday && isCapital && isLed && !found.name.isPart && i > 0);
  if (!isNamed || (found.name.isPart && kinds.length === 0 && house === null)) return null;
  const weight =
    (kinds.length > 0 ? 3 : 0) +
    (house === null ? 0 : 3) +
    (isCapital ? 1 : 0) +
    size * 0.5 -
    (found.name.isPart ? 0.5 : 0);
  const shown: [number, number] = [Math.min(start, house?.from ?? start), Math.max(end, house?.to ?? end)];
  return { ids: found.name.ids, from: i, to: found.to, weight, kinds, house: house?.house ?? null, shown };
}

function settlementAt(words: Words, i: number, gazetteer: Gazetteer): Mention | null {
  const found = longestName(words, i, gazetteer.settlementNames);
  if (found === null || kindAfter(words, found.to) !== null) return null;
  if (/^(?:район|округ|област|кра|сельсовет|шосс)/.test(textAt(words, found.to))) return null;
  const isTyped = settlementKinds.has(textAt(words, i - 1)) && /^[. ]{1,2}$/.test(between(words, i - 1));
  const isCapital = startsCapital(words, i);
  const isLed = beforeSettlement.has(textAt(words, i - 1)) || i === 0 || between(words, i - 1).includes('\n');
  if (!isTyped && !(isCapital && (isLed || /,/.test(between(words, found.to - 1))))) return null;
  return {
    ids: found.name.ids,
    from: i,
    to: found.to,
    weight: (isTyped ? 3 : 0) + (isCapital ? 1 : 0) + (found.to - i) * 0.5,
  };
}

interface FoundName {
  readonly name: IndexedName;
  readonly to: number;
}

function longestName(words: Words, i: number, index: NameIndex): FoundName | null {
  const word = words.list[i];
  if (word === undefined || (word.text.length < 3 && !word.isNumber && !shortened.has(word.text)))
    return null;
  for (const first of readings(word)) {
    for (const name of index.get(first) ?? []) {
      // One letter shortens only the first part of a longer name: «М. Балканская».
      if (word.text.length < 3 && !word.isNumber && name.stems.length < 2) continue;
      const to = matchFrom(words, i, name.stems);
      if (to !== null) return { name, to };
    }
  }
  return null;
}

function readings(word: Word): readonly string[] {
  const whole = shortened.get(word.text);
  return whole === undefined || whole === word.stem ? [word.stem] : [whole, word.stem];
}

function matchFrom(words: Words, i: number, stems: readonly string[]): number | null {
  let at = i + 1;
  for (let part = 1; part < stems.length; part += 1) {
    if (words.list[at - 1]?.isNumber === true && ordinalEndings.has(textAt(words, at))) at += 1;
    const word = words.list[at];
    if (
      word === undefined ||
      !readings(word).includes(stems[part] ?? '') ||
      /[\n!?;]/.test(between(words, at - 1))
    )
      return null;
    at += 1;
  }
  return at;
}

function mistyped(words: Words, i: number, gazetteer: Gazetteer, isTyped: boolean): FoundName | null {
  const word = words.list[i];
  if (!isTyped || word === undefined || word.isNumber || gazetteer.streetNames.has(word.stem)) return null;
  const similar = similarNames(gazetteer.streetNames, word.stem);
  return similar.length === 1 && similar[0] !== undefined ? { name: similar[0], to: i + 1 } : null;
}
