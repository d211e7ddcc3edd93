import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importBoundaries, type ImportedMunicipality } from '#centre/acts/import-boundaries.ts';
import { municipalitiesOf } from '#centre/queries/reference.ts';
import type { Position } from '#kernel/geo-json.ts';
import { settlePlaces } from '#flow/understand/acts/settle-places.ts';
import { loadUnderstandKnowledge } from '#flow/understand/acts/load-knowledge.ts';
import { readPlace } from '#flow/understand/rules/place.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { runTyped } from '../testing/run-typed.ts';

const { appUrl, ownerUrl, owner, db } = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-addresses-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => path.join(folder, name);

const env = {
  OTKLIK_DATA: inFolder('data'),
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  OTKLIK_SECRET: 's'.repeat(32),
};

const otklik = async (...args: readonly string[]): Promise<readonly string[]> =>
  (await runTyped(args, { env })).out;

const figures = async (...args: readonly string[]): Promise<unknown> =>
  JSON.parse((await otklik(...args, '--region', 'lipa', '--json')).join('')) as unknown;

const ring = (west: number, south: number, size: number): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (properties: Readonly<Record<string, unknown>>, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
});
function save(name: string, ...features: unknown[]): string {
  writeFileSync(inFolder(name), JSON.stringify({ type: 'FeatureCollection', features }));
  return inFolder(name);
}

const land = () =>
  save(
    'land.geojson',
    // A hole in one municipality is the other.
    feature({ district: 'Липовский округ' }, 'Polygon', [ring(40, 55, 1), ring(40.4, 55.4, 0.2)]),
    feature({ district: 'Дубовский округ' }, 'Polygon', [ring(40.4, 55.4, 0.2)]),
  );

beforeAll(async () => {
  await otklik('region', 'create', 'Липовский край', '--slug', 'lipa', '--boundaries', land());
});

const counted = async (table: 'settlement' | 'street' | 'house'): Promise<number> =>
  (await owner().selectFrom(table).select('id').execute()).length;

describe('addresses of a region that lives', () => {
  const places = () =>
    save(
      'places.geojson',
      feature({ place: 'village', name: 'Дубки', population: '381' }, 'Point', [40.5, 55.5]),
    );
  const buildings = () =>
    save(
      'buildings.geojson',
      feature({ housenumber: '5', street: 'Школьная улица', name: '' }, 'Polygon', [
        ring(40.5, 55.5, 0.0002),
      ]),
      feature({ 'addr:housenumber': '9к2', 'addr:street': 'Школьная улица' }, 'Point', [40.504, 55.5]),
      feature({ name: 'ФОК «Айсберг»', building: 'yes' }, 'Polygon', [ring(40.5, 55.51, 0.0002)]),
      feature({ housenumber: '7', street: '' }, 'Point', [40.5, 55.5]),
      feature({ housenumber: '7', street: 'Школьная улица' }, 'Point', [90, 55.5]),
      feature({ housenumber: 'б/н', street: 'Школьная улица' }, 'Point', [40.5, 55.5]),
    );
  const roads = () =>
    save(
      'roads.geojson',
      feature({ highway: 'secondary', name: 'улица Мира' }, 'LineString', [
        [40.49, 55.5],
        [40.51, 55.5],
      ]),
      feature({ highway: 'service', name: '' }, 'LineString', [
        [40.49, 55.5],
        [40.51, 55.5],
      ]),
    );

  test('settlements, houses and streets come from GeoJSON; every row that is not used is told', async () => {
    expect(await figures('region', 'addresses', places())).toMatchObject({ settlements: 1 });
    expect(await figures('region', 'addresses', buildings())).toMatchObject({
      rows: 6,
      settlements: 0,
      streets: 1,
      houses: 2,
      refused: { not_an_address: 1, no_street: 1, outside: 1, no_house: 1 },
    });
    expect(await figures('region', 'addresses', roads())).toMatchObject({
      streets: 1,
      refused: { not_an_address: 1 },
    });
    const [dubki] = await owner().selectFrom('settlement').selectAll().execute();
    expect(dubki).toMatchObject({ name: 'Дубки', kind: 'село', population: 381, municipality_id: 2 });
  });

  test('the same files again change nothing', async () => {
    const before = [await counted('settlement'), await counted('street'), await counted('house')];
    for (const file of [places(), buildings(), roads()])
      expect(await figures('region', 'addresses', file)).toMatchObject({
        settlements: 0,
        streets: 0,
        houses: 0,
        moved: 0,
      });
    expect([await counted('settlement'), await counted('street'), await counted('house')]).toEqual(before);
  });

  test('a newer table moves and adds, and keeps what it does not name; a dry run only tells', async () => {
    writeFileSync(
      inFolder('new.csv'),
      'Адрес;Широта;Долгота\nсело Дубки, Школьная улица, дом 5;55,5005;40,5\nсело Дубки, ул. Школьная, д. 11;55,5;40,505\nсело Дубки;55,5;40,5\n',
    );
    const told = { houses: 1, moved: 1, refused: { no_house: 1 } };
    expect(await figures('region', 'addresses', inFolder('new.csv'), '--dry-run')).toMatchObject(told);
    expect(await figures('region', 'addresses', inFolder('new.csv'))).toMatchObject(told);
    const houses = await owner()
      .selectFrom('house')
      .select(['number', 'lat'])
      .orderBy('number_base')
      .execute();
    expect(houses).toEqual([
      { number: '5', lat: 55.5005 },
      { number: '9 корп. 2', lat: 55.5 },
      { number: '11', lat: 55.5 },
    ]);
  });

  test('a file that is none is refused in a sentence', async () => {
    writeFileSync(inFolder('bad.csv'), 'id,name\n1,a\n');
    await expect(otklik('region', 'addresses', inFolder('bad.csv'), '--region', 'lipa')).rejects.toThrow(
      'lacks the columns address (or street and house), lat, lon',
    );
  });

  test('texts find them: a house, the next one to it, the landmark of the objects', async () => {
    await otklik('objects', 'import', buildings(), '--preset', 'osm', '--region', 'lipa');
    const [region] = await owner().selectFrom('region').select('id').where('slug', '=', 'lipa').execute();
    const id = region?.id ?? 0;
    const settled = await withScope(db, wholeRegion(id), async (tx) => {
      const knowledge = await loadUnderstandKnowledge(tx, id, new Map());
      const readings = ['Дубки, Школьная 5', 'ул. Школьная, 7', 'возле ФОК Айсберг темно'].map((text) =>
        readPlace(readWords(text), knowledge.gazetteer, {
          point: null,
          territory: null,
          municipalityAt: knowledge.municipalityAt,
        }),
      );
      return settlePlaces(tx, id, readings, knowledge.gazetteer);
    });
    expect(settled.map(({ place }) => [place.precision, place.approximate])).toEqual([
      ['house', null],
      ['street', 'between_houses'],
      ['house', 'landmark'],
    ]);
    expect(settled[0]?.house?.number).toBe('5');
  });
});

describe('boundaries of a region that lives', () => {
  test('the same file again changes nothing', async () => {
    expect(await figures('region', 'boundaries', land())).toMatchObject({ added: 0, changed: 0, same: 2 });
  });

  test('a newer one draws anew, adds, and keeps what it does not name', async () => {
    const newer = save(
      'newer.geojson',
      feature({ district: 'Дубовский округ' }, 'Polygon', [ring(40.4, 55.4, 0.21)]),
      feature({ district: 'Кленовый округ' }, 'Polygon', [ring(41, 55, 1)]),
    );
    expect(await figures('region', 'boundaries', newer)).toMatchObject({
      added: 1,
      changed: 1,
      kept: ['Липовский округ'],
    });
    const [region] = await owner().selectFrom('region').select('bounds').where('slug', '=', 'lipa').execute();
    expect(region?.bounds).toEqual([40, 55, 42, 56]);
  });

  test('two at once take turns: the second finds what the first has added', async () => {
    const [region] = await owner().selectFrom('region').select('id').where('slug', '=', 'lipa').execute();
    const id = region?.id ?? 0;
    const areas: ImportedMunicipality[] = ['Ясеневый округ', 'Рябиновый округ'].map((name, i) => ({
      name,
      oktmo: null,
      population: null,
      boundary: { type: 'MultiPolygon', coordinates: [[ring(41 + i, 56, 1)]] },
    }));
    let tries = 0;
    const take = () =>
      withScope(db, wholeRegion(id), async (tx) => {
        tries += 1;
        return {
          ok: true,
          done: await importBoundaries(tx, id, areas, [41, 56, 43, 57], new Date('2026-03-02T09:00:00Z')),
        };
      });
    // Both connections are open before the race begins.
    await Promise.all([1, 2].map(() => withScope(db, wholeRegion(id), (tx) => municipalitiesOf(tx, id))));
    const both = await Promise.all([take(), take()]);
    expect(both.map(({ done }) => done.added.length).toSorted((one, other) => one - other)).toEqual([0, 2]);
    expect(tries).toBe(2);
  });
});
