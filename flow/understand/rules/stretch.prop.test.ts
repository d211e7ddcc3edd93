import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Position } from '#kernel/geo-json.ts';
import { linesOf, metersBetween, type Shape } from '#kernel/shape.ts';
import { stretchOf } from './stretch.ts';

const place = fc.record({
  lat: fc.double({ min: 59.9, max: 60.1, noNaN: true }),
  lon: fc.double({ min: 29.9, max: 30.1, noNaN: true }),
});
const segment = fc
  .array(place, { minLength: 2, maxLength: 8 })
  .map((points): Shape => ({ type: 'LineString', coordinates: points.map(({ lon, lat }) => [lon, lat]) }));

test('whatever is drawn, a stretch lies between its ends and has no odd numbers', () => {
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 5 }), place, place, (segments, start, end) => {
      fc.pre(metersBetween(start, end) >= 1);
      const shape = stretchOf(segments, [start, end]);
      if (shape === null) throw new Error('a stretch of two places is never nothing');
      const cos = Math.cos((start.lat * Math.PI) / 180);
      const [dx, dy] = [(end.lon - start.lon) * cos, end.lat - start.lat];
      const shareOf = ([lon, lat]: Position): number =>
        ((lon - start.lon) * cos * dx + (lat - start.lat) * dy) / (dx * dx + dy * dy);
      for (const line of linesOf(shape)) {
        expect(line.length).toBeGreaterThan(1);
        for (const position of line) {
          expect(shareOf(position)).toBeGreaterThan(-1e-3);
          expect(shareOf(position)).toBeLessThan(1 + 1e-3);
        }
      }
    }),
  );
});
