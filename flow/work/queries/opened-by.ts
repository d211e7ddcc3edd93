import { sql } from 'kysely';
import type { PlacePrecision } from '#kernel/place.ts';
import type { Db, Writer } from '#store/connection.ts';

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
