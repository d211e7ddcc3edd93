import { afterAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { middleOfBlock } from '#flow/learn/rules/public-map.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { pit, startPortal, type SentCase } from '../testing/start-portal.ts';
import { rounded } from './map-page.ts';

const database = await testDatabase();
const portal = await startPortal(database);
const { get, post, sendCase } = portal;
afterAll(() => portal.stop());

const { owner } = database;

/** A moderator looked and named the topic. */
async function judgeByHand({ appealId }: SentCase, topic: string): Promise<void> {
  const by = portal.region.people.moderator.id;
  await sql`update understanding set topic = ${topic}, topic_confidence = 1, acts_alone = true, by_staff = ${by}
    where appeal_id = ${appealId}`.execute(owner());
  await sql`update incident set topic = ${topic} where id in
    (select incident_id from incident_appeal where appeal_id = ${appealId})`.execute(owner());
}

describe('around the pages', () => {
  test.each(['/', '/find', '/map', '/privacy', '/manifest.webmanifest', '/map/points'])('%s', async (url) => {
    expect((await get(url)).statusCode).toBe(200);
    expect((await get(`/r/stepnoy${url}`)).statusCode).toBe(200);
  });

  test('links of a region found by path stay below its prefix', async () => {
    const page = await get('/r/stepnoy/');
    expect(page.body).toContain('action="/r/stepnoy/send"');
    expect(page.body).toContain('data-base-href="/r/stepnoy/api/public/map/base"');
  });

  test('the language is chosen once', async () => {
    const chosen = await get('/r/stepnoy/map?state=open&language=en');
    expect(chosen.statusCode).toBe(303);
    expect(chosen.headers.location).toBe('/r/stepnoy/map?state=open');
    expect(String(chosen.headers['set-cookie'])).toContain('otklik_language=en');
    const page = await get('/', { cookie: 'otklik_language=en' });
    expect(page.body).toContain('<html lang="en">');
  });

  test('a page that is not there is a page', async () => {
    const page = await get('/no/such/page');
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('Такой страницы нет');
    expect((await get('/r/nowhere/')).statusCode).toBe(404);
    expect((await get('/answer/1')).statusCode).toBe(404);
    expect((await get('/answer/00000000-0000-7000-8000-000000000000')).statusCode).toBe(404);
  });
});

describe('the public map', () => {
  test('shows a pit where it is, a roof in the middle of its block, and neither their words nor their houses', async () => {
    await judgeByHand(await sendCase(pit), 'road_potholes');
    const roof = await sendCase('Течёт крыша над подъездом, улица Садовая, дом 7, Приозёрск');
    await judgeByHand(roof, 'roof_leak');
    portal.pass(2);
    const page = await get('/map?period=all');
    expect(page.body).toContain('Садовая');
    expect(page.body).not.toMatch(/Садовая, [57]/);
    expect(page.body).not.toContain('колесо');
    const { rows, topics } = (await get('/map/points?period=all')).json();
    expect(rows.length).toBeGreaterThan(0);
    expect(topics.length).toBeGreaterThan(0);
    const [lat, lon] = [61.0302, 50.1304];
    expect(rows.filter((row: number[]) => row[0] === lat && row[1] === lon)).toEqual([]);
    const block = middleOfBlock({ lat, lon });
    expect(rows).toContainEqual(expect.arrayContaining([rounded(block.lat), rounded(block.lon)]));
  });

  test('what the machine is not sure of waits for a person: a wrong topic could show a wrong place', async () => {
    const before = (await get('/map/points?period=all')).json().rows.length;
    const one = await sendCase('Не горит фонарь на улице Рыбацкой у дома 12 в Приозёрске, темно');
    const unsure = sql`update understanding set acts_alone = false where appeal_id = ${one.appealId}`;
    await unsure.execute(owner());
    portal.pass(2);
    expect((await get('/map/points?period=all')).json().rows.length).toBe(before);
    await judgeByHand(one, 'street_light_broken');
    portal.pass(2);
    expect((await get('/map/points?period=all')).json().rows.length).toBe(before + 1);
  });

  test.each(['topic=no_such', 'topic=violence', 'topic=ambulance'])(
    '%s finds nothing, kindly',
    async (query) => {
      const page = await get(`/map?${query}&period=all&page=abc&state=x`);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('По этим условиям ничего нет');
    },
  );

  test('a declined or withdrawn case is not there', async () => {
    const before = (await get('/map/points?period=all')).json().rows.length;
    const { address } = await sendCase('Не горит фонарь на улице Рыбацкой у дома 12 в Приозёрске');
    await post(`${address}/withdraw`, []);
    portal.pass(2);
    expect((await get('/map/points?period=all')).json().rows.length).toBe(before);
  });

  test('the same through the contract', async () => {
    const reply = await get('/api/public/map?sector=roads');
    expect(reply.statusCode).toBe(200);
    expect(reply.json().points[0]).toMatchObject({ topic: expect.stringContaining('road') });
    expect((await get('/api/public/map?from=yesterday')).statusCode).toBe(400);
  });

  test('the ground is tagged and packed', async () => {
    const first = await get('/api/public/map/base', { 'accept-encoding': 'gzip' });
    expect(first.headers['content-encoding']).toBe('gzip');
    const etag = String(first.headers.etag);
    const plain = await get('/api/public/map/base');
    expect(plain.json().layers.municipalities.features).toHaveLength(2);
    expect((await get('/api/public/map/base', { 'if-none-match': etag })).statusCode).toBe(304);
  });
});
