import { isPossiblePoint, type Point } from '#kernel/place.ts';
import { normaliseHouse } from '#flow/understand/rules/house-number.ts';
import {
  parseAddress,
  parseSettlement,
  parseStreet,
  type PostalAddress,
} from '#flow/understand/rules/postal-address.ts';
import { StartFault } from '#store/start-fault.ts';
import { listed } from '../files/columns.ts';

/** What a table of addresses may tell of a house. */
export const addressParts = [
  'address',
  'settlement',
  'city',
  'street',
  'street_kind',
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
    'addressname',
    'adress',
    'адресобъекта',
    'адресмкд',
    'адресздания',
    'адресместонахождения',
    'местоположение',
    'местонахождение',
  ],
  settlement: [
    'settlement',
    'населенныйпункт',
    'нп',
    'поселение',
    'locality',
    'addrplace',
    'населпункт',
    'населенныйпунктгород',
    'settlementname',
  ],
  city: ['city', 'town', 'addrcity', 'город', 'formalnamecity', 'cityname'],
  street: [
    'street',
    'streetname',
    'addrstreet',
    'улица',
    'наименованиеулицы',
    'formalnamestreet',
    'ул',
    'названиеулицы',
    'улицапроспект',
  ],
  street_kind: ['streettype', 'streetkind', 'типулицы', 'видулицы', 'typestreet'],
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
    'buildingnumber',
    'домномер',
    'нд',
  ],
  corpus: ['corpus', 'korpus', 'block', 'buildnum', 'корпус', 'корп'],
  building: ['structure', 'stroenie', 'strucnum', 'строение', 'стр'],
  litera: ['litera', 'liter', 'letter', 'литера', 'литер', 'лит'],
  lat: [
    'lat',
    'latitude',
    'geolat',
    'широта',
    'y',
    'pointlat',
    'коордшир',
    'latwgs',
    'широтаwgs',
    'latdeg',
    'coordlat',
    'координаташирота',
    'координаташирины',
    'широтаградусы',
  ],
  lon: [
    'lon',
    'lng',
    'long',
    'longitude',
    'geolon',
    'долгота',
    'x',
    'pointlon',
    'коорддол',
    'lonwgs',
    'долготаwgs',
    'londeg',
    'coordlon',
    'координатадолгота',
    'координатадолготы',
    'долготаградусы',
  ],
  municipality: [
    'municipality',
    'municipalitet',
    'mo',
    'муниципалитет',
    'муниципальноеобразование',
    'муниципальныйокруг',
    'мо',
    'municipalityname',
    'municipal',
    'munname',
    'moname',
    'названиемо',
    'наименованиемо',
    'муниципальныйрайон',
    'округ',
    'го',
  ],
  district: [
    'district',
    'район',
    'raion',
    'addrdistrict',
    'районгорода',
    'districtname',
    'rayon',
    'административныйрайон',
  ],
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

/**
 * The columns of a table of houses.
 *
 * @throws StartFault naming what is missing and what is there
 */
export function columnsOfAddresses(header: readonly string[], file: string): AddressColumns {
  const columns = findAddressColumns(header);
  const hasAddress =
    columns.address !== undefined || (columns.street !== undefined && columns.house !== undefined);
  const missing = [
    ...(hasAddress ? [] : ['address (or street and house)']),
    ...(['lat', 'lon'] as const).filter((part) => columns[part] === undefined),
  ];
  if (missing.length === 0) return columns;
  throw new StartFault(`${file} lacks the columns ${missing.join(', ')}; it has ${listed(header)}.`);
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
  const named = settlementOf(row, columns);
  const settlement = named === null ? null : parseSettlement(named);
  const street = streetOf(row, columns);
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

/** The name of the settlement: registers of one kind keep towns and villages apart, and only one of the two is written. */
export const settlementOf = (row: Row, columns: AddressColumns): string | null =>
  partOf(row, columns, 'settlement') ?? partOf(row, columns, 'city');

/** The name of the street, with its kind where that has a column of its own. */
export function streetOf(row: Row, columns: AddressColumns): string | null {
  const name = partOf(row, columns, 'street');
  const kind = partOf(row, columns, 'street_kind');
  return name === null || kind === null ? name : `${kind} ${name}`;
}

const detailWords = { corpus: 'корпус', building: 'строение', litera: 'литера' } as const;
