import type { FeatureCollection } from '#kernel/geo-json.ts';
import type { NewRegion } from '#centre/acts/create-region.ts';
import { publishedCalendars } from '#data/calendars/calendars.ts';
import type { DemoRegion } from '#data/demo/demo-region.ts';
import { toGeoJson } from '#data/demo/geography/geojson.ts';
import type { Position } from '#data/demo/geography/plane.ts';
import { topics } from '#data/topics/topics.ts';
import type { DayHours } from '#kernel/time/schedule.ts';

/** Codes of the invented region as numbers of the tables. */
export interface DemoIds {
  readonly municipality: ReadonlyMap<string, number>;
  readonly authority: ReadonlyMap<string, number>;
  readonly executor: ReadonlyMap<string, number>;
}

type Feature = FeatureCollection['features'][number];

const workday: DayHours = { opens: 540, closes: 1080, lunch: { from: 780, to: 840 } };

const numbered = (codes: readonly { readonly code: string }[]): Map<string, number> =>
  new Map(codes.map(({ code }, index) => [code, index + 1]));

const idOf = (ids: ReadonlyMap<string, number>, code: string): number => {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`the invented region has no ${code}`);
  return id;
};

const maybeId = (ids: ReadonlyMap<string, number>, code: string | null): number | null =>
  code === null ? null : idOf(ids, code);

const latLon = ([lon, lat]: Position) => ({ lat, lon });

/** The middle of a line, by its points: near enough to stand for a street. */
const middle = (line: readonly Position[]): Position => line[Math.floor(line.length / 2)] ?? [0, 0];

/** Leading digits of «12А», «12 корп. 3»; a house always has some. */
const baseOf = (number: string): number => Number.parseInt(number, 10);

/** What `createRegion` is asked for, and how its numbers are found by code. */
export function planRegion(
  demo: DemoRegion,
  name: Pick<NewRegion, 'slug' | 'isDefault'>,
  at: Date,
): { readonly region: NewRegion; readonly ids: DemoIds } {
  const ids: DemoIds = {
    municipality: numbered(demo.municipalities),
    authority: numbered(demo.authorities),
    executor: numbered(demo.executors),
  };
  const region: NewRegion = {
    ...name,
    name: demo.name,
    timeZone: demo.timeZone,
    workingHours: {
      zone: demo.timeZone,
      weekdays: [workday, workday, workday, workday, workday, null, null],
      shortenedByMinutes: 60,
    },
    topics,
    calendars: publishedCalendars,
    layers: layersOf(demo),
    at,
    ...landOf(demo, ids),
    ...bodiesOf(demo, ids),
  };
  return { region, ids };
}

function landOf(demo: DemoRegion, ids: DemoIds) {
  const settlements = numbered(demo.settlements);
  const streets = numbered(demo.streets);
  return {
    bounds: boundsOf(demo.municipalities.flatMap(({ ring }) => ring)),
    municipalities: demo.municipalities.map(({ code, name, oktmo, population, ring }) => ({
      id: idOf(ids.municipality, code),
      name,
      oktmo,
      population,
      boundary: { type: 'MultiPolygon' as const, coordinates: [[ring]] },
    })),
    settlements: demo.settlements.map(({ code, municipality, name, kind, population, point }) => ({
      id: idOf(settlements, code),
      municipalityId: idOf(ids.municipality, municipality),
      name,
      kind,
      population,
      ...latLon(point),
    })),
    streets: demo.streets.map(({ code, settlement, name, kind, formerName, ownerAuthority, line }) => ({
      id: idOf(streets, code),
      settlementId: idOf(settlements, settlement),
      name,
      kind,
      oldNames: formerName === null ? [] : [formerName],
      ownerId: maybeId(ids.authority, ownerAuthority),
      ...latLon(middle(line)),
    })),
    houses: demo.houses.map(({ street, number, point, manager }, index) => ({
      id: index + 1,
      streetId: idOf(streets, street),
      number,
      numberBase: baseOf(number),
      ...latLon(point),
      managerId: maybeId(ids.authority, manager),
    })),
  };
}

function bodiesOf(demo: DemoRegion, ids: DemoIds) {
  return {
    authorities: demo.authorities.map(({ code, fullName, shortName, kind, municipalities, parent }) => ({
      id: idOf(ids.authority, code),
      name: fullName,
      shortName,
      kind,
      municipalityId:
        municipalities?.length === 1 ? maybeId(ids.municipality, municipalities[0] ?? null) : null,
      parentId: maybeId(ids.authority, parent),
      contact: null,
    })),
    executors: demo.executors.map(({ code, authority, name }) => ({
      id: idOf(ids.executor, code),
      authorityId: idOf(ids.authority, authority),
      name,
    })),
    rules: demo.responsibility.map((row, index) => ({
      id: index + 1,
      topic: row.topic,
      sector: row.sector,
      responsibleKind: row.responsibleKind,
      municipalityId: maybeId(ids.municipality, row.municipality),
      authorityId: idOf(ids.authority, row.authority),
      executorId: maybeId(ids.executor, row.executor),
      source: row.source,
      sourceDate: row.sourceDate,
    })),
  };
}

function boundsOf(points: readonly Position[]): [number, number, number, number] {
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

const groundOf = {
  forest: 'forest',
  meadow: 'green',
  marsh: 'green',
  park: 'green',
  industry: 'industry',
} as const;

/** The land as the map of our own reads it (ui/map/base-map.ts). */
function layersOf(demo: DemoRegion): NewRegion['layers'] {
  const land = toGeoJson(demo);
  const collection = (features: FeatureCollection['features']): FeatureCollection => ({
    type: 'FeatureCollection',
    features,
  });
  const feature = (geometry: Feature['geometry'], properties: Feature['properties'] = {}): Feature => ({
    type: 'Feature',
    geometry,
    properties,
  });
  return {
    water: collection(land.water.features.map(({ geometry }) => feature(geometry))),
    rivers: collection(land.rivers.features.map(({ geometry }) => feature(geometry))),
    roads: collection([
      ...demo.roads.map(({ line, name }) =>
        feature({ type: 'LineString', coordinates: line }, { kind: 'main', name }),
      ),
      ...demo.streets.map(({ line, fullName }) =>
        feature({ type: 'LineString', coordinates: line }, { kind: 'street', name: fullName }),
      ),
    ]),
    settlements: collection(
      demo.settlements.map(({ point, name, kind, population }) =>
        feature(
          { type: 'Point', coordinates: point },
          { name, kind: kind !== 'город' ? 'village' : population > 60_000 ? 'city' : 'town' },
        ),
      ),
    ),
    landuse: collection([
      ...demo.patches.map(({ ring, kind }) =>
        feature({ type: 'Polygon', coordinates: [ring] }, { kind: groundOf[kind] }),
      ),
      ...demo.settlements.map(({ ring }) =>
        feature({ type: 'Polygon', coordinates: [ring] }, { kind: 'built' }),
      ),
    ]),
  };
}
