import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import type { Point } from '#kernel/place.ts';
import { StartFault } from '#store/start-fault.ts';
import type { PostalAddress } from '#flow/understand/rules/postal-address.ts';
import {
  addressOfRow,
  findAddressColumns,
  missingColumns,
  partOf,
  pointOfRow,
  type AddressColumns,
} from './address-columns.ts';

/** A house of the register with its address taken apart. */
export interface ListedHouse extends PostalAddress {
  readonly point: Point;
  /** Municipality or district of the row's own columns; the fallback for an address that names no settlement. */
  readonly area: string | null;
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
 * Reads a register of addresses from a CSV file with columns `lat`, `lon` and either `address` or `street` and `house`, by
 * the names registers give them; `settlement`, `municipality` and `district` are used where they are. Rows that name no house are left out and counted.
 *
 * @param isNear whether a point can belong to the region: it tells a stray point, and swapped columns
 * @throws StartFault in a sentence: missing columns, swapped coordinates, no address that can be read
 */
export async function readAddresses(file: string, isNear: (point: Point) => boolean): Promise<Addresses> {
  const houses: ListedHouse[] = [];
  const leftOut: Record<LeftOut, number[]> = { no_house: [], no_street: [], no_point: [], outside: [] };
  let swapped = 0;
  let rows = 0;
  let columns: AddressColumns = {};
  for await (const row of rowsOf(file)) {
    rows += 1;
    if (rows === 1) columns = checkColumns(Object.keys(row), file);
    const point = pointOfRow(row, columns);
    if (point === null) leftOut.no_point.push(rows);
    else if (!isNear(point)) {
      leftOut.outside.push(rows);
      if (isNear({ lat: point.lon, lon: point.lat })) swapped += 1;
    } else {
      const address = addressOfRow(row, columns);
      const area = partOf(row, columns, 'municipality') ?? partOf(row, columns, 'district');
      if (typeof address === 'string') leftOut[address].push(rows);
      else houses.push({ ...address, point, area });
    }
  }
  if (swapped > rows / 2)
    throw new StartFault(
      `The columns lat and lon of ${file} are swapped: most points fall into the region the other way round.`,
    );
  if (houses.length === 0) throw new StartFault(`${file} holds no address of a house within the boundaries.`);
  return { houses, leftOut };
}

function checkColumns(header: readonly string[], file: string): AddressColumns {
  const columns = findAddressColumns(header);
  const missing = missingColumns(columns);
  if (missing.length === 0) return columns;
  throw new StartFault(
    `${file} lacks the columns ${missing.join(', ')}; it has ${header.join(', ') || 'none'}.`,
  );
}

async function* rowsOf(file: string): AsyncGenerator<Row> {
  const bytes = createReadStream(file);
  const parser = parse({
    columns: true,
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
