import type { Db } from '#store/connection.ts';

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
