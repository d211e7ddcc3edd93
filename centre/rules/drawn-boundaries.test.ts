import { describe, expect, test } from 'vitest';
import type { Boundary, Position } from '#kernel/geo-json.ts';
import { drawnBoundaries } from './drawn-boundaries.ts';

/** A border from south to north at this longitude that wavers by up to a hundredth of a degree. */
const border = (lon: number): Position[] =>
  Array.from({ length: 101 }, (_, i) => [
    lon + (i % 2 === 0 || i === 0 || i === 100 ? 0 : 0.01),
    55 + i / 100,
  ]);
const area = (west: readonly Position[], east: readonly Position[]): Boundary => ({
  type: 'MultiPolygon',
  coordinates: [[[...west.toReversed(), ...east, west.at(-1)!]]],
});
const edges = (boundary: Boundary): Set<string> =>
  new Set(
    boundary.coordinates
      .flat()
      .flatMap((ring) =>
        ring.slice(1).map((to, i) => [ring[i]!.join(' '), to.join(' ')].toSorted().join(' – ')),
      ),
  );

const [left, middle, right] = [border(40), border(41), border(42)];
const neighbours = [area(left, middle), area(middle, right)];

describe('boundaries for drawing', () => {
  test('are lighter, keep corners and stay closed', () => {
    const [west] = drawnBoundaries(neighbours, 0.02);
    const ring = west!.coordinates[0]![0]!;
    expect(ring.length).toBeLessThan(10);
    expect(ring.at(-1)).toEqual(ring[0]);
    expect(ring).toEqual(
      expect.arrayContaining([
        [40, 55],
        [41, 55],
        [41, 56],
        [40, 56],
      ]),
    );
  });

  test('of neighbours still share their border: no gaps, no overlaps', () => {
    const [west, east] = drawnBoundaries(neighbours, 0.004).map(edges);
    const shared = [...west!].filter((edge) => east!.has(edge));
    expect(shared.length).toBeGreaterThan(5);
    const inBetween = [...west!].filter((edge) => edge.split(' – ').every((end) => /^41(\.01)? /.test(end)));
    expect(shared.toSorted()).toEqual(inBetween.toSorted());
  });

  test('of an enclave fit the hole around it', () => {
    const circle = Array.from({ length: 60 }, (_, i): Position => {
      const angle = (i / 60) * 2 * Math.PI;
      return [50 + 0.3 * Math.cos(angle), 55.5 + 0.2 * Math.sin(angle)];
    });
    const ring = [...circle, circle[0]!];
    const outer: Position[] = [
      [49, 55],
      [51, 55],
      [51, 56],
      [49, 56],
      [49, 55],
    ];
    const around: Boundary = { type: 'MultiPolygon', coordinates: [[outer, ring.toReversed()]] };
    const inside: Boundary = { type: 'MultiPolygon', coordinates: [[ring]] };
    const [hole, enclave] = drawnBoundaries([around, inside], 0.01);
    expect(new Set(hole!.coordinates[0]![1]!.map(String))).toEqual(
      new Set(enclave!.coordinates[0]![0]!.map(String)),
    );
    expect(enclave!.coordinates[0]![0]!.length).toBeLessThan(40);
  });

  test('never lose a whole municipality, however small', () => {
    const speck: Boundary = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [40, 55],
            [40.001, 55],
            [40.001, 55.001],
            [40, 55],
          ],
        ],
      ],
    };
    expect(drawnBoundaries([speck], 1)).toEqual([speck]);
  });
});
