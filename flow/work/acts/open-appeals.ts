import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Understood } from '#flow/understand/rules/understood.ts';
import { isDecided, type RouteDecision } from '#flow/route/rules/responsible.ts';
import type { StartedDeadline } from '#flow/route/rules/starting.ts';
import { openIncidentStates } from '../queries/incidents.ts';
import { excerpt } from '../rules/excerpt.ts';
import { opening } from '../rules/opening.ts';

/** A case as the stages before have left it. */
export interface CaseToOpen {
  readonly understood: Understood;
  readonly decision: RouteDecision;
  readonly deadlines: readonly StartedDeadline[];
  readonly isSensitive: boolean;
}

/**
 * Opens cases for work: the state row, the first history row, the state of new incidents. A case that is open already is
 * left as it is, so the act may be repeated.
 *
 * @param at `null`: each case at the moment its message was received
 */
export async function openAppeals(
  tx: Writer,
  regionId: number,
  cases: readonly CaseToOpen[],
  at: Date | null,
): Promise<void> {
  const opened = cases.map((one) => ({
    one,
    start: opening(one.understood, isDecided(one.decision)),
    at: at ?? one.understood.receivedAt,
  }));
  await insertRows(
    tx,
    'appeal_state',
    opened.map((one) => stateRow(regionId, one.one, one.start, one.at)),
    'skip',
  );
  await insertRows(
    tx,
    'appeal_move',
    opened.map(({ one, start, at: openedAt }) => ({
      region_id: regionId,
      appeal_id: one.understood.appealId,
      version: 1,
      action: start.stage === 'assigned' ? 'assign' : 'doubt',
      from_stage: null,
      to_stage: start.stage,
      at: openedAt,
      by_whom: 'machine',
      reason: start.attention,
    })),
    'skip',
  );
  await openIncidentStates(
    tx,
    regionId,
    opened.flatMap(({ one: { understood }, at: openedAt }) =>
      understood.incident?.isNew === true
        ? [{ id: understood.incident.id, appealId: understood.appealId, at: openedAt }]
        : [],
    ),
  );
}

function stateRow(regionId: number, one: CaseToOpen, start: ReturnType<typeof opening>, at: Date) {
  const { understood, decision } = one;
  const due = one.deadlines
    .map((deadline) => deadline.dueAt)
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
  return {
    region_id: regionId,
    appeal_id: understood.appealId,
    version: 1,
    number: understood.number,
    stage: start.stage,
    stage_since: at,
    kind: understood.kind,
    regime: understood.regime,
    account_id: understood.accountId,
    channel: understood.channel,
    received_at: understood.receivedAt,
    excerpt: excerpt(understood.maskedText),
    sector: understood.sector,
    topic: understood.topic,
    place_precision: understood.place.precision,
    place_label: understood.place.label,
    lat: understood.place.point?.lat ?? null,
    lon: understood.place.point?.lon ?? null,
    municipality_id: understood.place.municipalityId,
    authority_id: decision.authorityId,
    executor_id: decision.executorId,
    incident_id: understood.incident?.id ?? null,
    danger_level: understood.dangerLevel,
    due_at: due ?? null,
    is_overdue: due !== undefined && due <= at,
    needs_attention: start.attention,
    is_sensitive: one.isSensitive,
    changed_at: at,
  };
}
