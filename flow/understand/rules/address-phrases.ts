import { authorPhrases, authorSpan } from './address-author.ts';
import type { AuthorSpan } from './address-author.ts';
import { wholeRegion } from './address-words.ts';
import { landmarkFrom, landmarkPhrases } from './landmarks.ts';
import { eachPhrase, exactly, preparePhrases } from './phrases.ts';
import type { PhraseGroup } from './phrases.ts';
import type { Words } from './words.ts';

type Meaning = AuthorSpan['kind'] | 'region' | 'landmark';

const groups: readonly PhraseGroup<Meaning>[] = [
  ...authorPhrases,
  { phrases: wholeRegion.map(exactly), meaning: 'region' },
  { phrases: landmarkPhrases, meaning: 'landmark' },
];
/** One set for one pass: every word is looked up once. */
const phrases = preparePhrases(groups);

/** What set phrases tell of the place. */
export interface PlacePhrases {
  /** Stretches that tell where the author lives or is registered. */
  readonly authors: readonly AuthorSpan[];
  readonly isWholeRegion: boolean;
  /** «напротив школы № 5», as written; three at most. */
  readonly landmarks: readonly string[];
}

const MOST_LANDMARKS = 3;

/** Reads the phrases that tell of a place without naming one of the register. */
export function readPlacePhrases(words: Words): PlacePhrases {
  const authors: AuthorSpan[] = [];
  const landmarks: string[] = [];
  let isWholeRegion = false;
  let lastLandmark = 0;
  eachPhrase(words, phrases, (meaning, from, to) => {
    if (meaning === 'region') isWholeRegion = true;
    else if (meaning !== 'landmark') {
      if (!authors.some((one) => from < one.to)) authors.push(authorSpan(words, meaning, from, to));
    } else if (from >= lastLandmark && landmarks.length < MOST_LANDMARKS) {
      const found = landmarkFrom(words, from, to);
      if (found === null) return;
      landmarks.push(found.text);
      lastLandmark = found.to;
    }
  });
  return { authors, isWholeRegion, landmarks };
}
