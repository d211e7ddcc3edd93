import { EventEmitter } from 'node:events';
import {
  parseCronItems,
  run,
  type Runner,
  type Task,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { openPool } from './connection.ts';
import { quietJobLogger } from './job-logger.ts';
import type { JobName, Jobs } from '#kernel/events.ts';
import { openPresence } from './worker-presence.ts';

/** What a job is told about its own run. */
export interface JobRun {
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  /** Aborts when the program is stopping and the job should end soon. */
  readonly signal: AbortSignal;
}

export type JobTasks = { readonly [Name in JobName]?: (payload: Jobs[Name], run: JobRun) => Promise<void> };

/** A job added by the clock. */
export interface RecurringJob {
  readonly name: JobName;
  /** Minute, hour, day, month, day of week, in UTC: `0 4 * * *`. */
  readonly at: string;
  /** A run missed while the program was down is made up within this time; none by default. */
  readonly makeUpSeconds?: number;
}

/** What went wrong, in ids and codes; `error` itself is for the log of bugs only. */
export type JobReport =
  | {
      readonly event: 'job_error' | 'job_given_up';
      readonly job: string;
      readonly id: string;
      readonly attempt: number;
      readonly error: unknown;
    }
  | { readonly event: 'dead_workers_freed'; readonly workers: number };

export interface JobRunnerOptions {
  readonly url: string;
  readonly tasks: JobTasks;
  readonly recurring?: readonly RecurringJob[];
  /** Jobs at the same time. */
  readonly concurrency: number;
  readonly report: (report: JobReport) => void;
}

export interface JobRunner {
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
  /** Ends when the runner does; rejects when it lost the database for good. */
  readonly ended: Promise<void>;
}

/**
 * Starts taking jobs. A job that throws is tried again with growing pauses; jobs locked by a worker
 * that was killed are freed at once.
 */
export async function startJobRunner(options: JobRunnerOptions): Promise<JobRunner> {
  const pool = openPool(options.url, {
    poolSize: options.concurrency + 2,
    applicationName: 'otklik worker',
    statementTimeoutMs: 0,
  });
  const presence = await openPresence(options.url, (workers) =>
    options.report({ event: 'dead_workers_freed', workers }),
  );
  const started: Runner[] = [];
  await presence.enter(async () => {
    const events: WorkerEvents = new EventEmitter();
    const id = new Promise<string>((resolve) =>
      events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)),
    );
    reportFailures(events, options.report);
    const recurring = (options.recurring ?? []).map(({ name, at, makeUpSeconds }) => ({
      task: name,
      match: at,
      identifier: name,
      options: { backfillPeriod: (makeUpSeconds ?? 0) * 1000, jobKey: name },
    }));
    started.push(
      await run({
        pgPool: pool,
        taskList: asTaskList(options.tasks),
        parsedCronItems: parseCronItems(recurring),
        concurrency: options.concurrency,
        pollInterval: 1000,
        noHandleSignals: true,
        logger: quietJobLogger,
        events,
      }),
    );
    return id;
  });
  const [runner] = started;
  if (runner === undefined) throw new Error('The job runner did not start');
  const ended = runner.promise;
  ended.catch(() => {});
  return {
    ended,
    stop: async () => {
      await runner.stop().catch(() => {});
      await ended.catch(() => {});
      await presence.leave();
      await pool.end();
    },
  };
}

function reportFailures(events: WorkerEvents, report: (report: JobReport) => void): void {
  for (const [event, name] of [
    ['job:error', 'job_error'],
    ['job:failed', 'job_given_up'],
  ] as const) {
    events.on(event, ({ job, error }) => {
      const cause = error instanceof JobFailure ? error.cause : error;
      report({ event: name, job: job.task_identifier, id: job.id, attempt: job.attempts, error: cause });
    });
  }
}

/** The queue stores an error's message in the job; ours may name people, so only its kind is kept there. */
class JobFailure extends Error {
  constructor(cause: unknown) {
    const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : '';
    super(`${cause instanceof Error ? cause.name : typeof cause}${code}`, { cause });
    this.stack = this.message;
  }
}

function asTaskList(tasks: JobTasks): TaskList {
  const list: TaskList = {};
  for (const [name, perform] of Object.entries<Perform | undefined>(tasks)) {
    if (perform !== undefined) list[name] = asTask(perform);
  }
  return list;
}

type Perform = (payload: never, run: JobRun) => Promise<void>;

const asTask =
  (perform: Perform): Task =>
  async (payload, { job, abortSignal }) => {
    const run: JobRun = {
      id: job.id,
      attempt: job.attempts,
      isLastAttempt: job.attempts >= job.max_attempts,
      signal: abortSignal,
    };
    try {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- typed when the job was added, the queue only keeps it
      await perform(payload as never, run);
    } catch (error) {
      throw new JobFailure(error);
    }
  };
