import { assetKindRows, type AssetKind } from '#centre/rules/asset-kind.ts';
import type { PlacePrecision, Point } from '#kernel/place.ts';
import { metersBetween, metersToShape, type Shape } from '#kernel/shape.ts';

/** How the object of a case was found: by the machine the first three, by a person the others. */
export const assetFindings = ['nearest', 'several', 'none', 'chosen', 'refused'] as const;
export type AssetFinding = (typeof assetFindings)[number];

/** An object that may be the one meant. */
export interface AssetCandidate {
  readonly assetId: number;
  /** From the named place; 0 inside an area. */
  readonly meters: number;
}

/** An object near a place, as the register keeps it. */
export interface NearbyAsset {
  readonly id: number;
  readonly kind: AssetKind;
  readonly ownerId: number | null;
  readonly lat: number;
  readonly lon: number;
  /** `null`: the object is its point. */
  readonly shape: Shape | null;
}

export interface FoundAsset<A extends NearbyAsset> {
  readonly finding: 'nearest' | 'several' | 'none';
  readonly asset: A | null;
  readonly meters: number | null;
  /** The nearest first. */
  readonly candidates: readonly AssetCandidate[];
}

/** A house is named, its middle is known: half a long building more. */
const HOUSE_SLACK_METERS = 20;
/** What a phone cannot tell apart. */
const TELLABLE_METERS = 8;
const OFFERED = 5;

/** How far from the place an object of the kind may be; `null` where the place is not known exactly enough to ask. */
export function reachOf(kind: AssetKind, precision: PlacePrecision): number | null {
  if (precision !== 'point' && precision !== 'house') return null;
  return assetKindRows[kind].reachMeters + (precision === 'house' ? HOUSE_SLACK_METERS : 0);
}

export const metersTo = (point: Point, asset: NearbyAsset): number =>
  asset.shape === null ? metersBetween(point, asset) : metersToShape(point, asset.shape);

/**
 * The object a problem stands on: the nearest of the likeliest kind that has any within its reach. Where objects of different
 * owners are equally near, none is taken and all are offered: a guess would send the case to a stranger.
 *
 * @param kinds of the topic, the likeliest first
 */
export function nearestAsset<A extends NearbyAsset>(
  point: Point,
  precision: PlacePrecision,
  kinds: readonly AssetKind[],
  nearby: readonly A[],
): FoundAsset<A> {
  for (const kind of kinds) {
    const reach = reachOf(kind, precision);
    if (reach === null) continue;
    const within = nearby
      .filter((asset) => asset.kind === kind)
      .map((asset) => ({ asset, meters: metersTo(point, asset) }))
      .filter(({ meters }) => meters <= reach)
      .toSorted((one, other) => one.meters - other.meters || one.asset.id - other.asset.id);
    const [first] = within;
    if (first === undefined) continue;
    const candidates = within
      .slice(0, OFFERED)
      .map(({ asset, meters }) => ({ assetId: asset.id, meters: Math.round(meters * 10) / 10 }));
    const isTold = within.every(
      ({ asset, meters }) => meters > first.meters + TELLABLE_METERS || asset.ownerId === first.asset.ownerId,
    );
    return isTold
      ? { finding: 'nearest', asset: first.asset, meters: candidates[0]!.meters, candidates }
      : { finding: 'several', asset: null, meters: null, candidates };
  }
  return { finding: 'none', asset: null, meters: null, candidates: [] };
}
