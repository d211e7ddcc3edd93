import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { verify } from '@node-rs/argon2';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { runTyped } from './testing/run-typed.ts';

const { appUrl, ownerUrl, owner } = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-cli-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => path.join(folder, name);

const env = {
  OTKLIK_DATA: inFolder('data'),
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  OTKLIK_SECRET: 's'.repeat(32),
};

/** Runs a command with this on its standard input; returns what it printed. */
const otklik = async (args: readonly string[], piped = ''): Promise<readonly string[]> =>
  (await runTyped(args, { env, piped })).out;

const area = (district: string, west: number) => ({
  type: 'Feature',
  properties: { district },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 55],
        [west + 1, 55],
        [west + 1, 56],
        [west, 56],
        [west, 55],
      ],
    ],
  },
});

beforeAll(async () => {
  const features = [area('Липовский округ', 40), area('Дубовский округ', 41)];
  writeFileSync(inFolder('land.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  const land = ['--boundaries', inFolder('land.geojson')];
  await otklik(['region', 'create', 'Липовский край', '--slug', 'lipa', '--zone', 'Asia/Omsk', ...land]);
});

describe('the command line', () => {
  test('tells what it can do', async () => {
    const [text] = await otklik([]);
    for (const name of [
      'region create',
      'replay',
      'person add',
      'calendar import',
      'regions',
      'retention run',
    ])
      expect(text).toContain(name);
  });

  test('explains a command', async () => {
    expect((await otklik(['replay', '--help']))[0]).toContain('--with-points');
  });

  test.each([
    [['fly'], 'There is no command "fly".'],
    [['replay', '--colour'], "Unknown option '--colour'. See otklik replay --help."],
    [['replay', 'one.csv', 'two.csv', '--region', 'lipa'], '"two.csv" is one word too many for replay'],
    [['replay', 'one.csv'], '--map is missing'],
    [
      ['replay', 'one.csv', '--map', 'spb', '--region', 'lipa', '--limit', 'all'],
      '--limit must be a whole number from 1 up, not "all".',
    ],
    [['region', 'create', 'Омск', '--boundaries', 'none.geojson'], 'There is no file none.geojson'],
    [['region', 'create', 'Омск', '--slug', 'Омск'], 'The region cannot be called "Омск" in addresses'],
    [['region', 'create', 'Омск', '--zone', 'Omsk'], '"Omsk" is no time zone'],
  ])('%j is refused in a sentence', async (args, sentence) => {
    await expect(otklik(args)).rejects.toThrow(sentence);
  });

  test('lists regions', async () => {
    expect(await otklik(['regions'])).toEqual(['lipa  Липовский край  Asia/Omsk  (shown first)']);
  });
});

describe('a region just made', () => {
  const make = (slug: string, ...more: string[]) =>
    runTyped(
      ['region', 'create', 'Дальний край', '--boundaries', inFolder('land.geojson'), '--slug', slug, ...more],
      { env },
    );
  afterEach(() => owner().deleteFrom('region').where('slug', 'like', 'far%').execute());

  test('is told with the address that opens it and the zone it lives by', async () => {
    const { out, said } = await make('far');
    expect(out[0]).toBe(
      'Дальний край is made. It opens at /r/far/ of this server; its time zone is Europe/Moscow.',
    );
    expect(said).toEqual([]);
  });

  test('gets its zone put right and a host of its own by the statements of the page', async () => {
    await make('far');
    const page = readFileSync(path.join(import.meta.dirname, '../../docs/operate/region.md'), 'utf8');
    for (const [statement] of page.matchAll(/^update region [^;]+;/gm))
      await sql.raw(statement.replace("'kursk'", "'far'")).execute(owner());
    const region = await owner().selectFrom('region').selectAll().where('slug', '=', 'far').execute();
    expect(region).toMatchObject([
      {
        time_zone: 'Asia/Yekaterinburg',
        working_hours: { zone: 'Asia/Yekaterinburg' },
        hosts: ['otklik.kursk.example'],
      },
    ]);
  });

  test('is asked about a zone that lies elsewhere', async () => {
    const { said } = await make('far-off', '--zone', 'Asia/Omsk', '--json');
    expect(said.join(' ')).toContain('Is Asia/Omsk its time zone?');
  });
});

test('a region left half made is taken away by the next attempt', async () => {
  const land = ['--boundaries', inFolder('land.geojson'), '--slug', 'half'];
  await otklik(['region', 'create', 'Половинный край', ...land]);
  await owner().updateTable('region').set({ slug: 'half-unfinished' }).where('slug', '=', 'half').execute();
  await otklik(['region', 'create', 'Половинный край', ...land]);
  const slugs = (await otklik(['regions'])).map((line) => line.split(' ')[0]);
  expect(slugs).toEqual(['lipa', 'half']);
  await owner().deleteFrom('region').where('slug', '=', 'half').execute();
});

describe('a member of staff', () => {
  const add = (login: string, ...more: string[]) => [
    'person',
    'add',
    '--region=lipa',
    `--login=${login}`,
    '--name=Анна Ветрова',
    ...more,
  ];
  const account = (login: string) =>
    owner()
      .selectFrom('staff as s')
      .innerJoin('staff_grant as g', (join) =>
        join.onRef('g.region_id', '=', 's.region_id').onRef('g.staff_id', '=', 's.id'),
      )
      .select(['s.login', 's.password_hash', 'g.role', 'g.municipality_id', 'g.authority_id'])
      .where('login', '=', login)
      .executeTakeFirstOrThrow();

  test('signs in with the password that was piped in', async () => {
    await otklik(add('Vetrova', '--role', 'operator', '--municipality', 'дубовский'), 'tea with lemon\n');
    const made = await account('vetrova');
    expect(made).toMatchObject({ role: 'operator', municipality_id: 2, authority_id: null });
    expect(await verify(made.password_hash, 'tea with lemon')).toBe(true);
  });

  test('gets a password that is made up and shown once when none is given', async () => {
    const [, shown = ''] = await otklik(add('klenov', '--role', 'executor', '--authority', '2'));
    const password = shown.split(': ')[1] ?? '';
    const made = await account('klenov');
    expect(made.authority_id).toBe(2);
    expect(await verify(made.password_hash, password)).toBe(true);
  });

  test.each([
    ['a short password', ['--role', 'leader'], 'tea', 'The password must have 10 characters or more.'],
    ['an unknown role', ['--role', 'king'], '', 'There is no role "king"'],
    ['an executor of nobody', ['--role', 'executor'], '', 'name it with --authority'],
    [
      'a municipality that may be several',
      ['--role', 'operator', '--municipality', 'округ'],
      '',
      '"округ" may be several: 1 Липовский округ, 2 Дубовский округ',
    ],
    [
      'a municipality nobody knows',
      ['--role', 'operator', '--municipality', 'Ясеневый'],
      '',
      'No municipality is called "Ясеневый".',
    ],
  ])('is refused in a sentence: %s', async (_, more, piped, sentence) => {
    await expect(otklik(add('nobody', ...more), piped)).rejects.toThrow(sentence);
  });

  test('never shares a login', async () => {
    await otklik(add('twin', '--role', 'leader'), 'tea with lemon');
    await expect(otklik(add('Twin', '--role', 'leader'), 'tea with lemon')).rejects.toThrow(
      'Somebody signs in as "twin" already',
    );
  });
});

describe('a calendar', () => {
  const load = (xml: string) => {
    writeFileSync(inFolder('year.xml'), xml);
    return otklik(['calendar', 'import', inFolder('year.xml'), '--region', 'lipa']);
  };
  const kept = () =>
    owner()
      .selectFrom('calendar_year')
      .select(['year', 'calendar', 'provisional'])
      .where('year', '=', 2027)
      .execute();

  test('of a new year is kept, and replaced when loaded again', async () => {
    await load('<calendar year="2027" country="ru"><days><day d="01.01" t="1"/></days></calendar>');
    await load(
      '<calendar year="2027" country="ru"><days><day d="01.01" t="1"/><day d="01.02" t="1"/></days></calendar>',
    );
    const [calendar, ...others] = await kept();
    expect(others).toEqual([]);
    expect(calendar).toMatchObject({ provisional: false, calendar: { days: [{}, { date: '2027-01-02' }] } });
  });

  test('that is none is refused in a sentence', async () => {
    await expect(load('<calendar year="2027"></calendar>')).rejects.toThrow('is not a production calendar');
  });
});

test('retention tells what it erased', async () => {
  expect(await otklik(['retention', 'run'])).toEqual(['Липовский край: 0 raw messages and 0 files erased.']);
});
