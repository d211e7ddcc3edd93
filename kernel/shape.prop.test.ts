import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Position } from './geo-json.ts';
import type { Point } from './place.ts';
import { isInArea, metersBetween, metersToSegment, metersToShape, pointOn, type Shape } from './shape.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Points of one town. */
const near = fc.record({ lat: number(55, 55.05), lon: number(37, 37.1) });
const position = ({ lat, lon }: Point): Position => [lon, lat];

describe('the distance to a piece of line', () => {
  test('is never more than to either end, nor less than the ends allow', () => {
    fc.assert(
      fc.property(near, near, near, (point, from, to) => {
        const meters = metersToSegment(point, position(from), position(to));
        const ends = [metersBetween(point, from), metersBetween(point, to)];
        const slack = 0.01 + 0.001 * Math.max(...ends);
        return (
          meters <= Math.min(...ends) + slack && meters >= Math.min(...ends) - metersBetween(from, to) - slack
        );
      }),
    );
  });

  test('is nought on the line itself', () => {
    fc.assert(
      fc.property(near, near, number(0, 1), (from, to, share) => {
        const on = {
          lat: from.lat + (to.lat - from.lat) * share,
          lon: from.lon + (to.lon - from.lon) * share,
        };
        return metersToSegment(on, position(from), position(to)) < 0.01;
      }),
    );
  });

  test('is the same from either end', () => {
    fc.assert(
      fc.property(near, near, near, (point, from, to) => {
        const there = metersToSegment(point, position(from), position(to));
        return Math.abs(there - metersToSegment(point, position(to), position(from))) < 0.001;
      }),
    );
  });

  test('knows the short way over the 180th meridian', () => {
    const point = { lat: 66, lon: 179.999 };
    expect(metersToSegment(point, [-179.999, 66], [-179.998, 66])).toBeLessThan(200);
    expect(metersBetween(point, { lat: 66, lon: -179.999 })).toBeLessThan(200);
  });
});

/** A star-shaped area round its middle: whatever its corners, the middle is inside. */
const star = fc
  .tuple(near, fc.array(number(0.0005, 0.01), { minLength: 3, maxLength: 12 }))
  .map(([middle, radii]) => {
    const corners = radii.map((radius, i): Position => {
      const angle = (2 * Math.PI * i) / radii.length + 0.1;
      return [middle.lon + radius * Math.cos(angle), middle.lat + radius * Math.sin(angle)];
    });
    return { middle, ring: [...corners, corners[0]!] };
  });

describe('an area', () => {
  test('holds its middle, and the distance to it is nought there', () => {
    fc.assert(
      fc.property(star, ({ middle, ring }) => {
        const shape: Shape = { type: 'Polygon', coordinates: [ring] };
        return isInArea(middle, [ring]) && metersToShape(middle, shape) === 0;
      }),
    );
  });

  test('does not hold what lies in its hole, and the edge of the hole is its edge', () => {
    const ring = (size: number): Position[] => [
      [37 - size, 55 - size],
      [37 + size, 55 - size],
      [37 + size, 55 + size],
      [37 - size, 55 + size],
      [37 - size, 55 - size],
    ];
    const shape: Shape = { type: 'Polygon', coordinates: [ring(0.01), ring(0.005)] };
    const meters = metersToShape({ lat: 55, lon: 37 }, shape);
    expect(meters).toBeGreaterThan(300);
    expect(meters).toBeLessThan(600);
    expect(metersToShape({ lat: 55.007, lon: 37 }, shape)).toBe(0);
  });

  test('is marked by a point of its own, and so is a line', () => {
    fc.assert(
      fc.property(star, ({ ring }) => {
        const area: Shape = { type: 'Polygon', coordinates: [ring] };
        const line: Shape = { type: 'LineString', coordinates: ring.slice(0, -1) };
        return metersToShape(pointOn(area), area) < 0.5 && metersToShape(pointOn(line), line) < 0.5;
      }),
    );
  });
});
