import type { Spot } from './plane.ts';

export type MunicipalityKind = 'urban_district' | 'municipal_district' | 'municipal_raion';

/** What is decided by hand about one municipality; its borders are drawn. */
export interface MunicipalityPlan {
  readonly code: string;
  /** Eight digits like ОКТМО; no real region has the code 98. */
  readonly oktmo: string;
  readonly name: string;
  readonly shortName: string;
  /** After «в»: «в Велецком округе». */
  readonly inWhere: string;
  /** Genitive: «администрация Велецкого муниципального округа». */
  readonly genitive: string;
  readonly kind: MunicipalityKind;
  readonly centre: {
    readonly name: string;
    readonly kind: 'город' | 'посёлок' | 'село';
    readonly population: number;
  };
  readonly spot: Spot;
  readonly weight: number;
  /** How many settlements besides the centre. */
  readonly others: number;
}

type Row = [
  code: string,
  kind: MunicipalityKind,
  shortName: string,
  inWhere: string,
  genitive: string,
  centre: string,
  centreKind: 'город' | 'посёлок' | 'село',
  population: number,
  east: number,
  north: number,
  weight: number,
  others: number,
];

// prettier-ignore
const rows: readonly Row[] = [
  ['yasnozersk', 'urban_district', 'Яснозёрск', 'в Яснозёрске', 'города Яснозёрска', 'Яснозёрск', 'город', 312_400, 0, -5, -420, 3],
  ['rudoyarsk', 'urban_district', 'Рудоярск', 'в Рудоярске', 'города Рудоярска', 'Рудоярск', 'город', 84_300, 58, 30, -350, 4],
  ['verkhnyaya_pristan', 'urban_district', 'Верхняя Пристань', 'в Верхней Пристани', 'города Верхняя Пристань', 'Верхняя Пристань', 'город', 46_800, -52, -34, -350, 4],
  ['novotalsk', 'urban_district', 'Новотальск', 'в Новотальске', 'города Новотальска', 'Новотальск', 'город', 38_100, 12, 52, -450, 3],
  ['veletsky', 'municipal_district', 'Велецкий округ', 'в Велецком округе', 'Велецкого муниципального округа', 'Велецк', 'город', 18_600, -44, 24, 300, 11],
  ['priozersky', 'municipal_district', 'Заозёрский округ', 'в Заозёрском округе', 'Заозёрского муниципального округа', 'Заозёрская Слобода', 'посёлок', 8_900, -22, 58, 100, 9],
  ['zhuravsky', 'municipal_district', 'Журавский округ', 'в Журавском округе', 'Журавского муниципального округа', 'Журавское', 'посёлок', 11_200, 42, -10, 250, 11],
  ['tikhoborsky', 'municipal_raion', 'Тихоборский район', 'в Тихоборском районе', 'Тихоборского муниципального района', 'Тихобор', 'город', 14_700, 76, -38, 100, 9],
  ['sineborsky', 'municipal_raion', 'Синеборский район', 'в Синеборском районе', 'Синеборского муниципального района', 'Синеборье', 'село', 5_400, 58, 66, 100, 8],
  ['ladinsky', 'municipal_district', 'Ладинский округ', 'в Ладинском округе', 'Ладинского муниципального округа', 'Ладинка', 'посёлок', 7_300, -84, 6, 100, 9],
  ['polevoy', 'municipal_district', 'Большеполянский округ', 'в Большеполянском округе', 'Большеполянского муниципального округа', 'Большая Поляна', 'село', 6_100, -10, -58, 150, 11],
  ['kedrovsky', 'municipal_raion', 'Кедровецкий район', 'в Кедровецком районе', 'Кедровецкого муниципального района', 'Кедровец', 'посёлок', 6_800, 34, -66, 100, 9],
];

const kindWords: Record<MunicipalityKind, string> = {
  urban_district: 'городской округ',
  municipal_district: 'муниципальный округ',
  municipal_raion: 'муниципальный район',
};

function fullName(kind: MunicipalityKind, shortName: string): string {
  if (kind === 'urban_district') return `${kindWords[kind]} город ${shortName}`;
  return `${shortName.split(' ')[0] ?? shortName} ${kindWords[kind]}`;
}

/** The twelve municipalities, the capital first. */
export const municipalityPlans: readonly MunicipalityPlan[] = rows.map(
  (
    [code, kind, shortName, inWhere, genitive, centre, centreKind, population, east, north, weight, others],
    index,
  ) => ({
    code,
    oktmo: `98${String(701 + index)}000`,
    name: fullName(kind, shortName),
    shortName,
    inWhere,
    genitive,
    kind,
    centre: { name: centre, kind: centreKind, population },
    spot: [east, north],
    weight,
    others,
  }),
);
