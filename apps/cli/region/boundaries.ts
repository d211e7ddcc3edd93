import { z } from 'zod';
import type { Boundary, Position } from '#kernel/geo-json.ts';
import type { Point } from '#kernel/place.ts';
import { StartFault } from '#store/start-fault.ts';

/** A municipality as the file of boundaries gives it. */
export interface Territory {
  readonly name: string;
  readonly oktmo: string | null;
  readonly population: number | null;
  readonly boundary: Boundary;
}

export interface Boundaries {
  readonly territories: readonly Territory[];
  /** west, south, east, north; degrees */
  readonly bounds: readonly [number, number, number, number];
  /** Features that are no areas, such as labels. */
  readonly passedOver: number;
}

const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z.array(
    z.object({ properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() }),
  ),
});

/**
 * Reads municipalities from GeoJSON. Features of one name become one multipolygon; nothing is simplified.
 *
 * @param nameProperty the property that names a municipality
 * @throws StartFault in a sentence: not GeoJSON, no areas, another coordinate system, latitude before longitude
 */
export function readBoundaries(text: string, file: string, nameProperty: string): Boundaries {
  const collection = collectionSchema.safeParse(parseJson(text, file));
  if (!collection.success)
    throw new StartFault(`${file} is not a GeoJSON FeatureCollection: boundaries come as one.`);
  const { crs, features } = collection.data;
  checkSystem(crs?.properties.name, file);
  const areas = features.flatMap(({ properties, geometry }) => {
    const polygons = polygonsOf(geometry);
    return polygons === null ? [] : [{ properties: properties ?? {}, polygons }];
  });
  if (areas.length === 0)
    throw new StartFault(`${file} holds no areas: every municipality must be a Polygon or a MultiPolygon.`);
  const named = Map.groupBy(areas, ({ properties }) => nameIn(properties, nameProperty, file));
  const territories = [...named].map(([name, parts]): Territory => {
    const facts = Object.fromEntries(parts.flatMap(({ properties }) => Object.entries(properties)));
    return {
      name,
      oktmo: oktmoIn(facts),
      population: populationIn(facts),
      boundary: { type: 'MultiPolygon', coordinates: parts.flatMap(({ polygons }) => polygons) },
    };
  });
  const bounds = boundsOf(territories);
  checkBounds(bounds, file);
  return { territories, bounds, passedOver: features.length - areas.length };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    throw new StartFault(`${file} is not JSON: boundaries come as GeoJSON.`);
  }
}

const listOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

/** Every value read, or `null` where one cannot be. */
function all<T>(values: readonly unknown[] | null, read: (value: unknown) => T | null): T[] | null {
  if (values === null) return null;
  const found: T[] = [];
  for (const value of values) {
    const one = read(value);
    if (one === null) return null;
    found.push(one);
  }
  return found;
}

/**
 * The areas of a geometry, `null` where it is none. Heights and repeated closing points are dropped, a ring left open is
 * closed. Read by hand: a schema would copy every vertex of a file that may hold millions.
 */
function polygonsOf(geometry: unknown): Position[][][] | null {
  if (typeof geometry !== 'object' || geometry === null) return null;
  const { type, coordinates }: { readonly type?: unknown; readonly coordinates?: unknown } = geometry;
  const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? listOf(coordinates) : null;
  return all(polygons, polygonOf)?.filter((polygon) => polygon.length > 0) ?? null;
}

function polygonOf(rings: unknown): Position[][] | null {
  const read = all(listOf(rings), (ring) => all(listOf(ring), positionOf));
  return read?.filter((ring) => ring.length >= 3).map(closed) ?? null;
}

function positionOf(value: unknown): Position | null {
  const [lon, lat]: readonly unknown[] = listOf(value) ?? [];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}

function closed(ring: Position[]): Position[] {
  const [first, last] = [ring[0]!, ring.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) ring.push(first);
  return ring;
}

function nameIn(properties: Record<string, unknown>, property: string, file: string): string {
  const value = properties[property];
  const name = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  if (name !== '') return name;
  const known = Object.keys(properties);
  throw new StartFault(
    `A feature of ${file} has no property "${property}" to be named by: choose another with --name-property${known.length === 0 ? '' : ` (it has ${known.join(', ')})`}.`,
  );
}

const oktmoIn = ({ oktmo }: Record<string, unknown>): string | null =>
  typeof oktmo === 'string' && /^\d{8}(\d{3})?$/.test(oktmo) ? oktmo : null;

const populationIn = ({ population }: Record<string, unknown>): number | null =>
  typeof population === 'number' && Number.isInteger(population) && population >= 0 ? population : null;

function checkSystem(name: string | undefined, file: string): void {
  if (name === undefined || /CRS84|EPSG:+4326$/i.test(name)) return;
  throw new StartFault(`${file} is in the coordinate system ${name}: convert it to WGS 84 (EPSG:4326).`);
}

function boundsOf(territories: readonly Territory[]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { boundary } of territories) {
    for (const [outer = []] of boundary.coordinates) {
      for (const [lon, lat] of outer) {
        bounds[0] = Math.min(bounds[0], lon);
        bounds[1] = Math.min(bounds[1], lat);
        bounds[2] = Math.max(bounds[2], lon);
        bounds[3] = Math.max(bounds[3], lat);
      }
    }
  }
  return bounds;
}

const isRussian = (lon: number, lat: number): boolean =>
  lat > 41 && lat < 82.5 && ((lon > 19 && lon <= 180) || (lon >= -180 && lon < -168));

/** Numbers alone tell metres from degrees and, for Russia, a swapped pair. */
function checkBounds([west, south, east, north]: Boundaries['bounds'], file: string): void {
  if (Math.max(Math.abs(west), Math.abs(east), Math.abs(south), Math.abs(north)) > 360)
    throw new StartFault(`${file} is not in degrees: convert it to WGS 84 (EPSG:4326).`);
  const [lon, lat] = [(west + east) / 2, (south + north) / 2];
  const isSwapped = !isRussian(lon, lat) && isRussian(lat, lon);
  if (isSwapped || Math.abs(south) > 90 || Math.abs(north) > 90)
    throw new StartFault(`${file} has latitude before longitude: GeoJSON wants longitude first.`);
  if (Math.abs(west) > 180 || Math.abs(east) > 180)
    throw new StartFault(`${file} has a longitude beyond 180 degrees.`);
}

/** Finds the area a point is in, or `null`; a few microseconds a question. */
export function areaFinder(territories: readonly Territory[]): (point: Point) => number | null {
  const areas = territories.map((territory) => ({
    bounds: boundsOf([territory]),
    polygons: territory.boundary.coordinates,
  }));
  return ({ lat, lon }) => {
    const found = areas.findIndex(
      ({ bounds: [west, south, east, north], polygons }) =>
        lon >= west &&
        lon <= east &&
        lat >= south &&
        lat <= north &&
        polygons.some(
          ([outer, ...holes]) =>
            outer !== undefined &&
            isInside(outer, lon, lat) &&
            !holes.some((hole) => isInside(hole, lon, lat)),
        ),
    );
    return found < 0 ? null : found;
  };
}

/** Even number of borders crossed to the east: outside. */
function isInside(ring: readonly Position[], lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 1; i < ring.length; i += 1) {
    const [x1, y1] = ring[i - 1]!;
    const [x2, y2] = ring[i]!;
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}
