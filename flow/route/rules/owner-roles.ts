import type { Words } from '#flow/understand/rules/words.ts';
import { readWords } from '#flow/understand/rules/words.ts';

/** A body as history names it. */
export interface Owner {
  /** What it is told apart by: an identifier, or the name itself. */
  readonly key: string;
  readonly name: string;
}

/**
 * Names of one shape: «Администрация Невского района» and «Администрация Курортного района» are one role of two places.
 * What is learnt of the role in one place then holds in the others.
 */
export interface OwnerRoles {
  /** Key of a body → its role and the base of the word that names its place. */
  readonly ofOwner: ReadonlyMap<string, { readonly role: string; readonly base: string }>;
  /** Role → base → key of the body. */
  readonly owners: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Every base that names a place. */
  readonly bases: ReadonlySet<string>;
}

/** A role stands where at least so many names differ in one word alone: two may be a chance likeness. */
const FEWEST_NAMES = 3;
/** Stands for the word of the place in a role; no name of a body has it. */
const SLOT = '‹›';
const LEAST_LETTERS = 4;

const endings =
  /(?:ими|ыми|ами|ями|ого|его|ому|ему|ая|яя|ой|ей|ий|ый|ое|ее|ую|ых|их|ом|ем|ах|ях|ы|и|а|я|у|ю|е|о|ь)$/u;

/** The part of a word that the name of a town, its district and its cases share: «Льгов» and «Льговского», «Рыльске» and «Рыльского». */
export function placeBase(word: string): string {
  const cut = word.replace(endings, '').replace(/ск$/u, '');
  return cut.length >= 3 ? cut : word;
}

/** Finds the roles among the names of bodies. */
export function findRoles(owners: readonly Owner[]): OwnerRoles {
  const shapes = new Map<string, Map<string, string>>();
  for (const { key, name } of owners) {
    const words = readWords(name).list.map(({ text }) => text);
    words.forEach((word, at) => {
      if (word.length < LEAST_LETTERS || !/^[а-я]+$/u.test(word)) return;
      const shape = words.with(at, SLOT).join(' ');
      const filled = shapes.get(shape) ?? new Map<string, string>();
      shapes.set(shape, filled);
      if (!filled.has(placeBase(word))) filled.set(placeBase(word), key);
    });
  }
  // The shape most names share wins a name; of equal ones the first by the alphabet, so that the order of names is nothing.
  const widest = [...shapes]
    .filter(([, filled]) => filled.size >= FEWEST_NAMES)
    .sort(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1));
  const ofOwner = new Map<string, { role: string; base: string }>();
  for (const [role, filled] of widest)
    for (const [base, key] of filled) if (!ofOwner.has(key)) ofOwner.set(key, { role, base });
  const byRole = new Map<string, Map<string, string>>();
  for (const [key, { role, base }] of ofOwner)
    byRole.set(role, (byRole.get(role) ?? new Map<string, string>()).set(base, key));
  return { ofOwner, owners: byRole, bases: new Set([...ofOwner.values()].map(({ base }) => base)) };
}

/**
 * Bases of places a case is about: those its place names, else those its words name. A place known beats a word met: a
 * street of the centre may be called by another district.
 */
export function basesOf(words: Words, place: string | null, { bases }: OwnerRoles): ReadonlySet<string> {
  const named = place === null ? new Set<string>() : basesIn(readWords(place), bases);
  return named.size > 0 ? named : basesIn(words, bases);
}

function basesIn({ list }: Words, bases: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { text } of list) {
    const base = placeBase(text);
    if (text.length >= LEAST_LETTERS && bases.has(base)) found.add(base);
  }
  return found;
}

/** What a body is learnt as: its role where the case names its place, else itself. */
export function roleOf(key: string, named: ReadonlySet<string>, { ofOwner }: OwnerRoles): string {
  const own = ofOwner.get(key);
  return own !== undefined && named.has(own.base) ? own.role : key;
}

/**
 * Probabilities of roles → probabilities of bodies, the likeliest first; a role goes to the bodies of the places named. What
 * a role of no place named takes is nobody's: the rest does not grow surer by it.
 */
export function ownersOfRoles(
  roles: readonly string[],
  shares: Float64Array,
  named: ReadonlySet<string>,
  { owners }: OwnerRoles,
): { readonly key: string; readonly share: number }[] {
  const sums = new Map<string, number>();
  const add = (key: string, share: number): unknown => sums.set(key, (sums.get(key) ?? 0) + share);
  roles.forEach((role, at) => {
    const share = shares[at] ?? 0;
    const filled = owners.get(role);
    if (filled === undefined) return add(role, share);
    const keys = [...named].flatMap((base) => filled.get(base) ?? []);
    for (const key of keys) add(key, share / keys.length);
    return undefined;
  });
  return [...sums]
    .map(([key, share]) => ({ key, share }))
    .sort((one, other) => other.share - one.share || (one.key < other.key ? -1 : 1));
}
