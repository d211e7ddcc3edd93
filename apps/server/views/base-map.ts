import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { z } from 'zod';
import { boundariesOf, layersOf } from '#centre/queries/reference.ts';
import type { Region } from '#centre/queries/regions.ts';
import { drawnBoundaries } from '#centre/rules/drawn-boundaries.ts';
import type { baseMap } from '#contract/learn.ts';
import type { Config } from '#house/config.ts';
import type { Boundary } from '#kernel/geo-json.ts';
import type { Writer } from '#store/connection.ts';
import { tilesPath } from '../portal/visit.ts';

/** The ground of a region, ready to be sent. */
export interface PackedBase {
  /** Strong: the same bytes, the same tag. */
  readonly etag: string;
  readonly json: Buffer;
  readonly gzipped: Buffer;
}

const KEPT_MS = 3_600_000;
/** About fifty metres: less than a line is wide when the whole region is seen. */
const TOLERANCE_DEGREES = 0.0005;
const empty = { type: 'FeatureCollection', features: [] } as const;
const pack = promisify(gzip);

type Reading = <T>(regionId: number, read: (tx: Writer) => Promise<T>) => Promise<T>;

/** Keeps the packed ground of each region for an hour. */
export function createBaseMaps(now: () => Date, reading: Reading) {
  const kept = new Map<number, { readonly readAt: number; readonly base: Promise<PackedBase> }>();
  return (region: Region, map: Config['map']): Promise<PackedBase> => {
    const known = kept.get(region.id);
    if (known !== undefined && Math.abs(now().getTime() - known.readAt) < KEPT_MS) return known.base;
    const base = reading(region.id, (tx) => readBase(tx, region, map)).then(packed);
    kept.set(region.id, { readAt: now().getTime(), base });
    // A failed reading must not be remembered as the answer.
    base.catch(() => kept.delete(region.id));
    return base;
  };
}

async function packed(base: z.input<typeof baseMap.success>): Promise<PackedBase> {
  const json = Buffer.from(JSON.stringify(base));
  const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 27)}"`;
  return { etag, json, gzipped: await pack(json) };
}

async function readBase(
  tx: Writer,
  region: Region,
  map: Config['map'],
): Promise<z.input<typeof baseMap.success>> {
  const municipalities = await boundariesOf(tx, region.id);
  const drawn = municipalities.flatMap((one) => {
    const boundary = boundaryIn(one.boundary);
    return boundary === null ? [] : [{ name: one.name, boundary }];
  });
  const light = drawnBoundaries(
    drawn.map((one) => one.boundary),
    TOLERANCE_DEGREES,
  );
  const layers = await layersOf(tx, region.id);
  const layer = (name: string): unknown => layers.get(name) ?? empty;
  return {
    bounds: [...(region.bounds ?? boundsOf(light))],
    styleUrl: map.styleUrl,
    pmtilesUrl: map.pmtiles === null || URL.canParse(map.pmtiles) ? map.pmtiles : `/api${tilesPath}`,
    layers: {
      municipalities: {
        type: 'FeatureCollection',
        features: drawn.map(({ name }, index) => ({
          type: 'Feature',
          properties: { name },
          geometry: light[index],
        })),
      },
      water: layer('water'),
      rivers: layer('rivers'),
      roads: layer('roads'),
      settlements: layer('settlements'),
      landuse: layer('landuse'),
    },
  };
}

/** What is no area is not drawn. A single polygon is an area of one. */
function boundaryIn(stored: unknown): Boundary | null {
  if (typeof stored !== 'object' || stored === null || !('type' in stored) || !('coordinates' in stored))
    return null;
  const { type, coordinates } = stored;
  if (!Array.isArray(coordinates)) return null;
  if (type !== 'MultiPolygon' && type !== 'Polygon') return null;
  // Import checked the rings; the database returns them as it got them.
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Boundary['coordinates'];
  return { type: 'MultiPolygon', coordinates: polygons };
}

/** The whole of Russia where nothing is known: a map must show something. */
const widest = [19, 41, 180, 82] as const;

function boundsOf(areas: readonly Boundary[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of areas.flatMap((area) => area.coordinates.flat(2))) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return west === Infinity ? widest : [west, south, east, north];
}
