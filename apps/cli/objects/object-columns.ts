import { StartFault } from '#store/start-fault.ts';

/** What a table or the properties of a feature may tell of an object. */
export const objectParts = [
  'id',
  'kind',
  'name',
  'number',
  'owner',
  'inn',
  'ogrn',
  'street',
  'address',
  'date',
  'lat',
  'lon',
  'point',
  'geometry',
] as const;
export type ObjectPart = (typeof objectParts)[number];

/** Which column holds which part. */
export type ObjectColumns = Readonly<Partial<Record<ObjectPart, string>>>;

/** Names of columns that registers use, by their meaning, the surest first; compared without case, spaces and marks. */
const namesOf: Readonly<Record<ObjectPart, readonly string[]>> = {
  id: [
    'id',
    'externalid',
    'osmid',
    'gid',
    'uid',
    'globalid',
    'objectid',
    'fid',
    'code',
    'ид',
    'идентификатор',
    'код',
    'инвентарныйномер',
    'инвномер',
    'реестровыйномер',
    'кадастровыйномер',
  ],
  kind: ['kind', 'objectkind', 'вид', 'видобъекта', 'типобъекта', 'тип'],
  name: ['name', 'title', 'наименование', 'название', 'наименованиеобъекта', 'имя'],
  number: [
    'number',
    'num',
    'no',
    'ref',
    'номер',
    'номеропоры',
    'номерфонаря',
    'номеробъекта',
    'housenumber',
    'addrhousenumber',
    'дом',
  ],
  owner: [
    'owner',
    'balanceholder',
    'holder',
    'operator',
    'manager',
    'балансодержатель',
    'владелец',
    'собственник',
    'обслуживающаяорганизация',
    'эксплуатирующаяорганизация',
    'управляющаякомпания',
    'управляющаяорганизация',
    'ответственныйзасодержание',
    'ответственный',
    'ук',
  ],
  inn: ['inn', 'ownerinn', 'инн', 'иннбалансодержателя', 'иннсобственника', 'innук', 'иннук'],
  ogrn: ['ogrn', 'ownerogrn', 'огрн', 'огрнбалансодержателя', 'огрнсобственника'],
  street: ['street', 'addrstreet', 'streetname', 'улица', 'наименованиеулицы'],
  address: ['address', 'addr', 'fulladdress', 'адрес', 'адресдома', 'адресобъекта', 'местоположение'],
  date: ['sourcedate', 'date', 'дата', 'датаактуальности'],
  lat: ['lat', 'latitude', 'geolat', 'широта', 'y', 'коордшир'],
  lon: ['lon', 'lng', 'long', 'longitude', 'geolon', 'долгота', 'x', 'коорддол'],
  point: ['point', 'coordinates', 'coords', 'latlon', 'координаты', 'геоточка'],
  geometry: ['wkt', 'geometry', 'geom', 'thegeom', 'geojson', 'shape', 'геометрия', 'геоданные'],
};

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^a-zа-я]/g, '');

/**
 * Finds the columns by their names; what a person said of them goes first.
 *
 * @throws StartFault where a person names a column that is not there
 */
export function findObjectColumns(
  header: readonly string[],
  said: Readonly<Partial<Record<ObjectPart, string>>>,
): ObjectColumns {
  const columns: Partial<Record<ObjectPart, string>> = {};
  for (const part of objectParts) {
    const told = said[part];
    if (told !== undefined) {
      if (!header.includes(told))
        throw new StartFault(
          `The mapping takes ${part} from the column "${told}", which is not there; there are ${header.join(', ')}.`,
        );
      columns[part] = told;
      continue;
    }
    const found = namesOf[part]
      .map((known) => header.find((name) => bare(name) === known))
      .find((name) => name !== undefined);
    if (found !== undefined) columns[part] = found;
  }
  return columns;
}

/** Values of a row or the properties of a feature, as they come. */
export type Values = Readonly<Record<string, unknown>>;

/** The text of a part, `null` where there is none. */
export function partOf(values: Values, columns: ObjectColumns, part: ObjectPart): string | null {
  const column = columns[part];
  const value = column === undefined ? null : values[column];
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value).replace(/\s+/g, ' ').trim();
  return text === '' || text === '-' || text === '—' ? null : text;
}
