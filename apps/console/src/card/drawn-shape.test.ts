import { expect, test } from 'vitest';
import { drawnShape } from './drawn-shape.ts';

const corners = [
  { lat: 55, lon: 37 },
  { lat: 55.1, lon: 37 },
  { lat: 55.1, lon: 37.1 },
];

test.each([
  ['one point is no line yet', corners.slice(0, 1), false, null],
  ['two points are a line', corners.slice(0, 2), false, 'LineString'],
  ['two points close into nothing', corners.slice(0, 2), true, 'LineString'],
  ['three closed points are an area', corners, true, 'Polygon'],
])('%s', (_, pressed, isArea, type) => {
  expect(drawnShape(pressed, isArea)?.type ?? null).toBe(type);
});

test('an area ends where it began', () => {
  const shape = drawnShape(corners, true);
  expect(shape?.coordinates[0]).toEqual([
    [37, 55],
    [37, 55.1],
    [37.1, 55.1],
    [37, 55],
  ]);
});
