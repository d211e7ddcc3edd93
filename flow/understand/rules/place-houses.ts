import { metersBetween } from '#kernel/shape.ts';
import type { Point } from '#kernel/place.ts';

import type { Gazetteer } from './gazetteer.ts';
import { houseFit, normaliseHouse } from './house-number.ts';
import type { HouseNumber } from './house-number.ts';
import { writeHouse } from './postal-address.ts';
import { middleOf, nearPoint } from './near-houses.ts';
import type { NearPoint } from './near-houses.ts';
import { MOST_ALTERNATIVES, whereStreet } from './place-parts.ts';
import type { HouseCandidate, HouseRow, PlaceReading } from './place-reading.ts';

/** Buildings of one number this near to their middle are one place to whoever goes there. */
const ONE_PLACE_METRES = 30;

/**
 * Second step: the houses found by the candidates of a reading decide. One best house makes the place a house, and so do
 * buildings of one number that stand together. Houses apart stay alternatives; where the register has no such house, the
 * houses around it tell about where it must be, and the place stays a street.
 *
 * @param found houses of the candidates' streets: those of the asked number and the numbers next to it
 */
export function settleHouses(
  reading: PlaceReading,
  found: readonly HouseRow[],
  gazetteer: Gazetteer,
): PlaceReading {
  const done = { ...reading, houses: [] };
  const numbers = [...new Map(reading.houses.map(({ number }) => [number.key, number])).values()];
  if (numbers.length > 1) return settleSeveral(done, numbers, reading.houses, found, gazetteer);
  const best = bestHouses(reading.houses, found);
  const [first] = best;
  if (first === undefined) return settleNear(done, reading.houses, found, gazetteer);
  const streets = new Set(best.map(({ streetId }) => streetId));
  if (streets.size > 1) {
    const alternatives = best.map((row) => whereHouse(row, gazetteer)).slice(0, MOST_ALTERNATIVES);
    return reading.precision === 'point' ? done : { ...done, alternatives };
  }
  const chosen = oneOf(best);
  if (chosen === null) return settleApart(done, best, gazetteer);
  const where = whereHouse(chosen, gazetteer);
  if (reading.precision === 'point')
    return where.municipalityId === reading.municipalityId ? { ...done, ...where } : done;
  return { ...done, ...where, precision: 'house', point: chosen.point, alternatives: [] };
}

const whereHouse = (row: HouseRow, gazetteer: Gazetteer) => ({
  ...whereStreet(row.streetId, gazetteer),
  houseId: row.id,
});

/** The best fits of all, in a settled order. */
function bestHouses(candidates: readonly HouseCandidate[], found: readonly HouseRow[]): HouseRow[] {
  const fits = found.flatMap((row) => {
    const registered = normaliseHouse(row.number);
    const candidate = candidates.find(({ streetId }) => streetId === row.streetId);
    if (registered === null || candidate === undefined) return [];
    return [{ row, fit: houseFit(candidate.number, registered) }];
  });
  const most = Math.max(0, ...fits.map(({ fit }) => fit));
  return most === 0
    ? []
    : fits
        .filter(({ fit }) => fit === most)
        .map(({ row }) => row)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The only house, or the one in the middle of houses that stand together; `null` where they stand apart. */
function oneOf(houses: readonly HouseRow[]): HouseRow | null {
  const [first, ...others] = houses;
  if (first === undefined || others.length === 0) return first ?? null;
  const points = pointsOf(houses);
  if (points.length < houses.length) return null;
  const middle = middleOf(points);
  const away = (row: HouseRow): number => (row.point === null ? Infinity : metersBetween(row.point, middle));
  if (houses.some((row) => away(row) > ONE_PLACE_METRES)) return null;
  return houses.reduce((best, row) => (away(row) < away(best) ? row : best), first);
}

const pointsOf = (houses: readonly HouseRow[]): Point[] =>
  houses.flatMap(({ point }) => (point === null ? [] : [point]));

/** Houses of one street, too far apart to be one place: their middle, and a person chooses. */
function settleApart(reading: PlaceReading, houses: readonly HouseRow[], gazetteer: Gazetteer): PlaceReading {
  const [first] = houses;
  if (first === undefined) return reading;
  const alternatives = houses.map((row) => whereHouse(row, gazetteer)).slice(0, MOST_ALTERNATIVES);
  if (reading.precision === 'point') return { ...reading, alternatives };
  const points = pointsOf(houses);
  return {
    ...reading,
    ...whereStreet(first.streetId, gazetteer),
    precision: 'street',
    point: points.length === 0 ? null : middleOf(points),
    approximate: 'same_number',
    alternatives,
  };
}

/** The register has no such house: its neighbours tell about where it must be, if one street is left. */
function settleNear(
  reading: PlaceReading,
  candidates: readonly HouseCandidate[],
  found: readonly HouseRow[],
  gazetteer: Gazetteer,
): PlaceReading {
  if (reading.precision === 'point') return reading;
  const near = candidates.flatMap((candidate) => {
    const point = nearPoint(
      candidate.number,
      found.filter(({ streetId }) => streetId === candidate.streetId),
    );
    return point === null ? [] : [{ ...point, candidate }];
  });
  const chosen = onlyNear(near, candidates.length);
  if (chosen === null) return reading;
  return {
    ...reading,
    ...whereStreet(chosen.candidate.streetId, gazetteer),
    precision: 'street',
    point: chosen.point,
    approximate: chosen.by,
    about: writeHouse(chosen.candidate.number),
    alternatives: [],
  };
}

/** Of several streets of one name only one may have houses of this very number. */
function onlyNear<N extends NearPoint>(near: readonly N[], streets: number): N | null {
  if (streets === 1) return near[0] ?? null;
  const same = near.filter(({ by }) => by === 'same_number');
  return same.length === 1 ? (same[0] ?? null) : null;
}

/** «Дома 5, 7 и 9»: a stretch of the street; its houses are offered, the point is in their middle. */
function settleSeveral(
  reading: PlaceReading,
  numbers: readonly HouseNumber[],
  candidates: readonly HouseCandidate[],
  found: readonly HouseRow[],
  gazetteer: Gazetteer,
): PlaceReading {
  if (reading.precision === 'point') return reading;
  const settled = numbers.map((number) =>
    settleHouses(
      { ...reading, houses: candidates.filter((one) => one.number.key === number.key) },
      found,
      gazetteer,
    ),
  );
  const placed = settled.filter(({ point, streetId }) => point !== null && streetId !== null);
  const streets = new Set(placed.map(({ streetId }) => streetId));
  const [first] = placed;
  if (first === undefined || first.streetId === null || streets.size > 1) return reading;
  const houses = placed.filter(({ precision }) => precision === 'house');
  const alternatives = houses
    .map(({ municipalityId, settlementId, streetId, houseId }) => ({
      municipalityId,
      settlementId,
      streetId,
      houseId,
    }))
    .slice(0, MOST_ALTERNATIVES);
  const points = placed.flatMap(({ point }) => (point === null ? [] : [point]));
  return {
    ...reading,
    ...whereStreet(first.streetId, gazetteer),
    precision: 'street',
    point: middleOf(points),
    approximate: 'between_houses',
    alternatives,
  };
}
