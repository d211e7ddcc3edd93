import {
  absences,
  besideAbsence,
  besideEnding,
  clauseOpeners,
  deniers,
  endingsOfDanger,
  findings,
  lackings,
  longAgo,
  makeshift,
  nearly,
  now,
  placing,
  purposes,
  suppositions,
  wasWords,
  wishes,
} from './danger-guards.ts';
import type { DangerPattern } from './danger-pattern.ts';
import type { WordRange } from './sentences.ts';
import type { Words } from './words.ts';

/** A clause longer than this to either side is not looked through: the limit bounds the time. */
const MOST_WORDS = 12;

/** The clause or clauses the words first…last stand in: up to the next comma, colon, dash, bracket, «но», «а». */
export function clauseAround(words: Words, sentence: WordRange, first: number, last: number): WordRange {
  let from = first;
  while (from > sentence.from && from > first - MOST_WORDS && !beginsClause(words, from)) from -= 1;
  let to = last + 1;
  while (to < sentence.to && to < last + MOST_WORDS && !beginsClause(words, to)) to += 1;
  return { from, to };
}

/** Whether a clause begins between the words first…last. */
export function hasClauseBetween(words: Words, first: number, last: number): boolean {
  for (let i = first + 1; i <= last; i += 1) if (beginsClause(words, i)) return true;
  return false;
}

function beginsClause(words: Words, i: number): boolean {
  if (clauseOpeners.has(words.list[i]?.text ?? '')) return true;
  const end = words.ends[i - 1] ?? 0;
  const between = words.text.slice(end, Math.min(words.starts[i] ?? end, end + 8));
  return between.length > 1 && /[,:()—–]|\s-\s/.test(between);
}

/** What stands around the words of a match, in their own clause. */
interface Setting {
  readonly match: readonly number[];
  readonly clause: WordRange;
  /** The word at i of the clause, '' for words of the match and beyond the clause. */
  readonly textAt: (i: number) => string;
}

/**
 * Whether a named danger is denied («газом не пахнет», «запаха газа нет»), supposed («если запахнет газом»), past
 * («был пожар») or over («люк закрыли»). Only words of the same clause count, and «нет» denies the noun it stands with:
 * «пахнет газом, света нет» names gas.
 */
export function isDenied(
  words: Words,
  sentence: WordRange,
  match: readonly number[],
  rule: DangerPattern,
): boolean {
  if (rule.always === true) return false;
  const clause = clauseAround(words, sentence, match[0] ?? sentence.from, match.at(-1) ?? sentence.from);
  const textAt = (i: number): string =>
    i >= clause.from && i < clause.to && !match.includes(i) ? (words.list[i]?.text ?? '') : '';
  const setting = { match, clause, textAt };
  if (isSupposed(setting, rule) || isPast(words, setting, rule)) return true;
  if (rule.keepsNegation === true) return false;
  return isAbsent(words, setting, rule) || isOver(words, sentence, setting, rule);
}

function isSupposed({ match, textAt }: Setting, rule: DangerPattern): boolean {
  const first = match[0] ?? 0;
  for (let i = first - 4; i < first; i += 1) {
    // «если не устраните утечку газа»: what is supposed is that nothing will be done.
    if (suppositions.has(textAt(i)) && textAt(i + 1) !== 'не') return true;
    // «чтобы упал» is feared, «чтобы закрыли люк» is asked for.
    if (purposes.has(textAt(i)) && (textAt(i + 1) === 'не' || rule.lasts === 'is_news')) return true;
    if (textAt(i) === 'вдруг' && textAt(i - 1) === 'а') return true;
  }
  return false;
}

function isPast(words: Words, { match, clause, textAt }: Setting, rule: DangerPattern): boolean {
  const [first, last] = [match[0] ?? 0, match.at(-1) ?? 0];
  if (rule.lasts !== 'is_news' && wasWords.has(textAt(first - 1))) return true;
  if (rule.lasts === 'passes' && wasWords.has(textAt(last + 1))) return true;
  if (rule.lasts === undefined) return false;
  let isLongAgo = false;
  for (let i = clause.from; i < clause.to; i += 1) {
    if (now.has(textAt(i))) return false;
    isLongAgo ||= longAgo.has(textAt(i)) && !/^с[ос]?$/.test(words.list[i - 1]?.text ?? '');
  }
  return isLongAgo;
}

/** A word in the genitive, as far as its ending tells: «запаха», «утечки», «проводов». */
const isGenitive = (word: string): boolean => /(?:[аяыи]|ов|ев|ей|ек|ок|их|ых|ого|его)$/.test(word);
/** A verb or a noun in the instrumental: nothing that «нет» or «отсутствует» could be said of. */
const isSaidOf = (word: string): boolean => !/(?:[оеё]м|[аеиуя]т|[аеи]ло)$/.test(word);
const isAdjective = (word: string): boolean => /(?:ого|его|ой|ей|ых|их|ый|ий|ая|ое|ые|ие)$/.test(word);

function isAbsent(words: Words, { match, clause, textAt }: Setting, rule: DangerPattern): boolean {
  const formOf = (i: number): string => words.list[i]?.text ?? '';
  for (const i of match) {
    if (deniers.has(textAt(i - 1)) && !(rule.level === 'high' && nearly.has(textAt(i - 2)))) return true;
    if (textAt(i - 1) === 'без' && isGenitive(formOf(i))) return true;
  }
  const [first, last] = [match[0] ?? 0, match.at(-1) ?? 0];
  for (let i = Math.max(clause.from, first - 4); i < Math.min(clause.to, last + 5); i += 1) {
    const word = textAt(i);
    if (findings.has(word) && deniers.has(textAt(i - 1))) return true;
    if (word === 'было' && textAt(i - 1) === 'не' && isGenitive(formOf(first))) return true;
    const isFit = absences.has(word) ? isGenitive : lackings.has(word) ? isSaidOf : null;
    if (isFit !== null && standsWith(words, i, match, textAt).some((one) => isFit(formOf(one)))) return true;
  }
  return false;
}

/** The words of the match an absence at i stands with: the one before it and the one after. */
function standsWith(words: Words, i: number, match: readonly number[], textAt: Setting['textAt']): number[] {
  let before = i - 1;
  while (besideAbsence.has(textAt(before))) before -= 1;
  // «запаха газа в подъезде нет»
  if (placing.has(words.list[before - 1]?.text ?? '')) before -= 2;
  let after = i + 1;
  while (after < i + 4 && (besideAbsence.has(textAt(after)) || isAdjective(textAt(after)))) after += 1;
  return [before, after].filter((at) => match.includes(at));
}

function isOver(words: Words, sentence: WordRange, setting: Setting, { code }: DangerPattern): boolean {
  const { clause, textAt } = setting;
  const endings = endingsOfDanger(code);
  for (let i = clause.from; i < clause.to; i += 1)
    if (endings.has(textAt(i)) && isReal(words, i, textAt)) return true;
  // «…, уже потушили»: a clause that says nothing else.
  if (clause.to >= sentence.to) return false;
  const next = clauseAround(words, sentence, clause.to, clause.to);
  let at = next.from;
  const said = (i: number): string => (i >= next.from && i < next.to ? (words.list[i]?.text ?? '') : '');
  while (besideEnding.has(said(at))) at += 1;
  return at < next.to && next.to - at <= 2 && endings.has(said(at)) && isReal(words, at, said);
}

function isReal(words: Words, i: number, textAt: (i: number) => string): boolean {
  for (let at = i - 3; at < i; at += 1) if (wishes.has(textAt(at))) return false;
  for (let at = i + 1; at <= i + 3; at += 1)
    if (makeshift.test(textAt(at)) || makeshift.test(words.list[at]?.text ?? '')) return false;
  return true;
}
