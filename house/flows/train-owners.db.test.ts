import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plantCases, type JudgedCase } from '#tools/testing/plant-cases.ts';
import { modelInUse } from '#flow/learn/queries/models.ts';
import { historyOpinion } from '#flow/route/rules/history-opinion.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { bodies, makeSmallRegion, type SmallRegion } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { askToLearn, retrain, type Learnt } from './retrain.ts';

const { db, owner } = await testDatabase();
const app = createTestApp(db);
const now = new Date('2026-03-10T09:00:00Z');
const DAY_MS = 86_400_000;
afterAll(() => app.sweep());

const run = <T>(region: SmallRegion, work: (tx: Writer) => Promise<T>): Promise<T> =>
  withScope(db, wholeRegion(region.id), work);

const spoken = ['у школы', 'за почтой', 'на въезде', 'возле рынка', 'около пруда', 'под горкой', 'у бани'];

/** Cases of the last three months; what is said of them comes in one of three ways. */
const casesOf = (ways: readonly [string, string, string], topic: string): JudgedCase[] =>
  Array.from({ length: 300 }, (_, index) => ({
    at: new Date(now.getTime() - ((299 - index) * 90 * DAY_MS) / 300 - 1),
    text: `${ways[index % 3] ?? ''} ${spoken[index % 7] ?? ''}, дом ${index}`,
    said: topic,
    confidence: 0.9,
    alone: true,
    truth: topic,
    person: 'assigned',
    stage: 'closed',
  }));

let region: SmallRegion;

/** What the planted cases were answered by: planting itself writes down no decision. */
const decided = (topic: string, authorityId: number) => sql`
  insert into responsibility (region_id, appeal_id, seq, at, cause, authority_id, explanation)
  select region_id, appeal_id, 1, received_at, 'first', ${authorityId}::int, '{"code": "by_person", "params": {}}'
  from appeal_state where region_id = ${region.id} and topic = ${topic}`;

async function learn(): Promise<Learnt | null> {
  const asked = await run(region, (tx) => askToLearn(tx, region.id, 'owners', app.now(), null));
  if (!asked.ok) throw new Error(asked.failure.code);
  return retrain(app, { regionId: region.id, trainingId: asked.value }, null);
}

beforeAll(async () => {
  app.setNow(now);
  region = await makeSmallRegion(db, app.seals, { slug: 'past', isDefault: false });
  const by = { staffId: region.people.coordinator.id, authorityId: bodies.roads };
  await plantCases(owner(), region.id, casesOf(['Яма', 'Провал асфальта', 'Выбоина'], 'road_potholes'), by);
  await plantCases(
    owner(),
    region.id,
    casesOf(['Погас фонарь', 'Не горит фонарь', 'Темно'], 'street_light_broken'),
    by,
  );
  app.knowledge.forget();
});

describe('who answers, learnt from the past', () => {
  test('is not known before there is a past', { timeout: 120_000 }, async () => {
    expect(await learn()).toMatchObject({ outcome: 'too_few' });
    expect((await app.knowledge.of(region.id)).route.owners).toBeNull();
  });

  test('is learnt from answered cases and put in force', { timeout: 120_000 }, async () => {
    await decided('road_potholes', bodies.roads).execute(owner());
    await decided('street_light_broken', bodies.government).execute(owner());
    const learnt = await learn();
    expect(learnt).toMatchObject({ outcome: 'promoted' });
    const { candidate, cases } = learnt?.details.comparison ?? { candidate: undefined, cases: 0 };
    expect((candidate?.right ?? 0) / cases).toBeGreaterThan(0.95);
    expect(await run(region, (tx) => modelInUse(tx, region.id, 'owners'))).toMatchObject({
      version: learnt?.version,
      state: 'in_use',
    });
  });

  test('is what routing then asks', async () => {
    const { route } = await app.knowledge.of(region.id);
    if (route.owners === null) throw new Error('nothing was learnt');
    const municipality = { id: 1, name: route.municipalityNames.get(1) ?? '' };
    const ask = (text: string) =>
      historyOpinion(readWords(text), { topic: null, municipality }, route.owners!, route.register);
    expect(ask('погас фонарь')?.authorityId).toBe(bodies.government);
    expect(ask('провал асфальта, яма')?.authorityId).toBe(bodies.roads);
  });

  test('bytes that cannot be read leave the region to its register', async () => {
    await sql`update model set state = 'retired' where region_id = ${region.id} and kind = 'owners'`.execute(
      owner(),
    );
    await sql`insert into model (region_id, id, kind, version, origin, state, made_at, used_since, bytes)
      values (${region.id}, gen_random_uuid(), 'owners', 'broken', 'trained', 'in_use', ${now}, ${now}, '\\x00')`.execute(
      owner(),
    );
    app.knowledge.forget();
    expect((await app.knowledge.of(region.id)).route.owners).toBeNull();
  });
});
