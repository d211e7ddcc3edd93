import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import { metersBetween, metersToShape, type Shape } from '#kernel/shape.ts';
import { cellsTouched, cellsWithin } from './asset-cells.ts';

/** Anywhere in Russia: from Kaliningrad to Chukotka, from Dagestan to the Arctic islands. */
const place = fc.record({
  lat: fc.double({ min: 41.5, max: 78, noNaN: true }),
  lon: fc.double({ min: 20, max: 179, noNaN: true }),
});

/** A point so many metres away. */
const moved = ({ lat, lon }: Point, meters: number, bearing: number): Point => ({
  lat: lat + (Math.cos(bearing) * meters) / 111_195,
  lon: lon + (Math.sin(bearing) * meters) / (111_195 * Math.cos((lat * Math.PI) / 180)),
});

const bearing = fc.double({ min: 0, max: 2 * Math.PI, noNaN: true });
const meet = (one: readonly string[], other: readonly string[]): boolean =>
  one.some((cell) => other.includes(cell));

describe('an object within reach is among the cells that are asked', () => {
  test('a point', () => {
    fc.assert(
      fc.property(
        place,
        bearing,
        fc.double({ min: 1, max: 120, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (lamp, direction, reach, share) => {
          const asked = moved(lamp, reach * share, direction);
          fc.pre(metersBetween(asked, lamp) <= reach);
          return meet(cellsTouched(lamp, null), cellsWithin(asked, reach));
        },
      ),
    );
  });

  test('a line of any length, from ten metres to thirty kilometres', () => {
    fc.assert(
      fc.property(
        place,
        bearing,
        bearing,
        fc.double({ min: 1, max: 4.5, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 5, max: 120, noNaN: true }),
        (start, direction, side, power, share, reach) => {
          const end = moved(start, 10 ** power, direction);
          const line: Shape = { type: 'LineString', coordinates: [position(start), position(end)] };
          const on = {
            lat: start.lat + (end.lat - start.lat) * share,
            lon: start.lon + (end.lon - start.lon) * share,
          };
          const asked = moved(on, reach * 0.95, side);
          fc.pre(metersToShape(asked, line) <= reach);
          return meet(cellsTouched(start, line), cellsWithin(asked, reach));
        },
      ),
    );
  });

  test('an area, asked from inside', () => {
    fc.assert(
      fc.property(
        place,
        fc.double({ min: 1, max: 4, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (corner, power, across, along) => {
          const side = 10 ** power;
          const east = moved(corner, side, Math.PI / 2);
          const north = moved(corner, side, 0);
          const far = { lat: north.lat, lon: east.lon };
          const area: Shape = {
            type: 'Polygon',
            coordinates: [[corner, east, far, north, corner].map(position)],
          };
          const asked = {
            lat: corner.lat + (north.lat - corner.lat) * along,
            lon: corner.lon + (east.lon - corner.lon) * across,
          };
          return meet(cellsTouched(corner, area), cellsWithin(asked, 10));
        },
      ),
    );
  });
});

const position = ({ lat, lon }: Point): Position => [lon, lat];

test('an object has few cells however large it is, and a country has none', () => {
  const box = (degrees: number): Shape => ({
    type: 'Polygon',
    coordinates: [
      [
        [50, 60],
        [50 + degrees, 60],
        [50 + degrees, 60 + degrees],
        [50, 60 + degrees],
        [50, 60],
      ],
    ],
  });
  const counts = [0.001, 0.01, 0.1, 1].map((size) => cellsTouched({ lat: 60, lon: 50 }, box(size)).length);
  for (const count of counts) expect(count).toBeGreaterThan(0);
  expect(Math.max(...counts)).toBeLessThan(1024);
  expect(cellsTouched({ lat: 60, lon: 50 }, box(20))).toEqual([]);
});
