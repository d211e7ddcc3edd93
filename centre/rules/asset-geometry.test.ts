import { describe, expect, test } from 'vitest';
import { readAssetGeometry } from './asset-geometry.ts';

const ring = [
  [40, 55],
  [40.01, 55],
  [40.01, 55.01],
  [40, 55.01],
  [40, 55],
];
const shapeOf = (geometry: unknown) => {
  const read = readAssetGeometry(geometry);
  return typeof read === 'string' ? read : read.shape;
};

describe('the geometry of an object', () => {
  test('a point is its point, and touches one cell', () => {
    const read = readAssetGeometry({ type: 'Point', coordinates: [40, 55, 117] });
    expect(read).toMatchObject({ point: { lat: 55, lon: 40 }, shape: null });
    expect(read).toHaveProperty('cells.length', 1);
  });

  test('an open ring is closed, a height dropped, a repeated position passed over', () => {
    expect(
      shapeOf({
        type: 'Polygon',
        coordinates: [
          [
            [40, 55, 1],
            [40.01, 55, 1],
            [40.01, 55, 1],
            [40.01, 55.01, 1],
          ],
        ],
      }),
    ).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [40, 55],
          [40.01, 55],
          [40.01, 55.01],
          [40, 55],
        ],
      ],
    });
  });

  test('an area is marked inside of it even where its middle is not', () => {
    const horseshoe = [
      [40, 55],
      [40.03, 55],
      [40.03, 55.03],
      [40.02, 55.03],
      [40.02, 55.01],
      [40.01, 55.01],
      [40.01, 55.03],
      [40, 55.03],
      [40, 55],
    ];
    const read = readAssetGeometry({ type: 'Polygon', coordinates: [horseshoe] });
    if (typeof read === 'string') throw new Error(read);
    expect(read.point.lon < 40.01 || read.point.lon > 40.02).toBe(true);
  });

  test.each([
    ['nothing', null, 'no_geometry'],
    ['an empty one', { type: 'Polygon', coordinates: [] }, 'no_geometry'],
    ['words', { type: 'Point', coordinates: ['сорок', 55] }, 'no_geometry'],
    ['a line of one point', { type: 'LineString', coordinates: [[40, 55]] }, 'no_geometry'],
    ['an area of two points', { type: 'Polygon', coordinates: [ring.slice(0, 2)] }, 'no_geometry'],
    ['Null Island', { type: 'Point', coordinates: [0, 0] }, 'coordinates_impossible'],
    ['metres', { type: 'Point', coordinates: [4_400_000, 7_500_000] }, 'coordinates_impossible'],
    ['a collection', { type: 'GeometryCollection', geometries: [] }, 'unknown_geometry'],
    [
      'a coast',
      { type: 'LineString', coordinates: Array.from({ length: 10_001 }, (_, i) => [40 + i / 1e6, 55]) },
      'too_many_points',
    ],
    [
      'a country',
      {
        type: 'Polygon',
        coordinates: [
          [
            [30, 50],
            [90, 50],
            [90, 70],
            [30, 50],
          ],
        ],
      },
      'too_large',
    ],
  ])('%s is refused with its reason', (_, geometry, fault) => {
    expect(readAssetGeometry(geometry)).toBe(fault);
  });
});
