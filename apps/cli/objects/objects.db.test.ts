import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSmallRegion, bodies, type SmallRegion } from '#house/testing/small-region.ts';
import { createSeals } from '#store/seal.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { wholeRegion, withScope, openDatabase, close } from '#store/connection.ts';
import { runTyped } from '../testing/run-typed.ts';

const { db, appUrl, ownerUrl } = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-objects-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let region: SmallRegion;
let neighbour: SmallRegion;
const secret = 's'.repeat(32);

beforeAll(async () => {
  region = await makeSmallRegion(db, createSeals(secret));
  neighbour = await makeSmallRegion(db, createSeals(secret), { slug: 'sosed', isDefault: false });
});

function written(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const env = {
  OTKLIK_DATA: path.join(folder, 'data'),
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  OTKLIK_SECRET: secret,
};

/** What a command prints, as figures. */
const figures = async (...args: string[]) =>
  JSON.parse((await runTyped([...args, '--json'], { env })).out.join('')) as Record<string, unknown>;

const assets = (regionId: number, seenFrom = regionId) =>
  withScope(db, wholeRegion(seenFrom), (tx) =>
    tx.selectFrom('asset').selectAll().where('region_id', '=', regionId).orderBy('external_id').execute(),
  );

const lamps = [
  'Инв. №;Номер опоры;Широта;Долгота;Балансодержатель;Улица',
  'A1;214;61,0301;50,1301;"Дорожная служба";улица Садовая',
  'A2;215;61,0303;50,1303;Горсвет;улица Садовая',
  'A3;216;;;Дорожная служба;',
  'A4;217;55,75;37,61;Дорожная служба;',
  'A1;218;61,0305;50,1305;Дорожная служба;',
].join('\r\n');

describe('a register of lamps saved by a spreadsheet', () => {
  const mapping = () => written('map.json', JSON.stringify({ columns: { id: 'Инв. №' } }));
  const load = (text: string, ...more: string[]) =>
    figures(
      'objects',
      'import',
      written('lamps.csv', text),
      '--region',
      region.slug,
      '--kind',
      'lamp',
      '--map',
      mapping(),
      ...more,
    );

  test('tried first, changes nothing', async () => {
    expect(await load(lamps, '--dry-run')).toMatchObject({ added: 2, dryRun: true });
    expect(await assets(region.id)).toEqual([]);
  });

  test('is taken, and every row that is not is told with its reason', async () => {
    expect(await load(lamps)).toMatchObject({
      rows: 5,
      added: 2,
      refused: { no_geometry: 1, outside: 1, repeated: 1 },
      withOwner: 1,
      withoutOwner: 1,
      unknownOwners: { Горсвет: 1 },
    });
    const [first, second] = await assets(region.id);
    expect(first).toMatchObject({ number: '214', owner_id: bodies.roads, street_id: 1, municipality_id: 1 });
    expect(second).toMatchObject({ number: '215', owner_id: null });
  });

  test('taken again changes nothing', async () => {
    const before = await assets(region.id);
    expect(await load(lamps)).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect(await assets(region.id)).toEqual(before);
  });

  test('newer, changes what differs and keeps an owner it does not know', async () => {
    const newer = lamps.replace('61,0301;50,1301;"Дорожная служба"', '61,0302;50,1301;Новый хозяин');
    expect(await load(newer)).toMatchObject({ added: 0, changed: 1, same: 1 });
    expect((await assets(region.id))[0]).toMatchObject({ lat: 61.0302, owner_id: bodies.roads });
  });

  test('as the whole register takes off what it no longer names', async () => {
    const fewer = lamps
      .split('\r\n')
      .filter((line) => !line.startsWith('A2'))
      .join('\r\n');
    expect(await load(fewer, '--complete')).toMatchObject({ removed: 1 });
    expect((await assets(region.id)).map((row) => row.removed_at !== null)).toEqual([false, true]);
    expect(await load(lamps)).toMatchObject({ changed: 1, same: 1 });
  });

  test('as the whole register keeps what it names in a row that cannot be used', async () => {
    const spoilt = lamps.replace('61,0303;50,1303', ';');
    expect(await load(spoilt, '--complete', '--dry-run')).toMatchObject({ removed: 0, unnamedRows: 0 });
  });

  test('takes nothing off where a row that cannot be used does not say which object it is', async () => {
    const spoilt = lamps.replace('A2;215;61,0303;50,1303', ';215;;');
    expect(await load(spoilt, '--complete', '--dry-run')).toMatchObject({ removed: 0, unnamedRows: 1 });
  });

  test('belongs to its region alone', async () => {
    expect(await assets(neighbour.id)).toEqual([]);
    expect(await assets(region.id, neighbour.id)).toEqual([]);
    const stranger = openDatabase(appUrl, { poolSize: 1, applicationName: 'test' });
    expect(await stranger.selectFrom('asset').selectAll().execute()).toEqual([]);
    expect(await stranger.selectFrom('asset_cell').selectAll().execute()).toEqual([]);
    await close(stranger);
  });
});

describe('a file of a map', () => {
  const collection = (...features: unknown[]) =>
    written('map.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  const one = (id: number, properties: object, geometry: unknown) => ({
    type: 'Feature',
    properties: { id, ...properties },
    geometry,
  });

  test('gives objects of the kinds its tags tell, with their lines and areas', async () => {
    const square = [
      [50.12, 61.02],
      [50.13, 61.02],
      [50.13, 61.03],
      [50.12, 61.02],
    ];
    const file = collection(
      one(
        1,
        { highway: 'residential', name: 'улица Садовая' },
        { type: 'LineString', coordinates: square.slice(0, 2) },
      ),
      one(2, { leisure: 'park', name: 'Сквер' }, { type: 'Polygon', coordinates: [square] }),
      one(3, { landuse: 'industrial' }, { type: 'Polygon', coordinates: [square] }),
      one(4, { amenity: 'school' }, { type: 'Point', coordinates: [50.12, 61.02] }),
    );
    expect(
      await figures(
        'objects',
        'import',
        file,
        '--region',
        region.slug,
        '--preset',
        'osm',
        '--owner',
        'Правительство',
      ),
    ).toMatchObject({
      added: 3,
      byKind: { road_segment: 1, park: 1, school: 1 },
      refused: { not_an_object: 1 },
      withOwner: 3,
    });
    const road = (await assets(region.id)).find(({ kind }) => kind === 'road_segment');
    expect(road).toMatchObject({ street_id: 1, settlement_id: 1, shape: { type: 'LineString' } });
  });

  test.each([
    ['metres', one(1, {}, { type: 'Point', coordinates: [4_400_000, 7_500_000] }), 'is not in degrees'],
    [
      'latitude first',
      one(1, {}, { type: 'Point', coordinates: [61.02, 50.12] }),
      'latitude and longitude swapped',
    ],
  ])('in %s is refused in a sentence', async (_, feature, sentence) => {
    const load = figures('objects', 'import', collection(feature), '--region', region.slug, '--kind', 'lamp');
    await expect(load).rejects.toThrow(sentence);
  });

  test('of no kind asks for one', async () => {
    const file = collection(one(1, {}, { type: 'Point', coordinates: [50.12, 61.02] }));
    await expect(figures('objects', 'import', file, '--region', region.slug)).rejects.toThrow('give --kind');
  });
});

describe('a register of who manages houses', () => {
  const load = (text: string, to: string) =>
    figures('objects', 'assign', written('owners.csv', text), '--region', region.slug, '--to', to);
  const managers = () =>
    withScope(db, wholeRegion(region.id), (tx) =>
      tx
        .selectFrom('house')
        .select(['id', 'manager_id'])
        .where('region_id', '=', region.id)
        .orderBy('id')
        .execute(),
    );

  test('is taken by addresses as people write them', async () => {
    const text = [
      'Адрес,Управляющая компания',
      '"с. Сосновка, ул. Лесная, д. 3",УК Причал',
      '"Приозёрск, улица Садовая, дом 5",УК «Причал»',
      '"Приозёрск, улица Садовая, дом 99",УК «Причал»',
      '"Приозёрск, улица Рыбацкая, 12",ТСЖ «Берёзка»',
    ].join('\n');
    expect(await load(text, 'houses')).toMatchObject({
      rows: 4,
      changed: 1,
      same: 1,
      refused: { no_house: 1, unknown_owner: 1 },
      unknownOwners: { 'ТСЖ «Берёзка»': 1 },
    });
    expect((await managers()).map((row) => row.manager_id)).toEqual([2, 2, 2, 2]);
    expect(await load(text, 'houses')).toMatchObject({ changed: 0, same: 2 });
  });

  test('and of who keeps streets', async () => {
    expect(
      await load('улица;населённый пункт;балансодержатель\nЛесная;Сосновка;Правительство', 'streets'),
    ).toMatchObject({
      changed: 1,
    });
  });
});
