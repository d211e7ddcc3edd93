import type { Random } from '../random.ts';
import type { MunicipalityPlan } from './municipalities.ts';
import { municipalityPlans } from './municipalities.ts';
import { blob, contains, distance, distanceToLine } from './plane.ts';
import type { Spot } from './plane.ts';
import { settlementNames } from './settlement-names.ts';
import { isDry, waterNear } from './water.ts';
import type { Water } from './water.ts';

export type SettlementKind = 'город' | 'посёлок' | 'село' | 'деревня';

/** A settlement on the drawing board, in kilometres. */
export interface SettlementPlan {
  readonly code: string;
  readonly municipality: string;
  readonly kind: SettlementKind;
  readonly name: string;
  readonly population: number;
  readonly spot: Spot;
  /** Kilometres from the middle to the outskirts. */
  readonly radius: number;
  readonly outline: readonly Spot[];
  readonly isCentre: boolean;
}

function radiusFor(population: number): number {
  return Math.max(0.28, Math.min(4.3, 0.0077 * Math.sqrt(population) + 0.16));
}

function populationOf(kind: SettlementKind, chance: Random): number {
  if (kind === 'посёлок') return chance.int(900, 4200);
  if (kind === 'село') return chance.int(260, 1900);
  return Math.round(12 + chance.next() ** 2 * 230);
}

interface Named {
  readonly kind: 'посёлок' | 'село' | 'деревня';
  readonly name: string;
}

/** All invented names in one shuffled pack, dealt from the end. */
function packOfNames(chance: Random): Named[] {
  return chance.shuffle([
    ...settlementNames.посёлок.map((name) => ({ kind: 'посёлок' as const, name })),
    ...settlementNames.село.map((name) => ({ kind: 'село' as const, name })),
    ...settlementNames.деревня.map((name) => ({ kind: 'деревня' as const, name })),
  ]);
}

function freeSpot(
  ring: readonly Spot[],
  taken: readonly SettlementPlan[],
  water: Water,
  radius: number,
  chance: Random,
): Spot {
  const [easts, norths] = [ring.map(([east]) => east), ring.map(([, north]) => north)];
  const border = [...ring, ...ring.slice(0, 1)];
  for (let tries = 0; tries < 400; tries += 1) {
    const spot: Spot = [
      chance.between(Math.min(...easts), Math.max(...easts)),
      chance.between(Math.min(...norths), Math.max(...norths)),
    ];
    if (!contains(ring, spot) || distanceToLine(spot, border) < radius * 1.4 + 0.3) continue;
    const apart = tries < 200 ? 4 : 1.5;
    if (taken.some((other) => distance(other.spot, spot) < other.radius + radius + apart)) continue;
    if (isDry(waterNear(water, spot, radius + 1), spot, radius + 0.1)) return spot;
  }
  throw new Error('no free place for a settlement');
}

function settle(
  plan: MunicipalityPlan,
  ring: readonly Spot[],
  water: Water,
  names: Named[],
  chance: Random,
): SettlementPlan[] {
  const { centre } = plan;
  const place = (
    kind: SettlementKind,
    name: string,
    population: number,
    spot: Spot,
    index: number,
  ): SettlementPlan => {
    const radius = radiusFor(population);
    return {
      code: `${plan.oktmo}${String(index).padStart(3, '0')}`,
      municipality: plan.code,
      kind,
      name,
      population,
      spot,
      radius,
      outline: blob(spot, [radius, radius * chance.between(0.75, 0.95)], chance, 40, 0.1),
      isCentre: index === 1,
    };
  };
  const settled = [place(centre.kind, centre.name, centre.population, plan.spot, 1)];
  for (let index = 2; index <= plan.others + 1; index += 1) {
    const named = names.pop();
    if (named === undefined) throw new Error('more settlements than names');
    const { kind, name } = named;
    const population = populationOf(kind, chance);
    const spot = freeSpot(ring, settled, water, radiusFor(population), chance);
    settled.push(place(kind, name, population, spot, index));
  }
  return settled;
}

/** About a hundred settlements; the first of each municipality is its centre. */
export function settleRegion(
  rings: ReadonlyMap<string, readonly Spot[]>,
  water: Water,
  chance: Random,
): SettlementPlan[] {
  const names = packOfNames(chance.fork('names'));
  return municipalityPlans.flatMap((plan) =>
    settle(plan, rings.get(plan.code) ?? [], water, names, chance.fork(plan.code)),
  );
}
