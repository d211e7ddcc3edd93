import { between, textAt } from './address-text.ts';
import { hyphenedKinds, ordinalEndings, shortened } from './address-words.ts';
import { keysOf } from './name-keys.ts';
import { mistypedNodes, similarNodes, startingNodes } from './name-index.ts';
import type { IndexedName, NameIndex, NameNode } from './name-index.ts';
import { stemOf } from './words.ts';
import type { Word, Words } from './words.ts';

export interface FoundName {
  readonly name: IndexedName;
  /** Half-open end of its words. */
  readonly to: number;
  /** One of its words was mistyped. */
  readonly isMistyped: boolean;
}

/** The longest name that begins with this word, a whole one before an end of one. */
export function longestName(words: Words, i: number, index: NameIndex): FoundName | null {
  const word = words.list[i];
  if (word === undefined) return null;
  const nodes = startingNodes(index, word);
  if (nodes.length === 0 || !mayBegin(words, i, word)) return null;
  // One letter shortens only the first part of a longer name: «М. Балканская».
  const shortest = word.text.length < 3 && !word.isNumber ? 2 : 1;
  let best: FoundName | null = null;
  for (const node of nodes) best = better(best, walk(words, node, i + 1, shortest));
  return best;
}

function mayBegin(words: Words, i: number, { text, isNumber }: Word): boolean {
  if (text.length > 2 || isNumber || shortened.has(text)) return true;
  return text.length === 1 && /^[. ]{1,2}$/.test(between(words, i));
}

/** The longest name below a node that the next words spell. */
function walk(words: Words, node: NameNode, at: number, shortest: number): FoundName | null {
  let best = named(node, endOf(words, at), shortest, false);
  if (node.children.size === 0) return best;
  for (const [next, to] of steps(words, node, at)) best = better(best, walk(words, next, to, shortest));
  return best;
}

/** «Советская 7-я»: the ending of an ordinal belongs to the name. */
const endOf = (words: Words, at: number): number =>
  words.list[at - 1]?.isNumber === true &&
  ordinalEndings.has(textAt(words, at)) &&
  /^-?$/.test(between(words, at - 1))
    ? at + 1
    : at;

const named = (node: NameNode, to: number, shortest: number, isMistyped: boolean): FoundName | null =>
  node.name === null || node.name.stems.length < shortest ? null : { name: node.name, to, isMistyped };

function better(one: FoundName | null, two: FoundName | null): FoundName | null {
  if (one === null || two === null) return one ?? two;
  const more = two.name.stems.length - one.name.stems.length;
  return more > 0 || (more === 0 && one.name.isPart && !two.name.isPart) ? two : one;
}

/** Where the word at this place, its kind or ordinal ending stepped over, leads from a node. */
function steps(words: Words, node: NameNode, from: number): (readonly [NameNode, number])[] {
  const at = nextWord(words, from);
  const word = at === null ? undefined : words.list[at];
  if (at === null || word === undefined) return [];
  if (between(words, at) === '-') {
    const kind = hyphenedKinds.get(`${word.text} ${textAt(words, at + 1)}`);
    const next = kind === undefined ? undefined : node.children.get(stemOf(kind));
    if (next !== undefined) return [[next, at + 2]];
  }
  return keysOf(word).flatMap((key) => {
    const next = node.children.get(key);
    return next === undefined ? [] : [[next, at + 1] as const];
  });
}

/** The next word of a name: not beyond a line or a sentence, the ending of an ordinal left out. */
function nextWord(words: Words, from: number): number | null {
  const isEnding = words.list[from - 1]?.isNumber === true && ordinalEndings.has(textAt(words, from));
  const at = isEnding ? from + 1 : from;
  return at >= words.list.length || /[\n!?;]/.test(between(words, at - 1)) ? null : at;
}

/** Words that stand in every address and are never a mistyped name. */
const notNames = /^(?:корпус|литер|строен|подъезд|парадн|квартир|улиц|проспект|переулок|набережн|площад|дом)/;

/** A name with one letter wrong in one of its words; `null` where none or several different ones may be meant. */
export function mistypedName(words: Words, i: number, index: NameIndex): FoundName | null {
  const word = words.list[i];
  if (word === undefined || notNames.test(word.text)) return null;
  const rightly = startingNodes(index, word);
  if (rightly.length === 0 && word.isNumber) return null;
  const found =
    rightly.length > 0
      ? rightly.flatMap((node) => laterMistake(words, node, i + 1))
      : mistypedNodes(index, word).flatMap((node) => walk(words, node, i + 1, 1) ?? []);
  const longest = Math.max(...found.map(({ name }) => name.stems.length));
  const best = found.filter(({ name }) => name.stems.length === longest);
  const whole = best.filter(({ name }) => !name.isPart);
  const [only, ...others] = whole.length > 0 ? whole : best;
  return only === undefined || others.length > 0 ? null : { ...only, isMistyped: true };
}

/** The first word is right, a later one is not. */
function laterMistake(words: Words, node: NameNode, from: number): FoundName[] {
  const at = nextWord(words, from);
  const word = at === null ? undefined : words.list[at];
  if (at === null || word === undefined || word.isNumber || notNames.test(word.text)) return [];
  const wrong = similarNodes(node, word.stem).flatMap((next) => walk(words, next, at + 1, 2) ?? []);
  return [...wrong, ...steps(words, node, from).flatMap(([next, to]) => laterMistake(words, next, to))];
}
