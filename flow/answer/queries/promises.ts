import { sql } from 'kysely';
import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

export interface NewPromise {
  readonly id: string;
  readonly appealId: string;
  readonly answerId: string;
  /** YYYY-MM-DD */
  readonly on: string;
}

/** Every date in an approved answer is a promise. */
export const addPromises = (tx: Writer, regionId: number, list: readonly NewPromise[]): Promise<void> =>
  insertRows(
    tx,
    'promise',
    list.map((one) => ({
      region_id: regionId,
      id: one.id,
      appeal_id: one.appealId,
      answer_id: one.answerId,
      promised_on: one.on,
    })),
  );

export const addPromise = (tx: Writer, regionId: number, one: NewPromise): Promise<void> =>
  addPromises(tx, regionId, [one]);

/** Promises whose day has come and whose residents were not asked and have not spoken by themselves; marks them asked. */
export async function takeDuePromises(
  tx: Writer,
  regionId: number,
  today: string,
  at: Date,
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ appeal_id: string }>`
    with due as (
      select id from promise where region_id = ${regionId} and promised_on <= ${today}::date and asked_at is null and kept is null
      order by promised_on limit ${limit} for update skip locked
    )
    update promise p set asked_at = ${at} from due where p.region_id = ${regionId} and p.id = due.id
    returning p.appeal_id`.execute(tx);
  return rows.rows.map((row) => row.appeal_id);
}

/** Whether something was promised in a case whose day has not come yet. */
export async function awaitsPromise(tx: Writer, regionId: number, appealId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('promise')
    .select('id')
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .where('asked_at', 'is', null)
    .where('kept', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The word of a resident about the fix. */
export interface PromiseWord {
  readonly appealId: string;
  readonly kept: boolean;
  readonly at: Date;
}

/** The words of residents settle the open promises of their cases. */
export async function settlePromisesOf(
  tx: Writer,
  regionId: number,
  words: readonly PromiseWord[],
): Promise<void> {
  if (words.length === 0) return;
  await sql`update promise p set kept = w.kept, settled_at = w.at
    from unnest(${words.map((one) => one.appealId)}::uuid[], ${words.map((one) => one.kept)}::boolean[],
      ${words.map((one) => one.at)}::timestamptz[]) as w(appeal_id, kept, at)
    where p.region_id = ${regionId} and p.appeal_id = w.appeal_id and p.kept is null`.execute(tx);
}

export const settlePromises = (
  tx: Writer,
  regionId: number,
  appealId: string,
  kept: boolean,
  at: Date,
): Promise<void> => settlePromisesOf(tx, regionId, [{ appealId, kept, at }]);
