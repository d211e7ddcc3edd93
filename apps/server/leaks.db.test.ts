import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { registerAtDesk, sendMessage } from '#contract/intake.ts';
import { addToCase } from '#contract/learn.ts';
import { dovecotIsInstalled } from '#channels/email/testing/dovecot.ts';
import { caseAbout, cardOf, eventually, gatherTeam } from '#e2e/testing/case-work.ts';
import { lastTuesday, residents, startCentre, type Centre } from '#e2e/testing/start-centre.ts';
import { guestCall, valueOf } from '#e2e/testing/staff.ts';
import { roles } from '#kernel/role.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const database = await testDatabase();

/** Everything a resident may let slip; none of it may be met outside the sealed words. */
const planted =
  'Меня зовут Перепёлкина Аграфена Евстигнеевна, тел. 8&nbsp;923 818-27-31, agrafena.p@example.org, карта 4276 3800 1234 5679, ' +
  'СНИЛС 112-233-445 95, паспорт 4508 717273, 17.04.1951 г.р., кв. 919, vk.com/agrafena_perepelkina, машина К717ОР46';
/** Enough of each to be sure, in lower case and without signs between. */
const secrets = [
  'перепелкин',
  'аграфен',
  'евстигнеев',
  '8182731',
  'agrafena',
  '427638001234',
  '11223344595',
  '717273',
  '17041951',
  '919',
  'к717ор',
];
/** Letters and digits alone, so that no way of writing hides a leak. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^a-zа-я0-9]/g, ' ');
function leaksIn(text: string): string[] {
  const words = bare(text);
  const together = words.replaceAll(' ', '');
  return secrets.filter((secret) =>
    secret === '919' ? /(?<![\da-f])919(?![\da-f])/.test(words) : together.includes(secret),
  );
}

let centre: Centre;
const cases: { readonly id: string; readonly number: string }[] = [];

beforeAll(async () => {
  centre = await startCentre({ database, hasMail: dovecotIsInstalled, startsAt: lastTuesday() });
  const team = await gatherTeam(centre);
  const operator = await centre.signIn('operator');
  const sent = valueOf(
    await guestCall(centre.url)(sendMessage, {
      body: {
        key: crypto.randomUUID(),
        text: `На портале: огромная яма. ${planted}`,
        address: 'Приозёрск, Садовая 5, кв. 919, Перепёлкина А.Е.',
        files: [],
      },
    }),
  );
  valueOf(
    await operator.call(registerAtDesk, {
      body: { key: crypto.randomUUID(), source: 'phone', text: `По телефону: яма у школы. ${planted}` },
    }),
  );
  centre.vk.say(residents.vera, `В сети: разбита остановка. ${planted}`);
  if (dovecotIsInstalled)
    await centre.mail().arrive({
      id: 'leak@example.org',
      subject: 'Письмом: яма, Перепёлкина Аграфена Евстигнеевна, 8 923 818-27-31',
      text: `Не горит фонарь. ${planted}`,
    });
  const said = ['На портале', 'По телефону', 'В сети', ...(dovecotIsInstalled ? ['Письмом'] : [])];
  for (const words of said) cases.push(await caseAbout(team.coordinator, words));
  const [, number = '', secret = ''] = /case\/([^/]+)\/([^/?]+)/.exec(sent.trackingUrl) ?? [];
  valueOf(
    await guestCall(centre.url)(addToCase, {
      params: { number, secret },
      body: { key: crypto.randomUUID(), text: `Ещё добавлю. ${planted}`, files: [] },
    }),
  );
  const [first] = cases;
  await eventually(async () =>
    (await cardOf(team.coordinator, first?.id ?? '')).timeline.find((one) => one.what === 'wrote'),
  );
});
afterAll(() => centre.stop());

describe('what a resident let slip', () => {
  test('stands in no table but sealed', async () => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(database.owner());
    const leaks: string[] = [];
    for (const { name } of tables) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(
        database.owner(),
      );
      for (const secret of new Set(rows.flatMap(({ row }) => leaksIn(withoutBytes(row)))))
        leaks.push(`${name}: ${secret}`);
    }
    expect(tables.length).toBeGreaterThan(40);
    expect(leaks).toEqual([]);
  });

  test.each(roles)('is read by no %s', async (role) => {
    const staff = await centre.signIn(role);
    const leaks: string[] = [];
    for (const path of paths()) {
      const reply = await (await staff.fetch(path)).text();
      for (const secret of leaksIn(withoutBytes(reply))) leaks.push(`${path}: ${secret}`);
    }
    expect(leaks).toEqual([]);
  });

  test('is read by no guest, and is not in the log', async () => {
    const leaks: string[] = [];
    for (const path of ['/', '/map', ...paths()])
      leaks.push(...leaksIn(withoutBytes(await (await fetch(`${centre.url}${path}`)).text())));
    expect(leaks).toEqual([]);
    expect(leaksIn(withoutBytes(centre.logged.join('\n')))).toEqual([]);
  });
});

/** Ids, hashes, moments and sealed bytes may hold any run of digits. */
const withoutBytes = (text: string): string =>
  text
    .replaceAll(/\\\\?x[0-9a-f]+/g, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .replaceAll(/[0-9a-f]{32,}/g, '')
    .replaceAll(/\d{4}-\d\d-\d\d[T ][\d:.+Z-]+/g, '')
    .replaceAll(/"(?:time|responseTime|at|pid|ms)":[\d.]+/g, '')
    .replaceAll(/-?\d+\.\d{4,}/g, '')
    .replaceAll(/[{,(]-?\d{6,10}(?=[},)])/g, '');

/** Every address the API may be read at, with each planted case in the place of its id. */
function paths(): string[] {
  const found = Object.values(endpoints)
    .flatMap((list) => Object.values(list))
    .filter(({ method, access }) => method === 'GET' && access !== 'tracking.see');
  return found.flatMap(({ path }) => {
    const asked = path === '/appeals' ? '?view=all' : '';
    return (path.includes(':appealId') ? cases : cases.slice(0, 1)).map(
      ({ id, number }) =>
        `/api${path.replace(':appealId', id).replace(':number', number).replaceAll(/:\w+/g, '1')}${asked}`,
    );
  });
}
