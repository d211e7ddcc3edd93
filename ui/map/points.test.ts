import { describe, expect, test } from 'vitest';
import {
  areaFeatures,
  boundsOf,
  pointFeatures,
  shapeFeatures,
  withinFrame,
  type MapPoint,
} from './points.ts';

const points: MapPoint[] = [
  { id: 'a', at: { lat: 56.1, lon: 60.7 }, state: 'open' },
  { id: 'b', at: { lat: 56.2, lon: 60.6 }, state: 'done' },
];

describe('points of the map', () => {
  test('go longitude first and keep the way back', () => {
    expect(pointFeatures(points, null).features).toMatchObject([
      { geometry: { coordinates: [60.7, 56.1] }, properties: { index: 0, state: 'open' } },
      { geometry: { coordinates: [60.6, 56.2] }, properties: { index: 1, state: 'done' } },
    ]);
  });

  test('a filter drops points but never shifts the way back', () => {
    const { features } = pointFeatures(points, (point) => point.state === 'done');
    expect(features.map((feature) => feature.properties.index)).toEqual([1]);
  });

  test('their lines and areas go with them and leave with them', () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [60.7, 56.1],
        [60.8, 56.1],
      ],
    } as const;
    const drawn = points.map((point) => (point.id === 'a' ? { ...point, shape: line } : point));
    expect(shapeFeatures(drawn, null).features).toMatchObject([
      { geometry: line, properties: { state: 'open' } },
    ]);
    expect(shapeFeatures(drawn, (point) => point.state === 'done').features).toEqual([]);
  });

  test('bounds are west, south, east, north; nothing has none', () => {
    expect(boundsOf(points.map((point) => point.at))).toEqual([60.6, 56.1, 60.7, 56.2]);
    expect(boundsOf([])).toBeNull();
  });
});

test('an area is closed and its step stays within the seven', () => {
  const ring = [
    { lat: 0, lon: 1 },
    { lat: 2, lon: 3 },
    { lat: 4, lon: 5 },
  ];
  const [area] = areaFeatures([{ id: 'x', ring, step: 9 }]).features;
  expect(area?.geometry.coordinates[0]).toHaveLength(4);
  expect(area?.properties.step).toBe(6);
});

test('a point far outside the region does not make the region small', () => {
  const [inside, far] = [
    { lat: 56.1, lon: 60.6 },
    { lat: 0.1, lon: 0.1 },
  ];
  expect(withinFrame([inside, far], [60, 56, 61, 57])).toEqual([inside]);
  expect(withinFrame([far], [60, 56, 61, 57])).toEqual([far]);
});
