import { metersBetween } from '#kernel/shape.ts';
import type { Point } from '#kernel/place.ts';

import { normaliseHouse } from './house-number.ts';
import type { HouseNumber } from './house-number.ts';

/** How the point of a house that no register has was come by. */
export type Nearness = 'same_number' | 'between_houses' | 'next_house';

/** About where a house must be, judged by the houses around it. */
export interface NearPoint {
  readonly point: Point;
  readonly by: Nearness;
  /** Half the way between the houses it was judged by, metres; 0 where one house spoke. */
  readonly give: number;
}

interface Numbered {
  readonly number: string;
  readonly point: Point | null;
}
interface Known {
  readonly number: HouseNumber;
  readonly point: Point;
}

/** Numbers further apart than this say nothing of what stands between them. */
const MOST_NUMBERS_BETWEEN = 50;
/** A single neighbour speaks for the houses next to it only. */
const MOST_NUMBERS_BESIDE = 8;
/** A street that runs further between two numbers is not straight enough to guess on. */
const MOST_METRES_BETWEEN = 1800;

/**
 * Where a house that is not in the register must stand, by the houses of its street: another corpus of the same number,
 * else between the nearest smaller and greater numbers (of its own side of the street, where there are any), else beside
 * the next one. `null` where the street's houses say nothing. A guess of a point, never of a house.
 */
export function nearPoint(written: HouseNumber, houses: readonly Numbered[]): NearPoint | null {
  const known = houses.flatMap(({ number, point }): Known[] => {
    const read = normaliseHouse(number);
    return read === null || point === null ? [] : [{ number: read, point }];
  });
  return bySameNumber(written, known) ?? byNeighbours(written, known);
}

function bySameNumber(written: HouseNumber, known: readonly Known[]): NearPoint | null {
  const same = known.filter(({ number }) => number.base === written.base);
  if (same.length === 0) return null;
  const corpus = corpusOf(written) ?? 0;
  const away = ({ number }: Known): number => Math.abs((corpusOf(number) ?? 0) - corpus);
  const least = Math.min(...same.map(away));
  const points = same.filter((one) => away(one) === least).map(({ point }) => point);
  const point = middleOf(points);
  return { point, by: 'same_number', give: Math.max(...points.map((one) => metersBetween(one, point))) };
}

const corpusOf = ({ corpus, fraction, building }: HouseNumber): number | null => {
  const written = Number.parseInt(corpus ?? building ?? fraction ?? '', 10);
  return Number.isNaN(written) ? null : written;
};

function byNeighbours(written: HouseNumber, known: readonly Known[]): NearPoint | null {
  const ownSide = known.filter(({ number }) => number.base % 2 === written.base % 2);
  return between(written.base, ownSide) ?? between(written.base, known) ?? beside(written.base, known);
}

function between(base: number, known: readonly Known[]): NearPoint | null {
  const below = nearest(
    known.filter(({ number }) => number.base < base),
    base,
  );
  const above = nearest(
    known.filter(({ number }) => number.base > base),
    base,
  );
  if (below === null || above === null || above.base - below.base > MOST_NUMBERS_BETWEEN) return null;
  const metres = metersBetween(below.point, above.point);
  if (metres > MOST_METRES_BETWEEN) return null;
  const share = (base - below.base) / (above.base - below.base);
  const point = {
    lat: below.point.lat + (above.point.lat - below.point.lat) * share,
    lon: below.point.lon + (above.point.lon - below.point.lon) * share,
  };
  return { point, by: 'between_houses', give: metres / 2 };
}

function beside(base: number, known: readonly Known[]): NearPoint | null {
  const next = nearest(known, base);
  if (next === null || Math.abs(next.base - base) > MOST_NUMBERS_BESIDE) return null;
  return { point: next.point, by: 'next_house', give: 0 };
}

/** The nearest number with the middle of its houses; the first corpus stands on the street itself. */
function nearest(known: readonly Known[], base: number): { base: number; point: Point } | null {
  const away = ({ number }: Known): number => Math.abs(number.base - base);
  const least = Math.min(...known.map(away));
  const same = known.filter((one) => away(one) === least);
  const [first] = same.toSorted((one, two) => (corpusOf(one.number) ?? 0) - (corpusOf(two.number) ?? 0));
  return first === undefined ? null : { base: first.number.base, point: first.point };
}

/** The middle of points that lie close together; there must be one at least. */
export function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, { lat, lon }) => ({ lat: total.lat + lat, lon: total.lon + lon }), {
    lat: 0,
    lon: 0,
  });
  return { lat: sum.lat / points.length, lon: sum.lon / points.length };
}
