import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

export interface NewDeadline {
  readonly appealId: string;
  readonly clock: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly warnAt: readonly Date[];
  readonly isProvisional: boolean;
  readonly basis: string;
}

/** Starts clocks. A clock of the same name that ran before keeps its row; the new one gets the next `seq`. */
export async function startDeadlines(
  tx: Writer,
  regionId: number,
  list: readonly NewDeadline[],
  isFirst: boolean,
): Promise<void> {
  if (list.length === 0) return;
  const seqs = isFirst
    ? new Map<string, number>()
    : await lastSeqs(tx, regionId, [...new Set(list.map((one) => one.appealId))]);
  await insertRows(
    tx,
    'deadline',
    list.map((one) => ({
      region_id: regionId,
      appeal_id: one.appealId,
      clock: one.clock,
      seq: (seqs.get(`${one.appealId}:${one.clock}`) ?? 0) + 1,
      started_at: one.startedAt,
      due_at: one.dueAt,
      warn_at: [...one.warnAt],
      is_provisional: one.isProvisional,
      basis: one.basis,
      next_check_at: one.warnAt[0] ?? one.dueAt,
    })),
  );
}

async function lastSeqs(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql<{ appeal_id: string; clock: string; seq: number }>`
    select appeal_id, clock, max(seq) as seq from deadline
    where region_id = ${regionId} and appeal_id = any(${appealIds}::uuid[]) group by appeal_id, clock`.execute(
    tx,
  );
  return new Map(rows.rows.map((row) => [`${row.appeal_id}:${row.clock}`, row.seq]));
}

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

/** Stops every clock of these cases that still runs, as no longer needed. */
export async function cancelDeadlines(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
  at: Date,
): Promise<void> {
  await sql`update deadline set cancelled_at = ${at}, next_check_at = null, paused_at = null, remaining_minutes = null
    where region_id = ${regionId} and appeal_id = any(${appealIds}::uuid[]) and met_at is null and cancelled_at is null`.execute(
    tx,
  );
}

export interface PausedClock {
  readonly clock: string;
  readonly seq: number;
  readonly remainingMinutes: number;
}

export async function pauseDeadlines(
  tx: Writer,
  regionId: number,
  appealId: string,
  paused: readonly PausedClock[],
  at: Date,
): Promise<void> {
  for (const one of paused) {
    await tx
      .updateTable('deadline')
      .set({ paused_at: at, remaining_minutes: one.remainingMinutes, next_check_at: null })
      .where('region_id', '=', regionId)
      .where('appeal_id', '=', appealId)
      .where('clock', '=', one.clock)
      .where('seq', '=', one.seq)
      .execute();
  }
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
