import { sql } from 'kysely';
import type { Writer } from '#store/connection.ts';

/** Which of these tables names who answers for a row of it. */
export type OwnedAddress = 'houses' | 'streets';

const tables = {
  houses: { table: 'house', column: 'manager_id' },
  streets: { table: 'street', column: 'owner_id' },
} as const;

/** Houses on these streets with the owners they have; a batch asks once. */
export async function housesOnStreets(tx: Writer, regionId: number, streetIds: readonly number[]) {
  const { rows } = await sql<{ id: number; street_id: number; number: string; owner_id: number | null }>`
    select id, street_id, number, manager_id as owner_id from house
    where region_id = ${regionId} and street_id = any(${streetIds}::int[])`.execute(tx);
  return rows;
}

/** Says whose these houses or streets are. */
export async function setAddressOwners(
  tx: Writer,
  regionId: number,
  of: OwnedAddress,
  list: readonly { readonly id: number; readonly ownerId: number }[],
): Promise<void> {
  if (list.length === 0) return;
  const { table, column } = tables[of];
  await sql`update ${sql.table(table)} t set ${sql.ref(column)} = n.owner_id
    from unnest(${list.map(({ id }) => id)}::int[], ${list.map(({ ownerId }) => ownerId)}::int[]) as n(id, owner_id)
    where t.region_id = ${regionId} and t.id = n.id`.execute(tx);
}
