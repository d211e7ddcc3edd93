import { sql } from 'kysely';
import type { ProblemState } from '#kernel/appeal.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { updateRows } from '#store/update-rows.ts';
import type { Doer } from './states.ts';

/** The state of the world for new incidents: reported, not yet confirmed by anyone of ours. By the machine unless said. */
export async function openIncidentStates(
  tx: Writer,
  regionId: number,
  incidents: readonly { readonly id: string; readonly appealId: string; readonly at: Date }[],
  by: Doer = { byWhom: 'machine', staffId: null },
): Promise<void> {
  await insertRows(
    tx,
    'incident_state',
    incidents.map((one) => ({
      region_id: regionId,
      incident_id: one.id,
      version: 1,
      state: 'unconfirmed',
      since: one.at,
    })),
    'skip',
  );
  await insertRows(
    tx,
    'incident_move',
    incidents.map((one) => ({
      region_id: regionId,
      incident_id: one.id,
      version: 1,
      to_state: 'unconfirmed',
      at: one.at,
      by_staff: by.staffId,
      by_whom: by.byWhom,
      appeal_id: one.appealId,
    })),
    'skip',
  );
}

/** States of problems, locked in the order of their ids. */
export async function lockIncidentStates(tx: Writer, regionId: number, incidentIds: readonly string[]) {
  const rows = await tx
    .selectFrom('incident_state')
    .select(['incident_id', 'state', 'version'])
    .where('region_id', '=', regionId)
    .where('incident_id', '=', sql<string>`any(${incidentIds}::uuid[])`)
    .orderBy('incident_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.incident_id, row]));
}

export const incidentStateOf = (db: Db | Writer, regionId: number, incidentId: string) =>
  db
    .selectFrom('incident_state')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('incident_id', '=', incidentId)
    .executeTakeFirst();

export const incidentMovesOf = (db: Db | Writer, regionId: number, incidentId: string) =>
  db
    .selectFrom('incident_move')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('incident_id', '=', incidentId)
    .orderBy('version')
    .execute();

export interface ProblemFacts {
  readonly scheduledOn?: string | null;
  readonly moneySum?: number | null;
  readonly reviewOn?: string | null;
  readonly handedTo?: string | null;
  readonly refusedWhy?: string | null;
}

export interface IncidentMove {
  readonly incidentId: string;
  readonly from: ProblemState;
  readonly version: number;
  readonly to: ProblemState;
  readonly at: Date;
  readonly by: Doer;
  readonly appealId: string | null;
  readonly facts: ProblemFacts;
}

/** Changes the state of the world and adds its history rows. A problem moved twice in a list ends as the last move says. */
export async function recordIncidentMoves(
  tx: Writer,
  regionId: number,
  moves: readonly IncidentMove[],
): Promise<void> {
  const last = new Map(moves.map((move) => [move.incidentId, move]));
  await updateRows(
    tx,
    'incident_state',
    ['region_id', 'incident_id'],
    [...last.values()].map((move) => ({
      region_id: regionId,
      incident_id: move.incidentId,
      version: move.version + 1,
      state: move.to,
      since: move.at,
      scheduled_on: move.facts.scheduledOn ?? null,
      money_sum: move.facts.moneySum ?? null,
      review_on: move.facts.reviewOn ?? null,
      handed_to: move.facts.handedTo ?? null,
      refused_why: move.facts.refusedWhy ?? null,
    })),
  );
  await insertRows(
    tx,
    'incident_move',
    moves.map((move) => ({
      region_id: regionId,
      incident_id: move.incidentId,
      version: move.version + 1,
      from_state: move.from,
      to_state: move.to,
      at: move.at,
      by_staff: move.by.staffId,
      by_whom: move.by.byWhom,
      appeal_id: move.appealId,
    })),
  );
}
