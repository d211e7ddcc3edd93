import type { Random } from '../random.ts';
import { between, contains, distance, wiggle } from './plane.ts';
import type { Spot } from './plane.ts';
import type { SettlementPlan } from './settlements.ts';
import type { Water } from './water.ts';

export type RoadOwner = 'federal' | 'regional' | 'municipal';

export interface RoadPlan {
  readonly name: string;
  readonly owner: RoadOwner;
  readonly from: SettlementPlan;
  readonly to: SettlementPlan;
  readonly line: readonly Spot[];
}

/** A straight way over the lake costs as much as going round it. */
function cost(a: SettlementPlan, b: SettlementPlan, { lake }: Water): number {
  const drowned = [0.2, 0.35, 0.5, 0.65, 0.8].some((share) => contains(lake, between(a.spot, b.spot, share)));
  return distance(a.spot, b.spot) * (drowned ? 6 : 1);
}

/** The cheapest net that joins all places (Prim). */
function spanningPairs(places: readonly SettlementPlan[], water: Water): [SettlementPlan, SettlementPlan][] {
  const [first, ...rest] = places;
  if (first === undefined) return [];
  const nearest = new Map(rest.map((place) => [place, { from: first, cost: cost(first, place, water) }]));
  const pairs: [SettlementPlan, SettlementPlan][] = [];
  while (nearest.size > 0) {
    const [next, link] = [...nearest].reduce((best, entry) => (entry[1].cost < best[1].cost ? entry : best));
    nearest.delete(next);
    pairs.push([link.from, next]);
    for (const [place, known] of nearest) {
      const through = cost(next, place, water);
      if (through < known.cost) nearest.set(place, { from: next, cost: through });
    }
  }
  return pairs;
}

function ownerOf(a: SettlementPlan, b: SettlementPlan): RoadOwner {
  const names = [a.name, b.name];
  if (names.includes('Яснозёрск') && (names.includes('Верхняя Пристань') || names.includes('Журавское')))
    return 'federal';
  if (a.isCentre && b.isCentre) return 'regional';
  return Math.min(a.population, b.population) > 400 ? 'regional' : 'municipal';
}

function drawRoad(from: SettlementPlan, to: SettlementPlan, water: Water, chance: Random): RoadPlan {
  const attempts = [0.08, 0.06, 0.12, 0.2, 0.3].map((sway, index) =>
    wiggle(from.spot, to.spot, chance.fork(`${from.code}:${to.code}:${index}`), sway, 0.8),
  );
  const dry = attempts.find((line) => !line.some((spot) => contains(water.lake, spot)));
  return {
    name: `${from.name} — ${to.name}`,
    owner: ownerOf(from, to),
    from,
    to,
    line: dry ?? attempts[0] ?? [],
  };
}

/** Main roads between settlements: the centres first, then every village to its nearest neighbour on the net. */
export function drawRoads(settlements: readonly SettlementPlan[], water: Water, chance: Random): RoadPlan[] {
  const centres = settlements.filter((settlement) => settlement.isCentre);
  const pairs = [...spanningPairs(centres, water), ...spanningPairs(settlements, water)];
  const capital = centres[0];
  const big = centres.filter((centre) => centre !== capital && centre.population > 11_000);
  if (capital !== undefined)
    pairs.push(...big.map((centre): [SettlementPlan, SettlementPlan] => [capital, centre]));
  const known = new Set<string>();
  return pairs.flatMap(([from, to]) => {
    const key = [from.code, to.code].sort().join();
    if (known.has(key)) return [];
    known.add(key);
    return [drawRoad(from, to, water, chance)];
  });
}
