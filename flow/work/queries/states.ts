import { sql, type Selectable } from 'kysely';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { updateRows } from '#store/update-rows.ts';
import type { Database } from '#store/schema.gen.ts';
import type { Action, Mover, Stage } from '../rules/lifecycle.ts';

export type AppealStateRow = Selectable<Database['appeal_state']>;

/** Who does it: a member of staff, or something that is not a person of ours. */
export type Doer =
  { readonly byWhom: 'staff'; readonly staffId: string } | { readonly byWhom: Mover; readonly staffId: null };

/** The state of a case, locked until the transaction ends. A case outside the asker's scope is not found. */
export async function lockState(
  tx: Writer,
  regionId: number,
  appealId: string,
): Promise<Result<AppealStateRow, 'appeal_not_found'>> {
  const row = await tx
    .selectFrom('appeal_state')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? fail({ code: 'appeal_not_found' }) : ok(row);
}

/** The states of many cases, locked in the order of their ids, so that two lists never wait for each other in a circle. */
export async function lockStates(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, AppealStateRow>> {
  const rows = await tx
    .selectFrom('appeal_state')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', sql<string>`any(${appealIds}::uuid[])`)
    .orderBy('appeal_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.appeal_id, row]));
}

/** The same for one case, and it must be the version the person saw; otherwise tells who changed it and when. */
export async function lockVersion(
  tx: Writer,
  regionId: number,
  appealId: string,
  version: number,
): Promise<Result<AppealStateRow, 'appeal_not_found' | 'stale_version'>> {
  const found = await lockState(tx, regionId, appealId);
  if (!found.ok || found.value.version === version) return found;
  const changedBy =
    found.value.changed_by === null
      ? null
      : await tx
          .selectFrom('staff')
          .select('name')
          .where('region_id', '=', regionId)
          .where('id', '=', found.value.changed_by)
          .executeTakeFirst();
  return fail({
    code: 'stale_version',
    expected: version,
    actual: found.value.version,
    changedBy: changedBy?.name ?? null,
    changedAt: found.value.changed_at.toISOString(),
  });
}

/** What of a state a move or a correction may change besides the stage. */
export type StateChange = Partial<Omit<AppealStateRow, 'region_id' | 'appeal_id' | 'version' | 'stage'>>;

export interface RecordedMove {
  readonly state: AppealStateRow;
  readonly action: Action;
  readonly to: Stage;
  readonly at: Date;
  readonly by: Doer;
  readonly dueAt: Date | null;
  readonly reason?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** What else changes in the state by this move. */
  readonly set?: StateChange | undefined;
}

/** Changes the states and adds their history rows, never one without the other. A case comes once in a list. */
export async function recordMoves(tx: Writer, moves: readonly RecordedMove[]): Promise<void> {
  const alsoSet = new Set(moves.flatMap(({ set }) => Object.keys(set ?? {})));
  await updateRows(
    tx,
    'appeal_state',
    ['region_id', 'appeal_id'],
    moves.map((move) => ({
      ...Object.fromEntries(Object.entries(move.state).filter(([column]) => alsoSet.has(column))),
      region_id: move.state.region_id,
      appeal_id: move.state.appeal_id,
      needs_attention: null,
      closed_as: null,
      declined_as: null,
      ...move.set,
      version: move.state.version + 1,
      stage: move.to,
      stage_since: move.at,
      changed_at: move.at,
      changed_by: move.by.staffId,
      due_at: move.dueAt,
      is_overdue: move.dueAt !== null && move.dueAt <= move.at,
    })),
  );
  await insertRows(
    tx,
    'appeal_move',
    moves.map((move) => ({
      region_id: move.state.region_id,
      appeal_id: move.state.appeal_id,
      version: move.state.version + 1,
      action: move.action,
      from_stage: move.state.stage,
      to_stage: move.to,
      at: move.at,
      by_staff: move.by.staffId,
      by_whom: move.by.byWhom,
      reason: move.reason ?? null,
      note: move.note ?? null,
    })),
  );
}

export interface Touch {
  readonly state: AppealStateRow;
  readonly set: Partial<Omit<AppealStateRow, 'region_id' | 'appeal_id' | 'version'>>;
  readonly at: Date;
  readonly byStaff: string | null;
}

/** Changes derived columns without a move: the versions grow, so an open screen notices. A case comes once in a list. */
export async function touchStates(tx: Writer, touches: readonly Touch[]): Promise<void> {
  const changed = new Set(touches.flatMap(({ set }) => Object.keys(set)));
  await updateRows(
    tx,
    'appeal_state',
    ['region_id', 'appeal_id'],
    touches.map(({ state, set, at, byStaff }) => ({
      ...Object.fromEntries(Object.entries(state).filter(([column]) => changed.has(column))),
      region_id: state.region_id,
      appeal_id: state.appeal_id,
      ...set,
      version: state.version + 1,
      changed_at: at,
      changed_by: byStaff,
    })),
  );
}

/** The same for one case. Returns the new version. */
export async function touchState(
  tx: Writer,
  state: AppealStateRow,
  set: Touch['set'],
  at: Date,
  byStaff: string | null,
): Promise<number> {
  await touchStates(tx, [{ state, set, at, byStaff }]);
  return state.version + 1;
}

/** Copies the nearest running deadline of the cases into their state rows. */
export async function refreshDue(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
  now: Date,
): Promise<void> {
  await sql`update appeal_state s set due_at = d.due_at, is_overdue = coalesce(d.due_at <= ${now}, false)
    from (
      select a.appeal_id, (select min(due_at) from deadline x where x.region_id = ${regionId} and x.appeal_id = a.appeal_id
        and x.met_at is null and x.cancelled_at is null and x.paused_at is null) as due_at
      from unnest(${appealIds}::uuid[]) as a(appeal_id)
    ) d
    where s.region_id = ${regionId} and s.appeal_id = d.appeal_id`.execute(tx);
}

/** History of moves of one case, oldest first. */
export const movesOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('appeal_move')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('version')
    .execute();

export const readState = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('appeal_state')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .executeTakeFirst();

/** Whether the case itself is the asker's: theirs by territory or body, not only seen because of a task. */
export async function isOwnCase(tx: Writer, state: AppealStateRow): Promise<boolean> {
  const rows = await sql<{ own: boolean }>`select session_sees_all()
    or coalesce(${state.municipality_id}::int = any(session_municipalities()), false)
    or coalesce(${state.authority_id}::int = any(session_authorities()), false) as own`.execute(tx);
  return rows.rows[0]?.own === true;
}
