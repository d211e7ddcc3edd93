import type { Random } from '../random.ts';

/** Kilometres east and north of the middle of the region. */
export type Spot = readonly [east: number, north: number];
/** Degrees as GeoJSON writes them. */
export type Position = readonly [lon: number, lat: number];

/** The middle of the invented region: forest between real towns, so that nothing real lies under its capital. */
const middle = { lon: 47.8, lat: 59.2 };
const kmPerDegreeNorth = 111.4;
const kmPerDegreeEast = 111.32 * Math.cos((middle.lat * Math.PI) / 180);

/** Degrees rounded to six decimals (about a tenth of a metre). */
export function toDegrees([east, north]: Spot): Position {
  return [round6(middle.lon + east / kmPerDegreeEast), round6(middle.lat + north / kmPerDegreeNorth)];
}

/** Kilometres from degrees, the inverse of `toDegrees` up to rounding. */
export function toKilometres([lon, lat]: Position): Spot {
  return [(lon - middle.lon) * kmPerDegreeEast, (lat - middle.lat) * kmPerDegreeNorth];
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

export function distance(a: Spot, b: Spot): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

export function between(a: Spot, b: Spot, share: number): Spot {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** Signed area of an open ring in the units of its points, squared; positive when counter-clockwise. */
export function area(ring: readonly (Spot | Position)[]): number {
  let twice = 0;
  ring.forEach((point, index) => {
    const next = ring[(index + 1) % ring.length] ?? point;
    twice += point[0] * next[1] - next[0] * point[1];
  });
  return twice / 2;
}

export function contains(ring: readonly (Spot | Position)[], point: Spot | Position): boolean {
  let inside = false;
  let previous = ring.at(-1);
  for (const corner of ring) {
    if (previous !== undefined && corner[1] > point[1] !== previous[1] > point[1]) {
      const crossing =
        ((previous[0] - corner[0]) * (point[1] - corner[1])) / (previous[1] - corner[1]) + corner[0];
      if (point[0] < crossing) inside = !inside;
    }
    previous = corner;
  }
  return inside;
}

/** Distance from a point to the piece between two others. */
export function distanceToPiece(point: Spot, a: Spot, b: Spot): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const squared = dx * dx + dy * dy;
  const share = squared === 0 ? 0 : ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / squared;
  return distance(point, between(a, b, Math.max(0, Math.min(1, share))));
}

export function distanceToLine(point: Spot, line: readonly Spot[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  line.forEach((spot, index) => {
    const next = line[index + 1];
    if (next !== undefined) nearest = Math.min(nearest, distanceToPiece(point, spot, next));
  });
  return nearest;
}

export function crosses(a: Spot, b: Spot, c: Spot, d: Spot): boolean {
  const side = (p: Spot, q: Spot, r: Spot) => (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return side(a, b, c) > 0 !== side(a, b, d) > 0 && side(c, d, a) > 0 !== side(c, d, b) > 0;
}

/**
 * A natural line between two points: each middle is pushed aside, again and again.
 * @param sway how far, as a share of the length of the piece
 * @param finest pieces shorter than this many kilometres stay straight
 * @returns all points with both ends
 */
export function wiggle(from: Spot, to: Spot, chance: Random, sway: number, finest: number): Spot[] {
  const length = distance(from, to);
  if (length < finest) return [from, to];
  const push = chance.between(-sway, sway);
  const middlePoint = between(from, to, chance.between(0.42, 0.58));
  const turned: Spot = [middlePoint[0] - (to[1] - from[1]) * push, middlePoint[1] + (to[0] - from[0]) * push];
  const first = wiggle(from, turned, chance, sway, finest);
  return [...first.slice(0, -1), ...wiggle(turned, to, chance, sway, finest)];
}

/** A rounded spot of nature: a lake, a wood, the built-up area of a town. Open ring. */
export function blob(centre: Spot, radius: Spot, chance: Random, corners: number, roughness: number): Spot[] {
  const waves = [2, 3, 5, 7].map((count) => ({
    count,
    shift: chance.between(0, Math.PI * 2),
    height: (roughness * chance.between(0.4, 1)) / Math.sqrt(count),
  }));
  return Array.from({ length: corners }, (_, index) => {
    const angle = (index / corners) * Math.PI * 2;
    const swell = waves.reduce(
      (sum, wave) => sum + wave.height * Math.sin(wave.count * angle + wave.shift),
      1,
    );
    return [centre[0] + Math.cos(angle) * radius[0] * swell, centre[1] + Math.sin(angle) * radius[1] * swell];
  });
}
