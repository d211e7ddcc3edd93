import { isPossiblePoint, type Point } from '#kernel/place.ts';
import { normaliseHouse } from '#flow/understand/rules/house-number.ts';
import {
  parseAddress,
  parseSettlement,
  parseStreet,
  type PostalAddress,
} from '#flow/understand/rules/postal-address.ts';

/** What a table of addresses may tell of a house. */
export const addressParts = [
  'address',
  'settlement',
  'street',
  'house',
  'corpus',
  'building',
  'litera',
  'lat',
  'lon',
  'municipality',
  'district',
] as const;
export type AddressPart = (typeof addressParts)[number];

/** Which column of a table holds which part. */
export type AddressColumns = Readonly<Partial<Record<AddressPart, string>>>;

/** Names of columns that registers use, by their meaning; compared without case, spaces and marks. */
const namesOf: Readonly<Record<AddressPart, readonly string[]>> = {
  address: [
    'address',
    'адрес',
    'addr',
    'fulladdress',
    'addressfull',
    'полныйадрес',
    'адресдома',
    'postaladdress',
  ],
  settlement: [
    'settlement',
    'city',
    'town',
    'addrcity',
    'населенныйпункт',
    'нп',
    'город',
    'поселение',
    'formalnamecity',
  ],
  street: ['street', 'streetname', 'addrstreet', 'улица', 'наименованиеулицы', 'formalnamestreet'],
  house: [
    'house',
    'housenumber',
    'housenum',
    'number',
    'num',
    'addrhousenumber',
    'дом',
    'номердома',
    'номер',
    'houseno',
  ],
  corpus: ['corpus', 'korpus', 'block', 'buildnum', 'корпус', 'корп'],
  building: ['structure', 'stroenie', 'strucnum', 'строение', 'стр'],
  litera: ['litera', 'liter', 'letter', 'литера', 'литер', 'лит'],
  lat: ['lat', 'latitude', 'geolat', 'широта', 'y', 'pointlat', 'коордшир'],
  lon: ['lon', 'lng', 'long', 'longitude', 'geolon', 'долгота', 'x', 'pointlon', 'коорддол'],
  municipality: [
    'municipality',
    'municipalitet',
    'mo',
    'муниципалитет',
    'муниципальноеобразование',
    'муниципальныйокруг',
    'мо',
  ],
  district: ['district', 'район', 'raion', 'addrdistrict', 'районгорода'],
};

const bare = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^a-zа-я]/g, '');

/** Finds the columns by their names; the first name of a list that is there wins. */
export function findAddressColumns(header: readonly string[]): AddressColumns {
  const columns: Partial<Record<AddressPart, string>> = {};
  for (const part of addressParts) {
    const found = namesOf[part]
      .map((known) => header.find((name) => bare(name) === known))
      .find((name) => name !== undefined);
    if (found !== undefined) columns[part] = found;
  }
  return columns;
}

/** What is missing before houses can be read, in words for a person; empty where nothing is. */
export function missingColumns(columns: AddressColumns): string[] {
  const missing = (['lat', 'lon'] as const).filter((part) => columns[part] === undefined).map(String);
  const hasAddress =
    columns.address !== undefined || (columns.street !== undefined && columns.house !== undefined);
  return hasAddress ? missing : ['address (or street and house)', ...missing];
}

type Row = Readonly<Record<string, string>>;

/** The text of a part in a row, `null` where there is none. */
export function partOf(row: Row, columns: AddressColumns, part: AddressPart): string | null {
  const column = columns[part];
  const value = column === undefined ? '' : (row[column] ?? '').trim();
  return value === '' ? null : value;
}

/** The point of a row; a comma may stand for the decimal point. `null` where the numbers name no point on Earth. */
export function pointOfRow(row: Row, columns: AddressColumns): Point | null {
  const number = (part: 'lat' | 'lon'): number => {
    const value = partOf(row, columns, part);
    return value === null ? NaN : Number(value.replace(',', '.'));
  };
  const point = { lat: number('lat'), lon: number('lon') };
  return isPossiblePoint(point) ? point : null;
}

/** The address of a row, from its one column or from its parts. */
export function addressOfRow(row: Row, columns: AddressColumns): PostalAddress | 'no_house' | 'no_street' {
  const named = partOf(row, columns, 'settlement');
  const settlement = named === null ? null : parseSettlement(named);
  const street = partOf(row, columns, 'street');
  const house = partOf(row, columns, 'house');
  if (street === null || house === null) {
    const address = parseAddress(partOf(row, columns, 'address') ?? '');
    if (typeof address === 'string') return address;
    return { ...address, settlement: address.settlement ?? settlement };
  }
  const number = normaliseHouse(
    [
      house,
      ...(['corpus', 'building', 'litera'] as const).map((part) => {
        const value = partOf(row, columns, part);
        return value === null ? '' : `${detailWords[part]} ${value.replace(/^[^\d]*(?=\d)/, '')}`;
      }),
    ]
      .filter((part) => part !== '')
      .join(', '),
  );
  const read = parseStreet(street);
  if (read === null) return 'no_street';
  return number === null ? 'no_house' : { settlement, within: null, street: read, house: number };
}

const detailWords = { corpus: 'корпус', building: 'строение', litera: 'литера' } as const;
