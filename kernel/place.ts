/** WGS 84 degrees. Never 0,0 for "unknown": an unknown point is `null`. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** How exactly the place of a problem is known, best first. */
export const placePrecisions = [
  'point',
  'house',
  'street',
  'settlement',
  'municipality',
  'region',
  'none',
] as const;
export type PlacePrecision = (typeof placePrecisions)[number];

/** Whether the numbers name a point on Earth. Null Island is refused: it is always a missing value. */
export function isPossiblePoint(point: Point): boolean {
  return (
    Number.isFinite(point.lat) &&
    Number.isFinite(point.lon) &&
    Math.abs(point.lat) <= 90 &&
    Math.abs(point.lon) <= 180 &&
    !(point.lat === 0 && point.lon === 0)
  );
}
