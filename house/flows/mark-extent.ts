import { assetsById } from '#centre/queries/assets.ts';
import { markExtent, type ExtentRequest } from '#flow/understand/acts/mark-extent.ts';
import { latestCaseAsset } from '#flow/understand/queries/case-assets.ts';
import { latestUnderstanding } from '#flow/understand/queries/understandings.ts';
import { mayHaveShape } from '#flow/understand/rules/extent.ts';
import type { Moved } from '#flow/work/acts/move-appeal.ts';
import { touchState } from '#flow/work/queries/states.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { lockStep, type LockFailure, type StaffStep } from './staff-step.ts';

/** A person says that the problem is a point, a line or an area. What concerns a dwelling is never drawn. */
export async function markCaseExtent(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  extent: ExtentRequest,
): Promise<Result<Moved, LockFailure | 'extent_not_possible'>> {
  const regionId = knowledge.region.id;
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  const isAllowed = extent.as === 'point' || mayHaveShape(knowledge.topics.get(state.topic ?? ''));
  if (state.incident_id === null || !isAllowed) return fail({ code: 'extent_not_possible' });
  const judged = await latestUnderstanding(tx, regionId, step.appealId);
  const last = await latestCaseAsset(tx, regionId, step.appealId);
  const assetId = last?.asset_id ?? null;
  const marked = await markExtent(tx, regionId, {
    incidentId: state.incident_id,
    extent,
    asset: assetId === null ? null : ((await assetsById(tx, regionId, [assetId])).get(assetId) ?? null),
    streetId: judged?.street_id ?? null,
    point: state.lat === null || state.lon === null ? null : { lat: state.lat, lon: state.lon },
  });
  if (!marked.ok) return marked;
  await audit(tx, regionId, [
    {
      at: step.at,
      actor: step.by,
      action: 'extent_marked',
      subjectKind: 'appeal',
      subjectId: step.appealId,
      details: { as: extent.as },
    },
  ]);
  const version = await touchState(tx, state, {}, step.at, step.by);
  return ok({ version, stage: state.stage });
}
