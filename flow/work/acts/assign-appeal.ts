import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import {
  nextSeqs,
  recordResponsibilities,
  type ResponsibilityCause,
} from '#flow/route/queries/responsibility.ts';
import type { Register, RouteDecision } from '#flow/route/rules/responsible.ts';
import type { Clockwork } from '#flow/route/rules/starting.ts';
import { touchState, type AppealStateRow } from '../queries/states.ts';
import { moveAppeal, type Moved } from './move-appeal.ts';

/** The third transfer goes to an arbiter: whoever assigns then must say so and why. */
export const MOST_HOPS = 2;

export interface AssignRequest {
  readonly authorityId: number;
  readonly executorId: number | null;
  readonly note: string | null;
  readonly asArbiter: boolean;
  readonly byStaff: string;
  readonly at: Date;
  /** The body the message complains of, if it does. */
  readonly complainedOfId: number | null;
}

type AssignFailure =
  | 'authority_not_found'
  | 'never_to_the_body_complained_of'
  | 'reason_required'
  | 'move_not_allowed'
  | 'calendar_exhausted';

/**
 * A person makes a body responsible. A transfer keeps every clock; from the third on it takes an arbiter with a reason. A
 * complaint is never given to the body it complains of, whoever asks.
 *
 * @source docs/law/responsibility.md
 */
export async function assignAppeal(
  tx: Writer,
  clockwork: Clockwork,
  register: Register,
  state: AppealStateRow,
  request: AssignRequest,
): Promise<Result<Moved, AssignFailure>> {
  const authority = register.authorities.get(request.authorityId);
  if (authority === undefined) return fail({ code: 'authority_not_found' });
  if (request.complainedOfId === request.authorityId)
    return fail({ code: 'never_to_the_body_complained_of' });
  const isTransfer = state.authority_id !== null && state.authority_id !== request.authorityId;
  const hops = state.hops + (isTransfer ? 1 : 0);
  if (hops > MOST_HOPS && (!request.asArbiter || request.note === null || request.note.trim() === ''))
    return fail({ code: 'reason_required' });

  const decision: RouteDecision = {
    authorityId: authority.id,
    executorId: request.executorId,
    ruleId: null,
    explanation: { code: 'by_person', params: { organisation: authority.shortName } },
  };
  const cause: ResponsibilityCause = request.asArbiter ? 'arbiter' : isTransfer ? 'transfer' : 'correction';
  const seq = (await nextSeqs(tx, state.region_id, [state.appeal_id])).get(state.appeal_id) ?? 1;
  await recordResponsibilities(tx, state.region_id, [
    {
      appealId: state.appeal_id,
      seq,
      at: request.at,
      byStaff: request.byStaff,
      cause,
      decision,
      note: request.note,
    },
  ]);
  return moveAppeal(tx, clockwork, state, {
    action: 'assign',
    at: request.at,
    by: { byWhom: 'staff', staffId: request.byStaff },
    note: request.note,
    set: { authority_id: authority.id, executor_id: request.executorId, assignee: null, hops },
  });
}

/** Routes a case anew after a correction, by the machine's rules: the case keeps its stage if the body stays the same. */
export async function reassignAfterCorrection(
  tx: Writer,
  clockwork: Clockwork,
  state: AppealStateRow,
  decision: RouteDecision,
  by: { readonly staffId: string; readonly at: Date },
): Promise<Result<Moved, 'move_not_allowed' | 'calendar_exhausted'>> {
  const isSame = decision.authorityId === state.authority_id && decision.executorId === state.executor_id;
  if (isSame && state.stage !== 'triage') return ok({ version: state.version, stage: state.stage });
  const seq = (await nextSeqs(tx, state.region_id, [state.appeal_id])).get(state.appeal_id) ?? 1;
  await recordResponsibilities(tx, state.region_id, [
    { appealId: state.appeal_id, seq, at: by.at, byStaff: null, cause: 'correction', decision, note: null },
  ]);
  if (decision.authorityId === null) {
    if (state.stage !== 'triage') return ok({ version: state.version, stage: state.stage });
    const version = await touchState(
      tx,
      state,
      { needs_attention: 'responsible_unknown', authority_id: null, executor_id: null },
      by.at,
      by.staffId,
    );
    return ok({ version, stage: state.stage });
  }
  return moveAppeal(tx, clockwork, state, {
    action: 'assign',
    at: by.at,
    by: { byWhom: 'machine', staffId: null },
    set: { authority_id: decision.authorityId, executor_id: decision.executorId, assignee: null },
  });
}
