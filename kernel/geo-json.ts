/** Shapes on the map as GeoJSON (RFC 7946) has them, WGS 84. */

/** Degrees, longitude first. */
export type Position = readonly [lon: number, lat: number];

/** West, south, east, north; degrees. */
export type Bounds = readonly [number, number, number, number];

type Ring = readonly Position[];

/** Area of a municipality. */
export interface Boundary {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
}

type Geometry =
  | Boundary
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiLineString'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
  | { readonly type: 'Point'; readonly coordinates: Position };

export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly {
    readonly type: 'Feature';
    readonly geometry: Geometry;
    readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  }[];
}
