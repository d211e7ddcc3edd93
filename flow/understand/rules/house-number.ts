import { fold } from './words.ts';

/** Number of a house taken apart, so that «12 корп. 3 лит. А» and «12к3» are the same house. */
export interface HouseNumber {
  /** The leading number; houses are looked up by street and base. */
  readonly base: number;
  readonly letter: string | null;
  /** After a slash or a hyphen: a corner house «16/25», a double one «19-21», in some towns a корпус. */
  readonly fraction: string | null;
  readonly corpus: string | null;
  readonly building: string | null;
  readonly litera: string | null;
  /** The whole in one canonical spelling: «12а/3к1с2лб». Литера А is the main building and is left out. */
  readonly key: string;
}

const start =
  /(?:(?:дома?|доме|домом|д|вл|владение|здание|зд|уч|участок)(?![а-я])[ .]{0,2})?(?:№|#|n)? {0,2}(\d{1,4})(?!\d)/y;
const parts: readonly {
  readonly name: 'fraction' | 'corpus' | 'building' | 'litera' | 'letter';
  readonly pattern: RegExp;
}[] = [
  { name: 'fraction', pattern: / ?[/\\] ?(\d{1,4}(?:[а-я](?![а-я\d]))?)(?!\d|[а-я]{2})/y },
  { name: 'fraction', pattern: /[-–—](\d{1,4})(?![\dа-я]|-?(?:я|й|го|ый|ая|ой))/y },
  {
    name: 'corpus',
    pattern:
      /[ ,.]{0,3}(?:корпусе?|корп|кор|к)(?![а-я])[ .]{0,2}(?:№|#)? ?(\d{1,3}(?:[а-я](?![а-я\d]))?|[а-я](?![а-я]))/y,
  },
  {
    name: 'building',
    pattern: /[ ,.]{0,3}(?:(?:строение|стр|соор)(?![а-я])[ .]{0,2}|с(?=\d))(\d{1,3}|[а-я](?![а-я]))/y,
  },
  {
    name: 'litera',
    pattern: /[ ,.]{0,3}(?:литера?|литер|лит|л)(?![а-я])[ .]{0,2}["«'`]?([а-я])(?![а-я])["»'`]?/y,
  },
  { name: 'letter', pattern: /[-–]?["«]?([а-фц-я])(?![а-я]|\.? ?\d)["»]?/y },
];

/** A house number at this place of a folded text; `null` if there is none. `end` is exclusive. */
export function readHouse(
  folded: string,
  at: number,
): { readonly house: HouseNumber; readonly end: number } | null {
  start.lastIndex = at;
  const found = start.exec(folded);
  const base = Number(found?.[1] ?? 0);
  if (found === null || base === 0) return null;
  let end = start.lastIndex;
  const seen: { [part in 'fraction' | 'corpus' | 'building' | 'litera' | 'letter']?: string } = {};
  for (let again = true; again;) {
    again = false;
    for (const { name, pattern } of parts) {
      if (seen[name] !== undefined || (name === 'letter' && Object.keys(seen).length > 0)) continue;
      pattern.lastIndex = end;
      const part = pattern.exec(folded);
      if (part === null) continue;
      seen[name] = part[1] ?? '';
      end = pattern.lastIndex;
      again = true;
    }
  }
  return { house: withKey(base, seen), end };
}

/**
 * The number of a house as a register or a person writes it: «дом 12, корпус 3, литера А», «12/3»,
 * «12 к 3», «д.12а». `null` when no number is there. Importers and texts share it.
 */
export function normaliseHouse(number: string): HouseNumber | null {
  const folded = fold(number)
    .trim()
    .replace(/(\d) (["«]?[а-я]["»]?)$/, '$1$2');
  return readHouse(folded, 0)?.house ?? null;
}

function withKey(base: number, seen: { readonly [part: string]: string | undefined }): HouseNumber {
  const part = (name: string): string | null => seen[name] ?? null;
  const [letter, fraction, corpus, building, litera] = [
    'letter',
    'fraction',
    'corpus',
    'building',
    'litera',
  ].map(part);
  const key = [
    base,
    letter ?? '',
    fraction === null ? '' : `/${fraction}`,
    corpus === null ? '' : `к${corpus}`,
    building === null ? '' : `с${building}`,
    litera === null || litera === 'а' ? '' : `л${litera}`,
  ].join('');
  return {
    base,
    letter: letter ?? null,
    fraction: fraction ?? null,
    corpus: corpus ?? null,
    building: building ?? null,
    litera: litera === 'а' ? null : (litera ?? null),
    key,
  };
}

/**
 * How well a house of the register answers the number a person wrote, 0 (another house) to 5 (the
 * very same). People leave out литера, write a slash for корпус and one half of a double number.
 */
export function houseFit(written: HouseNumber, registered: HouseNumber): number {
  if (written.base !== registered.base) return isSecondHalf(written, registered) ? 1 : 0;
  if (written.key === registered.key) return 5;
  const [writtenCorpus, writtenLetter] = corpusAndLetter(written);
  const [registeredCorpus, registeredLetter] = corpusAndLetter(registered);
  const sameLetter =
    writtenLetter === registeredLetter || (writtenLetter === 'а' && registeredLetter === null);
  if (writtenCorpus === registeredCorpus) return sameLetter ? 4 : writtenLetter === null ? 3 : 2;
  if (writtenCorpus === null && writtenLetter === null) return registered.corpus === '1' ? 2 : 1;
  return 0;
}

/** What stands after the base, however it is written: «8/10А» is «8/10 лит. А», «27/2б» is «27 корп. 2 лит. Б». */
function corpusAndLetter(house: HouseNumber): readonly [corpus: string | null, letter: string | null] {
  const after = house.corpus ?? house.fraction ?? house.building;
  const [, number, glued] = /^(\d+)([а-я])$/.exec(after ?? '') ?? [];
  return [number ?? after, house.letter ?? house.litera ?? glued ?? null];
}

/** «21» of the double number «19-21»; the second number of a corner house «16/25» is one of another street. */
function isSecondHalf(written: HouseNumber, registered: HouseNumber): boolean {
  const more = Number(registered.fraction ?? NaN) - registered.base;
  return (
    written.fraction === null &&
    registered.fraction === String(written.base) &&
    more > 0 &&
    more <= MOST_BETWEEN_HALVES &&
    more % 2 === 0
  );
}
const MOST_BETWEEN_HALVES = 8;
