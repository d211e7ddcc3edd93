import { expect, test } from 'vitest';
import { signIn } from '#centre/acts/sign-in.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { createSeals } from '#store/seal.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { makeSmallRegion } from './testing/small-region.ts';

const { db } = await testDatabase();
const seals = createSeals('a secret of tests, 32 characters long');
const region = await makeSmallRegion(db, seals);

test('wrong passwords tried all at once are counted all, and the next one waits', async () => {
  const guess = () =>
    withScope(db, wholeRegion(region.id), (tx) =>
      signIn(tx, seals, {
        regionId: region.id,
        login: 'coordinator',
        password: 'not this one',
        from: '192.0.2.7',
        at: new Date('2026-03-10T09:00:00Z'),
      }),
    );
  await Promise.all(Array.from({ length: 5 }, guess));
  expect((await guess()).outcome).toMatchObject({ ok: false, failure: { code: 'too_many_attempts' } });
});
