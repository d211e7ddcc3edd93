import { fnv1a, joinHashes } from './hash.ts';
import { fold } from './words.ts';
import type { Word, Words } from './words.ts';

/** Beyond this many words a text tells nothing new about its topic; the limit bounds the time of long letters. */
export const READ_WORDS = 600;

const PAIR_SEED = 0x1b873593;
const PLACE_SEED = 0x165667b1;
const SKIP_SEED = 0x3c6ef372;
const NUMBER_HASH = 0x9e3779b9;

const ownHash = (word: Word): number => (word.isNumber ? NUMBER_HASH : word.stemHash || 1);

/** Features one word gives by itself: its stem and its 3–5 character pieces. All numbers look alike. */
export function eachFeatureOfWord(word: Word, visit: (hash: number) => void): void {
  visit(ownHash(word));
  for (const piece of word.pieces) visit(piece);
}

/**
 * Features of neighbouring words: pairs of stems, and of stems with one word between them. `visit`
 * gets the index of the first word of the pair.
 */
export function eachFeatureOfPairs({ list }: Words, visit: (hash: number, first: number) => void): void {
  const count = Math.min(list.length, READ_WORDS);
  let before = 0;
  let beforeThat = 0;
  for (let i = 0; i < count; i += 1) {
    const word = list[i];
    if (word === undefined) continue;
    const own = ownHash(word);
    if (i > 0) visit(joinHashes(before ^ PAIR_SEED, own), i - 1);
    if (i > 1) visit(joinHashes(beforeThat ^ SKIP_SEED, own), i - 2);
    beforeThat = before;
    before = own;
  }
}

/** Every feature of a text, some more than once. Training sees texts by it, the model in use by the two parts above. */
export function eachTopicFeature(words: Words, place: string | null, visit: (hash: number) => void): void {
  for (const word of words.list.slice(0, READ_WORDS)) eachFeatureOfWord(word, visit);
  eachFeatureOfPairs(words, visit);
  if (place !== null) visit(placeFeature(place));
}

/** The feature of the place a text is about: case and outer spaces of the name do not matter. */
export const placeFeature = (place: string): number => joinHashes(PLACE_SEED, fnv1a(fold(place.trim())));
