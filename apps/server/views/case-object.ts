import type { z } from 'zod';
import type { card } from '#contract/card.ts';
import type { nearbyObjects } from '#contract/objects.ts';
import { assetsById, segmentsOfStreet, type Asset } from '#centre/queries/assets.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import { nearAssets } from '#flow/understand/acts/find-assets.ts';
import { latestCaseAsset } from '#flow/understand/queries/case-assets.ts';
import { mayHaveShape } from '#flow/understand/rules/extent.ts';
import { metersTo } from '#flow/understand/rules/nearest-asset.ts';
import { readState } from '#flow/work/queries/states.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import type { Point } from '#kernel/place.ts';
import type { Db, Writer } from '#store/connection.ts';

type CardView = z.input<typeof card>;
type ObjectView = NonNullable<CardView['object']['object']>;

/** Offered to choose from. */
const MOST_OBJECTS = 12;

const viewOf = (asset: Asset, meters: number | null): ObjectView => ({
  id: asset.id,
  kind: asset.kind,
  name: asset.name,
  number: asset.number,
  ownerId: asset.ownerId,
  lat: asset.lat,
  lon: asset.lon,
  hasShape: asset.shape !== null,
  meters,
});

/** Kinds the topic is about of which the region has objects. */
const askedKinds = ({ topics, assetKinds }: RegionKnowledge, topic: string | null): AssetKind[] =>
  (topics.get(topic ?? '')?.objectKinds ?? []).filter((kind) => assetKinds.has(kind));

/** The object a case stands on, or those it may stand on. */
export async function caseObjectView(
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  state: { readonly appeal_id: string; readonly topic: string | null },
  streetId: number | null,
): Promise<CardView['object']> {
  const last = await latestCaseAsset(tx, knowledge.region.id, state.appeal_id);
  const isOpen = last?.finding === 'several';
  const ids = [last?.asset_id ?? [], isOpen ? last.candidates.map(({ assetId }) => assetId) : []].flat();
  const assets = await assetsById(tx, knowledge.region.id, ids);
  const found = assets.get(last?.asset_id ?? 0);
  return {
    finding: last?.finding ?? null,
    object: found === undefined ? null : viewOf(found, last?.meters ?? null),
    candidates: isOpen
      ? last.candidates.flatMap(({ assetId, meters }) => {
          const asset = assets.get(assetId);
          return asset === undefined ? [] : [viewOf(asset, meters)];
        })
      : [],
    askedKinds: askedKinds(knowledge, state.topic),
    hasStreet: await hasStreet(tx, knowledge, streetId ?? found?.streetId ?? null),
  };
}

const hasStreet = async (
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  streetId: number | null,
): Promise<boolean> =>
  streetId !== null && (await segmentsOfStreet(tx, knowledge.region.id, streetId)).length > 0;

/** The shape of a problem as its card draws it. */
export const extentView = (
  incident: Pick<ShapedIncident, 'shape' | 'shape_origin'>,
  topic: string | null,
  { topics }: RegionKnowledge,
) => ({
  shape: incident.shape,
  shapeOrigin: incident.shape_origin,
  mayHaveShape: mayHaveShape(topics.get(topic ?? '')),
});

interface ShapedIncident {
  readonly shape: NonNullable<CardView['incident']>['shape'];
  readonly shape_origin: NonNullable<CardView['incident']>['shapeOrigin'];
}

/** Objects near the place of a case that a person may name; `null` if there is no such case within their sight. */
export async function readNearbyObjects(
  tx: Db | Writer,
  knowledge: RegionKnowledge,
  appealId: string,
): Promise<z.input<typeof nearbyObjects.success> | null> {
  const state = await readState(tx, knowledge.region.id, appealId);
  if (state === undefined) return null;
  if (state.lat === null || state.lon === null) return { objects: [] };
  const point: Point = { lat: state.lat, lon: state.lon };
  const near = await nearAssets(tx, knowledge.region.id, point, askedKinds(knowledge, state.topic));
  return {
    objects: near
      .map((asset) => viewOf(asset, Math.round(metersTo(point, asset) * 10) / 10))
      .toSorted((one, other) => (one.meters ?? 0) - (other.meters ?? 0))
      .slice(0, MOST_OBJECTS),
  };
}
