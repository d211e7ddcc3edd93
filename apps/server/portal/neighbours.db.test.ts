import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { publiclyKnown } from '../views/public-problems.ts';
import { form, photoOf, pit, startPortal } from '../testing/start-portal.ts';

const database = await testDatabase();
const portal = await startPortal(database);
afterAll(() => portal.stop());
const { post, postJson, sendCase, pass, staff } = portal;

/** The public list is a minute old at most. */
const minutePasses = () => pass(2);
const ask = async (typed: object) => {
  const reply = await postJson('/api/neighbours', typed);
  expect(reply.statusCode).toBe(200);
  return reply.json<{ problems: { incidentId: string; neighbours: number; title: string; line: string }[] }>()
    .problems;
};
const incidentOf = async (appealId: string): Promise<string | null> => {
  const { rows } = await sql<{ incident_id: string | null }>`
    select incident_id from appeal_state where appeal_id = ${appealId}`.execute(database.owner());
  return rows[0]?.incident_id ?? null;
};
const known = await sendCase(pit);
await staff.take(known.appealId);
minutePasses();
const incidentId = (await incidentOf(known.appealId)) ?? '';

describe('while a resident types', () => {
  test('a known problem nearby is told, with how many reported it and what is done', async () => {
    const [found] = await ask({ text: 'Глубокая яма, не объехать', address: 'Приозёрск, Садовая 5' });
    expect(found).toMatchObject({ incidentId, neighbours: 1 });
    expect(found?.line).toMatch(/^1\u00a0сосед уже сообщил, в работе, ответ обещан к /);
  });

  test('nobody reads what another resident wrote', async () => {
    const told = JSON.stringify(await ask({ text: 'Глубокая яма, не объехать', address: 'Садовая 5' }));
    expect(told).not.toContain('колесо');
    expect(told).not.toContain(known.number);
    expect(told).not.toContain('Садовая, 5');
  });

  test.each([
    ['another thing at the same place', { text: 'Не горит фонарь, темно', address: 'Приозёрск, Садовая 5' }],
    ['the same thing elsewhere', { text: 'Огромная яма на дороге', address: 'Приозёрск, Рыбацкая 12' }],
    ['no place', { text: 'Огромная яма на дороге' }],
    ['two letters', { text: 'ям', address: 'Приозёрск, Садовая 5' }],
    ['an impossible point', { text: 'Огромная яма на дороге', point: { lat: 0, lon: 0 } }],
    ['nothing but signs', { text: '😀'.repeat(2000), address: '\u200b' }],
  ])('%s finds nothing', async (_, typed) => {
    expect(await ask(typed)).toEqual([]);
  });

  test('neighbours are people: one who wrote three times is one', async () => {
    const dark = 'Не горит фонарь, темно на улице Рыбацкой у дома 12 в Приозёрске';
    const by = (email: string) => form({ email });
    for (const email of ['anna@b.example', 'Anna@b.example', 'anna@b.example'])
      await staff.take((await sendCase(dark, by(email))).appealId);
    minutePasses();
    expect(await ask({ text: dark })).toMatchObject([{ neighbours: 1 }]);
    await sendCase(dark, by('boris@b.example'));
    await sendCase(dark);
    minutePasses();
    expect(await ask({ text: dark })).toMatchObject([{ neighbours: 3 }]);
  });

  test('the page of one’s own case tells of other people, not of own messages', async () => {
    const dirty = 'Мусорные контейнеры переполнены на улице Рыбацкой у дома 12 в Приозёрске';
    const first = await sendCase(dirty, form({ email: 'anna@b.example' }));
    await sendCase(dirty, form({ email: 'anna@b.example' }));
    const others = async () =>
      /(\d+)\u00a0сосед/.exec((await portal.get(first.address)).body)?.[1] ?? 'никого';
    expect(await others()).toBe('никого');
    await sendCase(dirty, form({ email: 'boris@b.example' }));
    expect(await others()).toBe('1');
  });

  test('the public list is sorted out once a minute, not for every letter typed', async () => {
    const knowledge = await portal.app.knowledge.of(portal.region.id);
    const list = publiclyKnown(portal.app, knowledge);
    expect(publiclyKnown(portal.app, knowledge)).toBe(list);
    minutePasses();
    expect(publiclyKnown(portal.app, knowledge)).not.toBe(list);
    expect((await list).has(incidentId)).toBe(true);
  });

  test('a home is told about from three people on, not from three messages, and only at the same house', async () => {
    const home = 'В подъезде дома 5 по улице Садовой в Приозёрске не работает лифт';
    const by = (email: string) => form({ email });
    for (let i = 0; i < 3; i += 1) await staff.take((await sendCase(home, by('anna@b.example'))).appealId);
    minutePasses();
    expect(await ask({ text: home })).toEqual([]);
    await sendCase(home, by('boris@b.example'));
    await sendCase(home, by('vera@b.example'));
    minutePasses();
    expect(await ask({ text: home })).toMatchObject([{ neighbours: 3, metres: null }]);
    expect(await ask({ text: home.replace('дома 5', 'дома 7') })).toEqual([]);
  });

  test('a machine that asks without end is told to wait', async () => {
    const from = portal.newAddress();
    const codes = new Set<number>();
    for (let i = 0; i < 310; i += 1)
      codes.add(
        (
          await portal.http.inject({
            method: 'POST',
            url: '/api/neighbours',
            payload: { text: 'я' },
            remoteAddress: from,
          })
        ).statusCode,
      );
    expect(codes).toEqual(new Set([200, 429]));
  });
});

describe('without a script, after sending', () => {
  const values = { text: 'Яма, пробил колесо & диск\n"вторую" неделю', place: 'Приозёрск, Садовая 5' };

  test('the page asks whether it is the same, and loses nothing of what was typed', async () => {
    const key = crypto.randomUUID();
    const photo = { name: 'photos', filename: 'pit.jpg', value: await photoOf('#804020') };
    const reply = await post('/send', [...form({ ...values, email: 'a@b.example', key }), photo]);
    expect(reply.statusCode).toBe(200);
    expect(reply.body).toContain('Похоже, об этом уже сообщили');
    expect(reply.body).toContain(`value="${incidentId}"`);
    for (const kept of ['a@b.example', key, 'Приозёрск, Садовая 5', 'Фотографии сохранены: 1'])
      expect(reply.body).toContain(kept);
    const hidden = [...reply.body.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const typed = Object.fromEntries(hidden.map(([, name, value]) => [name, unescaped(value ?? '')]));
    expect(typed).toMatchObject({ text: values.text });

    const sent = await post('/send', form({ ...typed, same: incidentId }));
    expect(sent.statusCode).toBe(303);
    const number = String(sent.headers.location).split('/')[2] ?? '';
    expect(number).not.toBe(known.number);
    const { rows } = await sql<{ id: string; files: number }>`
      select a.id, (select count(*)::int from appeal_file f where f.appeal_id = a.id) as files
      from appeal a where a.number = ${number}`.execute(database.owner());
    expect(rows[0]?.files).toBe(1);
    await staff.read(rows[0]?.id ?? '');
    expect(await incidentOf(rows[0]?.id ?? '')).toBe(incidentId);
  });

  test('«другая» is a message of its own', async () => {
    const sent = await post('/send', form({ ...values, key: crypto.randomUUID(), same: 'no' }));
    expect(sent.statusCode).toBe(303);
  });

  test.each([['нечто'], ['00000000-0000-0000-0000-000000000000']])(
    'a choice nobody offered (%s) does not stop the message',
    async (same) => {
      const sent = await post('/send', form({ ...values, key: crypto.randomUUID(), same }));
      expect(sent.statusCode).toBe(303);
    },
  );

  test('a danger is never held up by a question', async () => {
    const text = 'На дороге открытый люк без крышки, провал, упадёт человек';
    const sent = await post('/send', form({ text, place: 'Приозёрск, Садовая 5', key: crypto.randomUUID() }));
    expect(sent.statusCode).toBe(303);
  });
});

const unescaped = (value: string): string =>
  value
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')
    .replaceAll('&#38;', '&');
