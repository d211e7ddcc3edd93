import type { Words } from './words.ts';

/** Half-open range of words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const abbreviations: ReadonlySet<string> = new Set(
  'ул д г пр просп пер наб пл ш б пос дер с обл респ р н кв корп к стр лит им тел т ст гр эт под оф пом мкр р-н св см др тд тп'.split(
    ' ',
  ),
);

/**
 * Sentences as ranges of words. A dot ends a sentence before a capital letter, unless it closes one
 * letter or an abbreviation, so «ул. Мира» and «И. Петров» stay whole.
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
  const word = words.list[i]?.text ?? '';
  const isShortened = abbreviations.has(word) || (word.length === 1 && words.list[i]?.isNumber === false);
  return !isShortened && words.text[next] !== words.folded[next];
}
