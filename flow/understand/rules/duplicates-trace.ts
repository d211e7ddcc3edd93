import type { Point } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';

import { houseAt } from './address-house.ts';
import { beforeHouse, houseWords, ordinalEndings, streetKinds } from './address-words.ts';
import { fnv1a, joinHashes } from './hash.ts';
import type { TopicGuess } from './topic-model.ts';
import { stemOf } from './words.ts';
import type { Words } from './words.ts';

/** What is kept of an appeal to find others about the same problem. */
export interface ProblemTrace {
  /** Of `problemTokens`: what the text says, as numbers, ascending. */
  readonly stems: readonly number[];
  /** Guesses of the model, best first; one of confidence 1 where a person said it. */
  readonly topics: readonly TopicGuess[];
  /** What the message was filed under, where the source says so; equal labels outweigh guesses. */
  readonly label: string | null;
  readonly point: Point | null;
  /** Of a problem that is a line or an area; every place on it is where it is. */
  readonly shape: Shape | null;
  readonly houseId: string | null;
  readonly streetId: string | null;
  readonly at: Date;
}

/**
 * Kinds of tokens, told apart by the part of the number above 32 bits: words, numbers, street with house, street with the
 * whole number of the house (корпус, letter), entrance, floor.
 */
export const tokenKinds = ['word', 'number', 'house', 'wholeHouse', 'entrance', 'floor'] as const;
const BAND = 2 ** 32;
export const kindOfToken = (token: number): number => Math.floor(token / BAND);
const token = (kind: (typeof tokenKinds)[number], hash: number): number =>
  tokenKinds.indexOf(kind) * BAND + hash;

const MOST_WORDS = 120;
const MOST_NUMBERS = 24;

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' ').map(stemOf));
/** Words of politeness and of every second message: they say nothing of the problem. */
const emptyStems = setOf(
  'и в на не с по у к от до за из о об при для без под над что как это так же мы я вы он она они нас нам вас вам мне меня его ее их наш ваш ' +
    'добрый доброе доброго день дня здравствуйте пожалуйста спасибо прошу просьба просим уважаемые меры принять примите устранить нужно необходимо очень ' +
    'уже все еще есть быть был были который также только или но а бы ли то если когда где здесь там тут сегодня вчера фото прилагаю прилагается адрес ' +
    'адресу дом дома доме улица корпус литера',
);
const entranceStems = setOf('подъезд подъезде парадная парадной парадке пар под подьезд');
const floorStems = setOf('этаж этаже этажа эт');
/** How far a street may stand from its house: «улица Мира, город Липовск, дом 5». */
const REACH = 5;

/**
 * What a text says of its problem, as distinct ascending numbers: stems that carry meaning, numbers, «street + house» as
 * people write it with no register at hand, entrances and floors. The same texts give the same list.
 */
export function problemTokens(words: Words): number[] {
  const said = new Set<number>();
  const numbers = new Set<number>();
  for (const [i, word] of words.list.entries()) {
    if (word.isNumber) {
      if (numbers.size < MOST_NUMBERS) for (const one of numberTokens(words, i)) numbers.add(one);
    } else if (said.size < MOST_WORDS && word.stem.length >= 2 && !emptyStems.has(word.stem))
      said.add(token('word', word.stemHash));
  }
  return [...said, ...numbers].sort((a, b) => a - b);
}

/** A number by itself, and what it numbers: a house of a street, an entrance, a floor. */
function numberTokens(words: Words, at: number): number[] {
  const own = words.list[at];
  if (own === undefined) return [];
  const found = [token('number', own.stemHash)];
  const value = Number(own.text);
  if (value < 200) {
    if (isBeside(words, at, entranceStems)) return [...found, token('entrance', value)];
    if (isBeside(words, at, floorStems)) return [...found, token('floor', value)];
  }
  const house = houseAt(words, at);
  if (house === null) return found;
  const isSaid = houseWords.has(textOf(words, at - 1)) || beforeHouse.has(textOf(words, at - 1));
  const streets = [nameFrom(words, at - 1, -1), ...(isSaid ? [nameFrom(words, house.to, 1)] : [])].flatMap(
    (hash) => hash ?? [],
  );
  for (const street of streets) {
    found.push(token('house', joinHashes(street, house.house.base)));
    if (house.house.key !== String(house.house.base))
      found.push(token('wholeHouse', joinHashes(street, fnv1a(house.house.key))));
  }
  return found;
}

const textOf = (words: Words, i: number): string => words.list[i]?.text ?? '';

/** «3 парадная», «3-я парадная», «парадная № 3». */
function isBeside(words: Words, at: number, stems: ReadonlySet<string>): boolean {
  const after = ordinalEndings.has(textOf(words, at + 1)) ? at + 2 : at + 1;
  const [next, previous] = [words.list[after], words.list[at - 1]];
  return (next !== undefined && stems.has(next.stem)) || (previous !== undefined && stems.has(previous.stem));
}

/** The nearest word that may be the name of a street, as a hash; kinds of streets, prepositions and marks are stepped over. */
function nameFrom(words: Words, from: number, step: 1 | -1): number | null {
  for (let i = from; Math.abs(i - from) < REACH; i += step) {
    const word = words.list[i];
    if (word === undefined) return null;
    const gap = words.text.slice(words.ends[Math.min(i, i + 1)], words.starts[Math.min(i, i + 1) + 1]);
    if (/[\n!?;]/.test(gap)) return null;
    if (word.isNumber) return null;
    const isName =
      word.stem.length >= 3 &&
      !emptyStems.has(word.stem) &&
      !houseWords.has(word.text) &&
      !streetKinds.has(word.text) &&
      !beforeHouse.has(word.text);
    if (isName) return word.stemHash;
  }
  return null;
}

/** The same for texts that differ only in case, punctuation, ё and word endings. */
export function textFingerprint(words: Words): string {
  return fnv1a(words.list.map(({ stem }) => stem).join(' '))
    .toString(16)
    .padStart(8, '0');
}
