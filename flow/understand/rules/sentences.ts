import type { Words } from './words.ts';

/** Half-open range of words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Sentences as ranges of words. A dot ends a sentence only after a word longer than three letters
 * (or a number) and before a capital letter, so «ул. Мира» and «д. 5» stay whole.
 */
export function sentences(words: Words): WordRange[] {
  const found: WordRange[] = [];
  let from = 0;
  const last = words.list.length - 1;
  for (let i = 0; i <= last; i += 1) {
    if (i < last && !endsSentence(words, i)) continue;
    found.push({ from, to: i + 1 });
    from = i + 1;
  }
  return found;
}

function endsSentence(words: Words, i: number): boolean {
  const end = words.ends[i] ?? 0;
  const next = words.starts[i + 1] ?? end;
  let hasDot = false;
  for (let at = end; at < next; at += 1) {
    const character = words.text[at];
    if (character === '!' || character === '?' || character === '\n' || character === ';') return true;
    if (character === '.' || character === '…') hasDot = true;
  }
  if (!hasDot) return false;
  const isLong = end - (words.starts[i] ?? 0) > 3 || words.list[i]?.isNumber === true;
  return isLong && words.text[next] !== words.folded[next];
}
