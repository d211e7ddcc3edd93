import { Agent, request as ask } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptPhoto } from '#flow/intake/acts/accept-photo.ts';
import { addFiles } from '#flow/intake/queries/files.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { multipart } from '../testing/multipart.ts';
import { form, photoOf, startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database);
const { app, region, staff, get, post } = portal;
const { owner } = database;
afterAll(() => portal.stop());

let [address, appealId] = ['', ''];

beforeEach(async () => {
  ({ address, appealId } = await portal.sendCase());
});

const api = () => address.replace('/case/', '/api/tracking/');

describe('a question of the executor', () => {
  beforeEach(async () => {
    await staff.take(appealId);
    portal.pass(60);
    await staff.ask(appealId, 'С какой стороны дома?');
  });

  test('waits on the page with the clock stopped, and the reply starts it again', async () => {
    const asked = await get(address);
    expect(asked.body).toContain('Вам задали вопрос');
    expect(asked.body).toContain('С какой стороны дома?');
    expect(asked.body).toContain('Срок остановлен');
    portal.pass(60);
    const reply = await post(`${address}/reply`, form({ reply: 'Со стороны школы' }));
    expect(reply.headers.location).toBe(`${address}?done=replied`);
    const page = await get(`${address}?done=replied`);
    expect(page.body).toContain('Ответ передали');
    expect(page.body).toContain('Со стороны школы');
    expect(page.body).not.toContain('Вам задали вопрос</h2>');
    expect((await get(api())).json()).toMatchObject({ stage: 'in_work', question: null });
  });

  test('an empty reply is refused where it was typed', async () => {
    const reply = await post(`${address}/reply`, form({ reply: ' ' }));
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('id="reply-reply-problem"');
  });
});

describe('an answer that says it is fixed', () => {
  let hash = '';
  beforeEach(async () => {
    await staff.take(appealId);
    const photo = await acceptPhoto(await photoOf('#aa3'), { maxBytes: 1e6, maxPixels: 1e6 }, app.files);
    if (!photo.ok) throw new Error(photo.failure.code);
    hash = photo.value.hash;
    await portal.run((tx) => addFiles(tx, region.id, [photo.value], app.now()));
    portal.pass(180);
    await staff.answer(appealId, 'Дорожная служба заделала яму 10 марта.', 'fixed', [hash]);
    portal.pass(60);
  });

  test('is there with its photo and asks whether it is true', async () => {
    const page = await get(address);
    expect(page.body).toContain('Дорожная служба заделала яму 10 марта.');
    expect(page.body).toContain('Исправлено на самом деле?');
    expect((await get(`${address}/photo/${hash}`)).statusCode).toBe(200);
    expect((await get(`${address}/photo/${'0'.repeat(64)}`)).statusCode).toBe(404);
    expect((await get(api())).json()).toMatchObject({
      canConfirm: true,
      problem: { state: 'fixed_reported' },
    });
  });

  test('confirmed by its author, rated, and never asked again', async () => {
    expect((await post(`${address}/confirm`, [])).headers.location).toContain('done=confirmed');
    expect((await post(`${address}/confirm`, [])).headers.location).toContain('done=confirmed');
    expect((await post(`${address}/rate`, form({ answer: '5', fix: '4' }))).headers.location).toContain(
      'done=rated',
    );
    const page = await get(address);
    expect(page.body).toContain('Исправлено, жители подтвердили');
    expect(page.body).toContain('ответ — 5 из 5, решение — 4 из 5');
    expect(page.body).not.toContain('Исправлено на самом деле?');
    const verdicts = await sql`select 1 from confirmation where appeal_id = ${appealId}`.execute(owner());
    expect(verdicts.rows).toHaveLength(1);
  });

  test('disputed with words and a photo, it goes back to work; sent twice it is disputed once', async () => {
    const parts = [
      ...form({ reason: 'Засыпали щебнем, через день снова яма', key: 'dispute-key' }),
      { name: 'photos', value: await photoOf('#333'), filename: 'again.jpg' },
    ];
    const replies = await Promise.all([post(`${address}/dispute`, parts), post(`${address}/dispute`, parts)]);
    expect(replies.map((reply) => reply.headers.location)).toEqual([
      `${address}?done=disputed`,
      `${address}?done=disputed`,
    ]);
    const page = await get(address);
    expect(page.body).toContain('Вы написали, что не исправлено');
    expect(page.body).toContain('Засыпали щебнем');
    expect((await get(api())).json()).toMatchObject({ stage: 'in_work', problem: { state: 'disputed' } });
    const verdicts = await sql`select 1 from confirmation where appeal_id = ${appealId}`.execute(owner());
    expect(verdicts.rows).toHaveLength(1);
  });

  test('disputed without a word why, it is asked for', async () => {
    const reply = await post(`${address}/dispute`, form({ reason: '' }));
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Не написано, что не так');
  });

  test('closed and come back: one form takes it up again', async () => {
    await post(`${address}/confirm`, []);
    portal.pass(2880);
    const page = await get(address);
    expect(page.body).toContain('Проблема осталась или вернулась?');
    const reply = await post(`${address}/dispute`, form({ reason: 'Снова яма на том же месте' }));
    expect(reply.headers.location).toContain('done=disputed');
    expect((await get(api())).json().stage).toBe('in_work');
  });

  test('has a page of its own only where its channel could not carry it, without photos nobody let through', async () => {
    const rows = await sql<{ id: string }>`select id from answer where appeal_id = ${appealId}`.execute(
      owner(),
    );
    const url = `/answer/${rows.rows[0]?.id}`;
    expect((await get(url)).statusCode).toBe(404);
    await sql`update delivery set state = 'undeliverable' where appeal_id = ${appealId} and answer_id is not null`.execute(
      owner(),
    );
    const page = await get(url);
    expect(page.statusCode).toBe(200);
    expect(page.headers['x-robots-tag']).toContain('noindex');
    expect(page.body).toContain('Дорожная служба заделала яму');
    expect(page.body).not.toContain('Садовая');
    expect(page.body).not.toContain('/photo/');
    expect((await get(`${url}/photo/${hash}`)).statusCode).toBe(404);
    await sql`update appeal_file set let_through_by = ${region.people.moderator.id} where appeal_id = ${appealId}`.execute(
      owner(),
    );
    expect((await get(url)).body).toContain(`/photo/${hash}`);
    expect((await get(`${url}/photo/${hash}`)).statusCode).toBe(200);
    await sql`update appeal_state set is_sensitive = true where appeal_id = ${appealId}`.execute(owner());
    expect((await get(url)).statusCode).toBe(404);
  });
});

test('what was not taken says why, and its author may object', async () => {
  await staff.decline(appealId);
  const page = await get(address);
  expect(page.body).toContain('Мы не взяли это в работу');
  expect((await post(`${address}/object`, form({ reason: ' ' }))).statusCode).toBe(422);
  const reply = await post(`${address}/object`, form({ reason: 'Яма есть, дом 5' }));
  expect(reply.headers.location).toContain('done=objected');
  expect((await get(`${address}?done=objected`)).body).toContain('Возражение передали');
  expect((await get(api())).json().stage).toBe('triage');
});

test('whoever opened the contact is told by position, with the reason, never by name', async () => {
  await staff.look(appealId, 'Уточнить адрес');
  const page = await get(address);
  expect(page.body).toContain('Открыли ваши контакты: operator');
  expect(page.body).toContain('Уточнить адрес');
  expect(page.body).not.toContain('Сотрудник operator');
});

test('25 MB over a real connection: the sentence arrives and the connection lives on', async () => {
  const { payload, headers } = multipart([
    ...form({ text: 'Слова при большой фотографии' }),
    { name: 'photos', value: Buffer.alloc(25_000_000, 1), filename: 'big.jpg' },
  ]);
  await portal.http.listen({ host: '127.0.0.1', port: 0 });
  const bound = portal.http.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (method: string, path: string, body?: Buffer) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const sent = ask({ port, method, path, agent, headers: body === undefined ? {} : headers }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () =>
          resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  const refused = await call('POST', '/send', payload);
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Слова при большой фотографии');
  expect((await call('GET', '/')).status).toBe(200);
  agent.destroy();
});
