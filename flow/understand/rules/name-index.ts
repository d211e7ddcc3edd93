import { streetKinds } from './address-words.ts';
import { caseStems, keysOf, nameStems } from './name-keys.ts';
import { stemOf } from './words.ts';
import type { Word } from './words.ts';

/** Names as a tree of their stems: what begins alike stands together, so that a name is found word by word. */
export interface NameIndex {
  readonly root: NameNode;
  /** Where a word leads from the root; kept, because the same words come again and again. */
  readonly starting: WeakMap<Word, readonly NameNode[]>;
  /** Where it leads with one letter wrong; kept as well. */
  readonly mistyped: WeakMap<Word, readonly NameNode[]>;
}

export interface NameNode {
  readonly children: ReadonlyMap<string, NameNode>;
  /** The name that ends here. */
  readonly name: IndexedName | null;
}

export interface IndexedName {
  readonly stems: readonly string[];
  /** Rows with this name. */
  readonly ids: readonly string[];
  /** Only the end of a longer name: «Казакова» of «Маршала Казакова». */
  readonly isPart: boolean;
}

interface Named {
  readonly id: string;
  readonly name: string;
}
interface Entry {
  readonly stems: readonly string[];
  readonly ids: string[];
}

const kindStems: ReadonlySet<string> = new Set([...streetKinds.values()].flat().map((kind) => stemOf(kind)));

/** Indexes names as they stand, for municipalities. */
export function indexNames(rows: readonly Named[]): NameIndex {
  const whole = new Map<string, Entry>();
  for (const { id, name } of rows) add(whole, nameStems(name), id);
  return treeOf(whole, []);
}

/** Indexes names of settlements, whose last word is met in every case of grammar. */
export function indexSettlements(rows: readonly Named[]): NameIndex {
  const whole = new Map<string, Entry>();
  for (const { id, name } of rows) {
    const stems = nameStems(name);
    add(whole, stems, id);
    const last = name.match(/[А-ЯЁа-яё]+$/)?.[0];
    if (last === undefined) continue;
    for (const stem of caseStems(last)) add(whole, [...stems.slice(0, -1), stem], id);
  }
  return treeOf(whole, []);
}

/** Indexes names of streets with the ways people cut and turn them. */
export function indexStreets(rows: readonly Named[]): NameIndex {
  const whole = new Map<string, Entry>();
  for (const { id, name } of rows) {
    const stems = nameStems(name);
    add(whole, stems, id);
    // «Большой П.С.»: the marks of a part of town are left out in speech, or written as one word.
    const bare = stems.findLastIndex((stem) => stem.length > 1) + 1;
    if (bare === 0 || bare === stems.length) continue;
    const [head, mark] = [stems.slice(0, bare), stems.slice(bare)];
    // «пр. Большой П.С.»: the kind has been read before the name.
    const bareHead = head.filter((stem) => !kindStems.has(stem));
    for (const start of bareHead.every((stem) => /^\d/.test(stem)) ? [head] : [head, bareHead]) {
      add(whole, [...start, ...mark], id);
      add(whole, [...start, mark.join('')], id);
      add(whole, start, id);
    }
  }
  return treeOf(whole, [...partsOf(whole), ...turnedOf(whole), ...withInitials(whole)]);
}

function add(names: Map<string, Entry>, stems: readonly string[], id: string): void {
  if (stems.length === 0) return;
  const key = stems.join(' ');
  const entry = names.get(key);
  if (entry === undefined) names.set(key, { stems, ids: [id] });
  else if (!entry.ids.includes(id)) entry.ids.push(id);
}

interface Growing {
  readonly children: Map<string, Growing>;
  name: IndexedName | null;
}

function treeOf(whole: ReadonlyMap<string, Entry>, more: readonly IndexedName[]): NameIndex {
  const root: Growing = { children: new Map(), name: null };
  for (const name of [...[...whole.values()].map((entry) => ({ ...entry, isPart: false })), ...more]) {
    let node = root;
    for (const stem of name.stems) {
      const next = node.children.get(stem) ?? { children: new Map(), name: null };
      node.children.set(stem, next);
      node = next;
    }
    node.name ??= name;
  }
  return { root, starting: new WeakMap(), mistyped: new WeakMap() };
}

/** The nodes a word may begin a name with; most words begin none. */
export function startingNodes(index: NameIndex, word: Word): readonly NameNode[] {
  const known = index.starting.get(word);
  if (known !== undefined) return known;
  const found = keysOf(word).flatMap((key) => index.root.children.get(key) ?? []);
  index.starting.set(word, found);
  return found;
}

/** The nodes a mistyped word may begin a name with. */
export function mistypedNodes(index: NameIndex, word: Word): readonly NameNode[] {
  const known = index.mistyped.get(word);
  if (known !== undefined) return known;
  const found = similarNodes(index.root, word.stem);
  index.mistyped.set(word, found);
  return found;
}

/** «Маршала Казакова» is called «Казакова», «реки Малой Невки» is «Малой Невки», where no other street is. */
function partsOf(whole: ReadonlyMap<string, Entry>): IndexedName[] {
  const parts = new Map<string, Entry>();
  for (const { stems, ids } of whole.values()) {
    if (/^\d/.test(stems[0] ?? '')) continue;
    for (let from = 1; from < stems.length; from += 1) {
      const part = stems.slice(from);
      const last = part.at(-1) ?? '';
      if (last.length < 3 || kindStems.has(last) || whole.has(part.join(' '))) continue;
      for (const id of ids) add(parts, part, id);
    }
  }
  return [...parts.values()].map((entry) => ({ ...entry, isPart: true }));
}

/** «Балканская Малая», «Советская 7-я»: the last word written first. */
function turnedOf(whole: ReadonlyMap<string, Entry>): IndexedName[] {
  const turned = new Map<string, Entry>();
  for (const { stems, ids } of whole.values()) {
    const last = stems.at(-1) ?? '';
    // «линия 12-я» as well, but never «проспект Большой»: there the kind is read as one.
    const isOrdinal = /^\d/.test(stems[0] ?? '');
    if (stems.length < 2 || last.length < 3 || (kindStems.has(last) && !isOrdinal)) continue;
    const stemsTurned = [last, ...stems.slice(0, -1)];
    if (whole.has(stemsTurned.join(' '))) continue;
    for (const id of ids) add(turned, stemsTurned, id);
  }
  return [...turned.values()].map((entry) => ({ ...entry, isPart: false }));
}

/** «П. Алексеева» of «Петра Алексеева». */
function withInitials(whole: ReadonlyMap<string, Entry>): IndexedName[] {
  const short = new Map<string, Entry>();
  for (const { stems, ids } of whole.values()) {
    const [first = ''] = stems;
    if (stems.length < 2 || first.length < 3 || /^\d/.test(first)) continue;
    for (const id of ids) add(short, [first.slice(0, 1), ...stems.slice(1)], id);
  }
  return [...short.values()].map((entry) => ({ ...entry, isPart: true }));
}

/** Stems shorter than this have too many neighbours. */
const SHORTEST_MISTYPED = 5;

/**
 * Children of a node whose stem is one typing mistake away. Of many, every stem is found under what is left when one of its
 * letters is taken away, so only real neighbours are compared.
 */
export function similarNodes(node: NameNode, stem: string): NameNode[] {
  if (stem.length < SHORTEST_MISTYPED - 1) return [];
  const neighbours = neighboursOf(node);
  const found = new Set<string>();
  for (const left of [stem, ...withoutOne(stem)])
    for (const near of neighbours.get(left) ?? []) if (isOneEditAway(stem, near)) found.add(near);
  return [...found].flatMap((near) => node.children.get(near) ?? []);
}

const neighbourhoods = new WeakMap<NameNode, ReadonlyMap<string, readonly string[]>>();

function neighboursOf(node: NameNode): ReadonlyMap<string, readonly string[]> {
  const known = neighbourhoods.get(node);
  if (known !== undefined) return known;
  const byRest = new Map<string, string[]>();
  for (const stem of node.children.keys()) {
    if (stem.length < SHORTEST_MISTYPED || /^\d/.test(stem)) continue;
    for (const left of new Set([stem, ...withoutOne(stem)])) {
      const entry = byRest.get(left);
      if (entry === undefined) byRest.set(left, [stem]);
      else entry.push(stem);
    }
  }
  neighbourhoods.set(node, byRest);
  return byRest;
}

const withoutOne = (stem: string): string[] =>
  Array.from(stem, (_, i) => stem.slice(0, i) + stem.slice(i + 1));

/** Whether one letter put in, left out, changed or swapped with its neighbour makes one word of the other. */
export function isOneEditAway(one: string, two: string): boolean {
  if (Math.abs(one.length - two.length) > 1 || one === two) return false;
  let from = 0;
  while (from < one.length && from < two.length && one[from] === two[from]) from += 1;
  const rest = (word: string, skip: number): string => word.slice(from + skip);
  if (one.length > two.length) return rest(one, 1) === rest(two, 0);
  if (one.length < two.length) return rest(one, 0) === rest(two, 1);
  if (rest(one, 1) === rest(two, 1)) return true;
  return one[from] === two[from + 1] && one[from + 1] === two[from] && rest(one, 2) === rest(two, 2);
}
