import type { Random } from '../random.ts';
import { blob, contains, distance } from './plane.ts';
import type { Spot } from './plane.ts';
import type { SettlementPlan } from './settlements.ts';
import type { Water } from './water.ts';

export type PatchKind = 'forest' | 'meadow' | 'marsh' | 'park' | 'industry';

export interface PatchPlan {
  readonly kind: PatchKind;
  readonly ring: readonly Spot[];
}

/** Woods, meadows and marshes outside, parks and factories in the towns. They only make the map pleasant. */
export function drawPatches(
  outline: readonly Spot[],
  settlements: readonly SettlementPlan[],
  water: Water,
  chance: Random,
): PatchPlan[] {
  const patches: PatchPlan[] = [];
  while (patches.length < 90) {
    const spot: Spot = [chance.between(-108, 108), chance.between(-88, 88)];
    const radius = chance.between(2.5, 9);
    const isInside = [0, 1, 2, 3, 4, 5].every((turn) =>
      contains(outline, [spot[0] + Math.cos(turn) * radius * 1.2, spot[1] + Math.sin(turn) * radius * 1.2]),
    );
    const isInhabited = settlements.some(
      (other) => distance(other.spot, spot) < other.radius + radius * 1.15,
    );
    if (!isInside || isInhabited || water.lake.some((shore) => distance(shore, spot) < radius * 1.1))
      continue;
    const kind = chance.weighted<PatchKind>({ forest: 0.68, meadow: 0.22, marsh: 0.1 });
    patches.push({ kind, ring: blob(spot, [radius, radius * chance.between(0.6, 1)], chance, 36, 0.2) });
  }
  for (const town of settlements.filter(({ population }) => population > 10_000)) {
    for (let index = 0; index < Math.ceil(town.radius); index += 1) {
      const angle = chance.between(0, 6.28);
      const at = (share: number): Spot => [
        town.spot[0] + Math.cos(angle + share) * town.radius * share,
        town.spot[1] + Math.sin(angle + share) * town.radius * share,
      ];
      patches.push({ kind: 'park', ring: blob(at(0.45), [0.16, 0.12], chance, 18, 0.1) });
      patches.push({ kind: 'industry', ring: blob(at(1.15), [0.4, 0.3], chance, 12, 0.05) });
    }
  }
  return patches;
}
