import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { updateRows } from '#store/update-rows.ts';
import type { CaseClock } from '../rules/case-clock.ts';

export interface NewDeadline {
  readonly appealId: string;
  readonly clock: string;
  /** 1 unless a clock of the same name ran before. */
  readonly seq?: number;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly warnAt: readonly Date[];
  readonly isProvisional: boolean;
  readonly basis: string;
}

/** Starts clocks. A clock of the same name that ran before keeps its row. */
export const startDeadlines = (tx: Writer, regionId: number, list: readonly NewDeadline[]): Promise<void> =>
  insertRows(
    tx,
    'deadline',
    list.map((one) => ({
      region_id: regionId,
      appeal_id: one.appealId,
      clock: one.clock,
      seq: one.seq ?? 1,
      started_at: one.startedAt,
      due_at: one.dueAt,
      warn_at: [...one.warnAt],
      is_provisional: one.isProvisional,
      basis: one.basis,
      next_check_at: one.warnAt[0] ?? one.dueAt,
    })),
  );

/** Every clock the cases have had, by case; a batch asks once. */
export async function clocksOf(
  db: Db | Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, CaseClock[]>> {
  if (appealIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('deadline')
    .select([
      'appeal_id as appealId',
      'clock',
      'seq',
      'due_at as dueAt',
      'warn_at as warnAt',
      'is_provisional as isProvisional',
      'met_at as metAt',
      'cancelled_at as cancelledAt',
      'paused_at as pausedAt',
      'remaining_minutes as remainingMinutes',
      'warned_level as warnedLevel',
      'next_check_at as nextCheckAt',
    ])
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', sql<string>`any(${appealIds}::uuid[])`)
    .orderBy('started_at')
    .orderBy('clock')
    .execute();
  return Map.groupBy(rows, (row) => row.appealId);
}

/** Writes clocks down as they stand now. */
export const saveClocks = (tx: Writer, regionId: number, clocks: readonly CaseClock[]): Promise<void> =>
  updateRows(
    tx,
    'deadline',
    ['region_id', 'appeal_id', 'clock', 'seq'],
    clocks.map((one) => ({
      region_id: regionId,
      appeal_id: one.appealId,
      clock: one.clock,
      seq: one.seq,
      due_at: one.dueAt,
      warn_at: [...one.warnAt],
      is_provisional: one.isProvisional,
      met_at: one.metAt,
      cancelled_at: one.cancelledAt,
      paused_at: one.pausedAt,
      remaining_minutes: one.remainingMinutes,
      warned_level: one.warnedLevel,
      next_check_at: one.nextCheckAt,
    })),
  );

/** Clocks of a case that still run or are paused. */
export const runningDeadlines = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('deadline')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .where('met_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute();

export const deadlinesOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('deadline')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('started_at')
    .orderBy('clock')
    .execute();

/** Stops clocks as met, late or not: being late is read from `met_at > due_at`. */
export async function meetDeadlines(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
  clocks: readonly string[],
  at: Date,
): Promise<void> {
  if (clocks.length === 0 || appealIds.length === 0) return;
  await sql`update deadline set met_at = ${at}, next_check_at = null, paused_at = null, remaining_minutes = null
    where region_id = ${regionId} and appeal_id = any(${appealIds}::uuid[]) and clock = any(${clocks}::text[])
      and met_at is null and cancelled_at is null`.execute(tx);
}

export interface ChangedClock {
  readonly clock: string;
  readonly seq: number;
  readonly dueAt: Date;
  readonly warnAt: readonly Date[];
  readonly isProvisional: boolean;
}

/** Sets new due dates of running clocks: after a pause or an extension. */
export async function changeDeadlines(
  tx: Writer,
  regionId: number,
  appealId: string,
  changed: readonly ChangedClock[],
  extension: { readonly to: Date; readonly reason: string } | null,
): Promise<void> {
  for (const one of changed) {
    await tx
      .updateTable('deadline')
      .set({
        due_at: one.dueAt,
        warn_at: [...one.warnAt],
        is_provisional: one.isProvisional,
        paused_at: null,
        remaining_minutes: null,
        warned_level: 0,
        next_check_at: one.warnAt[0] ?? one.dueAt,
        ...(extension === null ? {} : { extended_to: extension.to, extended_reason: extension.reason }),
      })
      .where('region_id', '=', regionId)
      .where('appeal_id', '=', appealId)
      .where('clock', '=', one.clock)
      .where('seq', '=', one.seq)
      .execute();
  }
}

export interface DueWarning {
  readonly appealId: string;
  readonly clock: string;
  readonly level: 50 | 80 | 100;
}

/** Clocks whose next warning has come, at most `limit` at a time; marks the level so that each warning is given once. */
export async function takeDueWarnings(
  tx: Writer,
  regionId: number,
  now: Date,
  limit: number,
): Promise<DueWarning[]> {
  const rows = await sql<{ appeal_id: string; clock: string; level: 50 | 80 | 100 }>`
    with due as (
      select appeal_id, clock, seq,
        case when due_at <= ${now} then 100 when warn_at[2] <= ${now} then 80 else 50 end as level
      from deadline
      where region_id = ${regionId} and next_check_at <= ${now}
      order by next_check_at limit ${limit} for update skip locked
    )
    update deadline d set warned_level = due.level,
      next_check_at = case due.level when 100 then null when 80 then d.due_at else coalesce(d.warn_at[2], d.due_at) end
    from due where d.region_id = ${regionId} and d.appeal_id = due.appeal_id and d.clock = due.clock and d.seq = due.seq
    returning d.appeal_id, d.clock, due.level`.execute(tx);
  return rows.rows.map((row) => ({ appealId: row.appeal_id, clock: row.clock, level: row.level }));
}

/** Clocks that passed before `now` without being met or cancelled in time, also those met late. */
export async function passedDeadlines(
  db: Db | Writer,
  regionId: number,
  now: Date,
): Promise<{ readonly appealId: string; readonly clock: string; readonly dueAt: Date }[]> {
  const rows = await sql<{ appealId: string; clock: string; dueAt: Date }>`
    select appeal_id as "appealId", clock, due_at as "dueAt" from deadline
    where region_id = ${regionId} and due_at <= ${now} and paused_at is null
      and (met_at is null or met_at > due_at) and (cancelled_at is null or cancelled_at > due_at)`.execute(
    db,
  );
  return rows.rows;
}
