import type { ProblemState } from '#kernel/appeal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import { lockIncidentState, recordIncidentMove, type ProblemFacts } from '../queries/incidents.ts';
import type { Doer } from '../queries/states.ts';
import { moveProblem } from '../rules/problem.ts';

export interface ProblemMoveRequest {
  readonly incidentId: string;
  readonly to: ProblemState;
  readonly at: Date;
  readonly by: Doer;
  readonly appealId: string | null;
  readonly facts?: ProblemFacts;
}

/** Moves the second axis: what happened in the world. Being there already changes nothing, unless the move brings a new date. */
export async function moveIncident(
  tx: Writer,
  regionId: number,
  request: ProblemMoveRequest,
): Promise<Result<ProblemState, 'move_not_allowed'>> {
  const row = await lockIncidentState(tx, regionId, request.incidentId);
  if (row === undefined) throw new Error(`incident ${request.incidentId} has no state`);
  if (row.state === request.to && request.facts === undefined) return ok(row.state);
  const to = moveProblem(row.state, request.to);
  if (!to.ok) return to;
  await recordIncidentMove(tx, regionId, {
    incidentId: request.incidentId,
    from: row.state,
    version: row.version,
    to: to.value,
    at: request.at,
    by: request.by,
    appealId: request.appealId,
    facts: request.facts ?? {},
  });
  return to;
}
