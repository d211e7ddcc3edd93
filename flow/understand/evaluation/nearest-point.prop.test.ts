import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metersBetween } from '#kernel/shape.ts';
import { NearestPoint } from './nearest-point.ts';

const inTown = fc.record({
  lat: fc.double({ min: 55.9, max: 56.1, noNaN: true }),
  lon: fc.double({ min: 60.6, max: 60.9, noNaN: true }),
});
const anywhere = fc.record({
  lat: fc.double({ min: -89, max: 89, noNaN: true }),
  lon: fc.double({ min: -179, max: 179, noNaN: true }),
});

test('the nearest point is the one a look at all of them finds', () => {
  fc.assert(
    fc.property(fc.array(inTown, { minLength: 1 }), fc.oneof(inTown, anywhere), (points, from) => {
      const found = new NearestPoint(points.map((point) => [point, point] as const)).to(from);
      const least = Math.min(...points.map((point) => metersBetween(point, from)));
      expect(found === null ? Infinity : metersBetween(found, from)).toBeCloseTo(least, 6);
    }),
  );
});

test('of no points there is none', () => {
  expect(new NearestPoint([]).to({ lat: 56, lon: 60 })).toBeNull();
});
