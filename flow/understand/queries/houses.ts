import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';

export interface FoundHouse {
  readonly id: number;
  readonly street_id: number;
  readonly number: string;
  readonly lat: number;
  readonly lon: number;
  readonly manager_id: number | null;
}

/** All houses with these leading numbers on these streets; a batch asks once. */
export async function housesOf(
  tx: Db | Writer,
  regionId: number,
  asked: readonly { readonly streetId: number; readonly base: number }[],
): Promise<FoundHouse[]> {
  if (asked.length === 0) return [];
  const distinct = [...new Map(asked.map((one) => [`${one.streetId}:${one.base}`, one])).values()];
  const rows = await sql<FoundHouse>`
    select h.id, h.street_id, h.number, h.lat, h.lon, h.manager_id
    from unnest(${distinct.map((one) => one.streetId)}::int[], ${distinct.map((one) => one.base)}::int[]) as p(street_id, base)
    join house h on h.region_id = ${regionId} and h.street_id = p.street_id and h.number_base = p.base`.execute(
    tx,
  );
  return rows.rows;
}

export const readHouse = (tx: Db | Writer, regionId: number, houseId: number) =>
  tx
    .selectFrom('house')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('id', '=', houseId)
    .executeTakeFirst();
