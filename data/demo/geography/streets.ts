import type { Random } from '../random.ts';
import { contains, distance } from './plane.ts';
import type { Spot } from './plane.ts';
import type { SettlementPlan } from './settlements.ts';
import { dealStreetNames, formerNames } from './street-names.ts';
import type { StreetKind, StreetName } from './street-names.ts';
import { distanceToWater, isDry, waterNear } from './water.ts';
import type { Water } from './water.ts';

/** A point of a street with its distance along the grid line, so that crossings are known without search. */
export interface Milestone {
  readonly spot: Spot;
  readonly along: number;
}

export interface StreetPlan extends StreetName {
  readonly settlement: SettlementPlan;
  readonly formerName: string | null;
  readonly line: readonly Milestone[];
  /** Kilometres between the parallel lines it belongs to. */
  readonly spacing: number;
  /** Index in the settlement, 1 first. */
  readonly index: number;
}

interface Grid {
  readonly spacing: number;
  at(family: 0 | 1, line: number, along: number): Spot;
}

const step = 0.05;

function gridOf({ spot, radius, population }: SettlementPlan, chance: Random): Grid {
  const spacing = population > 100_000 ? 0.43 : population > 5_000 ? 0.3 : 0.2;
  const angle = chance.between(0, Math.PI / 2);
  const [swayU, swayV] = [chance.between(0.5, 1) * spacing, chance.between(0.5, 1) * spacing];
  const [shiftU, shiftV] = [chance.between(0, 6), chance.between(0, 6)];
  const long = Math.max(0.8, radius);
  return {
    spacing,
    at: (family, line, along) => {
      const [u, v] = family === 0 ? [along, line] : [line, along];
      const x = u + swayU * Math.sin((v * 2) / long + shiftU);
      const y = v + swayV * Math.sin((u * 2.3) / long + shiftV);
      return [
        spot[0] + x * Math.cos(angle) - y * Math.sin(angle),
        spot[1] + x * Math.sin(angle) + y * Math.cos(angle),
      ];
    },
  };
}

/** The pieces of one grid line that lie on dry land inside the settlement. */
function dryRuns(points: readonly Milestone[], isGood: (spot: Spot) => boolean): Milestone[][] {
  const runs: Milestone[][] = [[]];
  for (const point of points) {
    if (isGood(point.spot)) runs.at(-1)?.push(point);
    else if ((runs.at(-1)?.length ?? 0) > 0) runs.push([]);
  }
  return runs.filter((run) => run.length >= 4);
}

function cut(run: readonly Milestone[], spacing: number, chance: Random): Milestone[][] {
  const pieces: Milestone[][] = [];
  let from = 0;
  while (from < run.length - 3) {
    const length = Math.max(4, Math.round((chance.int(2, 6) * spacing) / step));
    const rest = run.length - (from + length);
    const to = rest < 6 ? run.length : from + length + 1;
    pieces.push(run.slice(from, to));
    from = to - 1;
  }
  return pieces;
}

function candidates(plan: SettlementPlan, water: Water, grid: Grid, chance: Random): Milestone[][] {
  const near = waterNear(water, plan.spot, plan.radius);
  const isGood = (spot: Spot) => contains(plan.outline, spot) && isDry(near, spot, 0.06);
  const reach = plan.radius * 1.35;
  const lines = Math.floor(reach / grid.spacing);
  const found: Milestone[][] = [];
  for (const family of [0, 1] as const) {
    for (let line = -lines; line <= lines; line += 1) {
      const points: Milestone[] = [];
      for (let along = -reach; along <= reach; along += step) {
        points.push({ spot: grid.at(family, line * grid.spacing, along), along });
      }
      for (const run of dryRuns(points, isGood)) found.push(...cut(run, grid.spacing, chance));
    }
  }
  return found;
}

function lengthOf(line: readonly Milestone[]): number {
  return line.length * step;
}

function kindOf(
  line: readonly Milestone[],
  plan: SettlementPlan,
  near: Water,
  rank: number,
  chance: Random,
): StreetKind {
  const half = line[Math.floor(line.length / 2)]?.spot ?? plan.spot;
  const fromCentre = distance(half, plan.spot) / plan.radius;
  const isTown = plan.population > 10_000;
  if (rank === 0) return isTown ? 'площадь' : 'улица';
  if (plan.population > 2_000 && distanceToWater(near, half) < 0.35 && chance.chance(0.6))
    return 'набережная';
  if (isTown && lengthOf(line) > 1.7 && fromCentre < 0.75 && chance.chance(0.35)) return 'проспект';
  if (isTown && fromCentre > 0.8 && lengthOf(line) > 1 && chance.chance(0.25)) return 'шоссе';
  if (isTown && fromCentre > 0.55 && chance.chance(0.12)) return 'микрорайон';
  if (lengthOf(line) < 0.75 && chance.chance(0.55)) return chance.chance(0.75) ? 'переулок' : 'проезд';
  if (isTown && chance.chance(0.07)) return 'бульвар';
  return 'улица';
}

/** Puts the names with a known past on the longest fitting streets of the capital. */
function rename(names: StreetName[], lines: readonly Milestone[][], isCapital: boolean): (string | null)[] {
  const former: (string | null)[] = names.map(() => null);
  if (!isCapital) return former;
  for (const [kind, now, before] of formerNames) {
    const same = names.findIndex((street) => street.kind === kind && street.name === now);
    const ranked = names
      .map((street, index) => ({ street, index, length: lines[index]?.length ?? 0 }))
      .filter(({ street, index }) => street.kind === kind && former[index] === null)
      .sort((a, b) => b.length - a.length);
    const target = same >= 0 ? same : ranked[0]?.index;
    if (target === undefined) continue;
    names[target] = { kind, name: now };
    former[target] = before;
  }
  return former;
}

/** How many streets a settlement has: 135 in the capital, one or two in a hamlet. */
function streetCount(population: number): number {
  return Math.max(1, Math.min(140, Math.round(0.62 * population ** 0.43)));
}

/** The streets of one settlement. */
export function layStreets(plan: SettlementPlan, water: Water, chance: Random): StreetPlan[] {
  const grid = gridOf(plan, chance);
  const all = candidates(plan, water, grid, chance);
  const middle = (line: readonly Milestone[]) =>
    distance(line[Math.floor(line.length / 2)]?.spot ?? plan.spot, plan.spot);
  const near = waterNear(water, plan.spot, plan.radius);
  const byCentre = [...all].sort((a, b) => middle(a) - middle(b));
  const lines = byCentre.slice(0, streetCount(plan.population));
  const kinds = lines.map((line, rank) => kindOf(line, plan, near, rank, chance));
  const names = dealStreetNames(kinds, chance);
  const former = rename(names, lines, plan.population > 100_000);
  return lines.map((line, index) => ({
    ...(names[index] ?? { kind: 'улица', name: 'Центральная' }),
    settlement: plan,
    formerName: former[index] ?? null,
    line,
    spacing: grid.spacing,
    index: index + 1,
  }));
}
