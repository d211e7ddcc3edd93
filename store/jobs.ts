import { sql } from 'kysely';
import type { JobName, Jobs } from '#kernel/events.ts';
import type { Db, Writer } from './connection.ts';

export interface JobOptions {
  /** Not before this moment; at once by default. */
  readonly runAt?: Date;
  /** A waiting job of the same key is replaced instead of doubled. */
  readonly key?: string;
  /** Attempts with growing pauses before the job is given up; 25 by default, about three days. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
}

/** One job to add. */
export interface NewJob<Name extends JobName = JobName> extends JobOptions {
  readonly payload: Jobs[Name];
}

/** Adds one job in the transaction that makes it necessary: both happen or neither. */
export const addJob = <Name extends JobName>(
  tx: Writer,
  name: Name,
  payload: Jobs[Name],
  options: JobOptions = {},
): Promise<void> => addJobs(tx, name, [{ payload, ...options }]);

/** Adds a batch of jobs of one name by one statement. */
export async function addJobs<Name extends JobName>(
  tx: Writer,
  name: Name,
  jobs: readonly NewJob<Name>[],
): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map(({ payload, runAt, key, maxAttempts, queue }) => ({
    identifier: name,
    payload,
    run_at: runAt,
    job_key: key,
    max_attempts: maxAttempts,
    queue_name: queue,
  }));
  await sql`select count(*) from graphile_worker.add_jobs(array(
    select spec from json_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(specs)}::json) as spec
  ))`.execute(tx);
}

/** How many jobs are due and not taken, counted up to 10,000. */
export async function countWaitingJobs(db: Db | Writer): Promise<number> {
  const rows = await sql<{ n: number }>`select count(*) as n from (
    select 1 from graphile_worker._private_jobs where run_at <= now() and locked_at is null and attempts < max_attempts limit 10000) x`.execute(
    db,
  );
  return rows.rows[0]?.n ?? 0;
}
