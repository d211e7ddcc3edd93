import { afterAll, describe, expect, test } from 'vitest';
import { signIn } from '#centre/acts/sign-in.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { bodies, makeSmallRegion, smallPassword } from './small-region.ts';
import { createTestApp } from './test-app.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);

describe('the small region', () => {
  test('is known to the server with its land, bodies and channels', async () => {
    const knowledge = await app.knowledge.of(region.id);
    expect([...knowledge.municipalities.values()]).toEqual(['Приозёрск', 'Лесной район']);
    expect(knowledge.bodies.get(bodies.roads)?.executors).toHaveLength(1);
    expect(ownAccount(knowledge, 'portal_form').id).toBe(region.accounts.portal);
    expect(ownAccount(knowledge, 'desk_form').id).toBe(region.accounts.desk);
    expect(knowledge.understand.municipalityAt({ lat: 61.1, lon: 50.3 })).toBe('2');
  });

  test('has a person of each role who can sign in', async () => {
    const { outcome } = await withScope(db, wholeRegion(region.id), (tx) =>
      signIn(tx, app.seals, {
        regionId: region.id,
        login: 'coordinator',
        password: smallPassword,
        from: '127.0.0.1',
        at: app.now(),
      }),
    );
    expect(outcome).toMatchObject({ ok: true, value: { staffId: region.people.coordinator.id } });
  });
});
