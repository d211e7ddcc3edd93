import { fnv1a, joinHashes } from '#flow/understand/rules/hash.ts';
import { READ_WORDS } from '#flow/understand/rules/topic-features.ts';
import { fold } from '#flow/understand/rules/words.ts';
import type { Word, Words } from '#flow/understand/rules/words.ts';

/** Of a long letter so many first words are read; as many again say them with the place, and two are the place itself. */
const MOST_WORDS = READ_WORDS / 2 - 1;
const CACHED_WORDS = 60_000;
const NO_PIECES = new Uint32Array(0);

const placed = new Map<string, Word>();

/**
 * The words of a text, then each once more together with the place: what «фонари» mean for the choice of a body in one
 * district need not hold in another. Behind them stands every place by itself.
 *
 * @param places widest first: district, municipality; empty ones are passed over
 */
export function placedWords(words: Words, places: readonly string[]): Words {
  const folded = places.map((place) => fold(place.trim())).filter((place) => place !== '');
  if (folded.length === 0) return words;
  const kept = Math.min(words.list.length, MOST_WORDS);
  const list = words.list.slice(0, kept);
  const starts = [...words.starts.subarray(0, kept)];
  const ends = [...words.ends.subarray(0, kept)];
  const whole = folded.join(', ');
  const spoken = list.map((word, at) => ({ word, at })).filter(({ word }) => !word.isNumber);
  for (const { word, at } of spoken) {
    list.push(wordAt(whole, word.stem));
    starts.push(words.starts[at] ?? 0);
    ends.push(words.ends[at] ?? 0);
  }
  for (const place of new Set([folded[0] ?? whole, whole])) {
    list.push(wordAt(place, ''));
    starts.push(0);
    ends.push(0);
  }
  return { ...words, list, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** A stem said in a place, as one word; kept, so that a model looks its features up once. */
function wordAt(place: string, stem: string): Word {
  const text = `${stem}@${place}`;
  const known = placed.get(text);
  if (known !== undefined) return known;
  const word: Word = {
    text,
    stem: text,
    isNumber: false,
    stemHash: joinHashes(fnv1a(place), fnv1a(stem)),
    pieces: NO_PIECES,
  };
  if (placed.size >= CACHED_WORDS) placed.clear();
  placed.set(text, word);
  return word;
}
