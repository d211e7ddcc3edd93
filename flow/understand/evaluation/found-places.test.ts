/**
 * Measures places on a real register of buildings, each address written as some person writes it. The data lies outside the
 * project; without it these tests skip and say so.
 */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { parseAddress } from '../rules/postal-address.ts';
import { writeVariant } from './address-variants.ts';
import { measureFoundPlaces } from './found-places.ts';
import { readRecords, sharedData } from './real-data.ts';
import { placesOfRegister } from './register-places.ts';

const buildings = sharedData('spb/buildings.csv');
if (buildings === null)
  process.stdout.write('found places: skipped, no real register beside the project (../shared/data)\n');

async function registered() {
  return (await readRecords(buildings ?? '')).flatMap((row) => {
    const address = parseAddress(row['address'] ?? '');
    if (typeof address === 'string') return [];
    const point = { lat: Number(row['lat']), lon: Number(row['lon']) };
    const isTest =
      (createHash('md5')
        .update(row['building_id'] ?? '')
        .digest()[0] ?? 0) %
        2 ===
      0;
    return [{ ...address, point, municipality: row['municipality'] ?? null, isTest }];
  });
}

describe.skipIf(buildings === null)('addresses written as people write them', () => {
  test('are found in the whole register', { timeout: 60_000 }, async () => {
    const houses = await registered();
    const tested = houses.filter(({ isTest }) => isTest);
    const texts = tested.map((house, i) => ({ ...house, ...writeVariant(house, i, 'Санкт-Петербург') }));
    const figures = measureFoundPlaces(texts, placesOfRegister(houses), () => performance.now());
    expect(figures.found).toBeGreaterThanOrEqual(0.98);
    expect(figures.medianMeters).toBeLessThanOrEqual(30);
    expect(figures.withinMunicipality).toBeGreaterThanOrEqual(0.98);
  });

  test(
    'are placed by their neighbours where the register has only the other half',
    { timeout: 60_000 },
    async () => {
      const houses = await registered();
      const known = houses.filter(({ isTest }) => !isTest);
      const texts = houses
        .filter(({ isTest }) => isTest)
        .map((house, i) => ({ ...house, ...writeVariant(house, i, 'Санкт-Петербург') }));
      const figures = measureFoundPlaces(texts, placesOfRegister(known), () => performance.now());
      expect(figures.found).toBeGreaterThanOrEqual(0.7);
      expect(figures.medianMeters).toBeLessThanOrEqual(150);
    },
  );
});
