import { joinHashes } from './hash.ts';
import type { Words } from './words.ts';

/** Beyond this many words a text tells nothing new about its topic; the limit bounds the time of long letters. */
export const READ_WORDS = 600;

const PAIR_SEED = 0x1b873593;
const SKIP_SEED = 0x3c6ef372;
const NUMBER_HASH = 0x9e3779b9;

/**
 * Calls `visit(hash, word)` for every feature of the text: stems, pairs of neighbouring stems (and
 * of stems with one word between them), 3–5 character pieces of words. All numbers look alike.
 * A feature may be visited more than once; `word` is the index of the word that gave it (the first
 * one of a pair). The training and the model in use call this same function.
 */
export function eachTopicFeature(words: Words, visit: (hash: number, word: number) => void): void {
  const { list } = words;
  const count = Math.min(list.length, READ_WORDS);
  let before = 0;
  let beforeThat = 0;
  for (let i = 0; i < count; i += 1) {
    const word = list[i];
    if (word === undefined) continue;
    const own = word.isNumber ? NUMBER_HASH : word.stemHash;
    visit(own || 1, i);
    if (i > 0) visit(joinHashes(before ^ PAIR_SEED, own), i - 1);
    if (i > 1) visit(joinHashes(beforeThat ^ SKIP_SEED, own), i - 2);
    const { pieces } = word;
    for (let piece = 0; piece < pieces.length; piece += 1) visit(pieces[piece] ?? 1, i);
    beforeThat = before;
    before = own;
  }
}
