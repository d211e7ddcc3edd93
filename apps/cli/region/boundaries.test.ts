import { describe, expect, test } from 'vitest';
import { areaFinder, readBoundaries } from './boundaries.ts';

const square = (west: number, south: number, size = 1) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const feature = (district: string, coordinates: unknown, type = 'Polygon') => ({
  type: 'Feature',
  properties: { district },
  geometry: { type, coordinates },
});
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });
const read = (text: string, property = 'district') => readBoundaries(text, 'land.geojson', property);

describe('boundaries', () => {
  test('of one name are one municipality, however many features it has', () => {
    const { territories, bounds, passedOver } = read(
      file(
        feature('Левобережный', [square(40, 55)]),
        feature(' Правобережный  район', [square(41, 55)]),
        feature('Левобережный', [[square(43, 56)]], 'MultiPolygon'),
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [40, 55] } },
      ),
    );
    expect(territories.map(({ name }) => name)).toEqual(['Левобережный', 'Правобережный район']);
    expect(territories[0]?.boundary.coordinates).toHaveLength(2);
    expect(bounds).toEqual([40, 55, 44, 57]);
    expect(passedOver).toBe(1);
  });

  test('place a point exactly, and not in a hole', () => {
    const { territories } = read(
      file(
        feature('Кольцо', [square(40, 55), square(40.4, 55.4, 0.2)]),
        feature('Остров', [square(40.4, 55.4, 0.2)]),
      ),
    );
    const find = areaFinder(territories);
    expect(find({ lat: 55.1, lon: 40.1 })).toBe(0);
    expect(find({ lat: 55.5, lon: 40.5 })).toBe(1);
    expect(find({ lat: 54, lon: 40.5 })).toBeNull();
  });
});

describe('boundaries that make no sense are refused in a sentence', () => {
  test.each([
    ['no JSON', 'hello', 'land.geojson is not JSON: boundaries come as GeoJSON.'],
    ['no collection', '{"type":"Topology"}', 'is not a GeoJSON FeatureCollection'],
    ['nothing in it', file(), 'holds no areas'],
    ['points only', file(feature('Энск', [40, 55], 'Point')), 'holds no areas'],
    ['latitude first', file(feature('Энск', [square(55, 37)])), 'has latitude before longitude'],
    ['latitude first, far east', file(feature('Энск', [square(53, 128)])), 'has latitude before longitude'],
    ['metres', file(feature('Энск', [square(4_400_000, 7_500_000)])), 'is not in degrees'],
    [
      'another system',
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
        features: [feature('Энск', [square(40, 55)])],
      }),
      'in the coordinate system urn:ogc:def:crs:EPSG::3857',
    ],
  ])('%s', (_, text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  test('a property that is not there, naming those that are', () => {
    expect(() => read(file(feature('Энск', [square(40, 55)])), 'name')).toThrow(
      'has no property "name" to be named by: choose another with --name-property (it has district).',
    );
  });
});
