import { ok, type Result } from '#kernel/result.ts';
import { count } from '#flow/learn/queries/outcomes.ts';
import { routeAppeals } from '#flow/route/acts/route-appeals.ts';
import { understandAppeals, type UnderstoodCase } from '#flow/understand/acts/understand-appeals.ts';
import { markExtents } from '#flow/understand/acts/mark-extent.ts';
import { tieAssets, type CaseAsset } from '#flow/understand/acts/tie-assets.ts';
import { openAppeals } from '#flow/work/acts/open-appeals.ts';
import { opening } from '#flow/work/rules/opening.ts';
import type { Understood } from '#flow/understand/rules/understood.ts';
import type { Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import type { RegionKnowledge } from '../knowledge.ts';

/**
 * Carries registered cases on: understood, routed, opened, counted — one transaction for the batch. Cases that are open
 * already are passed over, so a repeat changes nothing.
 *
 * @param at `null`: each case at the moment its message was received, for a history that is told anew
 */
export async function carryOn(
  tx: Writer,
  knowledge: RegionKnowledge,
  seals: Seals,
  appealIds: readonly string[],
  at: Date | null,
): Promise<Result<readonly Understood[], 'calendar_exhausted'>> {
  const regionId = knowledge.region.id;
  const understood = await understandAppeals(tx, regionId, appealIds, knowledge.understand, seals, at);
  const objects = await standOn(tx, knowledge, understood, at);
  const routed = await routeAppeals(
    tx,
    regionId,
    understood.map((one) => ({ ...one, object: objects.get(one.understood.appealId) ?? null })),
    knowledge.route,
    (one, hasAuthority) => opening(one, hasAuthority).stage === 'assigned',
    at,
  );
  if (!routed.ok) return routed;
  await openAppeals(
    tx,
    regionId,
    routed.value.map((one) => ({ ...one, isSensitive: isSensitive(one.understood, knowledge) })),
    at,
  );
  await count(
    tx,
    regionId,
    understood.map(({ understood: one }) => ({
      day: knowledge.time.dayOf(one.receivedAt),
      event: 'received',
      municipalityId: one.place.municipalityId,
      topic: one.topic,
      channel: one.channel,
      hasPlace: one.place.point !== null,
    })),
  );
  return ok(understood.map((one) => one.understood));
}

/** The object each case stands on, by case; where its words say so, the problem stretches along it. */
async function standOn(
  tx: Writer,
  knowledge: RegionKnowledge,
  cases: readonly UnderstoodCase[],
  at: Date | null,
): Promise<ReadonlyMap<string, CaseAsset>> {
  const understood = cases.map((one) => one.understood);
  const objects = await tieAssets(tx, knowledge.region.id, understood, knowledge, at);
  await markExtents(tx, knowledge.region.id, cases, objects, knowledge);
  return objects;
}

const isSensitive = (understood: Understood, knowledge: RegionKnowledge): boolean =>
  understood.topic !== null && knowledge.topics.get(understood.topic)?.visibility !== 'public';
