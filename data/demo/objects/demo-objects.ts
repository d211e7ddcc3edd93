import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { Position } from '#kernel/geo-json.ts';
import type { DemoRegion, DemoStreet } from '../demo-region.ts';
import type { Landmark } from '../geography/geography.ts';
import type { LandmarkKind } from '../geography/landmarks.ts';
import { responsibility } from '../organisations/responsibility.ts';

/** An object of the invented register; owner, street, settlement and municipality by their codes. */
export interface DemoObject {
  readonly kind: AssetKind;
  readonly code: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly owner: string | null;
  readonly street: string | null;
  readonly settlement: string;
  readonly municipality: string;
  readonly geometry: { readonly type: 'Point' | 'LineString' | 'Polygon'; readonly coordinates: unknown };
}

type Land = Pick<DemoRegion, 'settlements' | 'streets' | 'houses' | 'landmarks'>;

const CAPITAL = 'yasnozersk';
const METERS = 111_195;
/** Metres between lamps along a street, and from its axis. */
const LAMP_STEP = 75;
const LAMP_ASIDE = 6;
/** A container site for so many blocks of flats, beside the last of them. */
const HOUSES_A_SITE = 20;
const SITE_ASIDE = 35;

/** Who answers for such things in a municipality, by the acts themselves. */
function keeperOf(municipality: string, topic: string, responsibleKind: string): string | null {
  const own = responsibility.filter((row) => row.municipality === municipality);
  const found =
    own.find((row) => row.topic === topic) ?? own.find((row) => row.responsibleKind === responsibleKind);
  return found?.authority ?? null;
}

const landmarkAs: Readonly<
  Record<LandmarkKind, { readonly kind: AssetKind; readonly topic: string; readonly by: string }>
> = {
  school: { kind: 'school', topic: 'school_building', by: 'education' },
  kindergarten: { kind: 'kindergarten', topic: 'school_building', by: 'education' },
  hospital: { kind: 'clinic', topic: 'hospital_upkeep', by: 'health' },
  clinic: { kind: 'clinic', topic: 'hospital_upkeep', by: 'health' },
  shop: { kind: 'shop', topic: '', by: '' },
  stop: { kind: 'stop', topic: 'bus_stop_upkeep', by: 'municipality' },
  park: { kind: 'park', topic: 'park_keeping', by: 'municipality' },
  culture: { kind: 'culture_place', topic: 'culture_institutions', by: 'culture_sport' },
  station: { kind: 'station', topic: '', by: '' },
  market: { kind: 'market', topic: '', by: '' },
  cemetery: { kind: 'cemetery', topic: 'cemetery_upkeep', by: 'municipality' },
  playground: { kind: 'playground', topic: 'playground_broken', by: 'municipality' },
};

/**
 * The register of objects of the invented region: every street is a segment with its keeper, the capital has lamps and
 * container sites, what people call places by is there with its area or point. No chance in it: the land decides.
 */
export function demoObjects(land: Land): DemoObject[] {
  const municipalityOf = new Map(land.settlements.map(({ code, municipality }) => [code, municipality]));
  const placed = land.streets.map((street) => ({
    street,
    municipality: municipalityOf.get(street.settlement) ?? CAPITAL,
  }));
  const inCapital = placed.filter(({ municipality }) => municipality === CAPITAL).map(({ street }) => street);
  return [
    ...placed.map(({ street, municipality }) => segmentOf(street, municipality)),
    ...lampsOf(inCapital),
    ...sitesOf(land),
    ...land.landmarks.flatMap((landmark, index) => placeOf(landmark, index)),
  ];
}

const segmentOf = (street: DemoStreet, municipality: string): DemoObject => ({
  kind: 'road_segment',
  code: `road-${street.code}`,
  name: street.fullName,
  number: null,
  owner: street.ownerAuthority,
  street: street.code,
  settlement: street.settlement,
  municipality,
  geometry: { type: 'LineString', coordinates: street.line },
});

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** A position so many metres east and north. */
const moved = ([lon, lat]: Position, east: number, north: number): Position => [
  round(lon + east / (METERS * Math.cos((lat * Math.PI) / 180))),
  round(lat + north / METERS),
];

/** Lamps stand in turn on either side of a street; they are numbered through the town. */
function lampsOf(streets: readonly DemoStreet[]): DemoObject[] {
  const lamps: DemoObject[] = [];
  for (const street of streets) {
    for (const { at, across } of stepsAlong(street.line, LAMP_STEP)) {
      const number = lamps.length + 1;
      const side = number % 2 === 0 ? LAMP_ASIDE : -LAMP_ASIDE;
      lamps.push({
        kind: 'lamp',
        code: `lamp-${number}`,
        name: null,
        number: String(number),
        owner: 'capital_light',
        street: street.code,
        settlement: street.settlement,
        municipality: CAPITAL,
        geometry: { type: 'Point', coordinates: moved(at, across[0] * side, across[1] * side) },
      });
    }
  }
  return lamps;
}

interface Step {
  readonly at: Position;
  /** Unit vector to the right of the street, metres east and north. */
  readonly across: readonly [number, number];
}

function* stepsAlong(line: readonly Position[], step: number): Generator<Step> {
  let left = step / 2;
  for (const [i, to] of line.entries()) {
    const from = line[i - 1];
    if (from === undefined) continue;
    const east = (to[0] - from[0]) * METERS * Math.cos((from[1] * Math.PI) / 180);
    const north = (to[1] - from[1]) * METERS;
    const length = Math.hypot(east, north);
    for (; left <= length; left += step) {
      const share = left / length;
      yield {
        at: moved(from, east * share, north * share),
        across: [north / length, -east / length],
      };
    }
    left -= length;
  }
}

/** Sites of the capital, kept by whoever takes the waste away there. */
function sitesOf({ houses, settlements }: Land): DemoObject[] {
  const keeper = keeperOf(CAPITAL, 'waste_containers', 'waste_operator');
  const capital = settlements.find(({ municipality }) => municipality === CAPITAL)?.code;
  return houses
    .filter(({ settlement, use }) => settlement === capital && use === 'apartments')
    .filter((_, index) => index % HOUSES_A_SITE === 0)
    .map((house, index) => ({
      kind: 'container_site',
      code: `site-${index + 1}`,
      name: null,
      number: String(index + 1),
      owner: keeper,
      street: house.street,
      settlement: house.settlement,
      municipality: CAPITAL,
      geometry: { type: 'Point', coordinates: moved(house.point, SITE_ASIDE, 0) },
    }));
}

const PARK_METERS = 90;

function placeOf(landmark: Landmark, index: number): DemoObject[] {
  const as = landmarkAs[landmark.kind];

  const { settlement, municipality, street, point, name } = landmark;
  const geometry =
    landmark.kind === 'park'
      ? ({ type: 'Polygon', coordinates: [octagon(point, PARK_METERS)] } as const)
      : ({ type: 'Point', coordinates: point } as const);
  return [
    {
      kind: as.kind,
      code: `place-${index + 1}`,
      name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      number: null,
      owner: as.by === '' ? null : keeperOf(municipality, as.topic, as.by),
      street,
      settlement,
      municipality,
      geometry,
    },
  ];
}

function octagon(middle: Position, meters: number): Position[] {
  const corners = Array.from({ length: 8 }, (_, i): Position => {
    const angle = (i * Math.PI) / 4;
    return moved(middle, Math.cos(angle) * meters, Math.sin(angle) * meters);
  });
  return [...corners, corners[0]!];
}
