import { describe, expect, test } from 'vitest';
import type { Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';
import { stretchOf } from './stretch.ts';

/** Thousandths of a degree east and north of one corner, near the equator so that both count alike. */
const at = (east: number, north = 0): Position => [30 + east / 1000, north / 1000];
const point = (east: number, north = 0): Point => ({ lat: north / 1000, lon: 30 + east / 1000 });
const line = (...coordinates: readonly Position[]): Shape => ({ type: 'LineString', coordinates });
const shown = (shape: Shape | null): number[][][] => {
  const lines =
    shape?.type === 'LineString'
      ? [shape.coordinates]
      : shape?.type === 'MultiLineString'
        ? shape.coordinates
        : [];
  return lines.map((one) =>
    one.map(([lon, lat]) => [Math.round((lon - 30) * 1e5) / 100, Math.round(lat * 1e5) / 100]),
  );
};

describe('a stretch of a street', () => {
  test('is cut out of one segment at both ends', () => {
    expect(shown(stretchOf([line(at(0), at(10))], [point(2), point(8)]))).toEqual([
      [
        [2, 0],
        [8, 0],
      ],
    ]);
  });

  test('is the same however it is drawn and from whichever end it is named', () => {
    for (const segment of [line(at(0), at(10)), line(at(10), at(0))])
      for (const ends of [
        [point(2), point(8)],
        [point(8), point(2)],
      ])
        expect(shown(stretchOf([segment], ends))[0]?.toSorted(([a = 0], [b = 0]) => a - b)).toEqual([
          [2, 0],
          [8, 0],
        ]);
  });

  test('keeps the corners of the street and takes several segments', () => {
    const segments = [line(at(0), at(3), at(4, 1)), line(at(4, 1), at(5, 0), at(10))];
    expect(shown(stretchOf(segments, [point(2), point(8)]))).toEqual([
      [
        [2, 0],
        [3, 0],
        [4, 1],
      ],
      [
        [4, 1],
        [5, 0],
        [8, 0],
      ],
    ]);
  });

  test('leaves out what is beyond the ends and far aside', () => {
    const segments = [line(at(0), at(10)), line(at(20), at(30)), line(at(3, 9), at(7, 9))];
    expect(shown(stretchOf(segments, [point(2), point(8)]))).toEqual([
      [
        [2, 0],
        [8, 0],
      ],
    ]);
  });

  test('of a street nobody has drawn goes through its houses', () => {
    expect(shown(stretchOf([], [point(2), point(5, 1), point(8)]))).toEqual([
      [
        [2, 0],
        [5, 1],
        [8, 0],
      ],
    ]);
    expect(shown(stretchOf([line(at(50), at(60))], [point(2), point(8)]))).toEqual([
      [
        [2, 0],
        [8, 0],
      ],
    ]);
  });

  test('of one point is none', () => {
    expect(stretchOf([line(at(0), at(10))], [point(2)])).toBeNull();
    expect(stretchOf([line(at(0), at(10))], [point(2), point(2)])).toBeNull();
  });
});
