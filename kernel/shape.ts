/** Lines and areas on the ground: a road with holes, a flooded park. GeoJSON geometries, WGS 84. */
import type { Position } from './geo-json.ts';
import type { Point } from './place.ts';

type Line = readonly Position[];
/** The outer ring, then holes; the first position of a ring is its last. */
type Rings = readonly Line[];

export type Shape =
  | { readonly type: 'LineString'; readonly coordinates: Line }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly Line[] }
  | { readonly type: 'Polygon'; readonly coordinates: Rings }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly Rings[] };

/** Where the line or the area of a problem comes from: its object, the whole street or a stretch of it, or a person's drawing. */
export const shapeOrigins = ['object', 'street', 'stretch', 'drawn'] as const;
export type ShapeOrigin = (typeof shapeOrigins)[number];

/** Metres in a degree of latitude; of longitude it is this times the cosine of the latitude. */
const DEGREE_METERS = 111_195;

const cosOf = (lat: number): number => Math.cos((lat * Math.PI) / 180);

/** The lines of a shape: of an area, its rings. */
export function linesOf(shape: Shape): readonly Line[] {
  switch (shape.type) {
    case 'LineString':
      return [shape.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates;
    case 'MultiPolygon':
      return shape.coordinates.flat();
  }
}

/** The areas of a shape; a line has none. */
export function areasOf(shape: Shape): readonly Rings[] {
  if (shape.type === 'Polygon') return [shape.coordinates];
  return shape.type === 'MultiPolygon' ? shape.coordinates : [];
}

/** Metres between two points. Exact to a thousandth within some tens of kilometres. */
export function metersBetween(one: Point, other: Point): number {
  const x = lonBetween(other.lon, one.lon) * cosOf((one.lat + other.lat) / 2);
  return Math.hypot(x, one.lat - other.lat) * DEGREE_METERS;
}

/** The shorter way round: a line over the 180th meridian has no width of the Earth. */
function lonBetween(from: number, to: number): number {
  const way = to - from;
  return way > 180 ? way - 360 : way < -180 ? way + 360 : way;
}

/** Metres from a point to the piece of straight line between two positions. */
export function metersToSegment(point: Point, from: Position, to: Position): number {
  const cos = cosOf(point.lat);
  const [ax, ay] = [lonBetween(point.lon, from[0]) * cos, from[1] - point.lat];
  const [bx, by] = [lonBetween(point.lon, to[0]) * cos, to[1] - point.lat];
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length));
  return Math.hypot(ax + along * dx, ay + along * dy) * DEGREE_METERS;
}

/** Whether the point lies in the area, and in none of its holes. */
export const isInArea = (point: Point, rings: Rings): boolean =>
  rings.reduce((inside, ring) => (isInRing(point, ring) ? !inside : inside), false);

function isInRing({ lat, lon }: Point, ring: Line): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[j]!;
    if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** Metres from a point to the nearest place of a line or an area; 0 inside an area. */
export function metersToShape(point: Point, shape: Shape): number {
  if (areasOf(shape).some((rings) => isInArea(point, rings))) return 0;
  let nearest = Infinity;
  for (const line of linesOf(shape))
    for (let i = 1; i < line.length; i += 1)
      nearest = Math.min(nearest, metersToSegment(point, line[i - 1]!, line[i]!));
  return nearest;
}

const pointAt = ([lon, lat]: Position): Point => ({ lat, lon });

const lengthOf = (line: Line): number =>
  line.reduce((sum, to, i) => (i === 0 ? 0 : sum + metersBetween(pointAt(line[i - 1]!), pointAt(to))), 0);

/** A point that lies on the shape itself: the middle of the longest line, or the inside of the largest area. */
export function pointOn(shape: Shape): Point {
  const areas = areasOf(shape);
  if (areas.length > 0) return insideOf(largest(areas, (rings) => Math.abs(ringArea(rings[0] ?? []))));
  return middleOf(largest(linesOf(shape), lengthOf));
}

function largest<T>(list: readonly T[], sizeOf: (one: T) => number): T {
  return list.reduce((best, one) => (sizeOf(one) > sizeOf(best) ? one : best));
}

const ringArea = (ring: Line): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0) / 2;

function middleOf(line: Line): Point {
  let left = lengthOf(line) / 2;
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [line[i - 1]!, line[i]!];
    const step = metersBetween(pointAt(from), pointAt(to));
    if (step >= left && step > 0) {
      const share = left / step;
      return { lon: from[0] + (to[0] - from[0]) * share, lat: from[1] + (to[1] - from[1]) * share };
    }
    left -= step;
  }
  return pointAt(line[0]!);
}

/** The middle of the widest stretch of the area at half its height: unlike the centre of mass it never falls outside. */
function insideOf(rings: Rings): Point {
  const outer = rings[0] ?? [];
  const lats = outer.map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  // Off the half by a little: a height where corners lie would count their edges twice.
  const lat = south + (north - south) * 0.500_123;
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap(([x1, y1], i) => {
        const [x2, y2] = ring[(i + 1) % ring.length]!;
        return y1 > lat !== y2 > lat ? [x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)] : [];
      }),
    )
    .toSorted((one, other) => one - other);
  let best = { width: -1, lon: outer[0]![0] };
  for (let i = 1; i < crossings.length; i += 2) {
    const [west, east] = [crossings[i - 1]!, crossings[i]!];
    if (east - west > best.width) best = { width: east - west, lon: (west + east) / 2 };
  }
  return best.width < 0 ? pointAt(outer[0]!) : { lat, lon: best.lon };
}
