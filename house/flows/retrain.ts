import { labelledCases } from '#flow/learn/queries/labelled.ts';
import {
  askTraining,
  beatTraining,
  endTraining,
  holdTraining,
  keepModel,
  modelBytes,
  modelInUse,
  putInForce,
  startTraining,
  type ModelKind,
  type TakenTraining,
  type TrainingDetails,
} from '#flow/learn/queries/models.ts';
import { endedCases } from '#flow/route/queries/owner-history.ts';
import { windowFrom, type TrainingOutcome } from '#flow/learn/rules/promotion.ts';
import type { RetrainOwnersRequest } from '#flow/learn/training/retrain-owners.ts';
import { runInThread } from '#flow/learn/training/in-thread.ts';
import type { RetrainRequest, RetrainResult } from '#flow/learn/training/retrain-topics.ts';
import { shippedModelBytes } from '#flow/understand/acts/region-model.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { audit } from '#store/audit.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { addJob } from '#store/jobs.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';

/** Of a longer history the newest cases: what people wrote about years ago teaches little of today. */
const MOST_CASES = 150_000;
const threads: Readonly<Record<ModelKind, URL>> = {
  topics: new URL('../../flow/learn/training/topics-thread.ts', import.meta.url),
  owners: new URL('../../flow/learn/training/owners-thread.ts', import.meta.url),
};

/** Asks for a run of learning and writes down who asked; one at a time of a kind in a region. */
export async function askToLearn(
  tx: Writer,
  regionId: number,
  kind: ModelKind,
  at: Date,
  by: string | null,
): Promise<Result<string, 'training_under_way'>> {
  const id = await askTraining(tx, regionId, kind, at, by);
  if (id === null) return fail({ code: 'training_under_way' });
  const entry = { at, actor: by, subjectKind: 'model_training', subjectId: id };
  await audit(tx, regionId, [{ ...entry, action: 'training_asked', details: { kind } }]);
  return ok(id);
}

/** The same, done by the worker. */
export async function queueLearning(
  tx: Writer,
  regionId: number,
  kind: ModelKind,
  at: Date,
  by: string | null,
): Promise<Result<string, 'training_under_way'>> {
  const asked = await askToLearn(tx, regionId, kind, at, by);
  if (asked.ok)
    await addJob(tx, 'retrain', { regionId, trainingId: asked.value }, { maxAttempts: 3, queue: 'retrain' });
  return asked;
}

/** What came of a run of learning. */
export interface Learnt {
  readonly outcome: TrainingOutcome;
  readonly details: TrainingDetails;
  /** Version of the model that was made, promoted or not. */
  readonly version: string | null;
}

/**
 * Learns from the region's own cases in a thread beside the program, compares with the model in force, promotes or keeps the
 * old one. A run that has ended already is left alone, one cut short by the end of the program is done anew. While it lasts it
 * shows that it lives; called dead meanwhile, it changes nothing.
 *
 * @returns `null` where there was nothing to do, or the run was taken away meanwhile
 */
export async function retrain(
  app: App,
  { regionId, trainingId }: { readonly regionId: number; readonly trainingId: string },
  signal: AbortSignal | null,
): Promise<Learnt | null> {
  const started = app.now();
  const run = await withScope(app.db, wholeRegion(regionId), (tx) =>
    startTraining(tx, regionId, trainingId, started),
  );
  if (run === null) return null;
  const knowledge = await app.knowledge.of(regionId);
  const taken = { id: trainingId, startedAt: started };
  const life = showLife(app, regionId, taken);
  try {
    const request = await (run.kind === 'owners' ? gatherEndings : gather)(app, knowledge, started);
    const result = await runInThread<RetrainResult>(threads[run.kind], request, signal);
    const learnt = await settle(app, knowledge, { taken, ...run }, result);
    app.knowledge.forget();
    return learnt;
  } catch (error) {
    // Told to stop: the next start of the program does it anew.
    if (signal?.aborted === true) throw error;
    app.log.error({ event: 'learning_failed', kind: error instanceof Error ? error.name : typeof error });
    const details: TrainingDetails = { fault: 'not_learnt' };
    const isOurs = await withScope(app.db, wholeRegion(regionId), async (tx) => {
      if (!(await holdTraining(tx, regionId, taken))) return false;
      await endTraining(tx, regionId, trainingId, {
        at: app.now(),
        outcome: 'failed',
        modelId: null,
        details,
      });
      return true;
    });
    return isOurs ? { outcome: 'failed', details, version: null } : null;
  } finally {
    clearInterval(life);
  }
}

const BEAT_MS = 30_000;

/** Says every half a minute that the run is under way. A sign that could not be given is given the next time. */
const showLife = (app: App, regionId: number, taken: TakenTraining): NodeJS.Timeout =>
  setInterval(() => {
    withScope(app.db, wholeRegion(regionId), (tx) => beatTraining(tx, regionId, taken, app.now())).catch(
      () => {},
    );
  }, BEAT_MS).unref();

async function gather(app: App, knowledge: RegionKnowledge, at: Date): Promise<RetrainRequest> {
  const regionId = knowledge.region.id;
  const { cases, inForce, learntUntil } = await withScope(app.db, wholeRegion(regionId), async (tx) => {
    const used = await modelInUse(tx, regionId, 'topics');
    const until = used?.learnt_from['until'];
    return {
      cases: await labelledCases(tx, regionId, at, MOST_CASES),
      // A model that cannot be read does not work: it is the shipped one that a new one must beat.
      inForce:
        used === undefined || knowledge.understand.unreadableModel !== null
          ? null
          : await modelBytes(tx, regionId, used.id),
      learntUntil: typeof until === 'string' ? new Date(until) : null,
    };
  });
  return {
    shipped: await shippedModelBytes(),
    inForce,
    cases: cases.map((one) => ({
      text: one.masked_text,
      topic: one.topic,
      basis: one.basis,
      at: one.received_at.getTime(),
    })),
    topics: Array.from(knowledge.topics.values(), ({ code, name, examples }) => ({
      topic: code,
      name: name.ru,
      phrases: examples,
    })),
    windowFrom: windowFrom(at, learntUntil).getTime(),
    trainedOn: knowledge.time.dayOf(at),
  };
}

/** What the region's past teaches of who answers. */
async function gatherEndings(app: App, knowledge: RegionKnowledge, at: Date): Promise<RetrainOwnersRequest> {
  const regionId = knowledge.region.id;
  const { rows, used, bytes } = await withScope(app.db, wholeRegion(regionId), async (tx) => {
    const inForce = await modelInUse(tx, regionId, 'owners');
    return {
      rows: await endedCases(tx, regionId, at, MOST_CASES),
      used: inForce,
      bytes: inForce === undefined ? null : await modelBytes(tx, regionId, inForce.id),
    };
  });
  const until = used?.learnt_from['until'];
  return {
    inForce: bytes === null ? null : new Uint8Array(bytes),
    owners: [...knowledge.bodies.values()].map(({ id, name }) => ({ key: String(id), name })),
    cases: rows.map((row) => ({
      text: row.maskedText,
      topic: row.topic,
      place: row.municipality,
      owner: String(row.authorityId),
      at: row.receivedAt.getTime(),
    })),
    windowFrom: windowFrom(at, typeof until === 'string' ? new Date(until) : null).getTime(),
    trainedOn: knowledge.time.dayOf(at),
  };
}

async function settle(
  app: App,
  { region: { id: regionId } }: RegionKnowledge,
  {
    taken,
    ...run
  }: { readonly taken: TakenTraining; readonly kind: ModelKind; readonly askedBy: string | null },
  { counts, decision, comparison, model }: RetrainResult,
): Promise<Learnt | null> {
  const at = app.now();
  const { outcome, against } = decision;
  const details: TrainingDetails = {
    counts,
    against,
    ...(comparison === null ? {} : { comparison }),
    took: at.getTime() - taken.startedAt.getTime(),
  };
  const isOurs = await withScope(app.db, wholeRegion(regionId), async (tx) => {
    if (!(await holdTraining(tx, regionId, taken))) return false;
    const modelId =
      model === null
        ? null
        : await keepModel(tx, regionId, {
            kind: run.kind,
            version: model.version,
            baseVersion: null,
            origin: 'trained',
            state: outcome === 'promoted' ? 'candidate' : 'lost',
            at,
            by: run.askedBy,
            learntFrom: { ...model.learntFrom, until: new Date(model.learntUntil).toISOString() },
            measured: comparison,
            bytes: model.bytes,
          });
    if (outcome === 'promoted' && modelId !== null) await putInForce(tx, regionId, run.kind, modelId, at);
    await endTraining(tx, regionId, taken.id, { at, outcome, modelId, details });
    await audit(tx, regionId, [
      {
        at,
        actor: run.askedBy,
        action: 'training_ended',
        subjectKind: 'model_training',
        subjectId: taken.id,
        details: { outcome, version: model?.version ?? null },
      },
    ]);
    return true;
  });
  return isOurs ? { outcome, details, version: model?.version ?? null } : null;
}
