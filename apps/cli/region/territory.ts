import type { NewRegion } from '#centre/acts/create-region.ts';
import { tellNamesakes } from '#centre/rules/namesakes.ts';
import type { Point } from '#kernel/place.ts';
import type { ListedHouse } from './addresses.ts';
import { areaFinder, type Territory } from './boundaries.ts';
import {
  parseSettlement,
  writeHouse,
  type SettlementName,
  type StreetName,
} from '#flow/understand/rules/postal-address.ts';

type Land = Pick<NewRegion, 'municipalities' | 'settlements' | 'streets' | 'houses'>;

interface GatheredSettlement {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly parentId: number | null;
  readonly points: Point[];
  /** Houses in each municipality. */
  readonly within: Map<number, number>;
}

type GatheredStreet = Land['streets'][number] & { readonly points: Point[] };

/**
 * Turns boundaries and a list of houses into the numbered rows of a region. A settlement belongs to the municipality most of
 * its houses stand in; a town of many municipalities is still one settlement, and each of its houses is placed by its point.
 */
export function buildTerritory(territories: readonly Territory[], houses: readonly ListedHouse[]): Land {
  const lists = gatherAll(territories, houses);
  return {
    municipalities: territories.map((territory, i) => ({ id: i + 1, ...territory })),
    settlements: [...lists.settlements.values()].map(({ id, name, kind, parentId, points, within }) => ({
      id,
      name,
      kind,
      parentId,
      municipalityId: mostOf(within),
      population: null,
      ...middle(points),
    })),
    streets: [...lists.streets.values()].map(({ points, ...street }) => ({ ...street, ...middle(points) })),
    houses: [...lists.houses.values()],
  };
}

function gatherAll(territories: readonly Territory[], listed: readonly ListedHouse[]) {
  const find = areaFinder(territories);
  const settlements = new Map<string, GatheredSettlement>();
  const streets = new Map<string, GatheredStreet>();
  const houses = new Map<string, Land['houses'][number]>();
  const placed = listed.map((one) => {
    const area = find(one.point) ?? nearest(territories, one.point);
    const name = one.settlement ?? parseSettlement(one.area ?? territories[area]?.name ?? '');
    return { one, area, name };
  });
  const numbers = tellNamesakes(
    placed.map(({ one, area, name }) => ({
      ...(one.within ?? name),
      point: one.point,
      ties: [String(area)],
    })),
  );
  for (const [at, { one, area, name }] of placed.entries()) {
    const stands = (named: SettlementName, parentId: number | null): GatheredSettlement => {
      const key = parentId === null ? `${named.kind} #${numbers[at] ?? 0}` : String(parentId);
      const found = gather(settlements, `${key} ${named.name}`.toLowerCase().replaceAll('ё', 'е'), (id) =>
        newSettlement(id, named, parentId),
      );
      found.points.push(one.point);
      found.within.set(area + 1, (found.within.get(area + 1) ?? 0) + 1);
      return found;
    };
    const above = one.within === null ? null : stands(one.within, null);
    const settlement = stands(name, above?.id ?? null);
    const spelling = one.street.otherNames[0] ?? one.street.name;
    const street = gather(streets, `${settlement.id} ${one.street.kind} ${spelling}`.toLowerCase(), (id) =>
      newStreet(id, settlement.id, one.street),
    );
    street.points.push(one.point);
    gather(houses, `${street.id} ${one.house.key}`, (id) => ({
      id,
      streetId: street.id,
      number: writeHouse(one.house),
      numberBase: one.house.base,
      ...one.point,
      managerId: null,
    }));
  }
  return { settlements, streets, houses };
}

const newSettlement = (
  id: number,
  { name, kind }: SettlementName,
  parentId: number | null,
): GatheredSettlement => ({
  id,
  name,
  kind,
  parentId,
  points: [],
  within: new Map(),
});

const newStreet = (id: number, settlementId: number, street: StreetName): GatheredStreet => ({
  id,
  settlementId,
  name: street.name,
  kind: street.kind,
  oldNames: street.otherNames,
  ownerId: null,
  lat: null,
  lon: null,
  points: [],
});

/** What is known under the key, else made with the next number. */
function gather<T>(known: Map<string, T>, key: string, make: (id: number) => T): T {
  const found = known.get(key) ?? make(known.size + 1);
  known.set(key, found);
  return found;
}

const mostOf = (counts: ReadonlyMap<number, number>): number =>
  [...counts].toSorted(([a, n], [b, m]) => m - n || a - b)[0]?.[0] ?? 1;

/** The house nearest to the mean: a point that surely lies on the street, even on a curved one. */
function middle(points: readonly Point[]): Point {
  const mean = {
    lat: points.reduce((sum, { lat }) => sum + lat, 0) / points.length,
    lon: points.reduce((sum, { lon }) => sum + lon, 0) / points.length,
  };
  return points.reduce((best, point) => (away(point, mean) < away(best, mean) ? point : best), points[0]!);
}

/** A house just over a coarsely drawn border belongs to the municipality with the nearest vertex. */
function nearest(territories: readonly Territory[], point: Point): number {
  let best = 0;
  let least = Infinity;
  for (const [i, { boundary }] of territories.entries()) {
    for (const [lon, lat] of boundary.coordinates.flat(2)) {
      const distance = away({ lat, lon }, point);
      if (distance < least) [best, least] = [i, distance];
    }
  }
  return best;
}

const away = (one: Point, other: Point): number =>
  Math.hypot(one.lat - other.lat, (one.lon - other.lon) * Math.cos((one.lat * Math.PI) / 180));
