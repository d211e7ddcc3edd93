import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { isPossiblePoint, type Point } from '#kernel/place.ts';
import { StartFault } from '#store/start-fault.ts';
import {
  parseAddress,
  parseSettlement,
  parseStreet,
  type PostalAddress,
  type SettlementName,
} from './postal-address.ts';
import { normaliseHouse } from '#flow/understand/rules/house-number.ts';

/** A house of the register with its address taken apart. */
export interface ListedHouse extends PostalAddress {
  readonly point: Point;
  /** Local place inside the row's own columns; the fallback for an address that names no settlement. */
  readonly within: string | null;
}

export interface Addresses {
  readonly houses: readonly ListedHouse[];
  /** Numbers of the file's rows that were left out, and why. */
  readonly leftOut: Readonly<Record<LeftOut, readonly number[]>>;
}

export const leftOutReasons = ['no_house', 'no_street', 'no_point', 'outside'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

type Row = Readonly<Record<string, string>>;

/** With named columns the parser makes objects of texts; its types do not say so. */
const isRow = (record: unknown): record is Row => typeof record === 'object' && record !== null;

/**
 * Reads a register of addresses from a CSV file with columns `lat`, `lon` and either `address` or `street` and `house`;
 * `settlement`, `municipality` and `district` are used where they are. Rows that name no house are left out and counted.
 *
 * @param isNear whether a point can belong to the region: it tells a stray point, and swapped columns
 * @throws StartFault in a sentence: missing columns, swapped coordinates, no address that can be read
 */
export async function readAddresses(file: string, isNear: (point: Point) => boolean): Promise<Addresses> {
  const houses: ListedHouse[] = [];
  const leftOut: Record<LeftOut, number[]> = { no_house: [], no_street: [], no_point: [], outside: [] };
  let swapped = 0;
  let rows = 0;
  for await (const row of rowsOf(file)) {
    rows += 1;
    if (rows === 1) checkColumns(Object.keys(row), file);
    const point = { lat: Number(row['lat'] || NaN), lon: Number(row['lon'] || NaN) };
    if (!isPossiblePoint(point)) leftOut.no_point.push(rows);
    else if (!isNear(point)) {
      leftOut.outside.push(rows);
      if (isNear({ lat: point.lon, lon: point.lat })) swapped += 1;
    } else {
      const address = addressOf(row);
      if (typeof address === 'string') leftOut[address].push(rows);
      else houses.push({ ...address, point, within: row['municipality'] || row['district'] || null });
    }
  }
  if (swapped > rows / 2)
    throw new StartFault(
      `The columns lat and lon of ${file} are swapped: most points fall into the region the other way round.`,
    );
  if (houses.length === 0) throw new StartFault(`${file} holds no address of a house within the boundaries.`);
  return { houses, leftOut };
}

function checkColumns(columns: readonly string[], file: string): void {
  const missing = ['lat', 'lon'].filter((name) => !columns.includes(name));
  if (!columns.includes('address') && !(columns.includes('street') && columns.includes('house')))
    missing.unshift('address (or street and house)');
  if (missing.length === 0) return;
  throw new StartFault(
    `${file} lacks the columns ${missing.join(', ')}; it has ${columns.join(', ') || 'none'}.`,
  );
}

function addressOf(row: Row): PostalAddress | 'no_house' | 'no_street' {
  const settlement: SettlementName | null =
    row['settlement'] === undefined || row['settlement'] === '' ? null : parseSettlement(row['settlement']);
  if (row['street'] === undefined || row['house'] === undefined) {
    const address = parseAddress(row['address'] ?? '');
    return typeof address === 'string'
      ? address
      : { ...address, settlement: settlement ?? address.settlement };
  }
  const [street, house] = [parseStreet(row['street']), normaliseHouse(row['house'])];
  if (street === null) return 'no_street';
  return house === null ? 'no_house' : { settlement, street, house };
}

async function* rowsOf(file: string): AsyncGenerator<Row> {
  const bytes = createReadStream(file);
  const parser = parse({
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  const steps = file.endsWith('.gz') ? [createGunzip()] : [];
  // An error of any step reaches the parser, hence the loop below.
  pipeline([bytes, ...steps, parser], () => {});
  try {
    for await (const row of parser) if (isRow(row)) yield row;
  } catch (error) {
    throw new StartFault(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}
