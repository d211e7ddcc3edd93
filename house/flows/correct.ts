import { fail, ok, type Result } from '#kernel/result.ts';
import type { AppealKind } from '#kernel/appeal.ts';
import { appealKinds } from '#kernel/appeal.ts';
import { recordCorrections, type Correction } from '#flow/learn/queries/outcomes.ts';
import { decide } from '#flow/route/acts/route-appeals.ts';
import {
  correctUnderstanding,
  type Corrected,
  type CorrectionRequest,
} from '#flow/understand/acts/correct-understanding.ts';
import { refreshProblems } from '#flow/understand/acts/refresh-problems.ts';
import { retieAsset } from '#flow/understand/acts/retie-asset.ts';
import { startIncident } from '#flow/understand/acts/start-incident.ts';
import type { CaseAsset } from '#flow/understand/acts/tie-assets.ts';
import { textOf } from '#flow/understand/queries/understandings.ts';
import type { Understood } from '#flow/understand/rules/understood.ts';
import { reassignAfterCorrection } from '#flow/work/acts/assign-appeal.ts';
import type { Moved } from '#flow/work/acts/move-appeal.ts';
import { openIncidentStates } from '#flow/work/queries/incidents.ts';
import { touchState, type AppealStateRow } from '#flow/work/queries/states.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { doerOf, lockStep, type LockFailure, type StaffStep } from './staff-step.ts';

type CorrectFailure =
  | LockFailure
  | 'topic_not_found'
  | 'coordinates_impossible'
  | 'not_found'
  | 'object_not_fitting'
  | 'calendar_exhausted';

/** What a person says instead of the machine; `assetId` `null`: the problem stands on no object. */
export type CaseCorrection = CorrectionRequest & { readonly assetId?: number | null | undefined };

const isCase = (kind: string): kind is AppealKind => (appealKinds as readonly string[]).includes(kind);

/**
 * A person corrects the machine: the new judgement stands, the difference is kept for learning, and the case is routed anew
 * while nobody works on it yet. The clocks that run stay where they are.
 */
export async function correctCase(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  request: CaseCorrection,
): Promise<Result<Moved, CorrectFailure>> {
  const regionId = knowledge.region.id;
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const corrected = await correctUnderstanding(tx, regionId, knowledge.understand, {
    ...request,
    appealId: step.appealId,
    by: step.by,
    at: step.at,
  });
  if (!corrected.ok) return corrected;
  await recordCorrections(tx, regionId, differences(step, request, corrected.value));
  const incidentId = await tieToIncident(tx, knowledge, locked.value, corrected.value, step);
  const version = await touchState(
    tx,
    locked.value,
    { ...stateColumns(knowledge, locked.value, corrected.value), incident_id: incidentId },
    step.at,
    step.by,
  );
  const state: AppealStateRow = {
    ...locked.value,
    ...stateColumns(knowledge, locked.value, corrected.value),
    incident_id: incidentId,
    version,
  };
  const understood = await understoodAs(tx, knowledge, state, corrected.value);
  const object = await objectOf(tx, knowledge, step, request, understood);
  if (!object.ok) return object;
  if (incidentId !== null) await refreshProblems(tx, regionId, knowledge.topics, [incidentId]);
  // A topic out of use has no rules any more: whoever has the case keeps it until somebody names another topic.
  const isRouted = state.topic === null || knowledge.topics.has(state.topic);
  if (!isRouted || (state.stage !== 'triage' && state.stage !== 'assigned'))
    return ok({ version, stage: state.stage });

  const decision = decide(
    { understood, houseManagerId: corrected.value.houseManagerId, object: object.value },
    knowledge.route,
  );
  const moved = await reassignAfterCorrection(tx, knowledge.route.clockwork, state, decision, {
    staffId: step.by,
    at: step.at,
  });
  if (moved.ok) return moved;
  if (moved.failure.code === 'calendar_exhausted') return fail(moved.failure);
  return ok({ version, stage: state.stage });
}

function differences(
  step: StaffStep,
  request: CorrectionRequest,
  { before, after }: Corrected,
): Correction[] {
  const base = { appealId: step.appealId, modelVersion: before.model_version, at: step.at, by: step.by };
  const placeWord = (row: typeof before): string =>
    [row.municipality_id, row.settlement_id, row.street_id, row.house_id].map((id) => id ?? '').join('/');
  return [
    ...(request.kind === undefined
      ? []
      : [{ ...base, field: 'kind' as const, was: before.kind, became: after.kind }]),
    ...(request.topic === undefined
      ? []
      : [{ ...base, field: 'topic' as const, was: before.topic, became: after.topic }]),
    ...(request.place === undefined
      ? []
      : [{ ...base, field: 'place' as const, was: placeWord(before), became: placeWord(after) }]),
  ];
}

/** A case keeps a topic that is out of use, with its secrecy. */
function stateColumns(knowledge: RegionKnowledge, state: AppealStateRow, { after, placeLabel }: Corrected) {
  const topic = after.topic === null ? undefined : knowledge.topics.get(after.topic);
  const isOutOfUse = after.topic !== null && topic === undefined;
  return {
    kind: after.kind,
    topic: isOutOfUse ? state.topic : (topic?.code ?? null),
    sector: isOutOfUse ? state.sector : (topic?.sector ?? null),
    place_precision: after.place_precision,
    place_label: placeLabel,
    lat: after.lat,
    lon: after.lon,
    municipality_id: after.municipality_id,
    is_sensitive: isOutOfUse ? state.is_sensitive : topic !== undefined && topic.visibility !== 'public',
  };
}

/** What became a problem gets an incident of its own; whatever is no problem any more keeps its thread without one. */
async function tieToIncident(
  tx: Writer,
  knowledge: RegionKnowledge,
  state: AppealStateRow,
  corrected: Corrected,
  step: StaffStep,
): Promise<string | null> {
  if (state.incident_id !== null || corrected.after.kind !== 'problem') return state.incident_id;
  return openOwnIncident(tx, knowledge, step, 'first_report');
}

/** A problem of its own for a case, known to the stage that moves problems. */
export async function openOwnIncident(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  reason: 'first_report' | 'split_by_hand',
): Promise<string> {
  const id = await startIncident(tx, knowledge.region.id, {
    appealId: step.appealId,
    at: step.at,
    by: step.by,
    reason,
  });
  const opened = { id, appealId: step.appealId, at: step.at };
  await openIncidentStates(tx, knowledge.region.id, [opened], doerOf(step));
  return id;
}

/** The object of the case after the correction; a choice of a person is written into the audit log. */
async function objectOf(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  request: CaseCorrection,
  understood: Understood,
): Promise<Result<CaseAsset | null, 'not_found' | 'object_not_fitting'>> {
  const { assetId } = request;
  const { by, at } = step;
  const isCorrected = {
    place: request.place !== undefined,
    matter: request.topic !== undefined || request.kind !== undefined,
  };
  const retied = await retieAsset(tx, knowledge.region.id, knowledge, {
    understood,
    assetId,
    isCorrected,
    by,
    at,
  });
  if (retied.ok && assetId !== undefined)
    await audit(tx, knowledge.region.id, [
      {
        at,
        actor: by,
        action: assetId === null ? 'object_refused' : 'object_chosen',
        subjectKind: 'appeal',
        subjectId: step.appealId,
        details: { assetId },
      },
    ]);
  return retied;
}

async function understoodAs(
  tx: Writer,
  knowledge: RegionKnowledge,
  state: AppealStateRow,
  corrected: Corrected,
): Promise<Understood> {
  const { after } = corrected;
  const text = await textOf(tx, knowledge.region.id, state.appeal_id);
  return {
    appealId: state.appeal_id,
    number: state.number,
    accountId: state.account_id,
    channel: state.channel,
    regime: state.regime,
    receivedAt: state.received_at,
    kind: after.kind,
    isKindSure: isCase(after.kind),
    topic: state.topic,
    sector: state.sector,
    isTopicSure: true,
    place: {
      precision: after.place_precision,
      point: after.lat === null || after.lon === null ? null : { lat: after.lat, lon: after.lon },
      municipalityId: after.municipality_id,
      settlementId: after.settlement_id,
      streetId: after.street_id,
      houseId: after.house_id,
      label: corrected.placeLabel,
      isOutside: after.is_outside,
    },
    dangerLevel: after.danger_level,
    maskedText: text?.masked_text ?? '',
    incident: null,
  };
}
