import type { Db, Writer } from '#store/connection.ts';

/** Which model of owners a region has in use, without its bytes; `undefined`: none was learnt. */
export const ownerModelInUse = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('model')
    .select(['id', 'version'])
    .where('region_id', '=', regionId)
    .where('kind', '=', 'owners')
    .where('state', '=', 'in_use')
    .executeTakeFirst();

export async function ownerModelBytes(
  db: Db | Writer,
  regionId: number,
  id: string,
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('model')
    .select('bytes')
    .where('region_id', '=', regionId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes ?? null;
}
