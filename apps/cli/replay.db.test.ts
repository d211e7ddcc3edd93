import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { runTyped } from './testing/run-typed.ts';

const { appUrl, ownerUrl, owner } = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-replay-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => path.join(folder, name);

const env = {
  OTKLIK_DATA: inFolder('data'),
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  OTKLIK_SECRET: 's'.repeat(32),
};

const otklik = (...args: string[]) => runTyped(args, { env });

const figuresOf = async (...args: string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await otklik(...args, '--json')).out[0] ?? '') as Record<string, unknown>;

const square = (west: number, south: number) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
];
const boundaries = {
  type: 'FeatureCollection',
  features: ['Липовский округ', 'Дубовский округ'].map((district, i) => ({
    type: 'Feature',
    properties: { district },
    geometry: { type: 'Polygon', coordinates: [square(40 + i, 55)] },
  })),
};
const streets = ['улица Садовая', 'Заречный проспект', 'Кленовый переулок', 'улица Дальняя'];
const addresses = [
  'building_id,address,lat,lon',
  ...streets.flatMap((street, s) =>
    Array.from(
      { length: 12 },
      (_, i) =>
        `${s * 100 + i},"г. Липовск, ${street}, дом ${i + 1}, литера А",${(55.1 + s / 10 + i / 1000).toFixed(4)},${s < 2 ? 40.5 : 41.5}`,
    ),
  ),
  '999,"г. Липовск, промзона, дом б/н",55.2,40.5',
].join('\n');

const ROWS = 300;
const complaints: [text: string, label: string][] = [
  ['Во дворе не убирают снег, пройти нельзя', 'Двор›Уборка'],
  ['На дороге глубокая яма, машины бьют колёса', 'Дорога›Ямы'],
  ['Не горит фонарь у подъезда, темно', 'Улица›Свет'],
  ['Переполнены контейнеры, мусор на площадке', 'Двор›Мусор'],
];
/** Every row is honest, but for a few at the end. */
const archive = [
  'Номер;Когда;Раздел;Вид;Сообщение;Адрес;Широта;Долгота;Фото',
  ...Array.from({ length: ROWS }, (_, i) => {
    const [text, label] = complaints[i % complaints.length]!;
    const street = streets[i % streets.length]!;
    const when = `2026-02-${String(1 + (i % 27)).padStart(2, '0')} 1${i % 10}:15:00`;
    const place = i % 3 === 0 ? '' : `г. Липовск, ${street}, дом ${(i % 12) + 1}`;
    const words = i % 3 === 0 ? `${text}. ${street}, д. ${(i % 12) + 1}` : `${text} (${i})`;
    return [`N${i}`, when, ...label.split('›'), words, place, '55.15', '40.5', '0'].join(';');
  }),
  'N1;2026-02-01 10:00:00;Двор;Уборка;Тот же номер ещё раз;;;;0',
  'E1;2026-02-01 10:00:00;Двор;Уборка;;;;;0',
  'E2;2026-02-01 10:00:00;Двор;Уборка;;;;;3',
  'E3;2026-02-01 10:00:00;Двор;Уборка;Яма;;155.1;40.5;0',
  'E4;вчера;Двор;Уборка;Яма;;;;0',
  'E5;1999-02-01;Двор;Уборка;Яма;;;;0',
  ';2026-02-01 10:00:00;Двор;Уборка;Без номера;;;;0',
].join('\n');
const mapping = {
  about: 'a made-up archive',
  delimiter: ';',
  columns: {
    id: 'Номер',
    text: 'Сообщение',
    createdAt: 'Когда',
    address: ['Адрес'],
    lat: 'Широта',
    lon: 'Долгота',
    photos: 'Фото',
  },
  topic: { columns: ['Раздел', 'Вид'], map: 'topics.json' },
};
const topics = {
  'Двор›Уборка': 'yard_cleaning',
  'Дорога›Ямы': 'road_potholes',
  'Улица›Свет': 'street_light_broken',
};

const land = ['--boundaries', inFolder('land.geojson'), '--addresses', inFolder('addresses.csv')];
const how = ['--map', inFolder('mapping.json'), '--batch', '5'];

beforeAll(async () => {
  writeFileSync(inFolder('land.geojson'), JSON.stringify(boundaries));
  writeFileSync(inFolder('addresses.csv'), addresses);
  writeFileSync(inFolder('archive.csv.gz'), gzipSync(archive));
  writeFileSync(inFolder('mapping.json'), JSON.stringify(mapping));
  writeFileSync(inFolder('topics.json'), JSON.stringify(topics));
  await otklik('region', 'create', 'Липовский край', ...land);
  await otklik('region', 'create', 'Липовский край, второй', ...land, '--slug', 'second');
  await otklik('region', 'create', 'Липовский край, третий', ...land, '--slug', 'third');
});

const regionId = async (slug: string): Promise<number> =>
  (await owner().selectFrom('region').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id;

/** How many rows of each kind a region holds. */
async function contents(slug: string): Promise<Record<string, number>> {
  const id = await regionId(slug);
  const tables = [
    'raw_payload',
    'message',
    'appeal',
    'understanding',
    'appeal_state',
    'incident',
    'incident_appeal',
    'responsibility',
    'deadline',
  ];
  const counted: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}
      where region_id = ${id}`.execute(owner());
    counted[table] = rows[0]?.n ?? 0;
  }
  const { rows } = await sql<{ n: number }>`select coalesce(sum(n), 0)::int as n from daily_count
    where region_id = ${id}`.execute(owner());
  return { ...counted, daily: rows[0]?.n ?? 0 };
}

describe('a region of one’s own', () => {
  test('has its land, its register and a way in for messages', async () => {
    const id = await regionId('lipovskiy-kray');
    const db = owner();
    const streetsMade = await db.selectFrom('street').selectAll().where('region_id', '=', id).execute();
    expect(streetsMade.map(({ name, kind }) => `${kind} ${name}`).toSorted()).toEqual([
      'переулок Кленовый',
      'проспект Заречный',
      'улица Дальняя',
      'улица Садовая',
    ]);
    const channels = await db
      .selectFrom('channel_account')
      .select('channel')
      .where('region_id', '=', id)
      .execute();
    expect(channels.map(({ channel }) => channel).toSorted()).toEqual(['desk', 'imported', 'portal']);
    const [rule] = await db
      .selectFrom('responsibility_rule')
      .selectAll()
      .where('region_id', '=', id)
      .where('responsible_kind', '=', 'house_manager')
      .execute();
    expect(rule?.source).toBe('создано командой region create');
  });

  test('needs an address nobody has taken', async () => {
    await expect(otklik('region', 'create', 'Липовский край', ...land)).rejects.toThrow(
      'A region "lipovskiy-kray" is there already (Липовский край): choose another --slug.',
    );
  });
});

describe('a replay', () => {
  test('killed at its worst moment and run again ends as one that was left in peace', async () => {
    const whole = await figuresOf('replay', inFolder('archive.csv.gz'), '--region', 'second', ...how);
    expect(whole).toMatchObject({
      messages: ROWS + 1,
      appeals: ROWS + 1,
      taken: ROWS + 1,
      repeats: 1,
      refused: {
        no_text: 1,
        coordinates_impossible: 1,
        date_unreadable: 1,
        date_outside_calendars: 1,
        no_id: 1,
      },
    });

    await endInTheMiddle('lipovskiy-kray', 'SIGKILL');
    const cut = await contents('lipovskiy-kray');
    expect(cut['message']).toBeLessThan(ROWS);
    expect(cut['appeal_state']).toBe(cut['message']);

    const again = await figuresOf('replay', inFolder('archive.csv.gz'), '--region', 'lipovskiy-kray', ...how);
    expect(lasting(again)).toEqual(lasting(whole));
    expect(again['taken']).toBe(ROWS + 1 - (cut['message'] ?? 0));
    expect(await contents('lipovskiy-kray')).toEqual(await contents('second'));
  });

  test('stopped with Ctrl-C ends its batch, closes the house and says how to go on', async () => {
    const { code, said } = await endInTheMiddle('third', 'SIGINT');
    expect(code).toBe(1);
    expect(said).toContain('Stopped. What was done is kept');
    const cut = await contents('third');
    expect(cut['message']).toBeLessThan(ROWS);
    expect(cut['appeal_state']).toBe(cut['message']);
  });

  test('run once more takes nothing', async () => {
    const before = await contents('second');
    const again = await figuresOf('replay', inFolder('archive.csv.gz'), '--region', 'second', ...how);
    expect(again['taken']).toBe(0);
    expect(await contents('second')).toEqual(before);
  });

  test('finds places by itself', async () => {
    const again = await figuresOf('replay', inFolder('archive.csv.gz'), '--region', 'second', ...how);
    expect(again['placed']).toBeGreaterThan(0.95);
    expect(again['duplicates']).toBeGreaterThan(0);
  });

  test('keeps the moments of the file, in the zone of the region', async () => {
    const first = await owner()
      .selectFrom('message')
      .select(['sent_at', 'received_at'])
      .where('region_id', '=', await regionId('second'))
      .where('external_id', '=', 'N0')
      .executeTakeFirstOrThrow();
    expect(first.received_at).toEqual(new Date('2026-02-01T07:15:00Z'));
    expect(first.sent_at).toEqual(first.received_at);
  });

  test.each([
    [
      'a region that is not there',
      ['archive.csv.gz', 'nowhere', 'mapping.json'],
      'There is no region "nowhere"',
    ],
    ['a file that is not there', ['none.csv', 'second', 'mapping.json'], 'is the name right?'],
    ['a mapping that is none', ['archive.csv.gz', 'second', 'topics.json'], 'is wrong at "about"'],
    ['columns of another file', ['addresses.csv', 'second', 'mapping.json'], 'lacks the columns Номер'],
  ])('says in a sentence: %s', async (_, [file = '', region = '', map = ''], sentence) => {
    await expect(
      otklik('replay', inFolder(file), '--region', region, '--map', inFolder(map)),
    ).rejects.toThrow(sentence);
  });
});

/** What a restart must not change. */
function lasting(figures: Record<string, unknown>): Record<string, unknown> {
  const passing = ['taken', 'seconds', 'perSecond', 'p95Ms', 'rssMb'];
  return Object.fromEntries(Object.entries(figures).filter(([name]) => !passing.includes(name)));
}

/** A real process, ended by a signal once some batches are in. */
async function endInTheMiddle(
  region: string,
  signal: 'SIGKILL' | 'SIGINT',
): Promise<{ readonly code: number | null; readonly said: string }> {
  const id = await regionId(region);
  const args = ['replay', inFolder('archive.csv.gz'), '--region', region, ...how];
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'main.ts'), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const isUnderWay = async (): Promise<boolean> => {
    const { rows } = await sql`select 1 from message where region_id = ${id} limit 1`.execute(owner());
    return rows.length > 0;
  };
  while (child.exitCode === null && !(await isUnderWay()))
    await new Promise((resolve) => setTimeout(resolve, 10));
  child.kill(signal);
  return { code: await ended, said };
}
