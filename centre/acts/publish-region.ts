import { sql } from 'kysely';
import { wholeRegion, withScope, type Db } from '#store/connection.ts';

/** Gives a region that is complete its address; from then on it is found by it. */
export async function publishRegion(
  db: Db,
  regionId: number,
  as: { readonly slug: string; readonly isDefault: boolean },
): Promise<void> {
  await db
    .updateTable('region')
    .set({ slug: as.slug, is_default: as.isDefault })
    .where('id', '=', regionId)
    .execute();
}

/** Takes away a region with everything in it: one that was left half made. */
export async function dropRegion(db: Db, regionId: number): Promise<void> {
  await withScope(db, wholeRegion(regionId), async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await tx.deleteFrom('region').where('id', '=', regionId).execute();
  });
}
