import type { Point } from '#kernel/place.ts';

import { shortened } from './address-words.ts';
import { readWords } from './words.ts';

export interface MunicipalityRow {
  readonly id: string;
  /** All names people use: «Льговский район», «городской округ Снежинск». */
  readonly names: readonly string[];
}

export interface SettlementRow {
  readonly id: string;
  readonly municipalityId: string;
  /** The settlement it is a part of: a quarter of a town, a former village; `null` for most. */
  readonly parentId?: string | null;
  readonly name: string;
  /** In full, lower case: «город», «посёлок». */
  readonly kind?: string;
  readonly point: Point | null;
}

export interface StreetRow {
  readonly id: string;
  readonly settlementId: string;
  /** Without its kind: «Ленина», «1-я Советская». */
  readonly name: string;
  /** In full, lower case: «улица», «проспект». */
  readonly kind: string;
  readonly point: Point | null;
}

/** Names of a region, indexed in memory. Houses are not here: they are looked up in batches. */
export interface Gazetteer {
  readonly municipalities: ReadonlyMap<string, MunicipalityRow>;
  readonly settlements: ReadonlyMap<string, SettlementRow>;
  readonly streets: ReadonlyMap<string, StreetRow>;
  readonly municipalityNames: NameIndex;
  readonly settlementNames: NameIndex;
  readonly streetNames: NameIndex;
}

/** First stem → names beginning with it, longest first. */
export type NameIndex = ReadonlyMap<string, readonly IndexedName[]>;

export interface IndexedName {
  readonly stems: readonly string[];
  /** Rows with this name. */
  readonly ids: readonly string[];
  /** Only the last word of a longer name: «Казакова» of «Маршала Казакова». */
  readonly isPart: boolean;
}

/** Indexes the names of a region; about a second for 50,000 streets. */
export function buildGazetteer(rows: {
  readonly municipalities: readonly MunicipalityRow[];
  readonly settlements: readonly SettlementRow[];
  readonly streets: readonly StreetRow[];
}): Gazetteer {
  const streets = rows.streets.map(({ id, name }) => ({ id, name }));
  return {
    municipalities: new Map(rows.municipalities.map((row) => [row.id, row])),
    settlements: new Map(rows.settlements.map((row) => [row.id, row])),
    streets: new Map(rows.streets.map((row) => [row.id, row])),
    municipalityNames: indexNames(
      rows.municipalities.flatMap(({ id, names }) => names.map((name) => ({ id, name }))),
      false,
    ),
    settlementNames: indexNames(rows.settlements, false),
    streetNames: indexNames(streets, true),
  };
}

/** Stems of a name; endings of ordinals («1-я») are left out, shortened parts are opened. */
export function nameStems(name: string): string[] {
  return readWords(name)
    .list.filter(({ text }, i) => i === 0 || !/^(?:я|й|ая|ый|ой|ий)$/.test(text))
    .map(({ stem, text }) => shortened.get(text) ?? stem);
}

function indexNames(
  rows: readonly { readonly id: string; readonly name: string }[],
  withParts: boolean,
): NameIndex {
  const whole = new Map<string, { stems: string[]; ids: string[] }>();
  for (const { id, name } of rows) {
    const stems = nameStems(name);
    if (stems.length === 0) continue;
    add(whole, stems, id);
    // «Большой П.С.»: the marks of a part of town are left out in speech.
    const bare = stems.findLastIndex((stem) => stem.length > 1) + 1;
    if (bare > 0 && bare < stems.length) add(whole, stems.slice(0, bare), id);
  }
  const names: IndexedName[] = [...whole.values()].map((entry) => ({ ...entry, isPart: false }));
  if (withParts) names.push(...lastWords(whole));
  const index = new Map<string, IndexedName[]>();
  for (const name of names) {
    const first = name.stems[0] ?? '';
    const known = index.get(first);
    if (known === undefined) index.set(first, [name]);
    else known.push(name);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}

function add(names: Map<string, { stems: string[]; ids: string[] }>, stems: string[], id: string): void {
  const key = stems.join(' ');
  const entry = names.get(key) ?? { stems, ids: [] };
  if (entry.ids.at(-1) !== id) entry.ids.push(id);
  names.set(key, entry);
}

/** «Маршала Казакова» is called «Казакова» where no other street is. */
function lastWords(whole: ReadonlyMap<string, { stems: string[]; ids: string[] }>): IndexedName[] {
  const parts = new Map<string, string[]>();
  for (const { stems, ids } of whole.values()) {
    const last = stems.at(-1) ?? '';
    if (stems.length < 2 || last.length < 4 || /^\d/.test(stems[0] ?? '') || whole.has(last)) continue;
    parts.set(last, [...(parts.get(last) ?? []), ...ids]);
  }
  return [...parts].map(([stem, ids]) => ({ stems: [stem], ids, isPart: true }));
}

/**
 * Names one typing mistake away from a long stem. Only names that share the first three letters
 * are tried, so the time stays small.
 */
export function similarNames(index: NameIndex, stem: string): IndexedName[] {
  if (stem.length < 6) return [];
  const found: IndexedName[] = [];
  for (const entry of neighbours(index).get(stem.slice(0, 3)) ?? [])
    if (isOneEditAway(stem, entry.stems[0] ?? '')) found.push(entry);
  return found;
}

const neighbourhoods = new WeakMap<NameIndex, Map<string, IndexedName[]>>();

function neighbours(index: NameIndex): Map<string, IndexedName[]> {
  const known = neighbourhoods.get(index);
  if (known !== undefined) return known;
  const byStart = new Map<string, IndexedName[]>();
  for (const [first, entries] of index) {
    if (first.length < 6) continue;
    const start = first.slice(0, 3);
    byStart.set(start, [...(byStart.get(start) ?? []), ...entries.filter(({ stems }) => stems.length === 1)]);
  }
  neighbourhoods.set(index, byStart);
  return byStart;
}

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
