import { answersOf } from '#flow/answer/queries/answers.ts';
import { confirmationsOf } from '#flow/learn/queries/outcomes.ts';
import { casesOfIncident } from '#flow/understand/queries/incident-merges.ts';
import { moveIncidents, type ProblemMoveRequest } from '#flow/work/acts/move-problem.ts';
import {
  incidentMovesOf,
  incidentStateOf,
  lockIncidentStates,
  recordIncidentMoves,
} from '#flow/work/queries/incidents.ts';
import { stateWithout } from '#flow/work/rules/problem.ts';
import type { ProblemState } from '#kernel/appeal.ts';
import type { Writer } from '#store/connection.ts';
import { doerOf, type StaffStep } from './staff-step.ts';

/** Who tied the cases anew, and when. */
type TiedBy = Pick<StaffStep, 'at' | 'by'>;

/** States of a problem of which nobody has said anything yet but its authors. */
const untouched: ReadonlySet<ProblemState> = new Set(['unconfirmed', 'confirmed']);

/**
 * What was answered to these cases, and what their authors said of it, holds for the problem they are tied to now: else a
 * resident whose case was taken out of a shared problem could neither confirm the fix nor dispute it. A problem that has a
 * history of its own keeps it.
 */
export async function carryWorld(
  tx: Writer,
  regionId: number,
  incidentId: string,
  appealIds: readonly string[],
  { at, by }: TiedBy,
): Promise<void> {
  const state = (await incidentStateOf(tx, regionId, incidentId))?.state;
  if (state === undefined || !untouched.has(state)) return;
  const said: { readonly saidAt: Date; readonly request: ProblemMoveRequest }[] = [];
  for (const appealId of appealIds) {
    const base = { incidentId, at, by: doerOf({ by }), appealId };
    for (const answer of await answersOf(tx, regionId, appealId)) {
      if (answer.approved_at === null || answer.problem_state === null) continue;
      const facts = {
        scheduledOn: answer.promised_on,
        moneySum: answer.money_sum,
        reviewOn: answer.review_on,
        handedTo: answer.handed_to,
        refusedWhy: answer.refused_why,
      };
      said.push({ saidAt: answer.approved_at, request: { ...base, to: answer.problem_state, facts } });
    }
    for (const { verdict, at: saidAt } of await confirmationsOf(tx, regionId, appealId))
      if (verdict !== 'no_reply')
        said.push({ saidAt, request: { ...base, to: verdict === 'fixed' ? 'fixed_confirmed' : 'disputed' } });
  }
  const inOrder = said.toSorted((one, other) => one.saidAt.getTime() - other.saidAt.getTime());
  await moveIncidents(
    tx,
    regionId,
    inOrder.map(({ request }) => request),
  );
}

/**
 * What only cases that were taken out of a problem brought it is not said of it any more: a fix that another pit's author
 * confirmed is no fix of this one. A problem left without cases keeps what it had.
 */
export async function leaveWorld(
  tx: Writer,
  regionId: number,
  incidentId: string,
  goneAppealIds: readonly string[],
  { at, by }: TiedBy,
): Promise<void> {
  if ((await casesOfIncident(tx, regionId, incidentId)).length === 0) return;
  const row = (await lockIncidentStates(tx, regionId, [incidentId])).get(incidentId);
  const to = stateWithout(await incidentMovesOf(tx, regionId, incidentId), new Set(goneAppealIds));
  if (row === undefined || to === null || to === row.state) return;
  await recordIncidentMoves(tx, regionId, [
    {
      incidentId,
      from: row.state,
      version: row.version,
      to,
      at,
      by: doerOf({ by }),
      appealId: null,
      facts: {},
    },
  ]);
}
