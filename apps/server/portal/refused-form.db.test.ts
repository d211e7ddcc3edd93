import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { form, photoOf, pit, startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database);
afterAll(() => portal.stop());
const { post, sendCase, pass, staff } = portal;

const badEmail = { email: 'почта' };
const photo = async (color: string) => ({
  name: 'photos',
  filename: 'photo.jpg',
  value: await photoOf(color),
});

/** What a browser would send of the form on this page: hidden fields and ticked boxes. */
const fieldsOf = (page: string): Record<string, string> => {
  const inputs = [...page.matchAll(/<input type="(?:hidden|checkbox)" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, name, value]) => [name, value ?? '']));
};

const photosOf = async (address: string): Promise<number> => {
  const number = address.split('/')[2] ?? '';
  const { rows } = await sql<{ files: number }>`
    select count(f.file_hash)::int as files from appeal a
    left join appeal_file f on f.region_id = a.region_id and f.appeal_id = a.id
    where a.number = ${number}`.execute(database.owner());
  return rows[0]?.files ?? -1;
};

describe('a refused form keeps the good photos', () => {
  test('they are sent with the corrected form, and nobody has to choose them twice', async () => {
    const text = 'Сломаны качели во дворе';
    const refused = await post('/send', [...form({ text, ...badEmail }), await photo('#111')]);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Отправить уже выбранные фотографии: 1');
    expect(refused.body).not.toContain('выберите их ещё раз');
    const corrected = { ...fieldsOf(refused.body), text };
    const sent = await post('/send', [...form(corrected), await photo('#222')]);
    expect(sent.statusCode).toBe(303);
    expect(await photosOf(String(sent.headers.location))).toBe(2);
  });

  test('one bad file among good ones costs only itself', async () => {
    const script = { name: 'photos', filename: 'a.jpg', value: Buffer.from('<script>') };
    const refused = await post('/send', [...form({ text: 'Яма' }), await photo('#333'), script]);
    expect(refused.body).toContain('не фотография');
    expect(refused.body).toContain('Отправить уже выбранные фотографии: 1');
  });

  test('kept and new are counted together', async () => {
    const four = await Promise.all(['#401', '#402', '#403', '#404'].map(photo));
    const refused = await post('/send', [...form({ text: 'Яма', ...badEmail }), ...four]);
    const more = [await photo('#405'), await photo('#406')];
    const again = await post('/send', [...form({ ...fieldsOf(refused.body), text: 'Яма' }), ...more]);
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('Файлов больше, чем 5');
    expect(again.body).toContain('Отправить уже выбранные фотографии: 5');
  });

  test('a page left open until the photos were deleted says so, and keeps the words', async () => {
    const text = 'Яма у школы, вода стоит';
    const refused = await post('/send', [...form({ text, ...badEmail }), await photo('#555')]);
    await sql`delete from file where hash = ${fieldsOf(refused.body)['kept']}`.execute(database.owner());
    const again = await post('/send', form({ ...fieldsOf(refused.body), text }));
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('Выбранные раньше фотографии уже удалены.');
    expect(again.body).toContain(text);
    expect(fieldsOf(again.body)).not.toHaveProperty('kept');
    expect((await post('/send', form({ ...fieldsOf(again.body), text }))).statusCode).toBe(303);
  });

  test('the same on the page of a case', async () => {
    const { address } = await sendCase('Не горит фонарь на улице Садовой');
    const refused = await post(`${address}/message`, [
      ...form({ text: 'ж'.repeat(100_000) }),
      await photo('#777'),
    ]);
    expect(refused.body).toContain('Отправить уже выбранные фотографии: 1');
    const again = await post(
      `${address}/message`,
      form({ text: 'Вот как это выглядит', kept: fieldsOf(refused.body)['kept'] ?? '' }),
    );
    expect(again.statusCode).toBe(303);
    expect(await photosOf(address)).toBe(1);
  });
});

describe('the second step, refused', () => {
  test('loses neither the photos nor what was chosen', async () => {
    const known = await sendCase(pit);
    await staff.take(known.appealId);
    pass(2);
    const typed = { text: 'Яма, пробил колесо', place: 'Приозёрск, Садовая 5', key: crypto.randomUUID() };
    const asked = await post('/send', [...form(typed), await photo('#888')]);
    expect(asked.body).toContain('Похоже, об этом уже сообщили');
    const same = /name="same"\s+value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
    const second = { ...fieldsOf(asked.body), same };
    const from = portal.newAddress();
    for (let i = 0; i < 41; i += 1) await post('/send', form({ text: '' }), from);

    const refused = await post('/send', form(second), from);
    expect(refused.statusCode).toBe(429);
    expect(fieldsOf(refused.body)).toMatchObject({ same, kept: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(refused.body).toContain('Это та же проблема, о которой уже сообщили соседи');
    expect(refused.body).toContain('value="Приозёрск, Садовая 5"');

    const sent = await post('/send', form({ ...typed, ...fieldsOf(refused.body) }));
    expect(sent.statusCode).toBe(303);
    expect(await photosOf(String(sent.headers.location))).toBe(1);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from said_same`.execute(database.owner());
    expect(rows[0]?.n).toBe(1);
  });

  test('photos deleted before it are missed, not left out in silence', async () => {
    await staff.take((await sendCase(pit)).appealId);
    const typed = { text: 'Яма, пробил колесо', place: 'Приозёрск, Садовая 5' };
    const refused = await post('/send', [...form({ ...typed, ...badEmail }), await photo('#999')]);
    const { kept = '' } = fieldsOf(refused.body);
    await sql`delete from file where hash = ${kept}`.execute(database.owner());
    const again = await post('/send', form({ ...typed, kept, key: crypto.randomUUID() }));
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('Выбранные раньше фотографии уже удалены.');
  });

  test('the choice of a form without photos counts as well', async () => {
    await staff.take((await sendCase(pit)).appealId);
    const typed = { text: 'Яма, пробил колесо', place: 'Приозёрск, Садовая 5', key: crypto.randomUUID() };
    const asked = await post('/send', form(typed));
    const same = /name="same"\s+value="([^"]+)"/.exec(asked.body)?.[1] ?? '';
    const written = new URLSearchParams([...Object.entries(typed), ['same', ''], ['same', same]]);
    const sent = await portal.postRaw('/send', 'application/x-www-form-urlencoded', String(written));
    expect(sent.statusCode).toBe(303);
  });

  test('«другая» stays said', async () => {
    const refused = await post('/send', form({ text: 'Яма', same: 'no', ...badEmail }));
    expect(fieldsOf(refused.body)).toMatchObject({ same: 'no' });
  });
});
