import type { Feature, FeatureCollection, Geometry, Point as GeoPoint, Polygon } from 'geojson';
import type { Point } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';

export const pointStates = ['open', 'in_work', 'done', 'disputed'] as const;
export type PointState = (typeof pointStates)[number];

/** What the map must know of a problem to draw it; users add what they show. */
export interface MapPoint {
  readonly id: string;
  readonly at: Point;
  readonly state: PointState;
  /** The problem is a line or an area; its point is drawn too. */
  readonly shape?: Shape | null;
}

/** A cell or a municipality with its step of the heat, 0 (few) … 6 (many). */
export interface MapArea {
  readonly id: string;
  /** One ring, closed or not. */
  readonly ring: readonly Point[];
  readonly step: number;
}

interface PointProperties {
  readonly index: number;
  readonly state: PointState;
}

/** Lines and areas of the points that pass the filter, as MapLibre takes them. */
export function shapeFeatures<P extends MapPoint>(
  points: readonly P[],
  keep: ((point: P) => boolean) | null,
): FeatureCollection<Geometry, { state: PointState }> {
  return {
    type: 'FeatureCollection',
    features: points.flatMap((point) => {
      const { shape, state } = point;
      if (shape === undefined || shape === null || (keep !== null && !keep(point))) return [];
      return [{ type: 'Feature', geometry: geometryOf(shape), properties: { state } }];
    }),
  };
}

/** MapLibre's types know no read-only lists. */
function geometryOf(shape: Shape): Geometry {
  const geometry: Geometry = JSON.parse(JSON.stringify(shape));
  return geometry;
}

/** Points that pass the filter, as MapLibre takes them; `index` leads back to the point. */
export function pointFeatures<P extends MapPoint>(
  points: readonly P[],
  keep: ((point: P) => boolean) | null,
): FeatureCollection<GeoPoint, PointProperties> {
  const features: Feature<GeoPoint, PointProperties>[] = [];
  points.forEach((point, index) => {
    if (keep !== null && !keep(point)) return;
    features.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [point.at.lon, point.at.lat] },
      properties: { index, state: point.state },
    });
  });
  return { type: 'FeatureCollection', features };
}

/** Areas as MapLibre takes them; rings are closed here. */
export function areaFeatures(
  areas: readonly MapArea[],
): FeatureCollection<Polygon, { id: string; step: number }> {
  return {
    type: 'FeatureCollection',
    features: areas.map(({ id, ring, step }) => {
      const closed = [...ring, ...ring.slice(0, 1)];
      return {
        type: 'Feature',
        geometry: { type: 'Polygon', coordinates: [closed.map(({ lon, lat }) => [lon, lat])] },
        properties: { id, step: Math.min(6, Math.max(0, Math.round(step))) },
      };
    }),
  };
}

/** South-west and north-east corners around the points; `null` if there are none. */
export function boundsOf(points: readonly Point[]): Bounds | null {
  const [first] = points;
  if (first === undefined) return null;
  let [west, south, east, north] = [first.lon, first.lat, first.lon, first.lat];
  for (const { lat, lon } of points) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** Points within the frame: one that was set far away by mistake would make the region small. All of them if none is within. */
export function withinFrame(points: readonly Point[], [west, south, east, north]: Bounds): readonly Point[] {
  const within = points.filter(({ lat, lon }) => lon >= west && lon <= east && lat >= south && lat <= north);
  return within.length > 0 ? within : points;
}

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];
