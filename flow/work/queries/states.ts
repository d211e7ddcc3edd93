import { sql, type Selectable } from 'kysely';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
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

/** The same, and it must be the version the person saw; otherwise tells who changed it and when. */
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

export interface RecordedMove {
  readonly action: Action;
  readonly to: Stage;
  readonly at: Date;
  readonly by: Doer;
  readonly reason?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** What else changes in the state by this move. */
  readonly set?: Partial<Omit<AppealStateRow, 'region_id' | 'appeal_id' | 'version' | 'stage'>> | undefined;
}

/** Changes the state and adds its history row, never one without the other. Returns the new version. */
export async function recordMove(tx: Writer, state: AppealStateRow, move: RecordedMove): Promise<number> {
  const version = state.version + 1;
  await tx
    .updateTable('appeal_state')
    .set({
      needs_attention: null,
      closed_as: null,
      declined_as: null,
      ...move.set,
      version,
      stage: move.to,
      stage_since: move.at,
      changed_at: move.at,
      changed_by: move.by.staffId,
    })
    .where('region_id', '=', state.region_id)
    .where('appeal_id', '=', state.appeal_id)
    .execute();
  await insertRows(tx, 'appeal_move', [
    {
      region_id: state.region_id,
      appeal_id: state.appeal_id,
      version,
      action: move.action,
      from_stage: state.stage,
      to_stage: move.to,
      at: move.at,
      by_staff: move.by.staffId,
      by_whom: move.by.byWhom,
      reason: move.reason ?? null,
      note: move.note ?? null,
    },
  ]);
  return version;
}

/** Changes derived columns without a move: the version grows, so an open screen notices. */
export async function touchState(
  tx: Writer,
  state: AppealStateRow,
  set: Partial<Omit<AppealStateRow, 'region_id' | 'appeal_id' | 'version'>>,
  at: Date,
  byStaff: string | null,
): Promise<number> {
  const version = state.version + 1;
  await tx
    .updateTable('appeal_state')
    .set({ ...set, version, changed_at: at, changed_by: byStaff })
    .where('region_id', '=', state.region_id)
    .where('appeal_id', '=', state.appeal_id)
    .execute();
  return version;
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
