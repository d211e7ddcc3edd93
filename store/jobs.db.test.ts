import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { fail } from '#kernel/result.ts';
import { withScope, type Scope } from './connection.ts';
import { startJobRunner, type JobReport, type JobRun, type JobRunner, type JobTasks } from './job-runner.ts';
import { addJob, addJobs } from './jobs.ts';
import './testing/rehearsal.ts';
import { testDatabase } from './testing/test-database.ts';

const { db, appUrl } = await testDatabase();
const scope: Scope = { regionId: 1, sees: 'all', municipalities: [], authorities: [], actor: null };

const opened: JobRunner[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((runner) => runner.stop()));
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await sql`delete from graphile_worker._private_jobs`.execute(db);
});

async function work(rehearsal: NonNullable<JobTasks['rehearsal']>) {
  const reports: JobReport[] = [];
  const runner = await startJobRunner({
    url: appUrl,
    concurrency: 2,
    tasks: { rehearsal },
    report: (report) => reports.push(report),
  });
  opened.push(runner);
  return reports;
}

async function waiting(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker._private_jobs`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

describe('a job', () => {
  test('added by the application reaches its task', async () => {
    const words: string[] = [];
    await work(async ({ word }) => void words.push(word));
    await withScope(db, scope, (tx) => addJob(tx, 'rehearsal', { word: 'яма' }));
    await vi.waitFor(() => expect(words).toEqual(['яма']), 10_000);
  });

  test('is not added when its transaction fails', async () => {
    await withScope(db, scope, async (tx) => {
      await addJob(tx, 'rehearsal', { word: 'яма' });
      return fail({ code: 'not_found' });
    });
    expect(await waiting()).toBe(0);
  });

  test('replaces a waiting one of the same key', async () => {
    const later = new Date(Date.now() + 3_600_000);
    await withScope(db, scope, async (tx) => {
      await addJob(tx, 'rehearsal', { word: 'раз' }, { key: 'one', runAt: later });
      await addJob(tx, 'rehearsal', { word: 'два' }, { key: 'one', runAt: later });
    });
    expect(await waiting()).toBe(1);
  });

  test('is added by the thousand in one statement', async () => {
    const batch = Array.from({ length: 1000 }, (_, index) => ({
      payload: { word: String(index) },
      runAt: new Date(8e12),
    }));
    await withScope(db, scope, (tx) => addJobs(tx, 'rehearsal', batch));
    expect(await waiting()).toBe(1000);
  });

  test('that throws is reported whole, but the queue keeps no word of its message', async () => {
    const reports = await work(async () => {
      throw new TypeError('Иванов Иван, +7 900 000-00-00');
    });
    await withScope(db, scope, (tx) => addJob(tx, 'rehearsal', { word: 'x' }, { maxAttempts: 1 }));
    await vi.waitFor(
      () => expect(reports.map(({ event }) => event)).toEqual(['job_error', 'job_given_up']),
      10_000,
    );
    expect(reports[0]).toMatchObject({ job: 'rehearsal', attempt: 1, error: expect.any(TypeError) });
    const { rows } = await sql<{
      last_error: string;
    }>`select last_error from graphile_worker._private_jobs`.execute(db);
    expect(rows.map((row) => row.last_error)).toEqual(['TypeError']);
  });
});

describe('a worker killed with -9', () => {
  test('gives its job back to the next one at once', async () => {
    const child = await startChild();
    await withScope(db, scope, (tx) => addJob(tx, 'rehearsal', { word: 'провал' }));
    await saysTaken(child);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const runs: JobRun[] = [];
    const reports = await work(async (_payload, run) => void runs.push(run));
    await vi.waitFor(() => expect(runs.map((run) => run.attempt)).toEqual([2]), 10_000);
    expect(reports).toContainEqual({ event: 'dead_workers_freed', workers: 1 });
  });

  test('is told from one that is merely busy: its job is not taken away', async () => {
    const child = await startChild();
    await withScope(db, scope, (tx) => addJob(tx, 'rehearsal', { word: 'провал' }));
    await saysTaken(child);
    const runs: JobRun[] = [];
    const reports = await work(async (_payload, run) => void runs.push(run));
    await withScope(db, scope, (tx) => addJob(tx, 'rehearsal', { word: 'другая' }));
    await vi.waitFor(() => expect(runs).toHaveLength(1), 10_000);
    expect(reports).toEqual([]);
    expect(runs[0]?.attempt).toBe(1);
  });
});

async function startChild(): Promise<ChildProcess> {
  const root = path.resolve(import.meta.dirname, '..');
  const child = spawn(
    path.join(root, 'node_modules/.bin/node'),
    [path.join(root, 'store/testing/rehearsal.ts'), appUrl],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  children.push(child);
  return child;
}

async function saysTaken(child: ChildProcess): Promise<void> {
  if (child.stdout !== null) await once(child.stdout, 'data');
}
