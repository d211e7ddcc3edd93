import type { Selectable } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Database } from '#store/schema.gen.ts';

export type CaseAssetRow = Selectable<Database['appeal_asset']>;

/** Adds what was found or chosen; a later row of the same case has the next `seq`. */
export const recordCaseAssets = (tx: Writer, rows: readonly CaseAssetRow[]): Promise<void> =>
  insertRows(tx, 'appeal_asset', rows);

/** The object of a case in force: the last row; `undefined` where none was ever near. */
export const latestCaseAsset = (
  db: Db | Writer,
  regionId: number,
  appealId: string,
): Promise<CaseAssetRow | undefined> =>
  db
    .selectFrom('appeal_asset')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
