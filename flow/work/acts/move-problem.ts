import type { ProblemState } from '#kernel/appeal.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import {
  lockIncidentStates,
  recordIncidentMoves,
  type IncidentMove,
  type ProblemFacts,
} from '../queries/incidents.ts';
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

/**
 * Moves on the second axis: what happened in the world. Being there already changes nothing, unless the move brings a new
 * date. Requests about one problem are done in their order; a refused one changes nothing.
 */
export async function moveIncidents(
  tx: Writer,
  regionId: number,
  requests: readonly ProblemMoveRequest[],
): Promise<readonly Result<ProblemState, 'move_not_allowed'>[]> {
  if (requests.length === 0) return [];
  const ids = [...new Set(requests.map((one) => one.incidentId))];
  const states = await lockIncidentStates(tx, regionId, ids);
  const moves: IncidentMove[] = [];
  const results = requests.map((request): Result<ProblemState, 'move_not_allowed'> => {
    const row = states.get(request.incidentId);
    if (row === undefined) throw new Error(`incident ${request.incidentId} has no state`);
    if (row.state === request.to && request.facts === undefined) return ok(row.state);
    const to = moveProblem(row.state, request.to);
    if (!to.ok) return to;
    moves.push({
      incidentId: request.incidentId,
      from: row.state,
      version: row.version,
      to: to.value,
      at: request.at,
      by: request.by,
      appealId: request.appealId,
      facts: request.facts ?? {},
    });
    states.set(request.incidentId, { ...row, state: to.value, version: row.version + 1 });
    return to;
  });
  await recordIncidentMoves(tx, regionId, moves);
  return results;
}

/** One move of one problem. */
export async function moveIncident(
  tx: Writer,
  regionId: number,
  request: ProblemMoveRequest,
): Promise<Result<ProblemState, 'move_not_allowed'>> {
  const [moved] = await moveIncidents(tx, regionId, [request]);
  if (moved === undefined) throw new Error('a list of one gave no answer');
  return moved;
}
