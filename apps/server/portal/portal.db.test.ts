import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { sql } from 'kysely';
import { middleOfBlock } from '#flow/learn/rules/public-map.ts';
import { carryOn } from '#house/flows/carry-on.ts';
import { makeSmallRegion } from '#house/testing/small-region.ts';
import { createTestApp } from '#house/testing/test-app.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { createHttp } from '../http/server.ts';
import { registerMap } from '../routes/map.ts';
import { registerResidentApi } from '../routes/resident.ts';
import { multipart, type Part } from '../testing/multipart.ts';
import { rounded } from './map-page.ts';
import { registerPortal } from './routes.ts';

const { db, owner } = await testDatabase();
const app = createTestApp(db, { UPLOAD_MAX_BYTES: '1000000', UPLOAD_MAX_PIXELS: '4000000' });
const region = await makeSmallRegion(db, app.seals);
const other = await makeSmallRegion(db, app.seals, { slug: 'stepnoy', isDefault: false });
const http = await createHttp(app);
registerResidentApi(app, http);
registerMap(app, http);
await registerPortal(app, http);
beforeAll(() => http.ready());
afterAll(async () => {
  await http.close();
  app.sweep();
});

const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#375' } })
  .jpeg()
  .toBuffer();

let visitors = 0;
/** Every visitor comes from an address of their own, so that the pace of one test does not slow another. */
const newAddress = (): string => `10.0.${Math.floor((visitors += 1) / 250)}.${visitors % 250}`;

const get = (url: string, headers: Record<string, string> = {}) =>
  http.inject({ method: 'GET', url, headers: { 'accept-language': 'ru', ...headers } });

const post = (url: string, parts: readonly Part[], remoteAddress = newAddress()) => {
  const { payload, headers } = multipart(parts);
  return http.inject({ method: 'POST', url, payload, headers, remoteAddress });
};

const form = (fields: Readonly<Record<string, string>>): Part[] =>
  Object.entries(fields).map(([name, value]) => ({ name, value }));

const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => withScope(db, wholeRegion(region.id), work);

const refusals = async (): Promise<string[]> => {
  const rows = await sql<{ sealed: Buffer }>`
    select sealed from raw_payload where outcome = 'refused' order by received_at, id`.execute(owner());
  return rows.rows.map((row) => app.seals.openBytes('raw', row.sealed).toString('utf8'));
};

interface Case {
  readonly address: string;
  readonly number: string;
  readonly appealId: string;
}

/** Sends a message through the form; `read` carries it on as the worker would. */
async function sendCase(text: string, more: readonly Part[] = [], read = true): Promise<Case> {
  const reply = await post('/send', [...form({ text, key: crypto.randomUUID() }), ...more]);
  expect(reply.statusCode).toBe(303);
  const address = String(reply.headers.location).replace(/\/sent.*$/, '');
  const number = address.split('/')[2] ?? '';
  const found = await sql<{ id: string }>`select id from appeal where number = ${number}`.execute(owner());
  const appealId = found.rows[0]?.id ?? '';
  if (read) {
    const knowledge = await app.knowledge.of(region.id);
    const carried = await run((tx) => carryOn(tx, knowledge, app.seals, [appealId], app.now()));
    expect(carried.ok).toBe(true);
  }
  return { address, number, appealId };
}

/** A moderator looked and named the topic. */
async function judgeByHand({ appealId }: Case, topic: string): Promise<void> {
  const by = region.people.moderator.id;
  await sql`update understanding set topic = ${topic}, by_staff = ${by} where appeal_id = ${appealId}`.execute(
    owner(),
  );
  await sql`update incident set topic = ${topic} where id in
    (select incident_id from incident_appeal where appeal_id = ${appealId})`.execute(owner());
}

const pit = 'Огромная яма на дороге на улице Садовой напротив дома 5 в Приозёрске, пробил колесо';

describe('sending', () => {
  test('a text alone ends with a number, a secret link and what will happen', async () => {
    const sent = await post('/send', form({ text: pit, key: crypto.randomUUID() }));
    expect(sent.statusCode).toBe(303);
    const page = await get(String(sent.headers.location));
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Сообщение принято');
    expect(page.body).toContain(`http://portal.test/case/`);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['x-robots-tag']).toContain('noindex');
    expect(page.body).not.toContain('звоните 112</h2>');
  });

  test('an urlencoded form of an old phone is as good', async () => {
    const reply = await http.inject({
      method: 'POST',
      url: '/send',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: `text=${encodeURIComponent(pit)}&lat=&lon=`,
      remoteAddress: newAddress(),
    });
    expect(reply.statusCode).toBe(303);
  });

  test('the same form twice, even at once, is one message', async () => {
    const parts = form({ text: pit, key: crypto.randomUUID() });
    const replies = await Promise.all([post('/send', parts), post('/send', parts), post('/send', parts)]);
    const addresses = replies.map((reply) => String(reply.headers.location).replace(/\?.*$/, ''));
    expect(new Set(addresses).size).toBe(1);
    expect(replies.filter((reply) => String(reply.headers.location).includes('repeat=1'))).toHaveLength(2);
    const page = await get(`${addresses[0]}?repeat=1`);
    expect(page.body).toContain('Второй раз мы его не записали');
  });

  test('the same form with other words is another message: nothing written later is lost', async () => {
    const key = crypto.randomUUID();
    const first = await post('/send', form({ text: pit, key }));
    const second = await post('/send', form({ text: `${pit}. И вторая рядом!`, key }));
    expect(first.headers.location).not.toBe(second.headers.location);
  });

  test('danger is answered by 112 at once, before anybody has read it', async () => {
    const reply = await post('/send', form({ text: 'В подъезде сильный запах газа, Садовая 5' }));
    const page = await get(String(reply.headers.location));
    expect(page.body).toContain('tel:112');
    expect(page.body).toContain('звоните 112</h2>');
  });

  test('an e-mail is told back and kept sealed', async () => {
    const reply = await post('/send', form({ text: pit, email: 'a@example.org', place: 'у моста' }));
    const page = await get(String(reply.headers.location));
    expect(page.body).toContain('a@example.org');
  });
});

describe('what is refused is told on the page, with everything typed still there, and kept raw', () => {
  const words = 'Слова, которые нельзя потерять';
  const notImage = Buffer.from('<script>alert(1)</script>');
  const bomb = () =>
    sharp({ create: { width: 3000, height: 3000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
  const file = (value: Uint8Array): Part => ({ name: 'photos', value, filename: 'photo.jpg' });

  test.each<[string, () => Promise<readonly Part[]> | readonly Part[], string]>([
    ['a text of nothing', () => form({ text: ' \n ', place: words }), 'Вы ничего не написали'],
    ['100 kB of text', () => form({ text: words + 'ж'.repeat(100_000) }), 'Текст слишком длинный'],
    ['a megabyte of text', () => form({ text: words + 'ж'.repeat(1_000_000) }), 'Текст слишком длинный'],
    ['a photo of 25 MB', () => [...form({ text: words }), file(Buffer.alloc(25_000_000, 7))], 'Файл больше'],
    ['a script called photo', () => [...form({ text: words }), file(notImage)], 'не фотография'],
    ['a torn photo', () => [...form({ text: words }), file(photo.subarray(0, 200))], 'не открывается'],
    ['a bomb of pixels', async () => [...form({ text: words }), file(await bomb())], 'слишком большая'],
    [
      'six photos',
      () => [...form({ text: words }), ...Array.from({ length: 6 }, () => file(photo))],
      'Файлов больше',
    ],
    ['a latitude of 999', () => form({ text: words, lat: '999', lon: '50' }), 'Точка на карте'],
    ['NaN', () => form({ text: words, lat: 'NaN', lon: 'x' }), 'Точка на карте'],
    ['Null Island', () => form({ text: words, lat: '0', lon: '0' }), 'Точка на карте'],
    ['half a point', () => form({ text: words, lat: '61' }), 'Точка на карте'],
    ['an address that is no e-mail', () => form({ text: words, email: 'почта' }), 'Адрес почты'],
  ])('%s', async (_, parts, sentence) => {
    const before = (await refusals()).length;
    const reply = await post('/send', await parts());
    expect(reply.statusCode).toBe(422);
    expect(reply.headers['content-type']).toContain('text/html');
    expect(reply.body).toContain(sentence);
    expect(reply.body).toContain(words);
    const kept = await refusals();
    expect(kept).toHaveLength(before + 1);
    expect(kept.at(-1)).toContain(words);
  });

  test.each([
    [
      'multipart without an end',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nСлова',
    ],
    ['multipart without a boundary', 'multipart/form-data', 'text=1'],
    ['a text of its own type', 'text/plain', 'Яма'],
    ['an unknown type', 'application/x-unknown', 'Яма'],
  ])('%s', async (_, type, payload) => {
    const reply = await http.inject({
      method: 'POST',
      url: '/send',
      headers: { 'content-type': type },
      payload,
      remoteAddress: newAddress(),
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Форма дошла до нас не целиком');
  });

  test.each([
    ['JSON that is none', 'application/json', '{"text":', 400],
    ['an urlencoded form of 5 MB', 'application/x-www-form-urlencoded', `text=${'a'.repeat(5_000_000)}`, 413],
  ])('%s is a page too', async (_, type, payload, status) => {
    const reply = await http.inject({
      method: 'POST',
      url: '/send',
      headers: { 'content-type': type },
      payload,
      remoteAddress: newAddress(),
    });
    expect(reply.statusCode).toBe(status);
    expect(reply.headers['content-type']).toContain('text/html');
  });

  test('too many in a row: the words stay on the page', async () => {
    const address = newAddress();
    const replies = [];
    for (let i = 0; i < 42; i += 1)
      replies.push(await post('/send', form({ text: '', place: words }), address));
    const last = replies.at(-1);
    expect(last?.statusCode).toBe(429);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect(last?.body).toContain('Слишком много отправок');
    expect(last?.body).toContain(words);
  });
});

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

  test('once read: who has it, by when, and why', async () => {
    const { address } = await sendCase(pit);
    const page = await get(address);
    expect(page.body).toContain('Дорожная служба Озёрного края');
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
    app.setNow(new Date(app.now().getTime() + 120_000));
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
    app.setNow(new Date(app.now().getTime() + 120_000));
    expect((await get('/map/points?period=all')).json().rows.length).toBe(before);
    await judgeByHand(one, 'street_light_broken');
    app.setNow(new Date(app.now().getTime() + 120_000));
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
    app.setNow(new Date(app.now().getTime() + 120_000));
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

describe('the API of a resident', () => {
  const json = (url: string, payload: object) =>
    http.inject({ method: 'POST', url, payload, remoteAddress: newAddress() });

  test('a photo, a message with it, and the case by its link', async () => {
    const upload = await post('/api/files', [{ name: 'file', value: photo, filename: 'x.jpg' }]);
    expect(upload.statusCode).toBe(200);
    const { hash } = upload.json();
    const sent = await json('/api/messages', { key: crypto.randomUUID(), text: pit, files: [hash] });
    expect(sent.json()).toMatchObject({ danger: null, answerBy: expect.any(String) });
    const path = new URL(sent.json().trackingUrl).pathname.replace('/case/', '/api/tracking/');
    const tracked = await get(path);
    expect(tracked.json()).toMatchObject({
      stage: 'triage',
      words: [{ text: pit }],
      files: [{ hash, side: 'resident' }],
      canAdd: true,
      canConfirm: false,
    });
    const added = await json(`${path}/messages`, { key: 'key-of-form', text: 'Ещё одна яма рядом' });
    expect(added.json().words).toHaveLength(2);
    expect((await json(`${path}/confirm`, { isFixed: true })).json().failure.code).toBeDefined();
    expect((await get(`${path}x`)).statusCode).toBe(404);
  });

  test.each([
    ['/api/messages', { key: 'x'.repeat(8), text: '' }, 422],
    ['/api/messages', { key: 'x'.repeat(8), text: 'Яма', point: { lat: 999, lon: 1 } }, 422],
    ['/api/messages', { key: 'x'.repeat(8), text: 'Яма', files: ['0'.repeat(64)] }, 422],
    ['/api/messages', { text: 1 }, 400],
  ])('%s refuses %o', async (url, body, status) => {
    const reply = await json(url, body);
    expect(reply.statusCode).toBe(status);
    expect(reply.json().message).toMatch(/[а-я]/);
  });

  test('a file that is none', async () => {
    expect((await post('/api/files', form({ file: 'x' }))).statusCode).toBe(400);
    expect(
      (await post('/api/files', [{ name: 'file', value: Buffer.from('x'), filename: 'x.jpg' }])).statusCode,
    ).toBe(415);
    expect(
      (await post('/api/files', [{ name: 'file', value: Buffer.alloc(5_000_000), filename: 'x.jpg' }]))
        .statusCode,
    ).toBe(413);
  });
});

test('two regions of one house do not know each other', () => expect(other.id).not.toBe(region.id));
