import { commonness } from './duplicates-rarity.ts';
import { problemTokens } from './duplicates-trace.ts';
import type { Words } from './words.ts';

/** What two texts share, as the first writes it, the rarest first: shown to a person who decides whether they are one problem. */
export function matchingWords(one: Words, two: Words, most: number): string[] {
  const shared = new Set(problemTokens(two));
  const said = new Set(problemTokens(one));
  const found = new Map<number, string>();
  for (const word of one.list) {
    const { stemHash } = word;
    if (!word.isNumber && said.has(stemHash) && shared.has(stemHash) && !found.has(stemHash))
      found.set(stemHash, word.text);
  }
  return [...found]
    .sort(([a], [b]) => commonness(b) - commonness(a))
    .slice(0, most)
    .map(([, text]) => text);
}
