import { allRegions } from '#centre/queries/regions.ts';
import { settlePayload } from '#flow/intake/queries/payloads.ts';
import type { Jobs } from '#kernel/events.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import {
  startJobRunner,
  type JobReport,
  type JobRun,
  type JobRunner,
  type JobTasks,
} from '#store/job-runner.ts';
import type { App } from '#house/app.ts';
import { carryOn } from '#house/flows/carry-on.ts';
import { channelIo } from '#house/flows/channel-io.ts';
import { confirmReceipt } from '#house/flows/confirm-receipt.ts';
import { deliver } from '#house/flows/deliver.ts';
import { fetchFiles } from '#house/flows/fetch-files.ts';
import { noteBounce } from '#house/flows/note-bounce.ts';
import { readAgain } from '#house/flows/read-again.ts';
import { readStoredPayload } from '#house/flows/read-payload.ts';
import { readAddition } from '#house/flows/residents.ts';
import { retain } from '#house/flows/retain.ts';
import { retrain } from '#house/flows/retrain.ts';
import { watchClocks } from '#house/flows/watch-clocks.ts';
import type { Account } from '#house/knowledge.ts';
import { storePayload } from './routes/channels.ts';

/** What each job does. Handlers are idempotent: a job may be done twice. */
export const jobTasks = (app: App): JobTasks => ({
  read_payload: (payload, run) => readPayloadJob(app, payload, run),
  carry_on: (payload) => carryOnJob(app, payload),
  read_addition: (payload) => readAdditionJob(app, payload),
  read_again: (payload) => readAgain(app, payload),
  fetch_files: (payload, run) => fetchFiles(app, payload, run),
  deliver: (payload, run) => deliver(app, payload, run.signal),
  note_bounce: (payload) => noteBounce(app, payload),
  watch_clocks: () => forEachRegion(app, (regionId) => watchClocks(app, regionId)),
  retrain: async (payload, run) => void (await retrain(app, payload, run.signal)),
  retain: () => forEachRegion(app, async (regionId) => void (await retain(app, regionId))),
});

/** What no attempt could read is left to an administrator, as what the channel's connector does not understand is. */
async function readPayloadJob(app: App, payload: Jobs['read_payload'], run: JobRun): Promise<void> {
  const { regionId, payloadId } = payload;
  try {
    await readStoredPayload(app, regionId, payloadId, run.signal);
  } catch (error) {
    if (run.isLastAttempt)
      await withScope(app.db, wholeRegion(regionId), (tx) =>
        settlePayload(tx, regionId, payloadId, 'unknown', 'reading_failed'),
      );
    throw error;
  }
}

async function carryOnJob(app: App, payload: Jobs['carry_on']): Promise<void> {
  const knowledge = await app.knowledge.of(payload.regionId);
  const at = app.now();
  const carried = await withScope(app.db, wholeRegion(payload.regionId), async (tx) => {
    const opened = await carryOn(tx, knowledge, app.seals, payload.appealIds, at);
    if (opened.ok) await confirmReceipt(app, tx, knowledge, opened.value, at);
    return opened;
  });
  if (!carried.ok) throw new Error(`cases cannot be carried on: ${carried.failure.code}`);
  for (const one of carried.value)
    app.metrics.intakeLag.observe(
      { channel: one.channel },
      Math.max(0, (app.now().getTime() - one.receivedAt.getTime()) / 1000),
    );
}

async function readAdditionJob(app: App, payload: Jobs['read_addition']): Promise<void> {
  const knowledge = await app.knowledge.of(payload.regionId);
  const read = await withScope(app.db, wholeRegion(payload.regionId), (tx) =>
    readAddition(tx, knowledge, app.seals, { ...payload, at: app.now() }),
  );
  // The case itself may still be on its way to being opened, or its calendar not loaded: the job is tried again.
  if (!read.ok) throw new Error(`an addition cannot be read: ${read.failure.code}`);
}

/** A fault of one region is told after the work of the others. */
async function forEachRegion(app: App, work: (regionId: number) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const region of await allRegions(app.db))
    try {
      await work(region.id);
    } catch (error) {
      faults.push(error);
    }
  if (faults.length > 0) throw faults[0];
}

/** Does jobs and listens to the channels that must be listened to, until stopped. */
export async function startWorker(app: App, url: string): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const runner: JobRunner = await startJobRunner({
    url,
    tasks: measured(app, jobTasks(app)),
    recurring: [
      { name: 'watch_clocks', at: '* * * * *' },
      { name: 'retain', at: '17 * * * *' },
    ],
    concurrency: app.config.workers,
    report: (report) => logReport(app, report),
  });
  const listening = await listenToChannels(app, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(listening);
      await runner.stop();
    },
  };
}

function measured(app: App, tasks: JobTasks): JobTasks {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: never, run: never) => {
        const end = app.metrics.jobs.startTimer({ job: name });
        try {
          await (task as (payload: never, run: never) => Promise<void>)(payload, run);
          end({ outcome: 'done' });
        } catch (error) {
          end({ outcome: 'failed' });
          throw error;
        }
      },
    ]),
  );
}

function logReport(app: App, report: JobReport): void {
  if (report.event === 'dead_workers_freed')
    return app.log.warn({ event: report.event, workers: report.workers });
  const { error } = report;
  app.log.error({
    event: report.event,
    job: report.job,
    id: report.id,
    attempt: report.attempt,
    kind: error instanceof Error ? error.name : typeof error,
    stack: error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : '',
  });
}

/** Mailboxes and the like: each listens by itself and hands over what is then stored before it is called read. */
async function listenToChannels(app: App, signal: AbortSignal): Promise<Promise<void>[]> {
  const listening: Promise<void>[] = [];
  for (const region of await app.knowledge.regions()) {
    for (const account of (await app.knowledge.of(region.id)).accounts.values()) {
      if (account.connector.listen === undefined || !account.isEnabled) continue;
      listening.push(listen(app, account, signal));
    }
  }
  return listening;
}

async function listen(app: App, account: Account, signal: AbortSignal): Promise<void> {
  try {
    await account.connector.listen?.(channelIo(app, account, signal), (bytes) =>
      storePayload(app, account, bytes),
    );
  } catch (error) {
    app.log.error({
      event: 'listening_ended',
      account: account.id,
      kind: error instanceof Error ? error.name : typeof error,
    });
  }
}
