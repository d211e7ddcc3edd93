import type { Db, Writer } from '#store/connection.ts';

/** Which model of topics a region has in use, without its bytes; `undefined`: the one that ships. */
export const topicModelInUse = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('model')
    .select(['id', 'version'])
    .where('region_id', '=', regionId)
    .where('kind', '=', 'topics')
    .where('state', '=', 'in_use')
    .executeTakeFirst();

export async function topicModelBytes(
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
  // A buffer of the driver is a window into a larger one; the model's file must lie by itself.
  const bytes = row?.bytes ?? null;
  return bytes === null ? null : new Uint8Array(bytes);
}
