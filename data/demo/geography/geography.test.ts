import { describe, expect, test } from 'vitest';
import { random } from '../random.ts';
import { drawGeography } from './geography.ts';
import type { House } from './geography.ts';
import { toGeoJson } from './geojson.ts';
import { area, contains, distanceToLine, toKilometres } from './plane.ts';
import type { Position } from './plane.ts';

const land = drawGeography(random(1703));
const kilometres = (ring: readonly Position[]) => ring.slice(0, -1).map(toKilometres);

describe.each([1703, 7, 2026])('municipalities drawn from seed %i', (seed) => {
  const { municipalities, outline } = seed === 1703 ? land : drawGeography(random(seed));

  test('leave no gap and do not overlap: their areas add up to the region', () => {
    const sum = municipalities.reduce((total, { ring }) => total + area(kilometres(ring)), 0);
    expect(sum).toBeCloseTo(area(kilometres(outline)), 1);
  });

  test('share every inner border point for point, walked in opposite directions', () => {
    const steps = (ring: readonly Position[]) =>
      ring.slice(1).map((to, index) => `${ring[index]?.join()}>${to.join()}`);
    const taken = new Set(municipalities.flatMap(({ ring }) => steps(ring)));
    expect(taken.size).toBe(municipalities.reduce((total, { ring }) => total + ring.length - 1, 0));
    const outside = new Set(steps(outline));
    const unmatched = [...taken].filter((step) => !taken.has(step.split('>').reverse().join('>')));
    expect(new Set(unmatched)).toEqual(outside);
  });
});

describe('the region', () => {
  test('is the same, byte for byte, from the same seed and another from another', () => {
    expect(JSON.stringify(drawGeography(random(1703)))).toBe(JSON.stringify(land));
    expect(JSON.stringify(drawGeography(random(1704)))).not.toBe(JSON.stringify(land));
  });

  test('has twelve municipalities, a hundred settlements, enough streets and houses', () => {
    expect(land.municipalities).toHaveLength(12);
    expect(land.settlements.length).toBeGreaterThanOrEqual(100);
    expect(land.houses.length).toBeGreaterThanOrEqual(12_000);
    const [capital] = land.municipalities;
    expect(
      land.streets.filter(({ settlement }) => settlement === capital?.centre).length,
    ).toBeGreaterThanOrEqual(120);
    expect(land.streets.filter(({ formerName }) => formerName !== null).length).toBeGreaterThanOrEqual(2);
    expect(new Set(land.streets.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8);
  });

  test('names no two settlements alike and no two streets of a settlement', () => {
    expect(new Set(land.settlements.map(({ name }) => name)).size).toBe(land.settlements.length);
    expect(new Set(land.streets.map(({ settlement, fullName }) => settlement + fullName)).size).toBe(
      land.streets.length,
    );
  });

  test('numbers the houses of a street without repeats, with letters, corpuses and corners', () => {
    expect(new Set(land.houses.map(({ street, number }) => street + number)).size).toBe(land.houses.length);
    const like = (shape: RegExp) => land.houses.filter(({ number }) => shape.test(number)).length;
    expect(like(/^\d+[АБ]$/)).toBeGreaterThan(300);
    expect(like(/^\d+ корп\. \d$/)).toBeGreaterThan(300);
    expect(like(/^\d+\/\d+$/)).toBeGreaterThan(100);
  });

  test('keeps every house in its settlement and municipality', () => {
    const settlements = new Map(land.settlements.map((settlement) => [settlement.code, settlement]));
    const municipalities = new Map(
      land.municipalities.map((municipality) => [municipality.code, municipality]),
    );
    const isLost = (house: House) =>
      !contains(settlements.get(house.settlement)?.ring ?? [], house.point) ||
      !contains(municipalities.get(house.municipality)?.ring ?? [], house.point);
    expect(land.houses.filter(isLost)).toEqual([]);
  });

  test('builds nothing in the water', () => {
    const lake = kilometres(land.lake.ring);
    const rivers = land.rivers.map(({ line, widthMetres }) => ({
      line: line.map(toKilometres),
      half: widthMetres / 2000,
    }));
    const sample = land.houses.filter((_, index) => index % 5 === 0).map(({ point }) => toKilometres(point));
    const wet = sample.filter(
      (spot) => contains(lake, spot) || rivers.some(({ line, half }) => distanceToLine(spot, line) < half),
    );
    expect(wet).toEqual([]);
  });

  test('joins every settlement to the net of roads', () => {
    const joined = new Set([land.settlements[0]?.code]);
    for (let before = 0; before !== joined.size;) {
      before = joined.size;
      for (const { from, to } of land.roads) {
        if (joined.has(from)) joined.add(to);
        if (joined.has(to)) joined.add(from);
      }
    }
    expect(joined.size).toBe(land.settlements.length);
    expect(new Set(land.roads.map(({ owner }) => owner))).toEqual(
      new Set(['federal', 'regional', 'municipal']),
    );
  });

  test('speaks Russian: no unfilled word, no double space, names begin with a capital', () => {
    const names = [...land.settlements, ...land.streets].map(({ name }) => name);
    expect(names.filter((name) => !/^[А-ЯЁ0-9]/.test(name) || /undefined|\s{2}|[{}]/.test(name))).toEqual([]);
    expect(
      land.streets.filter(({ fullName }) => /^(улица|площадь|набережная) .+(ый|ий)$/.test(fullName)),
    ).toEqual([]);
  });

  test('is exported as GeoJSON with closed rings', () => {
    const { municipalities, houses } = toGeoJson(land);
    expect(houses.features).toHaveLength(land.houses.length);
    const [first] = municipalities.features;
    expect(first?.geometry.type === 'Polygon' && first.geometry.coordinates[0]?.at(-1)).toEqual(
      land.municipalities[0]?.ring[0],
    );
  });
});
