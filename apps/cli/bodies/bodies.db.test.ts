import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSmallRegion, bodies, town, type SmallRegion } from '#house/testing/small-region.ts';
import { createSeals } from '#store/seal.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { runTyped } from '../testing/run-typed.ts';

const { db, appUrl, ownerUrl } = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-bodies-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = 's'.repeat(32);
const env = {
  OTKLIK_DATA: path.join(folder, 'data'),
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  OTKLIK_SECRET: secret,
};
let region: SmallRegion;
let neighbour: SmallRegion;

beforeAll(async () => {
  region = await makeSmallRegion(db, createSeals(secret));
  neighbour = await makeSmallRegion(db, createSeals(secret), { slug: 'sosed', isDefault: false });
});

const otklik = async (...args: string[]) => (await runTyped(args, { env })).out;

const named = (name: string) =>
  withScope(db, wholeRegion(region.id), (tx) =>
    tx.selectFrom('authority').selectAll().where('name', '=', name).execute(),
  );

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('an organisation a region lacks', () => {
  const add = (...more: string[]) =>
    otklik('body', 'add', '--region', region.slug, '--kind', 'house_manager', ...more);

  test('is added under the one that hears complaints about it, and the log says so', async () => {
    await add('--name', 'ООО «Уют»', '--short', 'УК «Уют»', '--municipality', String(town));
    const [body] = await named('ООО «Уют»');
    expect(body).toMatchObject({
      short_name: 'УК «Уют»',
      kind: 'house_manager',
      municipality_id: town,
      parent_id: bodies.government,
    });
    const entry = await withScope(db, wholeRegion(region.id), (tx) =>
      tx.selectFrom('audit_entry').selectAll().where('action', '=', 'body_added').execute(),
    );
    expect(entry).toMatchObject([{ subject_kind: 'authority', subject_id: String(body?.id) }]);
  });

  test('added again is one', async () => {
    expect(await add('--name', 'ооо "уют"')).toEqual([expect.stringContaining('already')]);
    expect(await named('ООО «Уют»')).toHaveLength(1);
  });

  test('belongs to its region alone', async () => {
    const theirs = await withScope(db, wholeRegion(neighbour.id), (tx) =>
      tx.selectFrom('authority').select('id').execute(),
    );
    expect(theirs).toHaveLength(Object.keys(bodies).length);
  });

  test.each([
    ['a kind nobody knows', ['--name', 'Лифт', '--kind', 'lift'], 'there is no such kind'],
    [
      'a short name another bears',
      ['--name', 'Лифт', '--short', 'УК «Уют»'],
      'another body has the same name',
    ],
    ['a strange municipality', ['--name', 'Лифт', '--municipality', 'Ясеневый'], 'no such municipality'],
  ])('is refused in a sentence: %s', async (_, more, sentence) => {
    await expect(add(...more)).rejects.toThrow(sentence);
    expect(await named('Лифт')).toEqual([]);
  });
});

describe('a table of organisations', () => {
  const table =
    'Наименование;Вид;Телефон\nООО «Заря»;управляющая компания;+7 800 111-11-11\n;;\nГорсвет;;\nЛифт;лифтёры;\n';
  const load = async (...more: string[]) =>
    JSON.parse(
      (
        await otklik('body', 'import', written('b.csv', table), '--region', region.slug, '--json', ...more)
      ).join(''),
    ) as unknown;

  test('tried first, changes nothing', async () => {
    expect(await load('--dry-run')).toMatchObject({ added: 1, dryRun: true });
    expect(await named('ООО «Заря»')).toEqual([]);
  });

  test('is taken, and every row that is not is told with its reason', async () => {
    expect(await load()).toMatchObject({
      added: 1,
      known: 0,
      refused: { no_name: 1, no_kind: 1, unknown_kind: 1 },
    });
    expect(await named('ООО «Заря»')).toMatchObject([
      { kind: 'house_manager', contact: '+7 800 111-11-11', municipality_id: null },
    ]);
  });

  test('takes the kind that is said for the rows without one, and nothing twice', async () => {
    expect(await load('--kind', 'power_company')).toMatchObject({ added: 1, known: 1 });
    expect(await load('--kind', 'power_company')).toMatchObject({ added: 0, known: 2 });
  });

  test('added, may be named by a register of who manages houses', async () => {
    const houses = written('h.csv', 'Адрес;УК\n"г. Озёрск, ул. Садовая, д. 1";Заря\n');
    const figures = JSON.parse(
      (
        await otklik(
          'objects',
          'assign',
          houses,
          '--region',
          region.slug,
          '--to',
          'houses',
          '--dry-run',
          '--json',
        )
      ).join(''),
    ) as { readonly unknownOwners: object };
    expect(figures.unknownOwners).toEqual({});
  });

  test('that names a body without its form adds no second one', async () => {
    const managers = written('f.csv', 'Адрес;УО;Управляющая компания\nСадовая, 3;;Заря\nСадовая, 4;;ЗАРЯ\n');
    const args = ['body', 'import', managers, '--region', region.slug, '--kind', 'house_manager'];
    expect(await otklik(...args)).toEqual(['2 rows: 0 organisations added, 2 there already.']);
  });

  test('that is a register of houses gives their managers, each once, and nothing of the houses', async () => {
    const houses = written(
      'm.csv',
      'Адрес;Наименование;Тип;Управляющая компания\nСадовая, 1;Дом купца;кирпичный;УК «Маяк»\nСадовая, 2;;панельный;УК «Маяк»\n',
    );
    const args = ['body', 'import', houses, '--region', region.slug, '--kind', 'house_manager'];
    expect(await otklik(...args)).toEqual(['2 rows: 1 organisations added, 1 there already.']);
    expect(await named('УК «Маяк»')).toHaveLength(1);
    expect(await named('Дом купца')).toEqual([]);
  });

  test('without a column of names is refused in a sentence', async () => {
    const file = written('n.csv', 'a;b\n1;2\n');
    await expect(otklik('body', 'import', file, '--region', region.slug)).rejects.toThrow('no column name');
  });
});
