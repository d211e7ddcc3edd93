import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

export interface IncidentMerge {
  readonly id: string;
  readonly from_incident: string;
  readonly into_incident: string;
  readonly appeal_ids: readonly string[];
  readonly at: Date;
  readonly by_staff: string;
}

/** Keeps that a whole problem went into another one, and which cases went. */
export const recordMerge = (tx: Writer, regionId: number, merge: IncidentMerge): Promise<void> =>
  insertRows(tx, 'incident_merge', [{ ...merge, appeal_ids: [...merge.appeal_ids], region_id: regionId }]);

/** Merges into a problem that can still be taken apart, the latest first. */
export const mergesInto = (db: Db | Writer, regionId: number, incidentId: string): Promise<IncidentMerge[]> =>
  db
    .selectFrom('incident_merge')
    .select(['id', 'from_incident', 'into_incident', 'appeal_ids', 'at', 'by_staff'])
    .where('region_id', '=', regionId)
    .where('into_incident', '=', incidentId)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .execute();

export const markMergeUndone = async (
  tx: Writer,
  regionId: number,
  mergeId: string,
  by: string,
  at: Date,
): Promise<void> =>
  void (await tx
    .updateTable('incident_merge')
    .set({ undone_at: at, undone_by: by })
    .where('region_id', '=', regionId)
    .where('id', '=', mergeId)
    .execute());

/** Cases of a problem that the asker may see, the oldest first. */
export async function casesOfIncident(
  db: Db | Writer,
  regionId: number,
  incidentId: string,
): Promise<string[]> {
  const { rows } = await sql<{ appeal_id: string }>`select appeal_id from appeal_state
    where region_id = ${regionId} and incident_id = ${incidentId} order by received_at, appeal_id`.execute(
    db,
  );
  return rows.map((row) => row.appeal_id);
}
