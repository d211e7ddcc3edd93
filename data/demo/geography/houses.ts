import type { Random } from '../random.ts';
import { contains } from './plane.ts';
import type { Spot } from './plane.ts';
import type { Milestone, StreetPlan } from './streets.ts';
import { isDry, waterNear } from './water.ts';
import type { Water } from './water.ts';

export type HouseUse = 'apartments' | 'private' | 'public';

export interface HousePlan {
  readonly street: StreetPlan;
  /** «12», «12А», «12 корп. 3», «12/3». */
  readonly number: string;
  readonly spot: Spot;
  readonly use: HouseUse;
  readonly storeys: number;
  readonly entrances: number;
}

function useOf({ settlement, kind }: StreetPlan, chance: Random): HouseUse {
  if (chance.chance(0.04)) return 'public';
  if (kind === 'микрорайон') return 'apartments';
  const share =
    settlement.population > 100_000
      ? 0.62
      : settlement.population > 20_000
        ? 0.5
        : settlement.population > 5_000
          ? 0.28
          : settlement.population > 800
            ? 0.06
            : 0;
  return chance.chance(share) ? 'apartments' : 'private';
}

function storeysOf(use: HouseUse, population: number, chance: Random): number {
  if (use === 'private') return chance.chance(0.8) ? 1 : 2;
  if (use === 'public') return chance.int(1, 4);
  if (population < 5_000) return chance.int(2, 3);
  return chance.pick(population > 100_000 ? [5, 5, 5, 9, 9, 9, 10, 12, 14, 16, 17] : [2, 3, 5, 5, 5, 9]);
}

function numbersFrom(base: number, use: HouseUse, isCorner: boolean, chance: Random): string[] {
  if (isCorner && chance.chance(0.2)) return [`${base}/${chance.int(1, 30)}`];
  if (use === 'apartments' && chance.chance(0.1)) {
    return Array.from({ length: chance.int(2, 4) }, (_, index) =>
      index === 0 ? String(base) : `${base} корп. ${index + 1}`,
    );
  }
  if (chance.chance(0.09)) return [String(base), `${base}${chance.pick(['А', 'А', 'А', 'Б'])}`];
  return [String(base)];
}

/** A place beside the street: metres aside from the axis, to the left or to the right. */
function beside(line: readonly Milestone[], at: number, aside: number): Spot {
  const here = line[at]?.spot ?? [0, 0];
  const next = line[at + 1]?.spot ?? here;
  const length = Math.hypot(next[0] - here[0], next[1] - here[1]) || 1;
  return [here[0] - ((next[1] - here[1]) / length) * aside, here[1] + ((next[0] - here[0]) / length) * aside];
}

function isAtCrossing(along: number, spacing: number, width: number): boolean {
  const offset = Math.abs(along / spacing - Math.round(along / spacing)) * spacing;
  return offset < width;
}

/** Houses on both sides of a street, odd numbers left and even right, with the irregularities real numbering has. */
export function buildHouses(street: StreetPlan, water: Water, chance: Random): HousePlan[] {
  const { settlement, line, spacing } = street;
  const near = waterNear(water, settlement.spot, settlement.radius);
  const houses: HousePlan[] = [];
  const sparse = settlement.population < 300 ? 0.4 : 0.22;
  for (const side of [1, -1] as const) {
    let number = side === 1 ? 1 : 2;
    for (let at = 0; at < line.length - 1; at += 1) {
      const milestone = line[at];
      if (milestone === undefined || isAtCrossing(milestone.along, spacing, 0.022) || chance.chance(sparse))
        continue;
      const use = useOf(street, chance);
      if (use === 'apartments' && chance.chance(0.3)) continue;
      const isCorner = isAtCrossing(milestone.along, spacing, 0.06);
      numbersFrom(number, use, isCorner, chance).forEach((written, order) => {
        const spot = beside(line, at, side * (0.022 + order * 0.024 + chance.between(0, 0.006)));
        if (!isDry(near, spot, 0.03) || !contains(settlement.outline, spot)) return;
        const entrances = use === 'apartments' ? chance.int(1, 6) : 1;
        houses.push({
          street,
          number: written,
          spot,
          use,
          storeys: storeysOf(use, settlement.population, chance),
          entrances,
        });
      });
      number += chance.chance(0.06) ? 4 : 2;
    }
  }
  return houses;
}
