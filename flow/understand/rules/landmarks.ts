import { between } from './address-text.ts';
import { landmarkStarts } from './address-words.ts';
import { exactly } from './phrases.ts';
import type { Words } from './words.ts';

/** Phrases a landmark begins with. */
export const landmarkPhrases: readonly string[] = landmarkStarts.map(exactly);

/** The landmark that begins with a phrase, to the end of its clause and at most ten words; `null` where nothing follows. */
export function landmarkFrom(words: Words, from: number, to: number): { text: string; to: number } | null {
  let end = to;
  while (end < words.list.length && end < from + 10 && !/[\n!?;,()]|\. ?$/.test(cut(words, end - 1)))
    end += 1;
  if (end <= to) return null;
  return { text: words.text.slice(words.starts[from], words.ends[end - 1]).replace(/\s+/g, ' '), to: end };
}

/** What separates word i from the next; the dot of a short word («ул.») does not part them. */
function cut(words: Words, i: number): string {
  const length = (words.ends[i] ?? 0) - (words.starts[i] ?? 0);
  return length <= 3 ? between(words, i).replace('.', '') : between(words, i);
}
