/** A body of the region an object may belong to. */
export interface NamedBody {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
}

/** Forms of organisations: registers write them in full, short or not at all. */
const forms = new Set(
  (
    'ооо оао пао ао зао нао ип нко ано тоо мку мбу мау мп муп мкп мупп гку гбу гау гуп гкуп огку огбу огуп окгу кгку кгбу фгбу фгку фгуп фку ' +
    'общество ограниченной ответственностью открытое закрытое публичное акционерное с муниципальное казенное бюджетное автономное ' +
    'государственное унитарное федеральное областное краевое республиканское учреждение предприятие'
  ).split(' '),
);

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^a-zа-я0-9№]+/)
    .filter((word) => word !== '');

/** Whether a name tells no form of an organisation: «Уют» and not «ООО „Уют“». */
export const isFormless = (name: string): boolean => !wordsOf(name).some((word) => forms.has(word));

/** A name as names are compared: no forms of organisations, no quotation marks, no case. */
export function bareOwner(name: string): string {
  const words = wordsOf(name);
  const telling = words.filter((word) => !forms.has(word));
  return (telling.length === 0 ? words : telling).join(' ');
}

/**
 * Finds bodies by what registers write of owners: the whole name, the short one, or either without its form and quotation
 * marks. A name that fits two bodies finds none: a guess would send cases to a stranger.
 *
 * @param said other words a person gave for bodies, such as «7701234567» or «Горсвет»
 */
export function ownerFinder(
  bodies: readonly NamedBody[],
  said: ReadonlyMap<string, number>,
): (written: string) => number | null {
  const exact = new Map<string, number | null>();
  const bare = new Map<string, number | null>();
  const add = (index: Map<string, number | null>, key: string, id: number): void => {
    const known = index.get(key);
    index.set(key, known === undefined || known === id ? id : null);
  };
  for (const { id, name, shortName } of bodies)
    for (const one of [name, shortName]) {
      add(exact, one.trim().toLowerCase(), id);
      add(bare, bareOwner(one), id);
    }
  return (written) =>
    said.get(written.trim().toLowerCase()) ??
    exact.get(written.trim().toLowerCase()) ??
    bare.get(bareOwner(written)) ??
    null;
}
