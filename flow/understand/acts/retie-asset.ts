import { assetsById, type Asset } from '#centre/queries/assets.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import { latestCaseAsset, recordCaseAssets, type CaseAssetRow } from '../queries/case-assets.ts';
import { metersTo } from '../rules/nearest-asset.ts';
import type { Understood } from '../rules/understood.ts';
import { findAssets } from './find-assets.ts';
import { questionOf, rowOf, type AssetKnowledge, type CaseAsset } from './tie-assets.ts';

export interface RetieRequest {
  readonly understood: Pick<Understood, 'appealId' | 'kind' | 'topic' | 'place'>;
  /** The object a person names; `null`: they say it is none; `undefined`: they say nothing of it. */
  readonly assetId: number | null | undefined;
  /** Whether what the object follows from was corrected: the place, the topic, the kind. */
  readonly isCorrected: { readonly place: boolean; readonly matter: boolean };
  readonly by: string;
  readonly at: Date;
}

/**
 * The object of a case after a correction: what a person names stands; else, where the place or the topic was corrected, the
 * nearest is looked for anew, but an object chosen by a person stays while the place stays and the topic may be about it.
 */
export async function retieAsset(
  tx: Writer,
  regionId: number,
  knowledge: AssetKnowledge,
  request: RetieRequest,
): Promise<Result<CaseAsset | null, 'not_found' | 'object_not_fitting'>> {
  const { understood, assetId } = request;
  const last = await latestCaseAsset(tx, regionId, understood.appealId);
  if (assetId === null) return refuse(tx, regionId, request, last);
  if (assetId !== undefined) return choose(tx, regionId, knowledge, request, last, assetId);
  const current = await assetOf(tx, regionId, last);
  const { place, matter } = request.isCorrected;
  if (!place && !matter) return ok(current);
  const kinds = knowledge.topics.get(understood.topic ?? '')?.objectKinds ?? [];
  if (!place && last?.finding === 'refused') return ok(null);
  if (!place && last?.finding === 'chosen' && current !== null && kinds.includes(current.kind))
    return ok(current);
  return lookAnew(tx, regionId, knowledge, request, last);
}

const nextSeq = (last: CaseAssetRow | undefined): number => (last?.seq ?? 0) + 1;

/** The object a row of facts names. */
async function assetOf(
  tx: Writer,
  regionId: number,
  row: CaseAssetRow | undefined,
): Promise<CaseAsset | null> {
  const id = row?.asset_id ?? null;
  if (row === undefined || id === null) return null;
  const asset = (await assetsById(tx, regionId, [id])).get(id);
  return asset === undefined ? null : { ...asset, meters: row.meters };
}

async function refuse(
  tx: Writer,
  regionId: number,
  { understood, by, at }: RetieRequest,
  last: CaseAssetRow | undefined,
): Promise<Result<null, never>> {
  await recordCaseAssets(tx, [
    {
      region_id: regionId,
      appeal_id: understood.appealId,
      seq: nextSeq(last),
      at,
      by_staff: by,
      finding: 'refused',
      asset_id: null,
      meters: null,
      candidates: last?.candidates ?? [],
    },
  ]);
  return ok(null);
}

/** Why a case cannot stand on this object, whoever names it; `null`: it may. */
function misfitOf(
  { kind, municipalityId, removedAt }: Asset,
  { topic, place }: RetieRequest['understood'],
  { topics }: AssetKnowledge,
): 'removed' | 'kind' | 'territory' | null {
  if (removedAt !== null) return 'removed';
  if (topics.get(topic ?? '')?.objectKinds.includes(kind) !== true) return 'kind';
  const isElsewhere =
    municipalityId !== null && place.municipalityId !== null && municipalityId !== place.municipalityId;
  return isElsewhere ? 'territory' : null;
}

async function choose(
  tx: Writer,
  regionId: number,
  knowledge: AssetKnowledge,
  { understood, by, at }: RetieRequest,
  last: CaseAssetRow | undefined,
  assetId: number,
): Promise<Result<CaseAsset, 'not_found' | 'object_not_fitting'>> {
  const asset = (await assetsById(tx, regionId, [assetId])).get(assetId);
  if (asset === undefined) return fail({ code: 'not_found' });
  const why = misfitOf(asset, understood, knowledge);
  if (why !== null) return fail({ code: 'object_not_fitting', why });
  const { point } = understood.place;
  const meters = point === null ? null : Math.round(metersTo(point, asset) * 10) / 10;
  await recordCaseAssets(tx, [
    {
      region_id: regionId,
      appeal_id: understood.appealId,
      seq: nextSeq(last),
      at,
      by_staff: by,
      finding: 'chosen',
      asset_id: assetId,
      meters,
      candidates: last?.candidates ?? [],
    },
  ]);
  return ok({ ...asset, meters });
}

async function lookAnew(
  tx: Writer,
  regionId: number,
  knowledge: AssetKnowledge,
  { understood, at }: RetieRequest,
  last: CaseAssetRow | undefined,
): Promise<Result<CaseAsset | null, never>> {
  const found = (await findAssets(tx, regionId, questionOf(understood, knowledge))).get(
    understood.appealId,
  ) ?? { finding: 'none', asset: null, meters: null, candidates: [] };
  // What never had an object has nothing to take back.
  if (found.finding !== 'none' || last !== undefined)
    await recordCaseAssets(tx, [rowOf(regionId, understood.appealId, nextSeq(last), at, null, found)]);
  return ok(found.asset === null ? null : { ...found.asset, meters: found.meters });
}
