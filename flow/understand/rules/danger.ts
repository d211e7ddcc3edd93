import { conditions, deniers, endings, pastMarks } from './danger-guards.ts';
import type { DangerCode, DangerLevel, DangerPattern } from './danger-pattern.ts';
import { dangersOfPeople } from './danger-people-table.ts';
import { dangersOfThings } from './danger-table.ts';
import { sentences } from './sentences.ts';
import type { WordRange } from './sentences.ts';
import { stemOf } from './words.ts';
import type { Word, Words } from './words.ts';

export interface Danger {
  readonly code: DangerCode;
  readonly level: DangerLevel;
  /** The words of the text that named it, as written. */
  readonly words: readonly string[];
}

interface Group {
  readonly pattern: number;
  readonly group: number;
}

const dangerPatterns: readonly DangerPattern[] = [...dangersOfThings, ...dangersOfPeople];
const listOf = (forms: string): string[] => forms.split(' ').filter((form) => form !== '');
const stemsOf = (forms: string): ReadonlySet<string> => new Set(listOf(forms).map(stemOf));
const keyOf = (form: string): string => (form.startsWith('=') ? form : stemOf(form));
/** Stem, or `=form` → the groups it belongs to. */
const groupsOf = new Map<string, Group[]>();
const afterWords = dangerPatterns.map(({ notAfter }) => new Set(listOf(notAfter ?? '')));
const unlessStems = dangerPatterns.map(({ unless }) => stemsOf(unless ?? ''));
dangerPatterns.forEach(({ groups }, pattern) => {
  groups.forEach((forms, group) => {
    for (const key of new Set(listOf(forms).map(keyOf)))
      groupsOf.set(key, [...(groupsOf.get(key) ?? []), { pattern, group }]);
  });
});
const denierStems = stemsOf(deniers);
const endingWords: ReadonlySet<string> = new Set(listOf(endings));
const conditionWords: ReadonlySet<string> = new Set(listOf(conditions));
const pastWords: ReadonlySet<string> = new Set(listOf(pastMarks));

/** A danger repeated more often in one sentence is the same; the limit bounds the time. */
const MOST_MATCHES = 20;

/**
 * Dangers a text names now: not denied («запаха газа нет»), not past («был пожар»), not supposed
 * («если запахнет газом»). Each code at most once, emergencies first, then in the order of the text.
 */
export function findDangers(words: Words): Danger[] {
  const found = new Map<DangerCode, Danger>();
  for (const sentence of sentences(words)) {
    for (const [pattern, hits] of hitsOf(words, sentence)) {
      const rule = dangerPatterns[pattern];
      if (rule === undefined || hits.size < rule.groups.length || found.has(rule.code)) continue;
      if (mentions(words, sentence, unlessStems[pattern])) continue;
      const match = matchesOf(withoutMarks(words, hits, afterWords[pattern]), rule).find(
        (one) => !isDenied(words, sentence, one, rule),
      );
      if (match === undefined) continue;
      const shown = match.map((i) => words.text.slice(words.starts[i], words.ends[i]));
      found.set(rule.code, { code: rule.code, level: rule.level, words: shown });
    }
  }
  const ordered = [...found.values()];
  return [
    ...ordered.filter(({ level }) => level === 'emergency'),
    ...ordered.filter(({ level }) => level === 'high'),
  ];
}

/** For every pattern met: group → the positions of its words. */
function hitsOf(words: Words, { from, to }: WordRange): Map<number, Map<number, number[]>> {
  const hits = new Map<number, Map<number, number[]>>();
  for (let i = from; i < to; i += 1) {
    const word = words.list[i];
    if (word === undefined) continue;
    for (const { pattern, group } of groupsOfWord(word)) {
      const groups = hits.get(pattern) ?? new Map<number, number[]>();
      hits.set(pattern, groups.set(group, [...(groups.get(group) ?? []).slice(-30), i]));
    }
  }
  return hits;
}

const noGroups: readonly Group[] = [];
const groupsOfWords = new WeakMap<Word, readonly Group[]>();

/** Words are shared between texts, so what a word means is found once. */
function groupsOfWord(word: Word): readonly Group[] {
  const known = groupsOfWords.get(word);
  if (known !== undefined) return known;
  const found = [...(groupsOf.get(word.stem) ?? noGroups), ...(groupsOf.get(`=${word.text}`) ?? noGroups)];
  const groups = found.length === 0 ? noGroups : found;
  groupsOfWords.set(word, groups);
  return groups;
}

function mentions(words: Words, { from, to }: WordRange, stems: ReadonlySet<string> | undefined): boolean {
  if (stems === undefined || stems.size === 0) return false;
  for (let i = from; i < to; i += 1) if (stems.has(words.list[i]?.stem ?? '')) return true;
  return false;
}

/** Words of the first group that only tell the place, as after «вокруг», are left out. */
function withoutMarks(
  words: Words,
  hits: Map<number, number[]>,
  marks: ReadonlySet<string> | undefined,
): Map<number, number[]> {
  if (marks === undefined || marks.size === 0) return hits;
  const textAt = (i: number): string => words.list[i]?.text ?? '';
  const kept = (hits.get(0) ?? []).filter((i) => !marks.has(textAt(i - 1)) && !marks.has(textAt(i - 2)));
  return new Map([...hits, [0, kept]]);
}

/** For each word of the first group the closest different word of every other, all within the window: «был пожар, снова горит». */
function matchesOf(hits: Map<number, number[]>, rule: DangerPattern): number[][] {
  return (hits.get(0) ?? []).slice(0, MOST_MATCHES).flatMap((first) => {
    const match = [first];
    for (let group = 1; group < rule.groups.length; group += 1) {
      const near = (hits.get(group) ?? []).filter(
        (i) => !match.includes(i) && Math.abs(i - first) <= rule.within,
      );
      const closest = near.sort((a, b) => Math.abs(a - first) - Math.abs(b - first))[0];
      if (closest === undefined) break;
      match.push(closest);
    }
    return match.length === rule.groups.length ? [match.sort((a, b) => a - b)] : [];
  });
}

function isDenied(
  words: Words,
  { from, to }: WordRange,
  match: readonly number[],
  rule: DangerPattern,
): boolean {
  if (rule.always === true) return false;
  const textAt = (i: number): string =>
    i >= from && i < to && !match.includes(i) ? (words.list[i]?.text ?? '') : '';
  const stemAt = (i: number): string =>
    i >= from && i < to && !match.includes(i) ? (words.list[i]?.stem ?? '') : '';
  const first = match[0] ?? from;
  const last = match.at(-1) ?? from;
  for (let i = first - 4; i < first; i += 1) if (conditionWords.has(textAt(i))) return true;
  if (pastWords.has(textAt(first - 1)) || pastWords.has(textAt(last + 1))) return true;
  if (rule.keepsNegation === true) return false;
  if (match.some((i) => denierStems.has(stemAt(i - 1)))) return true;
  for (let i = first - 2; i <= last + 3; i += 1) {
    if (endingWords.has(textAt(i)) && !denierStems.has(stemAt(i - 1))) return true;
  }
  return false;
}
