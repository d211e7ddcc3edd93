import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { featureTexts } from './feature-stream.ts';
import { osmKind } from './osm-kinds.ts';
import { ownerFinder } from './owner-names.ts';
import { readWkt } from './wkt.ts';

async function* pieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  const edges = [0, ...cuts.map((cut) => cut % (text.length + 1)).toSorted((a, b) => a - b), text.length];
  for (let i = 1; i < edges.length; i += 1) yield text.slice(edges[i - 1], edges[i]);
}

async function features(text: string, cuts: readonly number[] = []): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of featureTexts(pieces(text, cuts), 'file.geojson')) found.push(JSON.parse(one));
  return found;
}

const feature = fc.record({
  type: fc.constant('Feature'),
  properties: fc.dictionary(
    fc.string(),
    fc.oneof(fc.string(), fc.constant('}] "features": [ \\" {'), fc.integer()),
  ),
  geometry: fc.constant({ type: 'Point', coordinates: [40, 55] }),
});

describe('features of GeoJSON', () => {
  test('come out one by one, wherever the file is cut and whatever its texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(feature), fc.array(fc.nat()), fc.boolean(), async (list, cuts, isPretty) => {
        const collection = {
          type: 'FeatureCollection',
          crs: { properties: { name: 'EPSG:4326' } },
          features: list,
        };
        expect(await features(JSON.stringify(collection, null, isPretty ? 2 : 0), cuts)).toEqual(list);
      }),
    );
  });

  test('one a line are read too, and a file of one feature', async () => {
    const one = { type: 'Feature', properties: {}, geometry: null };
    expect(await features(`${JSON.stringify(one)}\n\u001e${JSON.stringify(one)}\n`)).toEqual([one, one]);
    expect(await features(JSON.stringify(one))).toEqual([one]);
  });

  test('of a file that ends too early are an error in a sentence', async () => {
    await expect(features('{"type":"FeatureCollection","features":[{"type":"Feat')).rejects.toThrow(
      'ends in the middle of a feature',
    );
  });
});

describe('well-known text', () => {
  test.each([
    ['POINT (40 55)', { type: 'Point', coordinates: [40, 55] }],
    ['SRID=4326;POINT Z (40.5 55.25 117)', { type: 'Point', coordinates: [40.5, 55.25, 117] }],
    [
      'linestring(40 55,41 56)',
      {
        type: 'LineString',
        coordinates: [
          [40, 55],
          [41, 56],
        ],
      },
    ],
    [
      'POLYGON ((40 55, 41 55, 41 56, 40 55))',
      {
        type: 'Polygon',
        coordinates: [
          [
            [40, 55],
            [41, 55],
            [41, 56],
            [40, 55],
          ],
        ],
      },
    ],
    [
      'MULTIPOINT ((40 55), (41 55))',
      {
        type: 'MultiPoint',
        coordinates: [
          [40, 55],
          [41, 55],
        ],
      },
    ],
    [
      'MULTILINESTRING ((40 55, 41 56), (1e1 -2, 3 4))',
      {
        type: 'MultiLineString',
        coordinates: [
          [
            [40, 55],
            [41, 56],
          ],
          [
            [10, -2],
            [3, 4],
          ],
        ],
      },
    ],
    ['CIRCLE (40 55)', null],
    ['POINT (', null],
    ['дом 5', null],
  ])('%s', (text, geometry) => {
    expect(readWkt(text)).toEqual(geometry);
  });
});

describe('tags of OpenStreetMap', () => {
  test.each([
    ['a building of a school is a school', { building: 'yes', amenity: 'school' }, 'school'],
    [
      'a building of nothing else is a building',
      { building: 'apartments', amenity: '', shop: '' },
      'building',
    ],
    ['a gathered value is taken apart', { landuse: 'leisure_playground' }, 'playground'],
    ['a road', { highway: 'residential', name: 'улица Ленина' }, 'road_segment'],
    ['a road over water is a bridge', { highway: 'primary', bridge: 'yes' }, 'bridge'],
    ['a path is no road', { highway: 'footway' }, 'sidewalk'],
    ['a lamp', { highway: 'street_lamp' }, 'lamp'],
    ['an industrial zone is no object', { landuse: 'industrial' }, null],
    ['what was a shop is none', { building: 'yes', shop: 'no' }, 'building'],
  ])('%s', (_, properties, kind) => {
    expect(osmKind(properties)).toBe(kind);
  });
});

describe('owners in registers', () => {
  const find = ownerFinder(
    [
      { id: 1, name: 'Муниципальное казённое учреждение «Горсвет»', shortName: 'МКУ «Горсвет»' },
      { id: 2, name: 'ООО «Управляющая компания „Уют“»', shortName: 'УК «Уют»' },
      { id: 3, name: 'АО «Дорсервис»', shortName: 'Дорсервис' },
      { id: 4, name: 'ООО «Дорсервис»', shortName: 'ООО «Дорсервис»' },
    ],
    new Map([['7701234567', 2]]),
  );
  test.each([
    ['the whole name', 'Муниципальное казённое учреждение «Горсвет»', 1],
    ['without its form and marks', 'горсвет', 1],
    ['with another form of the same', 'МКУ Горсвет', 1],
    ['ё and е', 'Муниципальное казенное учреждение "Горсвет"', 1],
    ['the number of a taxpayer that a person explained', '7701234567', 2],
    ['a name of two bodies finds the one written exactly so', 'АО «Дорсервис»', 3],
    ['and nobody where it fits both', 'ПАО Дорсервис', null],
    ['a stranger', 'ТСЖ «Берёзка»', null],
  ])('%s', (_, written, id) => {
    expect(find(written)).toBe(id);
  });
});
