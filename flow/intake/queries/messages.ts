import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';

/**
 * Waits while another transaction takes the same submission. A form sent twice at once must end as one message, not as one
 * message and one error.
 */
export async function lockSubmission(tx: Writer, regionId: number, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${regionId}:${key}`}, 0))`.execute(tx);
}

/** External ids of this account that were taken before. */
export async function takenBefore(
  tx: Writer,
  regionId: number,
  accountId: number,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('message')
    .select(['external_id', 'id'])
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('external_id', '=', sql<string>`any(${externalIds}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.external_id, row.id]));
}

export interface ThreadCase {
  readonly appealId: string;
  readonly stage: string | null;
}

/** The newest case of each thread, by hex of the thread's hash. Cases not opened yet have no stage. */
export async function newestCases(
  tx: Writer,
  regionId: number,
  accountId: number,
  threads: readonly Buffer[],
): Promise<Map<string, ThreadCase>> {
  if (threads.length === 0) return new Map();
  const rows = await sql<{ thread: string; appeal_id: string; stage: string | null }>`
    select distinct on (m.thread_hash) encode(m.thread_hash, 'hex') as thread, am.appeal_id, s.stage
    from message m
    join appeal_message am on am.region_id = m.region_id and am.message_id = m.id
    left join appeal_state s on s.region_id = am.region_id and s.appeal_id = am.appeal_id
    where m.region_id = ${regionId} and m.account_id = ${accountId} and m.thread_hash = any(${threads}::bytea[])
    order by m.thread_hash, am.appeal_id desc`.execute(tx);
  return new Map(rows.rows.map((row) => [row.thread, { appealId: row.appeal_id, stage: row.stage }]));
}

/** The newest sealed content of one message, or of the first message of a case. */
export async function sealedContents(
  tx: Db | Writer,
  regionId: number,
  messageIds: readonly string[],
): Promise<Map<string, Buffer>> {
  if (messageIds.length === 0) return new Map();
  const rows = await sql<{ message_id: string; sealed: Buffer }>`
    select distinct on (message_id) message_id, sealed from message_version
    where region_id = ${regionId} and message_id = any(${messageIds}::uuid[])
    order by message_id, version desc`.execute(tx);
  return new Map(rows.rows.map((row) => [row.message_id, row.sealed]));
}

/** A case by its human number, with its first message, its account and its stage; one not opened yet has no stage. */
export const caseByNumber = (tx: Db | Writer, regionId: number, number: string) =>
  tx
    .selectFrom('appeal as a')
    .leftJoin('appeal_state as s', (join) =>
      join.onRef('s.region_id', '=', 'a.region_id').onRef('s.appeal_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.message_id', 'a.account_id', 's.stage'])
    .where('a.region_id', '=', regionId)
    .where('a.number', '=', number)
    .executeTakeFirst();

/** The next numbers of the sequence, in order. Gaps are fine: a number once given is never given again. */
export async function nextNumbers(tx: Writer, count: number): Promise<number[]> {
  const rows = await sql<{
    n: number;
  }>`select nextval('appeal_number') as n from generate_series(1, ${count}::int)`.execute(tx);
  return rows.rows.map((row) => row.n);
}

/** Marks messages deleted by their authors; returns how many were ours. */
export async function markDeleted(
  tx: Writer,
  regionId: number,
  accountId: number,
  externalId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('message')
    .set({ deleted_at: at })
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('external_id', '=', externalId)
    .where('deleted_at', 'is', null)
    .execute();
}

/** Adds the next version of a message unless its words did not change. Returns the case it opened, if any. */
export async function addVersion(
  tx: Writer,
  regionId: number,
  messageId: string,
  sealed: Buffer,
  at: Date,
): Promise<string | null> {
  await sql`insert into message_version (region_id, message_id, version, at, sealed)
    select ${regionId}, ${messageId}, coalesce(max(version), 0) + 1, ${at}, ${sealed} from message_version
    where region_id = ${regionId} and message_id = ${messageId}`.execute(tx);
  const opened = await tx
    .selectFrom('appeal')
    .select('id')
    .where('region_id', '=', regionId)
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return opened?.id ?? null;
}

/** The newest sealed content of the last messages of an account. */
export async function lastContents(
  db: Db | Writer,
  regionId: number,
  accountId: number,
  limit: number,
): Promise<Buffer[]> {
  const rows = await sql<{ sealed: Buffer }>`
    select v.sealed from (
      select id from message where region_id = ${regionId} and account_id = ${accountId} order by id desc limit ${limit}
    ) m
    join lateral (select sealed from message_version v where v.region_id = ${regionId} and v.message_id = m.id
      order by version desc limit 1) v on true`.execute(db);
  return rows.rows.map((row) => row.sealed);
}
