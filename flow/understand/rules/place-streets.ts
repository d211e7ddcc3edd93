import type { AddressMentions, StreetMention } from './address-mention.ts';
import type { Gazetteer, StreetRow } from './gazetteer.ts';
import type { PlaceContext } from './place-reading.ts';
import { stemOf } from './words.ts';
import type { Words } from './words.ts';

/** What else is known of where the message is about. */
export interface Around {
  /** Municipality of the pin, `null` where there is none. */
  readonly pinned: string | null;
  readonly territory: PlaceContext['territory'];
}

/** Streets of a mention that fit what else is written, narrowing only while something is left. */
export function chooseStreets(
  words: Words,
  mention: StreetMention,
  mentions: AddressMentions,
  gazetteer: Gazetteer,
  { pinned, territory }: Around,
): readonly string[] {
  const settlementsOf = (id: string): readonly string[] =>
    withParents(gazetteer.streets.get(id)?.settlementId ?? '', gazetteer);
  const municipalityOf = (id: string): string =>
    gazetteer.settlements.get(settlementsOf(id)[0] ?? '')?.municipalityId ?? '';
  let ids = mention.ids;
  const narrow = (fits: (id: string) => boolean): void => {
    const left = ids.filter(fits);
    if (left.length > 0) ids = left;
  };
  if (isElsewhere(mention, mentions, settlementsOf, gazetteer)) return [];
  // The innermost settlement written decides: «СПб, Пушкин, ул. Ленина».
  const said = mentions.settlements.flatMap((one) => one.ids);
  narrow((id) => said.includes(settlementsOf(id)[0] ?? ''));
  narrow((id) => settlementsOf(id).some((one) => said.includes(one)));
  const municipalities = mentions.municipalities.flatMap((one) => one.ids);
  narrow((id) => municipalities.includes(municipalityOf(id)));
  if (pinned !== null) narrow((id) => municipalityOf(id) === pinned);
  else if (territory !== null) {
    narrow((id) => municipalityOf(id) === territory.municipalityId);
    if (territory.settlementId !== null)
      narrow((id) => settlementsOf(id).includes(territory.settlementId ?? ''));
  }
  const rowOf = (id: string): StreetRow | undefined => gazetteer.streets.get(id);
  ids = ids.filter((id) => agrees(words, mention, rowOf(id)));
  if (mention.kinds.length > 0) {
    const ofKind = ids.filter((id) => mention.kinds.includes(rowOf(id)?.kind ?? ''));
    // «Пушкарский переулок» is no «Большая Пушкарская улица»: the end of a name must have the kind that is said.
    if (ofKind.length > 0 || mention.isPart) ids = ofKind;
  }
  // «На Ленина» without a number is the street; with one the houses decide.
  else if (mention.houses.length === 0) narrow((id) => rowOf(id)?.kind === 'улица');
  return ids;
}

/** A settlement and what it is a part of. */
function withParents(id: string, gazetteer: Gazetteer): string[] {
  const parent = gazetteer.settlements.get(id)?.parentId ?? null;
  return parent === null ? [id] : [id, parent];
}

/** Towns that are regions of their own: what lies in them is often written after their name. */
const federalCities: ReadonlySet<string> = new Set(['Санкт-Петербург', 'Москва', 'Севастополь']);

/** «г. Курск, ул. Мира» where Kursk has no such street: another town's street of that name is not meant. */
function isElsewhere(
  mention: StreetMention,
  mentions: AddressMentions,
  settlementsOf: (id: string) => readonly string[],
  gazetteer: Gazetteer,
): boolean {
  const said = mentions.settlements.filter(
    ({ weight, to }) => weight >= 3 || (to <= mention.shown[0] && mention.shown[0] - to <= 1),
  );
  const ids = said.flatMap((one) => one.ids);
  if (ids.length === 0 || ids.some((id) => federalCities.has(gazetteer.settlements.get(id)?.name ?? '')))
    return false;
  return !mention.ids.some((id) =>
    settlementsOf(id).some(
      // A street listed under a municipal district stands in whatever town is named.
      (one) => ids.includes(one) || gazetteer.settlements.get(one)?.kind === 'муниципальный округ',
    ),
  );
}

type Gender = 'feminine' | 'masculine' | 'neuter';
const kindsByGender: readonly (readonly [Gender, readonly string[]])[] = [
  ['feminine', ['улица', 'набережная', 'площадь', 'линия', 'аллея', 'дорога']],
  [
    'masculine',
    ['проспект', 'переулок', 'бульвар', 'проезд', 'тупик', 'тракт', 'квартал', 'спуск', 'остров'],
  ],
  ['neuter', ['шоссе']],
];
const genderOf: ReadonlyMap<string, Gender> = new Map(
  kindsByGender.flatMap(([gender, kinds]) => kinds.map((kind) => [kind, gender] as const)),
);
const nominative: Readonly<Record<Gender, RegExp>> = {
  feminine: /(?:ая|яя|ья)$/,
  masculine: /(?:ый|ий|ой)$/,
  neuter: /(?:ое|ее|ье)$/,
};
const anyCase: Readonly<Record<Gender, RegExp>> = {
  feminine: /(?:ая|яя|ья|ой|ей|ую|юю|ью)$/,
  masculine: /(?:ый|ий|ого|его|ому|ему|ом|ем|ым|им)$/,
  neuter: /(?:ое|ее|ье|ого|его|ому|ему|ом|ем|ым|им)$/,
};

/** «Октябрьская, 118» is no avenue: an adjective stands in the gender of its kind. Other names agree with any. */
function agrees(words: Words, mention: StreetMention, street: StreetRow | undefined): boolean {
  const gender = genderOf.get(street?.kind ?? '');
  const last = street?.name.toLowerCase().match(/[а-яё]+$/)?.[0] ?? '';
  if (gender === undefined || !nominative[gender].test(last)) return true;
  const stem = stemOf(last);
  const written = words.list.slice(mention.from, mention.to).find((word) => word.stem === stem)?.text;
  if (written === undefined) return true;
  // «Снежинск» is the town, not Снежинская улица; any other odd ending is a slip of the pen.
  if (!Object.values(anyCase).some((ending) => ending.test(written))) return !/[сц]к$/.test(written);
  return (
    anyCase[gender].test(written) || (gender === 'masculine' && last.endsWith('ой') && written.endsWith('ой'))
  );
}
