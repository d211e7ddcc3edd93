import { sql } from 'kysely';
import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

/** Every date in an approved answer is a promise. */
export const addPromise = (
  tx: Writer,
  regionId: number,
  one: { readonly id: string; readonly appealId: string; readonly answerId: string; readonly on: string },
): Promise<void> =>
  insertRows(tx, 'promise', [
    {
      region_id: regionId,
      id: one.id,
      appeal_id: one.appealId,
      answer_id: one.answerId,
      promised_on: one.on,
    },
  ]);

/** Promises whose day has come and whose residents were not asked yet; marks them asked. */
export async function takeDuePromises(
  tx: Writer,
  regionId: number,
  today: string,
  at: Date,
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ appeal_id: string }>`
    with due as (
      select id from promise where region_id = ${regionId} and promised_on <= ${today}::date and asked_at is null
      order by promised_on limit ${limit} for update skip locked
    )
    update promise p set asked_at = ${at} from due where p.region_id = ${regionId} and p.id = due.id
    returning p.appeal_id`.execute(tx);
  return rows.rows.map((row) => row.appeal_id);
}

/** The resident's word settles the open promises of the case. */
export async function settlePromises(
  tx: Writer,
  regionId: number,
  appealId: string,
  kept: boolean,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('promise')
    .set({ kept, settled_at: at })
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .where('kept', 'is', null)
    .execute();
}
