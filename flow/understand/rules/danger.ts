import { clauseAround, hasClauseBetween, isDenied } from './danger-denial.ts';
import { dangersOfDespair } from './danger-despair-table.ts';
import { dangersOfFire } from './danger-fire-table.ts';
import { dangersOfNetworks } from './danger-network-table.ts';
import { dangersOutdoors } from './danger-outdoors-table.ts';
import type { DangerCode, DangerLevel, DangerPattern } from './danger-pattern.ts';
import { dangersOfPeople } from './danger-people-table.ts';
import { dangersOfThings } from './danger-table.ts';
import { dangersOfViolence } from './danger-violence-table.ts';
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

/** What one word is to the patterns. */
interface Meaning {
  /** Patterns whose first group has the word. */
  readonly begins: readonly number[];
  /** `pattern * MOST_GROUPS + group` of all groups that have it. */
  readonly groups: ReadonlySet<number>;
  /** Patterns whose `unless` has it. */
  readonly denies: ReadonlySet<number>;
  /** Patterns whose `unlessBefore` has it. */
  readonly deniesBefore: ReadonlySet<number>;
}

const MOST_GROUPS = 8;
/** Words around a match that `unless` looks at, where a pattern says nothing. */
const NEAR = 3;

const patterns: readonly DangerPattern[] = [
  ...dangersOfNetworks,
  ...dangersOfFire,
  ...dangersOfThings,
  ...dangersOfPeople,
  ...dangersOutdoors,
  ...dangersOfViolence,
  ...dangersOfDespair,
];
const listOf = (forms: string): string[] => forms.split(' ').filter((form) => form !== '');
const keyOf = (form: string): string => (form.startsWith('=') ? form : stemOf(form));

/** Stem, or `=form` → what is listed under it. */
const groupsOf = new Map<string, Set<number>>();
const deniesOf = new Map<string, Set<number>>();
const deniesBeforeOf = new Map<string, Set<number>>();
const addTo = (map: Map<string, Set<number>>, forms: string, value: number): void => {
  for (const form of listOf(forms)) {
    const key = keyOf(form);
    map.set(key, (map.get(key) ?? new Set<number>()).add(value));
  }
};
patterns.forEach(({ groups, unless, unlessBefore }, pattern) => {
  groups.forEach((forms, group) => addTo(groupsOf, forms, pattern * MOST_GROUPS + group));
  addTo(deniesOf, unless ?? '', pattern);
  addTo(deniesBeforeOf, unlessBefore ?? '', pattern);
});
const placeMarks = patterns.map(({ notAfter }) => new Set(listOf(notAfter ?? '')));

/**
 * Dangers a text names now: not denied («запаха газа нет»), not past («был пожар»), not supposed
 * («если запахнет газом»). Each code at most once, emergencies first, then in the order of the text.
 */
export function findDangers(words: Words): Danger[] {
  const found = new Map<DangerCode, Danger>();
  let sentence: WordRange | undefined;
  let rest: readonly WordRange[] | undefined;
  let at = 0;
  for (let i = 0; i < words.list.length; i += 1) {
    const word = words.list[i];
    if (word === undefined) continue;
    const { begins } = meaningOf(word);
    if (begins.length === 0) continue;
    rest ??= sentences(words);
    while (sentence === undefined || sentence.to <= i) {
      sentence = rest[at];
      at += 1;
      if (sentence === undefined) return inOrder(found);
    }
    for (const pattern of begins) {
      const danger = dangerAt(words, sentence, i, pattern, found);
      if (danger !== null) found.set(danger.code, danger);
    }
  }
  return inOrder(found);
}

function inOrder(found: ReadonlyMap<DangerCode, Danger>): Danger[] {
  const all = [...found.values()];
  return [
    ...all.filter(({ level }) => level === 'emergency'),
    ...all.filter(({ level }) => level === 'high'),
  ];
}

/** The danger that a pattern names around the word i, `null` if none, or one known already. */
function dangerAt(
  words: Words,
  sentence: WordRange,
  i: number,
  pattern: number,
  found: ReadonlyMap<DangerCode, Danger>,
): Danger | null {
  const rule = patterns[pattern];
  if (rule === undefined) return null;
  const { code, level } = rule;
  const known = found.get(code)?.level;
  if (known === 'emergency' || known === level) return null;
  if (isPlaceMark(words, i, pattern)) return null;
  const match = matchAt(words, sentence, i, pattern, rule);
  if (match === null) return null;
  const [first, last] = [match[0] ?? i, match.at(-1) ?? i];
  if (rule.inOneClause === true && hasClauseBetween(words, first, last)) return null;
  const hasElse = rule.unless !== undefined || rule.unlessBefore !== undefined;
  if (hasElse && meansElse(words, sentence, match, pattern)) return null;
  if (isDenied(words, sentence, match, rule)) return null;
  return { code, level, words: match.map((one) => words.text.slice(words.starts[one], words.ends[one])) };
}

/** The word i with the closest word of every other group, in the order of the text. */
function matchAt(
  words: Words,
  { from, to }: WordRange,
  i: number,
  pattern: number,
  { groups, within }: DangerPattern,
): number[] | null {
  const match = [i];
  for (let group = 1; group < groups.length; group += 1) {
    const key = pattern * MOST_GROUPS + group;
    let closest = -1;
    for (let step = 1; step <= within && closest < 0; step += 1) {
      for (const at of [i - step, i + step]) {
        const word = at < from || at >= to || match.includes(at) ? undefined : words.list[at];
        if (closest < 0 && word !== undefined && meaningOf(word).groups.has(key)) closest = at;
      }
    }
    if (closest < 0) return null;
    match.push(closest);
  }
  return match.sort((a, b) => a - b);
}

/** Whether words of `unless` stand around the match, or of `unlessBefore` before it. */
function meansElse(words: Words, sentence: WordRange, match: readonly number[], pattern: number): boolean {
  const [first, last] = [match[0] ?? 0, match.at(-1) ?? 0];
  const near = patterns[pattern]?.near ?? NEAR;
  const isWide = patterns[pattern]?.unlessInSentence === true;
  const clause = isWide ? sentence : clauseAround(words, sentence, first, last);
  const to = Math.min(clause.to, last + near + 1);
  for (let i = Math.max(clause.from, first - near); i < to; i += 1) {
    const word = words.list[i];
    if (word === undefined || match.includes(i)) continue;
    const { denies, deniesBefore } = meaningOf(word);
    if (denies.has(pattern) || (i < last && deniesBefore.has(pattern))) return true;
  }
  return false;
}

function isPlaceMark(words: Words, i: number, pattern: number): boolean {
  const marks = placeMarks[pattern];
  if (marks === undefined || marks.size === 0) return false;
  return marks.has(words.list[i - 1]?.text ?? '') || marks.has(words.list[i - 2]?.text ?? '');
}

const nothing: Meaning = { begins: [], groups: new Set(), denies: new Set(), deniesBefore: new Set() };
const meanings = new WeakMap<Word, Meaning>();

/** Words are shared between texts, so what a word means is found once. */
function meaningOf(word: Word): Meaning {
  const known = meanings.get(word);
  if (known !== undefined) return known;
  const both = (map: ReadonlyMap<string, ReadonlySet<number>>): Set<number> =>
    new Set([...(map.get(word.stem) ?? []), ...(map.get(`=${word.text}`) ?? [])]);
  const [groups, denies, deniesBefore] = [both(groupsOf), both(deniesOf), both(deniesBeforeOf)];
  const begins = [...groups].filter((key) => key % MOST_GROUPS === 0).map((key) => key / MOST_GROUPS);
  const isKnown = groups.size + denies.size + deniesBefore.size > 0;
  const meaning = isKnown ? { begins, groups, denies, deniesBefore } : nothing;
  meanings.set(word, meaning);
  return meaning;
}
