import { sql, type Selectable } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Database } from '#store/schema.gen.ts';

export type UnderstandingRow = Selectable<Database['understanding']>;

/** The judgement in force: the last one. */
export const latestUnderstanding = (
  db: Db | Writer,
  regionId: number,
  appealId: string,
): Promise<UnderstandingRow | undefined> =>
  db
    .selectFrom('understanding')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

/** The judgements in force of many cases, by case. */
export async function latestUnderstandings(
  db: Db | Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, UnderstandingRow>> {
  const rows = await db
    .selectFrom('understanding')
    .selectAll()
    .distinctOn('appeal_id')
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', sql<string>`any(${appealIds}::uuid[])`)
    .orderBy('appeal_id')
    .orderBy('seq', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.appeal_id, row]));
}

export const understandingsOf = (
  db: Db | Writer,
  regionId: number,
  appealId: string,
): Promise<UnderstandingRow[]> =>
  db
    .selectFrom('understanding')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('seq')
    .execute();

/** Adds judgements; a later one of the same case has the next `seq`. */
export const recordUnderstandings = (tx: Writer, rows: readonly UnderstandingRow[]): Promise<void> =>
  insertRows(tx, 'understanding', rows);

export const textOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('appeal_text')
    .select(['masked_text', 'stems'])
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .executeTakeFirst();

/** The masked texts of many cases, by case. */
export async function maskedTextsOf(
  db: Db | Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('appeal_text')
    .select(['appeal_id', 'masked_text'])
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', sql<string>`any(${appealIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.appeal_id, row.masked_text]));
}

export async function setText(
  tx: Writer,
  regionId: number,
  appealId: string,
  maskedText: string,
  stems: readonly number[],
): Promise<void> {
  await tx
    .updateTable('appeal_text')
    .set({ masked_text: maskedText, stems: [...stems] })
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .execute();
}
