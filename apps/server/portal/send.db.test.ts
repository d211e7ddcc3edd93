import { afterAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { addChannels } from '#centre/acts/add-channels.ts';
import { emailSettings } from '#channels/email/settings.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import type { Part } from '../testing/multipart.ts';
import { form, photoOf, pit, startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database);
const { get, post, newAddress, refusals } = portal;
afterAll(() => portal.stop());

const photo = await photoOf('#375');

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
    const typed = `text=${encodeURIComponent(pit)}&lat=&lon=`;
    const reply = await portal.postRaw('/send', 'application/x-www-form-urlencoded', typed);
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

  test('an e-mail is asked for only where somebody can write to it, and told back', async () => {
    expect((await get('/')).body).not.toContain('type="email"');
    const settings = emailSettings.parse({
      address: 'desk@example.org',
      displayName: 'Приёмная',
      imap: { host: '127.0.0.1', port: 9, secure: 'none', user: 'desk', password: 'x' },
      smtp: { host: '127.0.0.1', port: 9, secure: 'none' },
    });
    const mailbox = { id: 3, channel: 'email', name: 'Почта', key: 'mailbox-key-of-test', settings };
    await portal.run((tx) => addChannels(tx, portal.region.id, [mailbox], portal.app.seals));
    portal.app.knowledge.forget();
    expect((await get('/')).body).toContain('type="email"');
    const reply = await post('/send', form({ text: pit, email: 'a@example.org', place: 'у моста' }));
    const page = await get(String(reply.headers.location));
    expect(page.body).toContain('Ответ пришлём и на a@example.org');
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
    const reply = await portal.postRaw('/send', type, payload);
    expect(reply.statusCode).toBe(422);
    expect(reply.body).toContain('Форма дошла до нас не целиком');
  });

  test.each([
    ['JSON that is none', 'application/json', '{"text":', 400],
    ['an urlencoded form of 5 MB', 'application/x-www-form-urlencoded', `text=${'a'.repeat(5_000_000)}`, 413],
  ])('%s is a page too', async (_, type, payload, status) => {
    const reply = await portal.postRaw('/send', type, payload);
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
