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

/**
 * All houses with these leading numbers on these streets, and the next ones on both sides of each number, which tell about
 * where a house must be that the register lacks. A batch asks once.
 */
export async function housesOf(
  tx: Db | Writer,
  regionId: number,
  asked: readonly { readonly streetId: number; readonly base: number }[],
): Promise<FoundHouse[]> {
  if (asked.length === 0) return [];
  const distinct = [...new Map(asked.map((one) => [`${one.streetId}:${one.base}`, one])).values()];
  const rows = await sql<FoundHouse>`
    select distinct h.id, h.street_id, h.number, h.lat, h.lon, h.manager_id
    from unnest(${distinct.map((one) => one.streetId)}::int[], ${distinct.map((one) => one.base)}::int[]) as p(street_id, base)
    cross join lateral (
      ${numbered('= p.base')}
      union all (${numbered('< p.base and number_base % 2 = p.base % 2')} order by number_base desc limit 3)
      union all (${numbered('> p.base and number_base % 2 = p.base % 2')} order by number_base limit 3)
      union all (${numbered('< p.base and number_base % 2 <> p.base % 2')} order by number_base desc limit 2)
      union all (${numbered('> p.base and number_base % 2 <> p.base % 2')} order by number_base limit 2)
    ) as near(id)
    join house h on h.region_id = ${regionId} and h.id = near.id
    order by h.id`.execute(tx);
  return rows.rows;

  function numbered(condition: string) {
    return sql`select id from house where region_id = ${regionId} and street_id = p.street_id and number_base ${sql.raw(condition)}`;
  }
}

/** Every house of these streets, for the crossing of two of them. */
export async function housesOfStreets(
  tx: Db | Writer,
  regionId: number,
  streetIds: readonly number[],
): Promise<FoundHouse[]> {
  if (streetIds.length === 0) return [];
  return tx
    .selectFrom('house')
    .select(['id', 'street_id', 'number', 'lat', 'lon', 'manager_id'])
    .where('region_id', '=', regionId)
    .where('street_id', '=', sql<number>`any(${[...new Set(streetIds)]}::int[])`)
    .orderBy('id')
    .execute();
}

export const readHouse = (tx: Db | Writer, regionId: number, houseId: number) =>
  tx
    .selectFrom('house')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('id', '=', houseId)
    .executeTakeFirst();
