import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { assetKinds } from '#centre/rules/asset-kind.ts';
import { regionLayers } from '#centre/rules/region-layer.ts';
import { answerKinds, answerStates, returnReasons, reviewDecisions } from '#flow/answer/rules/draft.ts';
import { deliveryPurposes, deliveryStates } from '#flow/answer/rules/delivery.ts';
import { fileSides } from '#flow/intake/queries/files.ts';
import { payloadOutcomes } from '#flow/intake/queries/payloads.ts';
import { modelKinds, modelOrigins, modelStates } from '#flow/learn/queries/models.ts';
import { correctedFields, countedEvents } from '#flow/learn/queries/outcomes.ts';
import { trainingOutcomes } from '#flow/learn/rules/promotion.ts';
import { confirmationOutcomes, ratingSubjects } from '#flow/learn/rules/verdict.ts';
import { responsibilityCauses } from '#flow/route/queries/responsibility.ts';
import { dangerLevels } from '#flow/understand/rules/danger-pattern.ts';
import { joinReasons, sayers } from '#flow/understand/rules/duplicates.ts';
import { assetFindings } from '#flow/understand/rules/nearest-asset.ts';
import { actionNames, attentions, closedAs, declinedAs, hands, stages } from '#flow/work/rules/lifecycle.ts';
import { answerAxis, messageKinds, problemStates, regimes, resolutions, kindStates } from '#kernel/appeal.ts';
import { sendOutcomeKinds } from '#kernel/channel.ts';
import { placePrecisions } from '#kernel/place.ts';
import { roles } from '#kernel/role.ts';
import { shapeOrigins } from '#kernel/shape.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const { owner } = await testDatabase();

/** Every column whose texts are a closed list, and the list of the program it must be. */
const lists: Readonly<Record<string, readonly string[]>> = {
  'answer.kind': answerKinds,
  'answer.problem_state': problemStates,
  'answer.resolution': resolutions,
  'answer.state': answerStates,
  'answer_review.decision': reviewDecisions,
  'answer_review.reason': returnReasons,
  'appeal.regime': regimes,
  'appeal_asset.finding': assetFindings,
  'appeal_file.side': fileSides,
  'appeal_move.action': actionNames,
  'appeal_move.by_whom': hands,
  'appeal_move.from_stage': stages,
  'appeal_move.to_stage': stages,
  'appeal_state.answer_axis': answerAxis,
  'appeal_state.closed_as': closedAs,
  'appeal_state.danger_level': dangerLevels,
  'appeal_state.declined_as': declinedAs,
  'appeal_state.kind_state': Object.values(kindStates).flat(),
  'appeal_state.kind': messageKinds,
  'appeal_state.needs_attention': attentions,
  'appeal_state.place_precision': placePrecisions,
  'appeal_state.regime': regimes,
  'appeal_state.stage': stages,
  'asset.kind': assetKinds,
  'confirmation.verdict': confirmationOutcomes,
  'correction.field': correctedFields,
  'daily_count.event': countedEvents,
  'delivery.purpose': deliveryPurposes,
  'delivery.state': deliveryStates,
  'delivery_attempt.outcome': sendOutcomeKinds,
  'incident.place_precision': placePrecisions,
  'incident.shape_origin': shapeOrigins,
  'incident_appeal.reason': joinReasons,
  'incident_move.by_whom': hands,
  'incident_move.from_state': problemStates,
  'incident_move.to_state': problemStates,
  'incident_state.state': problemStates,
  'message.direction': ['in', 'out'],
  'model.kind': modelKinds,
  'model.origin': modelOrigins,
  'model.state': modelStates,
  'model_training.kind': modelKinds,
  'model_training.outcome': trainingOutcomes,
  'rating.subject': ratingSubjects,
  'raw_payload.outcome': payloadOutcomes,
  'region_layer.name': regionLayers,
  'responsibility.cause': responsibilityCauses,
  'said_same.said_by': sayers,
  'staff_grant.role': roles,
  'understanding.danger_level': dangerLevels,
  'understanding.kind': messageKinds,
  'understanding.place_precision': placePrecisions,
};

test('every closed list of the database is a list of the program, and admits the same values', async () => {
  const { rows } = await sql<{ column: string; values: string[] }>`
    select c.relname || '.' || a.attname as column,
      array(select m[1] from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') as m) as values
    from pg_constraint as k
    join pg_class as c on c.oid = k.conrelid
    join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where c.relnamespace = 'public'::regnamespace and k.contype = 'c' and cardinality(k.conkey) = 1
      and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[''[^'']*''::text'`.execute(owner());
  const sorted = (values: readonly string[]): string[] => values.toSorted();
  expect(Object.fromEntries(rows.map(({ column, values }) => [column, sorted(values)]))).toEqual(
    Object.fromEntries(Object.entries(lists).map(([column, values]) => [column, sorted(values)])),
  );
});
