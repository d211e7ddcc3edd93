import type { Geography } from './geography.ts';
import type { Position } from './plane.ts';

interface Feature {
  readonly type: 'Feature';
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
    | { readonly type: 'LineString'; readonly coordinates: readonly Position[] }
    | { readonly type: 'Point'; readonly coordinates: Position };
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export interface FeatureCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly Feature[];
}

function polygon(ring: readonly Position[], properties: Feature['properties']): Feature {
  return { type: 'Feature', geometry: { type: 'Polygon', coordinates: [ring] }, properties };
}

function line(positions: readonly Position[], properties: Feature['properties']): Feature {
  return { type: 'Feature', geometry: { type: 'LineString', coordinates: positions }, properties };
}

function pin(position: Position, properties: Feature['properties']): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: position }, properties };
}

function collect(features: readonly Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features };
}

// prettier-ignore
export type MapLayer = 'municipalities' | 'settlements' | 'places' | 'streets' | 'houses' | 'roads' | 'water' | 'rivers' | 'patches';

/** The layers of a map as GeoJSON (RFC 7946), ready for `JSON.stringify`. */
export function toGeoJson(land: Geography): Readonly<Record<MapLayer, FeatureCollection>> {
  return {
    municipalities: collect(
      land.municipalities.map(({ ring, code, oktmo, name, population }) =>
        polygon(ring, { code, oktmo, name, population }),
      ),
    ),
    settlements: collect(
      land.settlements.map(({ ring, code, name, kind }) => polygon(ring, { code, name, kind })),
    ),
    places: collect(
      land.settlements.map((place) =>
        pin(place.point, {
          code: place.code,
          name: place.name,
          kind: place.kind,
          population: place.population,
        }),
      ),
    ),
    streets: collect(
      land.streets.map((street) =>
        line(street.line, { code: street.code, name: street.fullName, kind: street.kind }),
      ),
    ),
    houses: collect(
      land.houses.map(({ point, code, number, use, storeys }) => pin(point, { code, number, use, storeys })),
    ),
    roads: collect(land.roads.map((road) => line(road.line, { name: road.name, owner: road.owner }))),
    water: collect([polygon(land.lake.ring, { name: land.lake.name })]),
    rivers: collect(
      land.rivers.map((river) => line(river.line, { name: river.name, widthMetres: river.widthMetres })),
    ),
    patches: collect(land.patches.map(({ ring, kind }) => polygon(ring, { kind }))),
  };
}
