import { fail, ok, type Result } from '#kernel/result.ts';
import { recordCorrections } from '#flow/learn/queries/outcomes.ts';
import { complainedOf } from '#flow/route/rules/complained-of.ts';
import { textOf } from '#flow/understand/queries/understandings.ts';
import { assignAppeal, type AssignRequest } from '#flow/work/acts/assign-appeal.ts';
import { moveAppeal, type Moved } from '#flow/work/acts/move-appeal.ts';
import { moveIncident } from '#flow/work/acts/move-problem.ts';
import { addNote } from '#flow/work/queries/facts.ts';
import { touchState } from '#flow/work/queries/states.ts';
import type { Attention } from '#flow/work/rules/lifecycle.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { doerOf, lockStep, type MoveFailure, type StaffStep } from './staff-step.ts';

/** A person makes a body responsible; the correction of the machine's choice is kept for learning. */
export async function assign(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  to: Pick<AssignRequest, 'authorityId' | 'executorId' | 'note' | 'asArbiter'>,
): Promise<
  Result<Moved, MoveFailure | 'authority_not_found' | 'never_to_the_body_complained_of' | 'reason_required'>
> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const text = await textOf(tx, knowledge.region.id, step.appealId);
  const complaint = complainedOf(text?.masked_text ?? '', knowledge.route.complaints);
  const moved = await assignAppeal(tx, knowledge.route.clockwork, knowledge.route.register, locked.value, {
    ...to,
    byStaff: step.by,
    at: step.at,
    complainedOfId: complaint,
  });
  if (!moved.ok) return moved;
  await recordCorrections(tx, knowledge.region.id, [
    {
      appealId: step.appealId,
      field: 'responsible',
      was: wordOf(locked.value.authority_id),
      became: String(to.authorityId),
      modelVersion: 'register',
      at: step.at,
      by: step.by,
    },
  ]);
  return moved;
}

const wordOf = (id: number | null): string | null => (id === null ? null : String(id));

/** The executor takes the case into work, and with it the problem in the world. */
export async function start(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'start',
    at: step.at,
    by: doerOf(step),
    set: { assignee: step.by },
  });
  if (!moved.ok || locked.value.incident_id === null) return moved;
  // A neighbour's case may have moved the shared problem already.
  await moveIncident(tx, knowledge.region.id, {
    incidentId: locked.value.incident_id,
    to: 'in_work',
    at: step.at,
    by: doerOf(step),
    appealId: step.appealId,
  });
  return moved;
}

/** Not ours: back to whoever decides, and to an arbiter when it has been passed around. */
export async function sendBack(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  reason: string,
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const attention: Attention = locked.value.hops >= 2 ? 'many_hops' : 'sent_back';
  return moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'send_back',
    at: step.at,
    by: doerOf(step),
    note: reason,
    set: { needs_attention: attention },
  });
}

/** A person saw that the answer did not settle it. */
export async function reopen(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  reason: string,
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  return moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'reopen',
    at: step.at,
    by: doerOf(step),
    note: reason,
    set: { needs_attention: 'objection', reopened: locked.value.reopened + 1 },
  });
}

/** An inspector saw it with their own eyes: really fixed, or a false report, which sends the case back. */
export async function verifyOnSite(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: StaffStep,
  seen: { readonly isFixed: boolean; readonly note: string },
): Promise<Result<Moved, MoveFailure>> {
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const state = locked.value;
  if (state.incident_id === null)
    return fail({ code: 'move_not_allowed', from: state.stage, to: 'verified_on_site' });
  const world = await moveIncident(tx, knowledge.region.id, {
    incidentId: state.incident_id,
    to: seen.isFixed ? 'verified_on_site' : 'disputed',
    at: step.at,
    by: doerOf(step),
    appealId: step.appealId,
  });
  if (!world.ok) return world;
  await addNote(tx, knowledge.region.id, {
    id: newId(step.at),
    appealId: step.appealId,
    at: step.at,
    by: step.by,
    text: seen.note,
  });
  if (seen.isFixed)
    return ok({ version: await touchState(tx, state, {}, step.at, step.by), stage: state.stage });
  return moveAppeal(tx, knowledge.route.clockwork, state, {
    action: 'reopen',
    at: step.at,
    by: doerOf(step),
    reason: 'false_report',
    note: seen.note,
    set: { needs_attention: 'objection', reopened: state.reopened + 1 },
  });
}
