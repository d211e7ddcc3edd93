import type { FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';

type Areas<Properties = Record<never, never>> = FeatureCollection<Polygon | MultiPolygon, Properties>;
type Lines<Properties = Record<never, never>> = FeatureCollection<LineString | MultiLineString, Properties>;

export const roadKinds = ['main', 'street', 'path'] as const;
export const landuseKinds = ['forest', 'green', 'built', 'industry', 'building'] as const;
export const settlementKinds = ['city', 'town', 'village'] as const;

/** What `/api/map/base` serves: our own drawing of the region, WGS 84. Any layer may be empty. */
export interface BaseMap {
  readonly municipalities: Areas<{ readonly name: string }>;
  readonly water: Areas;
  readonly rivers: Lines;
  readonly roads: Lines<{ readonly kind: (typeof roadKinds)[number]; readonly name?: string }>;
  readonly settlements: FeatureCollection<
    Point,
    { readonly name: string; readonly kind: (typeof settlementKinds)[number] }
  >;
  readonly landuse: Areas<{ readonly kind: (typeof landuseKinds)[number] }>;
  /** Whose data it is, as plain text, where a licence asks to say so. */
  readonly attribution?: string;
}

/** Where the ground comes from: our own layers, or what the region set instead of them. */
export type BaseSource =
  | { readonly kind: 'own'; readonly href: string }
  /** A PMTiles archive with the layer names of the Protomaps basemap. */
  | { readonly kind: 'pmtiles'; readonly href: string }
  /** A whole MapLibre style. */
  | { readonly kind: 'style'; readonly href: string };
