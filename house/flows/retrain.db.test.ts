import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  beatTraining,
  holdTraining,
  modelInUse,
  modelsOf,
  putInForce,
  startTraining,
  trainingsOf,
} from '#flow/learn/queries/models.ts';
import { plantCases, type JudgedCase } from '#tools/testing/plant-cases.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { bodies, makeSmallRegion, type SmallRegion } from '../testing/small-region.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { askToLearn, queueLearning, retrain, type Learnt } from './retrain.ts';
import { chooseModel } from './use-model.ts';

// Learning takes seconds of a free processor, more of a busy one.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const { db, owner } = await testDatabase();
const app: TestApp = createTestApp(db);
const now = new Date('2026-03-10T09:00:00Z');
const DAY_MS = 86_400_000;
afterAll(() => app.sweep());

const run = <T>(region: SmallRegion, work: (tx: Writer) => Promise<T>): Promise<T> =>
  withScope(db, wholeRegion(region.id), work);

/** Residents of the region call pits of the road «мышиные норы»; no model that ships has heard of it. */
const places = ['у школы', 'за почтой', 'на въезде', 'возле рынка', 'около пруда', 'под горкой', 'у бани'];
const words = {
  road_potholes: ['Мышиные норы', 'Опять мышиные норы', 'Сплошные мышиные норы'],
  street_light_broken: ['Совиный час', 'Опять совиный час', 'Второй день совиный час'],
} as const;

function casesOf(
  count: number,
  from: Date,
  to: Date,
  truth: (topic: keyof typeof words) => string,
): JudgedCase[] {
  const span = to.getTime() - from.getTime();
  return Array.from({ length: count }, (_, index) => {
    const topic = index % 2 === 0 ? 'road_potholes' : 'street_light_broken';
    const text = `${words[topic][index % 3] ?? ''} ${places[index % 7] ?? ''}, дом ${index}`;
    return {
      at: new Date(from.getTime() + (span * index) / count),
      text,
      said: 'roads_other',
      confidence: 0.4,
      alone: false,
      truth: truth(topic),
      person: 'corrected',
      stage: 'closed',
    };
  });
}

const monthAgo = new Date(now.getTime() - 30 * DAY_MS);
const longAgo = new Date(now.getTime() - 90 * DAY_MS);

async function regionWith(slug: string, cases: readonly JudgedCase[]): Promise<SmallRegion> {
  const region = await makeSmallRegion(db, app.seals, { slug, isDefault: false });
  const staffId = region.people.coordinator.id;
  await plantCases(owner(), region.id, cases, { staffId, authorityId: bodies.roads });
  app.knowledge.forget();
  return region;
}

async function learn(region: SmallRegion): Promise<Learnt | null> {
  const asked = await run(region, (tx) => askToLearn(tx, region.id, 'topics', app.now(), null));
  if (!asked.ok) throw new Error(asked.failure.code);
  return retrain(app, { regionId: region.id, trainingId: asked.value }, null);
}

const versionInForce = async (region: SmallRegion): Promise<string> =>
  (await app.knowledge.of(region.id)).understand.model.head.version;
const shippedVersion = async (): Promise<string> => versionInForce(young);

let young: SmallRegion;
let taught: SmallRegion;
let muddled: SmallRegion;
let late: SmallRegion;

beforeAll(async () => {
  app.setNow(now);
  young = await regionWith(
    'young',
    casesOf(60, longAgo, now, (topic) => topic),
  );
  taught = await regionWith('taught', [
    ...casesOf(400, longAgo, monthAgo, (topic) => topic),
    ...casesOf(160, monthAgo, now, (topic) => topic),
  ]);
  late = await regionWith('late', [
    ...casesOf(400, longAgo, monthAgo, (topic) => topic),
    ...casesOf(160, monthAgo, now, (topic) => topic),
  ]);
  // People changed their mind: what was right until a month ago is wrong now, so whoever learnt the past loses.
  muddled = await regionWith('muddled', [
    ...casesOf(400, longAgo, monthAgo, (topic) => (topic === 'road_potholes' ? 'bridges' : 'lawns_trees')),
    ...casesOf(160, monthAgo, now, () => 'roads_other').map((one) => ({
      ...one,
      text: 'Дороги в районе плохие',
    })),
  ]);
});

describe('learning', () => {
  test('does not begin with too little to learn from', async () => {
    expect(await learn(young)).toMatchObject({ outcome: 'too_few', version: null });
    const [last] = await run(young, (tx) => trainingsOf(tx, young.id, 'topics', 1));
    expect(last).toMatchObject({ outcome: 'too_few', model_id: null });
    expect(last?.details.against).toContain('enough_learnt');
  });

  test('promotes a model that wins on the newest month, and the region works with it', async () => {
    const before = await versionInForce(taught);
    const learnt = await learn(taught);
    expect(learnt).toMatchObject({ outcome: 'promoted' });
    expect(learnt?.details.comparison?.candidate.right).toBeGreaterThan(140);
    expect(learnt?.details.comparison?.cases).toBe(160);
    expect(await versionInForce(taught)).toBe(learnt?.version);
    expect(await versionInForce(taught)).not.toBe(before);
    expect(await run(taught, (tx) => modelInUse(tx, taught.id, 'topics'))).toMatchObject({
      version: learnt?.version,
      learnt_from: { corrected: 560, confirmed: 0, survived: 0 },
    });
  });

  test('keeps the old model where the new one is no better', async () => {
    const learnt = await learn(muddled);
    expect(learnt).toMatchObject({ outcome: 'kept_old' });
    expect(learnt?.details.against).toContain('more_right');
    expect(await versionInForce(muddled)).toBe(await shippedVersion());
    const [kept] = await run(muddled, (tx) => modelsOf(tx, muddled.id, 'topics'));
    expect(kept).toMatchObject({ state: 'lost', version: learnt?.version, has_bytes: true });
  });

  test('right after a promotion finds nothing the model has not been taught', async () => {
    expect(await learn(taught)).toMatchObject({ outcome: 'too_few' });
  });

  test('is done once however many ask for it', async () => {
    const ask = () => run(young, (tx) => queueLearning(tx, young.id, 'topics', app.now(), null));
    const asked = await Promise.all([ask(), ask()]);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    const [first] = asked.flatMap((one) => (one.ok ? [one.value] : []));
    const { rows } = await sql<{ n: number }>`select count(*) as n from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'retrain'`.execute(
      owner(),
    );
    expect(rows[0]?.n).toBe(1);
    const request = { regionId: young.id, trainingId: first ?? '' };
    expect(await retrain(app, request, null)).toMatchObject({ outcome: 'too_few' });
    expect(await retrain(app, request, null)).toBeNull();
  });

  test('is under way however long it lasts, while its program shows that it lives', async () => {
    const minutes = (n: number): Date => new Date(now.getTime() + n * 60_000);
    const ask = (at: Date) => run(late, (tx) => askToLearn(tx, late.id, 'topics', at, null));
    const asked = await ask(now);
    const id = asked.ok ? asked.value : '';
    const taken = { id, startedAt: now };
    await run(late, (tx) => startTraining(tx, late.id, id, now));
    await run(late, (tx) => beatTraining(tx, late.id, taken, minutes(58)));
    expect(await ask(minutes(60))).toMatchObject({ failure: { code: 'training_under_way' } });
    expect((await ask(minutes(64))).ok).toBe(true);
    expect(await run(late, (tx) => holdTraining(tx, late.id, taken))).toBe(false);
    await run(late, (tx) => sql`delete from model_training where region_id = ${late.id}`.execute(tx));
  });

  test('called dead meanwhile puts nothing in force and leaves the next run alone', async () => {
    const ask = (at: Date) => run(late, (tx) => askToLearn(tx, late.id, 'topics', at, null));
    const first = await ask(now);
    const learning = retrain(app, { regionId: late.id, trainingId: first.ok ? first.value : '' }, null);
    const next = await vi.waitUntil(
      async () => {
        const asked = await ask(new Date(now.getTime() + 29 * 60_000));
        return asked.ok ? asked.value : null;
      },
      { timeout: 60_000, interval: 20 },
    );
    expect(await learning).toBeNull();
    expect(await run(late, (tx) => modelsOf(tx, late.id, 'topics'))).toEqual([]);
    expect(await versionInForce(late)).toBe(await shippedVersion());
    expect(await run(late, (tx) => trainingsOf(tx, late.id, 'topics', 2))).toMatchObject([
      { id: next, outcome: null },
      { outcome: 'failed', details: { fault: 'stopped' } },
    ]);
  });

  test('that was cut short with its program does not stand in the way of the next', async () => {
    const ask = (at: Date) => run(young, (tx) => askToLearn(tx, young.id, 'topics', at, null));
    expect((await ask(now)).ok).toBe(true);
    expect((await ask(new Date(now.getTime() + 60_000))).ok).toBe(false);
    expect((await ask(new Date(now.getTime() + 31 * 60_000))).ok).toBe(true);
  });
});

describe('a model in force', () => {
  const choose = (modelId: string | null) =>
    run(taught, async (tx) =>
      chooseModel(tx, await app.knowledge.of(taught.id), modelId, app.now(), taught.people.administrator.id),
    );

  test('is taken back and put in force again by a person, and the log says so', async () => {
    const used = await run(taught, (tx) => modelInUse(tx, taught.id, 'topics'));
    expect((await choose(null)).ok).toBe(true);
    app.knowledge.forget();
    expect(await versionInForce(taught)).toBe(await shippedVersion());
    expect((await choose(used?.id ?? '')).ok).toBe(true);
    app.knowledge.forget();
    expect(await versionInForce(taught)).toBe(used?.version);
    const logged = await owner()
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'subject_id'])
      .where('action', '=', 'model_put_in_force')
      .orderBy('at')
      .execute();
    expect(logged.map(({ actor }) => actor)).toEqual(Array(2).fill(taught.people.administrator.id));
  });

  test('that nobody made is not found', async () => {
    expect(await choose('01900000-0000-7000-8000-000000000000')).toMatchObject({
      failure: { code: 'not_found' },
    });
  });

  test('that cannot be read leaves the region at work with the shipped one, and says so', async () => {
    const row = {
      kind: 'topics',
      origin: 'imported',
      state: 'in_use',
      made_at: now,
      used_since: now,
    } as const;
    await run(taught, (tx) => putInForce(tx, taught.id, 'topics', null, now));
    await owner()
      .insertInto('model')
      .values({
        ...row,
        region_id: taught.id,
        id: '01900000-0000-7000-8000-00000000000b',
        version: 'broken',
        bytes: Buffer.from('not a model at all'),
      })
      .execute();
    app.knowledge.forget();
    const { understand } = await app.knowledge.of(taught.id);
    expect(understand.model.head.version).toBe(await shippedVersion());
    expect(understand.unreadableModel).toBe('broken');
  });
});
