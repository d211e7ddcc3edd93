import { sql } from 'kysely';
import type { PlacePrecision } from '#kernel/place.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { Stage } from '../rules/lifecycle.ts';

/** The case a message opened, as it stands. */
export interface OpenedCase {
  readonly external_id: string;
  readonly topic: string | null;
  readonly place_precision: PlacePrecision;
  readonly lat: number | null;
  readonly lon: number | null;
  /** It joined a problem that was known already. */
  readonly is_duplicate: boolean;
}

/** What messages of one account, named by their own ids, have opened; those that opened nothing are absent. */
export async function openedBy(
  db: Db | Writer,
  regionId: number,
  accountId: number,
  externalIds: readonly string[],
): Promise<OpenedCase[]> {
  if (externalIds.length === 0) return [];
  const rows = await sql<OpenedCase>`
    select m.external_id, s.topic, s.place_precision, s.lat, s.lon, coalesce(j.reason <> 'first_report', false) as is_duplicate
    from message m
    join appeal a on a.region_id = m.region_id and a.message_id = m.id
    join appeal_state s on s.region_id = a.region_id and s.appeal_id = a.id
    left join incident_appeal j on j.region_id = a.region_id and j.appeal_id = a.id
    where m.region_id = ${regionId} and m.account_id = ${accountId} and m.external_id = any(${externalIds}::text[])`.execute(
    db,
  );
  return rows.rows;
}

/** Where the case that a message belongs to stands, and with whom. */
export interface CaseOfMessage {
  readonly appealId: string;
  readonly number: string;
  readonly stage: Stage;
  readonly authorityId: number | null;
}

/** The newest case that any of these messages opened or joined; `null` while none is open yet. */
export async function newestCaseOf(
  db: Db | Writer,
  regionId: number,
  accountId: number,
  externalIds: readonly string[],
): Promise<CaseOfMessage | null> {
  const rows = await sql<CaseOfMessage>`
    select s.appeal_id as "appealId", s.number, s.stage, s.authority_id as "authorityId"
    from message m
    join appeal_message j on j.region_id = m.region_id and j.message_id = m.id
    join appeal_state s on s.region_id = j.region_id and s.appeal_id = j.appeal_id
    where m.region_id = ${regionId} and m.account_id = ${accountId} and m.external_id = any(${externalIds}::text[])
    order by s.appeal_id desc limit 1`.execute(db);
  return rows.rows[0] ?? null;
}
