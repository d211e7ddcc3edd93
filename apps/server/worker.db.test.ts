import { afterAll, expect, test } from 'vitest';
import { keepPayloads } from '#flow/intake/acts/keep-payload.ts';
import { payloadsNotUnderstood } from '#flow/intake/queries/payloads.ts';
import { makeSmallRegion } from '#house/testing/small-region.ts';
import { createTestApp } from '#house/testing/test-app.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { jobTasks } from './worker.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => withScope(db, wholeRegion(region.id), work);

test('an input that breaks its reader is shown to an administrator when the attempts are over', async () => {
  const knowledge = await app.knowledge.of(region.id);
  const portal = knowledge.accounts.get(region.accounts.portal);
  if (portal === undefined) throw new Error('no portal');
  const parse = (): never => {
    throw new TypeError('a shape nobody has seen');
  };
  const broken = { ...portal, connector: { ...portal.connector, parse } };
  const accounts = new Map([...knowledge.accounts, [portal.id, broken]]);
  const tasks = jobTasks({
    ...app,
    knowledge: { ...app.knowledge, of: async () => ({ ...knowledge, accounts }) },
  });
  const [payloadId = ''] = await run((tx) =>
    keepPayloads(
      tx,
      [
        {
          regionId: region.id,
          accountId: portal.id,
          bytes: Buffer.from('{}'),
          at: app.now(),
          outcome: 'waiting',
          detail: null,
        },
      ],
      app.seals,
    ),
  );
  const attempt = (isLastAttempt: boolean) =>
    tasks.read_payload?.(
      { regionId: region.id, payloadId },
      { id: '1', attempt: 1, isLastAttempt, signal: new AbortController().signal },
    );
  await expect(attempt(false)).rejects.toThrow(TypeError);
  expect(await run((tx) => payloadsNotUnderstood(tx, region.id, 10))).toEqual([]);
  await expect(attempt(true)).rejects.toThrow(TypeError);
  expect(await run((tx) => payloadsNotUnderstood(tx, region.id, 10))).toMatchObject([{ id: payloadId }]);
});

test('the clocks of a region are watched, whatever breaks in another', async () => {
  const other = await makeSmallRegion(db, app.seals, { slug: 'sosed', isDefault: false });
  const watched: number[] = [];
  const of = async (regionId: number) => {
    watched.push(regionId);
    if (regionId === region.id) throw new TypeError('its knowledge cannot be read');
    return app.knowledge.of(regionId);
  };
  const tasks = jobTasks({ ...app, knowledge: { ...app.knowledge, of } });
  const watching = tasks.watch_clocks?.(
    {},
    { id: '2', attempt: 1, isLastAttempt: false, signal: new AbortController().signal },
  );
  await expect(watching).rejects.toThrow(TypeError);
  expect(new Set(watched)).toEqual(new Set([region.id, other.id]));
});
