import type { Asset } from '#centre/queries/assets.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { Topic } from '#centre/rules/topic.ts';
import type { Writer } from '#store/connection.ts';
import { recordCaseAssets, type CaseAssetRow } from '../queries/case-assets.ts';
import type { FoundAsset } from '../rules/nearest-asset.ts';
import type { Understood } from '../rules/understood.ts';
import { findAssets, type AssetQuestion } from './find-assets.ts';

/** The object a case stands on. */
export interface CaseAsset extends Asset {
  /** From the named place; `null` where a person chose it. */
  readonly meters: number | null;
}

/** What is asked of a region to find objects. */
export interface AssetKnowledge {
  readonly topics: ReadonlyMap<string, Topic>;
  /** Kinds of which the region has objects at all. */
  readonly assetKinds: ReadonlySet<AssetKind>;
}

/**
 * Finds the object of each new case and keeps it with the case; where several of different owners are equally near, they are
 * kept as candidates and none is taken.
 *
 * @param at `null`: each case at the moment its message was received
 * @returns the object by case; a case without one is not in it
 */
export async function tieAssets(
  tx: Writer,
  regionId: number,
  cases: readonly Understood[],
  knowledge: AssetKnowledge,
  at: Date | null,
): Promise<ReadonlyMap<string, CaseAsset>> {
  const questions = cases.flatMap((one) => questionOf(one, knowledge));
  if (questions.length === 0) return new Map();
  const found = await findAssets(tx, regionId, questions);
  const receivedAt = new Map(cases.map((one) => [one.appealId, one.receivedAt]));
  await recordCaseAssets(
    tx,
    [...found].flatMap(([appealId, one]) =>
      one.finding === 'none'
        ? []
        : [rowOf(regionId, appealId, 1, at ?? receivedAt.get(appealId)!, null, one)],
    ),
  );
  return new Map(
    [...found].flatMap(([appealId, { asset, meters }]) =>
      asset === null ? [] : [[appealId, { ...asset, meters }] as const],
    ),
  );
}

/** Asked only of what is a case, at a place exact enough, about kinds the region has objects of. */
export function questionOf(
  one: Pick<Understood, 'appealId' | 'kind' | 'topic' | 'place'>,
  { topics, assetKinds }: AssetKnowledge,
): AssetQuestion[] {
  const { appealId, kind, topic, place } = one;
  if (kind === 'spam' || kind === 'not_a_problem' || kind === 'thanks') return [];
  if (topic === null || place.point === null || place.isOutside) return [];
  const kinds = (topics.get(topic)?.objectKinds ?? []).filter((asked) => assetKinds.has(asked));
  return kinds.length === 0 ? [] : [{ appealId, point: place.point, precision: place.precision, kinds }];
}

/** What the machine found, as a fact of the case. */
export const rowOf = (
  regionId: number,
  appealId: string,
  seq: number,
  at: Date,
  byStaff: string | null,
  found: FoundAsset<Asset>,
): CaseAssetRow => ({
  region_id: regionId,
  appeal_id: appealId,
  seq,
  at,
  by_staff: byStaff,
  finding: found.finding,
  asset_id: found.asset?.id ?? null,
  meters: found.meters,
  candidates: found.candidates,
});
