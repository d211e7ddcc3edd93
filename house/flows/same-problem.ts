import { fail, ok, type Result } from '#kernel/result.ts';
import { refreshProblems } from '#flow/understand/acts/refresh-problems.ts';
import { recordCorrections } from '#flow/learn/queries/outcomes.ts';
import {
  casesOfIncident,
  markMergeUndone,
  mergesInto,
  recordMerge,
} from '#flow/understand/queries/incident-merges.ts';
import { incidentExists, moveToIncidents } from '#flow/understand/queries/incidents.ts';
import type { JoinReason } from '#flow/understand/rules/duplicates.ts';
import type { Moved } from '#flow/work/acts/move-appeal.ts';
import { lockStates, readState, touchStates, type AppealStateRow } from '#flow/work/queries/states.ts';
import { newId } from '#store/ids.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { carryWorld, leaveWorld } from './carry-world.ts';
import { openOwnIncident } from './correct.ts';
import { lockStep, type LockFailure, type StaffStep } from './staff-step.ts';

type TieFailure = LockFailure | 'not_found';

/**
 * The same problem as a known one: the tie moves, the thread and its answer stay the resident's own. Only a problem that
 * the person sees a case of can be named.
 */
export async function mergeCase(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  incidentId: string,
): Promise<Result<Moved, TieFailure>> {
  const isSeen = await incidentExists(tx, knowledge.region.id, incidentId);
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  if (!isSeen) return fail({ code: 'not_found' });
  return ok(await retie(tx, knowledge, [locked.value], incidentId, 'merged_by_hand', step));
}

/** Not the same problem after all: an incident of its own. */
export async function splitCase(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
): Promise<Result<Moved, LockFailure>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const before = locked.value.incident_id;
  const incidentId = await openOwnIncident(tx, knowledge, step, 'split_by_hand');
  if (before !== null) await refreshProblems(tx, knowledge.region.id, knowledge.topics, [before]);
  const version = await keepTies(tx, [locked.value], incidentId, step);
  return ok({ version, stage: locked.value.stage });
}

/**
 * Puts the whole problem of a case into another one, so that it can be taken out again. Whoever does not see all of its
 * cases may not move them.
 */
export async function mergeProblem(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  incidentId: string,
): Promise<Result<Moved, TieFailure>> {
  const regionId = knowledge.region.id;
  const from = (await readState(tx, regionId, step.appealId))?.incident_id ?? null;
  const isSeen = await incidentExists(tx, regionId, incidentId);
  const seen = from === null ? [] : await casesOfIncident(tx, regionId, from);
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  if (!isSeen || from === null || from === incidentId) return fail({ code: 'not_found' });
  const all = await casesOfIncident(tx, regionId, from);
  if (all.length !== seen.length) return fail({ code: 'not_allowed' });
  const states = await othersFirst(tx, regionId, all, locked.value);
  const moved = await retie(tx, knowledge, states, incidentId, 'merged_by_hand', step);
  await recordMerge(tx, regionId, {
    id: newId(step.at),
    from_incident: from,
    into_incident: incidentId,
    appeal_ids: all,
    at: step.at,
    by_staff: step.by,
  });
  return ok(moved);
}

/** Two problems after all: the cases that came over, and were not tied elsewhere since, go back to the problem they came from. */
export async function undoMerge(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  mergeId: string,
): Promise<Result<Moved, TieFailure>> {
  const regionId = knowledge.region.id;
  const into = (await readState(tx, regionId, step.appealId))?.incident_id ?? null;
  const merge =
    into === null ? undefined : (await mergesInto(tx, regionId, into)).find(({ id }) => id === mergeId);
  const seen = new Set(into === null ? [] : await casesOfIncident(tx, regionId, into));
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  if (merge === undefined || into === null) return fail({ code: 'not_found' });
  const still = (await casesOfIncident(tx, regionId, into)).filter((id) => merge.appeal_ids.includes(id));
  if (still.some((id) => !seen.has(id))) return fail({ code: 'not_allowed' });
  const states = await othersFirst(tx, regionId, still, locked.value);
  const going = states.filter(({ appeal_id }) => still.includes(appeal_id));
  await markMergeUndone(tx, regionId, mergeId, step.by, step.at);
  if (going.length > 0) await retie(tx, knowledge, going, merge.from_incident, 'split_by_hand', step);
  const isGoing = still.includes(step.appealId);
  return ok({ version: locked.value.version + (isGoing ? 1 : 0), stage: locked.value.stage });
}

/** The states of these cases, locked; the one that is open on the screen last. */
async function othersFirst(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
  own: AppealStateRow,
): Promise<AppealStateRow[]> {
  const others = await lockStates(
    tx,
    regionId,
    appealIds.filter((id) => id !== own.appeal_id),
  );
  return [...others.values(), own];
}

/** Ties cases to another problem and brings both in line with their cases. */
async function retie(
  tx: Writer,
  { topics }: RegionKnowledge,
  states: readonly AppealStateRow[],
  incidentId: string,
  reason: JoinReason,
  step: StaffStep,
): Promise<Moved> {
  const [first] = states;
  if (first === undefined) throw new Error('no case to tie');
  const joined = states.map((state) => ({
    appealId: state.appeal_id,
    incidentId,
    at: step.at,
    by: step.by,
    reason,
    score: 1,
  }));
  const before = await moveToIncidents(tx, first.region_id, joined);
  await refreshProblems(tx, first.region_id, topics, [...new Set([...before.values(), incidentId])]);
  const version = await keepTies(tx, states, incidentId, step);
  return { version, stage: states.at(-1)?.stage ?? first.stage };
}

/** The cases belong to another problem now; that a person said so is kept for learning. Returns the version of the last. */
async function keepTies(
  tx: Writer,
  states: readonly AppealStateRow[],
  incidentId: string,
  step: StaffStep,
): Promise<number> {
  const [first] = states;
  if (first === undefined) throw new Error('no case to tie');
  await recordCorrections(
    tx,
    first.region_id,
    states.map((state) => ({
      appealId: state.appeal_id,
      field: 'incident',
      was: state.incident_id,
      became: incidentId,
      modelVersion: 'same_problem',
      at: step.at,
      by: step.by,
    })),
  );
  await touchStates(
    tx,
    states.map((state) => ({ state, set: { incident_id: incidentId }, at: step.at, byStaff: step.by })),
  );
  const appealIds = states.map((state) => state.appeal_id);
  for (const left of new Set(states.map((state) => state.incident_id)))
    if (left !== null && left !== incidentId) await leaveWorld(tx, first.region_id, left, appealIds, step);
  await carryWorld(tx, first.region_id, incidentId, appealIds, step);
  return (states.at(-1)?.version ?? first.version) + 1;
}
