import type { Random } from '../random.ts';
import { buildHouses } from './houses.ts';
import type { HouseUse } from './houses.ts';
import { placeLandmarks } from './landmarks.ts';
import type { LandmarkKind, LandmarkPlan } from './landmarks.ts';
import { municipalityPlans } from './municipalities.ts';
import type { MunicipalityKind, MunicipalityPlan } from './municipalities.ts';
import { drawPatches } from './patches.ts';
import type { PatchKind } from './patches.ts';
import { distanceToPiece, toDegrees } from './plane.ts';
import type { Position, Spot } from './plane.ts';
import { drawRoads } from './roads.ts';
import type { RoadOwner, RoadPlan } from './roads.ts';
import { settleRegion } from './settlements.ts';
import type { SettlementKind, SettlementPlan } from './settlements.ts';
import { layStreets } from './streets.ts';
import type { StreetPlan } from './streets.ts';
import { spell } from './street-names.ts';
import type { StreetKind } from './street-names.ts';
import { tile } from './tiling.ts';
import { drawWater } from './water.ts';
import type { Water } from './water.ts';

/** A closed GeoJSON ring: the last position repeats the first, counter-clockwise. */
export type Ring = readonly Position[];

export interface Municipality {
  readonly code: string;
  /** Eight digits like ОКТМО; invented. */
  readonly oktmo: string;
  /** «Велецкий муниципальный округ» */
  readonly name: string;
  /** «Велецкий округ» */
  readonly shortName: string;
  /** «в Велецком округе» */
  readonly inWhere: string;
  readonly kind: MunicipalityKind;
  /** Code of the settlement where the administration sits. */
  readonly centre: string;
  readonly population: number;
  readonly ring: Ring;
}

export interface Settlement {
  /** Eleven digits: the municipality's eight and three more. */
  readonly code: string;
  readonly municipality: string;
  readonly kind: SettlementKind;
  readonly name: string;
  readonly population: number;
  readonly point: Position;
  readonly isCentre: boolean;
  /** The built-up area. */
  readonly ring: Ring;
}

export interface Street {
  readonly code: string;
  readonly settlement: string;
  readonly kind: StreetKind;
  /** Without the kind: «Садовая». */
  readonly name: string;
  /** «улица Садовая» */
  readonly fullName: string;
  /** A former name people still use, without the kind. */
  readonly formerName: string | null;
  readonly owner: RoadOwner;
  readonly line: readonly Position[];
}

export interface House {
  readonly code: string;
  readonly settlement: string;
  readonly municipality: string;
  readonly street: string;
  /** As written on the wall: «12», «12А», «12 корп. 3», «12/3». */
  readonly number: string;
  readonly point: Position;
  readonly use: HouseUse;
  readonly storeys: number;
  readonly entrances: number;
}

export interface Landmark {
  readonly kind: LandmarkKind;
  readonly name: string;
  /** Genitive, to be said after «возле»: «школы № 5». */
  readonly near: string;
  readonly settlement: string;
  readonly municipality: string;
  readonly street: string;
  readonly point: Position;
}

export interface Road {
  readonly name: string;
  readonly owner: RoadOwner;
  /** Codes of the settlements at both ends. */
  readonly from: string;
  readonly to: string;
  readonly line: readonly Position[];
}

export interface Patch {
  readonly kind: PatchKind;
  readonly ring: Ring;
}

export interface River {
  readonly name: string;
  readonly widthMetres: number;
  readonly line: readonly Position[];
}

/** Everything that stands still. */
export interface Geography {
  readonly outline: Ring;
  readonly lake: { readonly name: string; readonly ring: Ring };
  readonly rivers: readonly River[];
  /** The capital first. */
  readonly municipalities: readonly Municipality[];
  readonly settlements: readonly Settlement[];
  readonly streets: readonly Street[];
  readonly houses: readonly House[];
  readonly landmarks: readonly Landmark[];
  readonly roads: readonly Road[];
  readonly patches: readonly Patch[];
}

function ringOf(spots: readonly Spot[]): Ring {
  return [...spots, ...spots.slice(0, 1)].map(toDegrees);
}

function simplify(line: readonly Spot[]): Spot[] {
  return line.filter((spot, index) => {
    const [before, after] = [line[index - 1], line[index + 1]];
    if (before === undefined || after === undefined) return true;
    return index % 4 === 0 || distanceToPiece(spot, before, after) > 0.004;
  });
}

const streetCode = (street: StreetPlan) =>
  `${street.settlement.code}-${String(street.index).padStart(3, '0')}`;

function toStreet(street: StreetPlan): Street {
  return {
    code: streetCode(street),
    settlement: street.settlement.code,
    kind: street.kind,
    name: street.name,
    fullName: spell(street),
    formerName: street.formerName,
    owner: street.kind === 'шоссе' ? 'regional' : 'municipal',
    line: simplify(street.line.map(({ spot }) => spot)).map(toDegrees),
  };
}

function toMunicipality(
  plan: MunicipalityPlan,
  settlements: readonly SettlementPlan[],
  ring: readonly Spot[],
): Municipality {
  const own = settlements.filter(({ municipality }) => municipality === plan.code);
  const { code, oktmo, name, shortName, inWhere, kind } = plan;
  return {
    code,
    oktmo,
    name,
    shortName,
    inWhere,
    kind,
    centre: own[0]?.code ?? '',
    population: own.reduce((sum, { population }) => sum + population, 0),
    ring: ringOf(ring),
  };
}

function toSettlement({
  code,
  municipality,
  kind,
  name,
  population,
  spot,
  isCentre,
  outline,
}: SettlementPlan): Settlement {
  return {
    code,
    municipality,
    kind,
    name,
    population,
    point: toDegrees(spot),
    isCentre,
    ring: ringOf(outline),
  };
}

/** An irregular oval of sixteen corners, convex: the borders get their bends later. */
function frame(chance: Random): Spot[] {
  return Array.from({ length: 16 }, (_, index): Spot => {
    const angle = ((index + chance.between(-0.12, 0.12)) / 16) * Math.PI * 2;
    return [Math.cos(angle) * 112, Math.sin(angle) * 92];
  });
}

function toHouses(street: StreetPlan, water: Water, chance: Random): House[] {
  const code = streetCode(street);
  const { settlement } = street;
  return buildHouses(street, water, chance.fork(`houses ${code}`)).map(
    ({ number, spot, use, storeys, entrances }, index) => ({
      code: `${code}-${index + 1}`,
      settlement: settlement.code,
      municipality: settlement.municipality,
      street: code,
      number,
      point: toDegrees(spot),
      use,
      storeys,
      entrances,
    }),
  );
}

function toLandmark({ kind, name, near, settlement, street, spot }: LandmarkPlan): Landmark {
  return {
    kind,
    name,
    near,
    settlement: settlement.code,
    municipality: settlement.municipality,
    street: streetCode(street),
    point: toDegrees(spot),
  };
}

function toRoad({ name, owner, from, to, line }: RoadPlan): Road {
  return { name, owner, from: from.code, to: to.code, line: line.map(toDegrees) };
}

/** Draws the whole invented region. The same stream gives the same bytes. */
export function drawGeography(chance: Random): Geography {
  const sites = municipalityPlans.map(({ code, spot, weight }) => ({ code, spot, weight }));
  const tiling = tile(sites, frame(chance.fork('frame')), chance.fork('borders'));
  const water = drawWater(chance.fork('water'));
  const settlements = settleRegion(tiling.rings, water, chance.fork('settlements'));
  const streets = settlements.flatMap((plan) => layStreets(plan, water, chance.fork(`streets ${plan.code}`)));
  const landmarks = settlements.flatMap((plan) => {
    const own = streets.filter(({ settlement }) => settlement === plan);
    return own.length === 0 ? [] : placeLandmarks(plan, own, chance.fork(`landmarks ${plan.code}`));
  });
  return {
    outline: ringOf(tiling.outline),
    lake: { name: 'озеро Ясное', ring: ringOf(water.lake) },
    rivers: water.rivers.map(({ name, width, line }) => ({
      name,
      widthMetres: width * 1000,
      line: line.map(toDegrees),
    })),
    municipalities: municipalityPlans.map((plan) =>
      toMunicipality(plan, settlements, tiling.rings.get(plan.code) ?? []),
    ),
    settlements: settlements.map(toSettlement),
    streets: streets.map(toStreet),
    houses: streets.flatMap((street) => toHouses(street, water, chance)),
    landmarks: landmarks.map(toLandmark),
    roads: drawRoads(settlements, water, chance.fork('roads')).map(toRoad),
    patches: drawPatches(tiling.outline, settlements, water, chance.fork('patches')).map(
      ({ kind, ring }) => ({ kind, ring: ringOf(ring) }),
    ),
  };
}
