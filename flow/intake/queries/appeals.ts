import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';

export const readAppeal = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('appeal')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('id', '=', appealId)
    .executeTakeFirst();

export const appealByNumber = (db: Db | Writer, regionId: number, number: string) =>
  db
    .selectFrom('appeal')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('number', '=', number)
    .executeTakeFirst();

/** Every message of a case with its newest sealed words, oldest first. */
export async function messagesOf(db: Db | Writer, regionId: number, appealId: string) {
  const rows = await sql<{
    id: string;
    received_at: Date;
    sent_at: Date;
    is_public: boolean;
    deleted_at: Date | null;
    versions: number;
    changed_at: Date;
    sealed: Buffer;
    external_id: string;
  }>`
    select m.id, m.received_at, m.sent_at, m.is_public, m.deleted_at, m.external_id, v.version as versions, v.at as changed_at, v.sealed
    from appeal_message am
    join message m on m.region_id = am.region_id and m.id = am.message_id
    join lateral (select version, at, sealed from message_version v where v.region_id = m.region_id and v.message_id = m.id order by version desc limit 1) v on true
    where am.region_id = ${regionId} and am.appeal_id = ${appealId} order by am.added_at, m.id`.execute(db);
  return rows.rows;
}

/** What a stage after this one needs to begin with: the case and its first message. */
export interface RegisteredAppeal {
  readonly id: string;
  readonly number: string;
  readonly account_id: number;
  readonly channel: string;
  readonly message_id: string;
  readonly regime: 'social' | 'platform' | 'law_59';
  readonly received_at: Date;
  readonly given_lat: number | null;
  readonly given_lon: number | null;
  readonly given_address: string | null;
  readonly sealed: Buffer;
  readonly has_files: boolean;
}

/** Registered cases that have not been opened yet, in the order of their ids; those opened already are left out. */
export async function appealsToUnderstand(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<RegisteredAppeal[]> {
  const rows = await sql<RegisteredAppeal>`
    select a.id, a.number, a.account_id, c.channel, a.message_id, a.regime, a.received_at, a.given_lat, a.given_lon, a.given_address, v.sealed,
      exists (select 1 from appeal_file f where f.region_id = a.region_id and f.appeal_id = a.id) as has_files
    from appeal a
    join channel_account c on c.region_id = a.region_id and c.id = a.account_id
    join lateral (select sealed from message_version v where v.region_id = a.region_id and v.message_id = a.message_id order by version desc limit 1) v on true
    where a.region_id = ${regionId} and a.id = any(${appealIds}::uuid[])
      and not exists (select 1 from understanding u where u.region_id = a.region_id and u.appeal_id = a.id)
    order by a.id for update of a`.execute(tx);
  return rows.rows;
}

/** When each account last brought a message. */
export async function lastMessages(db: Db | Writer, regionId: number): Promise<Map<number, Date>> {
  const rows = await sql<{
    account_id: number;
    at: Date;
  }>`select account_id, max(received_at) as at from message where region_id = ${regionId} group by account_id`.execute(
    db,
  );
  return new Map(rows.rows.map((row) => [row.account_id, row.at]));
}

/** The case that a message opened; the message is known to have been taken. */
export async function caseOfMessage(
  tx: Db | Writer,
  regionId: number,
  accountId: number,
  externalId: string,
): Promise<{ readonly appealId: string; readonly number: string }> {
  const row = await tx
    .selectFrom('message as m')
    .innerJoin('appeal as a', (join) =>
      join.onRef('a.region_id', '=', 'm.region_id').onRef('a.message_id', '=', 'm.id'),
    )
    .select(['a.id as appealId', 'a.number'])
    .where('m.region_id', '=', regionId)
    .where('m.account_id', '=', accountId)
    .where('m.external_id', '=', externalId)
    .executeTakeFirstOrThrow();
  return row;
}

/** Which of these cases were opened by a message that others read too. */
export async function askedInPublic(
  db: Db | Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }>`
    select a.id from appeal a
    join message m on m.region_id = a.region_id and m.id = a.message_id
    where a.region_id = ${regionId} and a.id = any(${appealIds}::uuid[]) and m.is_public`.execute(db);
  return new Set(rows.rows.map((row) => row.id));
}
