import { afterAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { testDatabase } from '#store/testing/test-database.ts';
import { form, photoOf, pit, startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database);
const { get, post, sendCase } = portal;
afterAll(() => portal.stop());

const { owner } = database;
const photo = await photoOf('#375');

describe('the page of a case', () => {
  test('before anybody has read it: being checked, with its words and photos', async () => {
    const { address } = await sendCase(pit, [{ name: 'photos', value: photo, filename: 'a.jpg' }], false);
    const page = await get(address);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('aria-current="step"');
    expect(page.body).toContain('Проверяем');
    expect(page.body).toContain('Огромная яма');
    const src = /href="([^"]*\/photo\/[0-9a-f]{64})"/.exec(page.body)?.[1] ?? '';
    const picture = await get(src);
    expect(picture.headers['content-type']).toBe('image/jpeg');
    expect((await get(`${src}?size=thumb`)).statusCode).toBe(200);
    expect((await get(src.replace(address, `${address.slice(0, -1)}x`))).statusCode).toBe(404);
  });

  test('once read, while a person decides whose it is: we have it, and by when', async () => {
    const { address } = await sendCase(pit);
    const page = await get(address);
    expect(page.body).toContain('решаем, кому передать');
    expect(page.body).not.toContain('Дорожная служба Озёрного края');
    expect(page.body).toContain('рабочих дн');
    expect(page.body).toContain('Сообщение принято');
  });

  test.each([
    ['a wrong secret', (address: string) => `${address.slice(0, -1)}_`],
    ['half a secret', (address: string) => address.slice(0, -5)],
    ['a longer secret', (address: string) => `${address}a`],
    ['another number', (address: string) => address.replace(/\d{2}-\d{6}/, '99-000001')],
    ['no number', (address: string) => address.replace(/\d{2}-\d{6}/, '%00')],
    ['a letter of many bytes', (address: string) => `${address.slice(0, -1)}%D1%8F`],
  ])('%s is told as one kind page', async (_, spoil) => {
    const { address } = await sendCase(pit, [], false);
    const page = await get(spoil(address));
    expect(page.statusCode).toBe(404);
    expect(page.body).toContain('По этой ссылке ничего не открылось');
  });

  test('a case of one region is not found in another', async () => {
    const { address } = await sendCase(pit, [], false);
    expect((await get(`/r/stepnoy${address}`)).statusCode).toBe(404);
    expect((await get(`/r/ozerny${address}`)).statusCode).toBe(200);
  });

  test('a further message with a photo joins the case; sent twice it is one', async () => {
    const { address, appealId } = await sendCase(pit);
    const parts = [
      ...form({ text: 'Яма стала глубже', key: 'form-key-1' }),
      { name: 'photos', value: photo, filename: 'a.jpg' },
    ];
    const replies = await Promise.all([post(`${address}/message`, parts), post(`${address}/message`, parts)]);
    expect(replies.map((reply) => reply.statusCode)).toEqual([303, 303]);
    const page = await get(String(replies[0]?.headers.location));
    expect(page.body).toContain('Дописали');
    expect(page.body.match(/Яма стала глубже/g)).toHaveLength(1);
    const joined = await sql`select 1 from appeal_message where appeal_id = ${appealId}`.execute(owner());
    expect(joined.rows).toHaveLength(2);
  });

  test('what is said before the case is read joins it too', async () => {
    const { address } = await sendCase(pit, [], false);
    const reply = await post(`${address}/message`, form({ text: 'Забыл: у остановки' }));
    expect(reply.statusCode).toBe(303);
    expect((await get(address)).body).toContain('Забыл: у остановки');
  });

  test('an empty further message is refused, its photo named lost', async () => {
    const { address } = await sendCase(pit);
    const reply = await post(`${address}/message`, form({ text: '' }));
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Вы ничего не написали');
  });

  test('withdrawn once, and pressed again it is still withdrawn', async () => {
    const { address } = await sendCase(pit);
    for (const _ of [1, 2]) {
      const reply = await post(`${address}/withdraw`, []);
      expect(reply.headers.location).toBe(`${address}?done=withdrawn`);
    }
    expect((await get(address)).body).toContain('Вы отозвали сообщение');
  });

  test('confirming what nobody fixed changes nothing and shows how things stand', async () => {
    const { address } = await sendCase(pit);
    const reply = await post(`${address}/confirm`, []);
    expect(reply.headers.location).toBe(`${address}?done=changed`);
    expect((await get(`${address}?done=changed`)).body).toContain('состояние изменилось');
  });

  test('a rating without a number, and a form there is none', async () => {
    const { address } = await sendCase(pit);
    expect((await post(`${address}/rate`, form({ answer: '9' }))).statusCode).toBe(422);
    expect((await post(`${address}/destroy`, [])).statusCode).toBe(404);
  });
});

describe('finding', () => {
  test('by number and code, or by the pasted link', async () => {
    const { address, number } = await sendCase(pit, [], false);
    const secret = address.split('/').at(-1) ?? '';
    for (const written of [secret, ` http://portal.test${address} `]) {
      const reply = await post('/find', form({ number: `№ ${number.replace('-', ' ')}`, secret: written }));
      expect(reply.statusCode).toBe(303);
      expect(reply.headers.location).toBe(address);
    }
  });

  test.each([
    [{ number: 'шум', secret: '' }, 422, 'Номер написан с ошибкой'],
    [{ number: '26-000001', secret: 'x' }, 404, 'Такой пары номера и кода у нас нет'],
  ])('%o', async (typed, status, sentence) => {
    const reply = await post('/find', form(typed));
    expect(reply.statusCode).toBe(status);
    expect(reply.body).toContain(sentence);
  });
});
