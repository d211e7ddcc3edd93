import { afterAll, expect, test, vi } from 'vitest';
import { withdrawRule } from '#centre/acts/change-register.ts';
import { keepModel, putInForce } from '#flow/learn/queries/models.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { listen } from '#store/listen.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { addOwnTopic } from './flows/topics.ts';
import { makeSmallRegion } from './testing/small-region.ts';
import { createTestApp } from './testing/test-app.ts';

const { db, appUrl } = await testDatabase();
const here = createTestApp(db);
/** A second program over the same database; neither clock moves, so nothing is read anew because it is old. */
const there = createTestApp(db);
const ears = listen(appUrl, 'otklik_region', () => there.knowledge.forget());
afterAll(async () => {
  await ears.stop();
  here.sweep();
  there.sweep();
});
const region = await makeSmallRegion(db, here.seals);
const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => withScope(db, wholeRegion(region.id), work);
const hand = { by: region.people.administrator.id, at: here.now() };
const known = () => there.knowledge.of(region.id);

test('a second program learns at once of a topic, a rule and a model that the first one changed', async () => {
  const before = await known();
  const phrases = Array.from(
    { length: 12 },
    (_, i) => `Самокат номер ${i} брошен у подъезда поперёк прохода`,
  );
  const draft = {
    name: 'Прокатные самокаты',
    nameEn: 'Rental scooters',
    like: 'sidewalk_snow',
    belongs: 'Стоянка самокатов',
    doesNotBelong: 'Велосипеды',
    phrases,
  };
  const added = await run(async (tx) => addOwnTopic(tx, await here.knowledge.of(region.id), draft, hand));
  const code = added.ok ? added.value.code : '';
  await vi.waitFor(async () => expect((await known()).topics.has(code)).toBe(true));

  const ruleOf = async () => (await known()).route.register.rulesByKey.get('kind:road_owner');
  expect(await ruleOf()).toHaveLength(1);
  await run((tx) => withdrawRule(tx, region.id, 2, { ...hand, reason: 'договор кончился' }));
  await vi.waitFor(async () => expect(await ruleOf()).toBeUndefined());

  const model = {
    kind: 'topics',
    version: 'own-1',
    baseVersion: null,
    origin: 'trained',
    state: 'candidate',
  } as const;
  await run(async (tx) => {
    const kept = { ...model, at: here.now(), by: null, learntFrom: {}, measured: null };
    const id = await keepModel(tx, region.id, { ...kept, bytes: Buffer.from('not a model') });
    await putInForce(tx, region.id, 'topics', id, here.now());
  });
  await vi.waitFor(async () => expect((await known()).understand.unreadableModel).toBe('own-1'));
  expect(before.understand.unreadableModel).toBeNull();
});
