import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { district, smallPassword, town } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { registerCentre } from './centre.ts';
import { startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database, (app, http) => registerCentre(app, http, null));
const { get, post, sendCase } = portal;
const { owner } = database;
afterAll(() => portal.stop());

/** A cookie of somebody who signed in. */
async function signIn(login: string): Promise<string> {
  const reply = await portal.postJson('/api/session', { login, password: smallPassword });
  expect(reply.statusCode).toBe(200);
  return String(reply.headers['set-cookie']).split(';')[0] ?? '';
}

const [today, period] = ['2026-03-10', 'from=2026-03-01&to=2026-03-31'];

beforeAll(async () => {
  await sendCase();
  const { appealId, address } = await sendCase('Не горит фонарь, село Сосновка, улица Лесная, 3');
  await sql`update appeal_state set municipality_id = ${district} where appeal_id = ${appealId}`.execute(
    owner(),
  );
  await sendCase('Когда в крае начнут ремонтировать дороги?');
  await post(`${address}/withdraw`, []);
});

describe('the map of staff', () => {
  test('is for those who are signed in, and may', async () => {
    expect((await get('/api/map')).statusCode).toBe(401);
    expect((await get('/api/map', { cookie: await signIn('data_officer') })).statusCode).toBe(403);
  });

  test('shows exact places and leads to the case', async () => {
    const { points } = (await get('/api/map', { cookie: await signIn('coordinator') })).json();
    expect(points.length).toBeGreaterThanOrEqual(2);
    expect(points).toContainEqual(expect.objectContaining({ lat: 61.03, lon: 50.13 }));
    expect(points[0].appealId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('shows a person of one municipality its problems only', async () => {
    await sql`update staff_grant set municipality_id = ${town} where role = 'inspector'`.execute(owner());
    const { points } = (await get('/api/map', { cookie: await signIn('inspector') })).json();
    expect(points).toHaveLength(1);
    expect(points[0]).toMatchObject({ lat: 61.03, lon: 50.13 });
  });

  test.each(['topic=no_such', 'from=2030-01-01', `municipality=${district + 5}`])(
    '%s finds nothing',
    async (query) => {
      const cookie = await signIn('coordinator');
      expect((await get(`/api/map?${query}`, { cookie })).json().points).toEqual([]);
    },
  );
});

describe('the figures', () => {
  test('are shown whole, day by day', async () => {
    const cookie = await signIn('leader');
    const found = (await get(`/api/figures?${period}`, { cookie })).json();
    expect(found).toMatchObject({
      received: 3,
      answered: 0,
      confirmed: 0,
      disputed: 0,
      noReply: 0,
      promises: { kept: 0, broken: 0, waiting: 0 },
    });
    expect(found.byDay).toHaveLength(31);
    expect(found.byDay.find((one: { day: string }) => one.day === today).received).toBe(3);
  });

  test('a period without sense is refused with a sentence', async () => {
    const reply = await get('/api/figures?from=yesterday&to=x', { cookie: await signIn('leader') });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().message).toMatch(/[а-я]/);
  });

  test('a period that ends before it begins is an empty one', async () => {
    const cookie = await signIn('leader');
    const reply = await get('/api/figures?from=2026-03-31&to=2026-03-01', { cookie });
    expect(reply.json()).toMatchObject({ received: 0, byDay: [] });
  });
});
