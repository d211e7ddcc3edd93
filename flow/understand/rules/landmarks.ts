import { between } from './address-text.ts';
import { landmarkStarts } from './address-words.ts';
import { eachPhrase, exactly, preparePhrases } from './phrases.ts';
import type { Words } from './words.ts';

const landmarkPhrases = preparePhrases([{ phrases: landmarkStarts.map(exactly), meaning: true }]);

/** Up to three landmarks, each to the end of its clause and at most ten words. */
export function findLandmarks(words: Words): string[] {
  const found: string[] = [];
  let last = 0;
  eachPhrase(words, landmarkPhrases, (_, from, to) => {
    if (from < last || found.length >= 3) return;
    let end = to;
    while (end < words.list.length && end < from + 10 && !/[\n!?;,()]|\. ?$/.test(cut(words, end - 1)))
      end += 1;
    if (end <= to) return;
    last = end;
    found.push(words.text.slice(words.starts[from], words.ends[end - 1]).replace(/\s+/g, ' '));
  });
  return found;
}

/** What separates word i from the next; the dot of a short word («ул.») does not part them. */
function cut(words: Words, i: number): string {
  const length = (words.ends[i] ?? 0) - (words.starts[i] ?? 0);
  return length <= 3 ? between(words, i).replace('.', '') : between(words, i);
}
