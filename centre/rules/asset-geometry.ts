import type { Position } from '#kernel/geo-json.ts';
import { isPossiblePoint, type Point } from '#kernel/place.ts';
import { pointOn, type Shape } from '#kernel/shape.ts';
import { cellsTouched } from './asset-cells.ts';

/** Where an object is: a point on it, its line or area, and the cells it touches. */
export interface AssetGeometry {
  readonly point: Point;
  readonly shape: Shape | null;
  readonly cells: readonly string[];
}

/** Why a geometry is refused. */
export const geometryFaults = [
  'no_geometry',
  'unknown_geometry',
  'coordinates_impossible',
  'too_many_points',
  'too_large',
] as const;
export type GeometryFault = (typeof geometryFaults)[number];

/** More is a coast, not an object; it would weigh down every screen that draws it. */
export const MOST_POSITIONS = 10_000;

type Read<T> = T | GeometryFault;
const isFault = <T extends object>(read: Read<T>): read is GeometryFault => typeof read === 'string';

/**
 * Reads one GeoJSON geometry as an object of the register: a point, a line or an area, in one piece or in several. Several
 * points are one object at the first of them. Heights are dropped, open rings closed, repeated positions passed over.
 */
export function readAssetGeometry(geometry: unknown): Read<AssetGeometry> {
  if (!isRecord(geometry)) return 'no_geometry';
  const { type, coordinates } = geometry;
  if (type === 'Point' || type === 'MultiPoint') {
    const position = readPosition(type === 'Point' ? coordinates : listOf(coordinates)[0]);
    return isFault(position) ? position : placed(pointAt(position), null);
  }
  const shape = readShape(type, coordinates);
  return isFault(shape) ? shape : placed(pointOn(shape), shape);
}

/** Reads a line or an area, such as one drawn by a person. */
export function readDrawnShape(geometry: unknown): Read<Shape> {
  if (!isRecord(geometry)) return 'no_geometry';
  return readShape(geometry['type'], geometry['coordinates']);
}

function placed(point: Point, shape: Shape | null): Read<AssetGeometry> {
  const cells = cellsTouched(point, shape);
  return cells.length === 0 ? 'too_large' : { point, shape, cells };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const pointAt = ([lon, lat]: Position): Point => ({ lat, lon });

function readPosition(value: unknown): Read<Position> {
  const [lon, lat] = listOf(value);
  if (typeof lon !== 'number' || typeof lat !== 'number') return 'no_geometry';
  return isPossiblePoint({ lat, lon }) ? [lon, lat] : 'coordinates_impossible';
}

function readShape(type: unknown, coordinates: unknown): Read<Shape> {
  if (positionsIn(coordinates) > MOST_POSITIONS) return 'too_many_points';
  switch (type) {
    case 'LineString':
      return made(readLine(coordinates, 2), (line) => ({ type, coordinates: line }));
    case 'MultiLineString':
      return made(
        readEach(coordinates, (line) => readLine(line, 2)),
        (lines) => ({ type, coordinates: lines }),
      );
    case 'Polygon':
      return made(readRings(coordinates), (rings) => ({ type, coordinates: rings }));
    case 'MultiPolygon':
      return made(readEach(coordinates, readRings), (areas) => ({ type, coordinates: areas }));
    default:
      return 'unknown_geometry';
  }
}

const made = <T extends object>(read: Read<T>, make: (value: T) => Shape): Read<Shape> =>
  isFault(read) ? read : make(read);

/** Counted before anything is made: a broken file may nest without end. */
function positionsIn(value: unknown, depth = 0): number {
  if (!Array.isArray(value) || depth > 4) return 0;
  if (typeof value[0] === 'number') return 1;
  return value.reduce((sum: number, one) => sum + positionsIn(one, depth + 1), 0);
}

function readEach<T extends object>(value: unknown, read: (one: unknown) => Read<T>): Read<T[]> {
  const list: T[] = [];
  for (const one of listOf(value)) {
    const item = read(one);
    if (isFault(item)) return item;
    list.push(item);
  }
  return list.length === 0 ? 'no_geometry' : list;
}

function readLine(value: unknown, least: number): Read<Position[]> {
  const positions = readEach(value, readPosition);
  if (isFault(positions)) return positions;
  const distinct = positions.filter(
    ([lon, lat], i) => i === 0 || lon !== positions[i - 1]![0] || lat !== positions[i - 1]![1],
  );
  return distinct.length < least ? 'no_geometry' : distinct;
}

/** The outer ring and its holes. A hole that is none is passed over, an outer ring that is none is no area. */
function readRings(value: unknown): Read<Position[][]> {
  const rings: Position[][] = [];
  for (const [i, one] of listOf(value).entries()) {
    const line = readLine(one, 3);
    if (line === 'no_geometry' && i > 0) continue;
    if (isFault(line)) return line;
    const [first, last] = [line[0]!, line.at(-1)!];
    const ring = first[0] === last[0] && first[1] === last[1] ? line : [...line, first];
    if (ring.length < 4) {
      if (i > 0) continue;
      return 'no_geometry';
    }
    rings.push(ring);
  }
  return rings.length === 0 ? 'no_geometry' : rings;
}
