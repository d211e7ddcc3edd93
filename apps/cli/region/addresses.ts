import type { Point } from '#kernel/place.ts';
import { StartFault } from '#store/start-fault.ts';
import type { Say } from '../files/open-text.ts';
import { openTable } from '../files/table.ts';
import type { PostalAddress } from '#flow/understand/rules/postal-address.ts';
import { addressOfRow, columnsOfAddresses, partOf, pointOfRow } from './address-columns.ts';

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

/**
 * Reads a register of addresses from a CSV file with columns `lat`, `lon` and either `address` or `street` and `house`, by
 * the names registers give them; `settlement`, `municipality` and `district` are used where they are. Rows that name no house are left out and counted.
 *
 * @param isNear whether a point can belong to the region: it tells a stray point, and swapped columns
 * @param say told of what was done to the file to read it
 * @throws StartFault in a sentence: missing columns, swapped coordinates, no address that can be read
 */
export async function readAddresses(
  file: string,
  isNear: (point: Point) => boolean,
  say: Say,
): Promise<Addresses> {
  const houses: ListedHouse[] = [];
  const leftOut: Record<LeftOut, number[]> = { no_house: [], no_street: [], no_point: [], outside: [] };
  let swapped = 0;
  let rows = 0;
  const table = await openTable(file, say);
  const columns = columnsOfAddresses(table.header, file);
  for await (const row of table.rows) {
    rows += 1;
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
