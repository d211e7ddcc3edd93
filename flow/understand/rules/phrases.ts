import { stemOf } from './words.ts';
import type { Word, Words } from './words.ts';

/** A set of phrases made ready to be found in one pass. */
export interface Phrases<T> {
  readonly starting: ReadonlyMap<string, readonly Phrase<T>[]>;
  readonly ofWord: WeakMap<Word, readonly Phrase<T>[]>;
}

/** Phrases that mean one thing. */
export interface PhraseGroup<T> {
  readonly phrases: readonly string[];
  readonly meaning: T;
}

interface Phrase<T> {
  readonly keys: readonly string[];
  readonly meaning: T;
}

const none: readonly never[] = [];

/**
 * Phrases are written as people say them: words are met in any form of theirs, `=word` only as
 * written, `*` stands for any one word.
 */
export function preparePhrases<T>(groups: readonly PhraseGroup<T>[]): Phrases<T> {
  const starting = new Map<string, Phrase<T>[]>();
  for (const { phrases, meaning } of groups) {
    for (const phrase of phrases) {
      const keys = phrase
        .split(' ')
        .map((part) => (part === '*' || part.startsWith('=') ? part : stemOf(part)));
      const first = keys[0] ?? '';
      starting.set(first, [...(starting.get(first) ?? []), { keys, meaning }]);
    }
  }
  return { starting, ofWord: new WeakMap() };
}

/** The phrase to be met only as written, word for word. */
export function exactly(phrase: string): string {
  return phrase
    .split(' ')
    .map((word) => `=${word}`)
    .join(' ');
}

/** Calls `visit` for every phrase met, with the half-open range of its words. */
export function eachPhrase<T>(
  words: Words,
  phrases: Phrases<T>,
  visit: (meaning: T, from: number, to: number) => void,
): void {
  const { list } = words;
  for (let i = 0; i < list.length; i += 1) {
    const word = list[i];
    if (word === undefined) continue;
    for (const { keys, meaning } of startingWith(word, phrases)) {
      let met = 1;
      while (met < keys.length && isMet(list[i + met], keys[met] ?? '')) met += 1;
      if (met === keys.length) visit(meaning, i, i + met);
    }
  }
}

function isMet(word: Word | undefined, key: string): boolean {
  if (word === undefined) return false;
  return key === '*' || (key.startsWith('=') ? key.slice(1) === word.text : key === word.stem);
}

function startingWith<T>(word: Word, phrases: Phrases<T>): readonly Phrase<T>[] {
  const known = phrases.ofWord.get(word);
  if (known !== undefined) return known;
  const byStem = phrases.starting.get(word.stem) ?? none;
  const byForm = phrases.starting.get(`=${word.text}`) ?? none;
  const found = byForm.length === 0 ? byStem : [...byStem, ...byForm];
  phrases.ofWord.set(word, found);
  return found;
}
