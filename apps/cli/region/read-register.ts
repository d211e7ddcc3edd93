import { readAssetGeometry } from '#centre/rules/asset-geometry.ts';
import { normaliseHouse } from '#flow/understand/rules/house-number.ts';
import {
  parseAddress,
  parseSettlement,
  parseStreet,
  type PostalAddress,
  type SettlementName,
  type StreetName,
} from '#flow/understand/rules/postal-address.ts';
import type { Point } from '#kernel/place.ts';
import { StartFault } from '#store/start-fault.ts';
import { openText, type Say } from '../files/open-text.ts';
import { openTable } from '../files/table.ts';
import { featureTexts } from '../objects/feature-stream.ts';
import { addressOfRow, columnsOfAddresses, partOf, pointOfRow } from './address-columns.ts';

/** What one row or feature of a register says: a house, a street or a settlement, and where it is. */
export interface RegisterLine {
  readonly settlement: SettlementName | null;
  readonly within: SettlementName | null;
  readonly street: StreetName | null;
  readonly house: PostalAddress['house'] | null;
  readonly point: Point;
  /** Municipality or district of the row's own columns. */
  readonly area: string | null;
  readonly population: number | null;
}

export const refusals = ['broken', 'no_point', 'no_house', 'no_street', 'not_an_address', 'outside'] as const;
export type Refusal = (typeof refusals)[number];

/** The same in words for a person. */
export const reasonsToRefuse: Readonly<Record<Refusal, string>> = {
  broken: 'not a feature',
  no_point: 'no point',
  no_house: 'no number of a house',
  no_street: 'no street',
  not_an_address: 'no address, street or settlement',
  outside: 'outside the region',
};

/** One row of a file, counted from 1. */
export type RegisterRow =
  { readonly row: number; readonly line: RegisterLine } | { readonly row: number; readonly refused: Refusal };

/**
 * Reads a register of addresses row by row, whatever its size: a table (CSV) of houses, or GeoJSON of buildings, streets and
 * settlements, as OpenStreetMap tags them. A row that cannot be used is told with its reason and stops nothing.
 *
 * @param say told of what was done to the file to read it
 * @throws StartFault where the file as a whole cannot be read
 */
export async function* readRegister(file: string, say: Say): AsyncGenerator<RegisterRow> {
  let row = 0;
  const lines = /\.(geo)?json(l|s|seq)?(\.gz)?$/i.test(file) ? features(file, say) : table(file, say);
  for await (const line of lines) {
    row += 1;
    yield typeof line === 'string' ? { row, refused: line } : { row, line };
  }
  if (row === 0) throw new StartFault(`${file} holds no rows.`);
}

async function* table(file: string, say: Say): AsyncGenerator<RegisterLine | Refusal> {
  const { header, rows } = await openTable(file, say);
  const columns = columnsOfAddresses(header, file);
  for await (const row of rows) {
    const point = pointOfRow(row, columns);
    const address = addressOfRow(row, columns);
    if (point === null) yield 'no_point';
    else if (typeof address === 'string') yield address;
    else {
      const area = partOf(row, columns, 'municipality') ?? partOf(row, columns, 'district');
      yield { ...address, point, area, population: null };
    }
  }
}

type Values = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function* features(file: string, say: Say): AsyncGenerator<RegisterLine | Refusal> {
  for await (const text of featureTexts(openText(file, say), file)) {
    const feature = parsed(text);
    yield isRecord(feature) && feature['type'] === 'Feature' ? lineOf(feature) : 'broken';
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function lineOf(feature: Values): RegisterLine | Refusal {
  const tags = isRecord(feature['properties']) ? feature['properties'] : {};
  const geometry = readAssetGeometry(feature['geometry']);
  if (typeof geometry === 'string') return 'no_point';
  const { point } = geometry;
  const named = textOf(tags, ['addr:city', 'addr:place', 'city', 'settlement', 'town']);
  const base = {
    settlement: named === null ? null : parseSettlement(named),
    within: null,
    point,
    area: textOf(tags, ['municipality', 'district']),
    population: null,
  };
  const number = textOf(tags, ['addr:housenumber', 'housenumber', 'house', 'house_number']);
  if (number !== null) return houseOf(tags, number, base);
  const written = textOf(tags, ['address', 'адрес', 'addr:full', 'full_address']);
  if (written !== null) {
    const address = parseAddress(written);
    return typeof address === 'string'
      ? address
      : { ...base, ...address, settlement: address.settlement ?? base.settlement };
  }
  const name = textOf(tags, ['name', 'название', 'наименование']);
  const place = settlementKinds[textOf(tags, ['place']) ?? ''];
  if (name !== null && place !== undefined)
    return {
      ...base,
      settlement: settlementNamed(name, place),
      street: null,
      house: null,
      population: populationOf(tags),
    };
  if (name !== null && textOf(tags, ['highway']) !== null) {
    const street = parseStreet(name);
    return street === null ? 'no_street' : { ...base, street, house: null };
  }
  return 'not_an_address';
}

function houseOf(
  tags: Values,
  number: string,
  base: Omit<RegisterLine, 'street' | 'house'>,
): RegisterLine | Refusal {
  const written = textOf(tags, ['addr:street', 'street', 'улица', 'addr:place']);
  const street = written === null ? null : parseStreet(written);
  if (street === null) return 'no_street';
  const house = normaliseHouse(number);
  return house === null ? 'no_house' : { ...base, street, house };
}

function textOf(tags: Values, names: readonly string[]): string | null {
  for (const name of names) {
    const value = tags[name];
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
    if (text !== '') return text;
  }
  return null;
}

/** Values of `place` in OpenStreetMap; what is smaller or larger is no settlement. */
const settlementKinds: Readonly<Record<string, string>> = {
  city: 'город',
  town: 'город',
  village: 'село',
  hamlet: 'деревня',
  isolated_dwelling: 'хутор',
};

/** The kind is the name's own where it has one. */
function settlementNamed(name: string, kind: string): SettlementName {
  const read = parseSettlement(name);
  return read.kind === 'населённый пункт' ? { name: read.name, kind } : read;
}

function populationOf(tags: Values): number | null {
  const number = Number(textOf(tags, ['population']) ?? NaN);
  return Number.isInteger(number) && number >= 0 ? number : null;
}
