export type MarkAs = 'plain' | 'topic' | 'danger' | 'masked';
export interface Segment {
  readonly as: MarkAs;
  readonly text: string;
}

// What the masking leaves in the text: a word in brackets or a run of blocks.
const masked = /\[[^\][\n]{2,40}\]|[█▇▒•*]{3,}/gu;
const word = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
const shortestStem = 4;

const plainForm = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е');

/** The longest beginning two Russian words must share to be forms of one word. */
function isFormOf(found: string, deciding: string): boolean {
  if (found === deciding) return true;
  if (deciding.length < shortestStem || found.length < shortestStem) return false;
  const stem = deciding.slice(0, Math.max(shortestStem, deciding.length - 2));
  return found.startsWith(stem) && found.length <= deciding.length + 3;
}

const words = (text: string): readonly string[] =>
  [...plainForm(text).matchAll(word)].map(([found]) => found);

/**
 * The text cut into parts to highlight: what was masked, and the words that decided the topic and the danger, in
 * any of their forms. Joined back together the parts are the text, letter for letter.
 */
export function markText(
  text: string,
  topicWords: readonly string[],
  dangerWords: readonly string[],
): readonly Segment[] {
  const danger = dangerWords.flatMap(words);
  const topic = topicWords.flatMap(words);
  const marks: { from: number; to: number; as: MarkAs }[] = [...text.matchAll(masked)].map((found) => ({
    from: found.index,
    to: found.index + found[0].length,
    as: 'masked',
  }));
  const isMasked = (at: number) => marks.some(({ as, from, to }) => as === 'masked' && at >= from && at < to);
  for (const found of text.matchAll(word)) {
    const form = plainForm(found[0]);
    const as = danger.some((deciding) => isFormOf(form, deciding))
      ? 'danger'
      : topic.some((deciding) => isFormOf(form, deciding))
        ? 'topic'
        : null;
    if (as !== null && !isMasked(found.index)) {
      marks.push({ from: found.index, to: found.index + found[0].length, as });
    }
  }
  marks.sort((a, b) => a.from - b.from);
  const segments: Segment[] = [];
  let at = 0;
  for (const { from, to, as } of marks) {
    if (from > at) segments.push({ as: 'plain', text: text.slice(at, from) });
    segments.push({ as, text: text.slice(from, to) });
    at = to;
  }
  if (at < text.length) segments.push({ as: 'plain', text: text.slice(at) });
  return segments;
}
