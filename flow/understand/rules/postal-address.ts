import { streetKinds, settlementKinds } from './address-words.ts';
import { normaliseHouse, type HouseNumber } from './house-number.ts';

/** A street apart from its kind, as registers and texts are compared. */
export interface StreetName {
  readonly name: string;
  /** In full, lower case: «улица», «проспект»; «улица» where none is written. */
  readonly kind: string;
  /** Spellings that say more than the name: «Большой проспект В.О.». */
  readonly otherNames: readonly string[];
}

export interface SettlementName {
  readonly name: string;
  /** In full, lower case: «город», «посёлок»; «населённый пункт» where none is written. */
  readonly kind: string;
}

/** One line of a register of addresses, taken apart. */
export interface PostalAddress {
  readonly settlement: SettlementName | null;
  /** What the settlement is a part of, where the line names two: «посёлок Шушары, территория Славянка». */
  readonly within: SettlementName | null;
  readonly street: StreetName;
  readonly house: HouseNumber;
}

/** Kinds of settlements by the ways registers write them; longer ones first. */
const settlementWords: readonly (readonly [RegExp, string])[] = [
  [/^внутригородское муниципальное образование\s+/i, 'муниципальный округ'],
  [/^(?:муниципальный округ|м\.?\s?о\.)\s+/i, 'муниципальный округ'],
  [/^(?:пос[её]лок городского типа|рабочий пос[её]лок|пгт|р\.?\s?п)\.?\s+/i, 'посёлок городского типа'],
  [/^(?:территория|тер)\.?\s+/i, 'территория'],
  [/^(?:микрорайон|мкр|мкрн|м-н)\.?\s+/i, 'микрорайон'],
  [/^(?:пос[её]лок|пос|п)\.?\s+/i, 'посёлок'],
  [/^(?:деревня|дер|д)\.?\s+/i, 'деревня'],
  [/^(?:станица|ст-ца)\.?\s+/i, 'станица'],
  [/^(?:хутор|х)\.?\s+/i, 'хутор'],
  [/^(?:город|гор)\.?\s+|^г(?:\.\s*|\s+)/i, 'город'],
  [/^(?:село|с)\.?\s+/i, 'село'],
  [/^(?:аул|слобода|местечко)\s+/i, 'село'],
];

/** Units above a settlement: they name no place of their own here. */
const above =
  /(?:^|\s)(?:область|обл|край|республика|респ|район|р-н|округ|АО|Россия|РФ)\.?$|^(?:республика|Россия|индекс|\d{6}$)/i;
const housePart =
  /^(?:дом|д\.?|здание|зд\.?|строение|стр\.?|сооружение|владение|вл\.?|участок|уч\.?)\s*№?\s*\d|^№?\s*\d/i;
const detailPart =
  /^(?:корпус|корп\.?|к\.?|строение|стр\.?|литера?|лит\.?|сооружение|соор\.?)\s*[«"]?[\dа-яё]/i;
/** «В.О.», «П.С.»: a part of a city that tells two streets of one name apart. */
const quarterMark = /\s+([А-ЯЁ]\.\s?[А-ЯЁ]\.?)$/;

/**
 * Takes one written address apart: «г. Энск, проспект Мира, дом 27, корпус 2, литера А». The parts are read from
 * the house back to the settlement; what stands above it (region, district) is passed over.
 *
 * @returns what is missing, if it is no address of a house
 */
export function parseAddress(written: string): PostalAddress | 'no_house' | 'no_street' {
  const parts = written
    .split(',')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
  const at = parts.findIndex((part, i) => i > 0 && housePart.test(part) && !isStreet(part));
  const last = parts[at] === undefined ? splitLast(parts) : null;
  if (at < 0 && last === null) return 'no_house';
  const streetPart = last?.street ?? parts[at - 1] ?? '';
  const details = at < 0 ? [] : parts.slice(at + 1).filter((part) => detailPart.test(part));
  const house = normaliseHouse([last?.house ?? parts[at] ?? '', ...details].join(', '));
  if (house === null) return 'no_house';
  const before = parts
    .slice(0, at < 0 ? -1 : at - 1)
    .filter((part) => !above.test(part) || settlementWords.some(([word]) => word.test(part)));
  const [within, settlement] = [before.at(-2), before.at(-1)].map((part) =>
    part === undefined ? null : parseSettlement(part),
  );
  const street = parseStreet(streetPart);
  if (street === null || (settlement === null && isSettlementOnly(streetPart))) return 'no_street';
  return { settlement: settlement ?? null, within: within ?? null, street, house };
}

/** «ул. Мира 12» without a comma before the number. */
function splitLast(parts: readonly string[]): { readonly street: string; readonly house: string } | null {
  const found = /^(.*[а-яё.]{2,})\s+((?:дом|д\.?)?\s*\d[\d\s/а-яё.-]*)$/i.exec(parts.at(-1) ?? '');
  return found === null ? null : { street: found[1] ?? '', house: found[2] ?? '' };
}

const isStreet = (part: string): boolean =>
  part.split(/[\s.]+/).some((word, i) => i > 0 && streetKinds.has(word.toLowerCase()) && word.length > 1);

const isSettlementOnly = (part: string): boolean => {
  const [first = ''] = part.toLowerCase().split(/[\s.]+/);
  return settlementKinds.has(first) && !streetKinds.has(first);
};

/** «г.Энск» → Энск, город. */
export function parseSettlement(written: string): SettlementName {
  const text = written.replace(/\s+/g, ' ').trim();
  for (const [word, kind] of settlementWords) {
    if (word.test(text)) return { name: text.replace(word, '').trim(), kind };
  }
  return { name: text, kind: 'населённый пункт' };
}

/**
 * «Гражданский проспект», «ул. Костюшко», «16-я линия В.О.» → name, kind, fuller spellings. A name that is only an ordinal
 * keeps its kind, or any number in a text would be taken for it. `null` where no name is left.
 */
export function parseStreet(written: string): StreetName | null {
  const whole = written.replace(/\s+/g, ' ').trim();
  const plain = whole.replace(quarterMark, '');
  const words = plain
    .split(' ')
    .flatMap((word) => (/^[а-яё-]+\.[А-ЯЁа-яё]/.test(word) ? word.split(/(?<=\.)/) : [word]));
  const at = words.findIndex((word, i) => kindOf(word, i === 0 || i === words.length - 1) !== null);
  const kind = at < 0 ? null : kindOf(words[at] ?? '', true);
  const rest = words
    .filter((_, i) => i !== at)
    .join(' ')
    .trim();
  if (rest === '') return null;
  const isOrdinal = /^\d+(?:-?[а-яё]{1,2})?$/i.test(rest);
  return {
    name: isOrdinal && kind !== null ? `${rest} ${kind}` : rest,
    kind: kind ?? 'улица',
    otherNames: plain === whole ? [] : [whole],
  };
}

/** Shortened kinds are read only at the ends: «пер» of «пер. Мира», never a word inside a name. */
function kindOf(word: string, isEnd: boolean): string | null {
  const bare = word.toLowerCase().replaceAll('ё', 'е').replace(/\.$/, '').replace('-', '');
  const kinds = streetKinds.get(bare);
  const [kind] = kinds ?? [];
  if (kind === undefined) return null;
  const isFull = bare === kind;
  return isFull || isEnd ? kind : null;
}

/** The number of a house as people write it: «27 корп. 2 лит. Б». `normaliseHouse` reads it back to the same key. */
export function writeHouse(house: HouseNumber): string {
  return [
    `${house.base}${house.letter ?? ''}${house.fraction === null ? '' : `/${house.fraction}`}`,
    house.corpus === null ? '' : ` корп. ${house.corpus}`,
    house.building === null ? '' : ` стр. ${house.building}`,
    house.litera === null ? '' : ` лит. ${house.litera.toUpperCase()}`,
  ].join('');
}
