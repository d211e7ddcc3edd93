import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import {
  nextSeqs,
  recordResponsibilities,
  type NewResponsibility,
  type ResponsibilityCause,
} from '#flow/route/queries/responsibility.ts';
import { isDecided, type Register, type RouteDecision } from '#flow/route/rules/responsible.ts';
import type { Clockwork } from '#flow/route/rules/starting.ts';
import { isOnlyProposed } from '../rules/opening.ts';
import { touchState, type AppealStateRow, type StateChange } from '../queries/states.ts';
import { moveAppeal, moveAppeals, type CaseMove, type Moved } from './move-appeal.ts';

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

/** A case, its state locked by the caller, and to whom it is given. */
export interface AssignOfCase extends AssignRequest {
  readonly state: AppealStateRow;
  /** What a correction made by the same hand changes in the state besides. */
  readonly set?: StateChange;
}

/**
 * A person makes bodies responsible, each for a case. A transfer keeps every clock; from the third on it takes an arbiter with
 * a reason. A complaint is never given to the body it complains of, whoever asks. A refused case stays as it is.
 *
 * @source docs/law/responsibility.md
 */
export async function assignAppeals(
  tx: Writer,
  clockwork: Clockwork,
  register: Register,
  regionId: number,
  requests: readonly AssignOfCase[],
): Promise<readonly Result<Moved, AssignFailure>[]> {
  // Asked before anything moves: a transfer may take a case and its history out of the asker's sight.
  const seqs = await nextSeqs(
    tx,
    regionId,
    requests.map(({ state }) => state.appeal_id),
  );
  const checked = requests.map((request) => admitted(request, register));
  const moved = await moveAppeals(
    tx,
    clockwork,
    checked.flatMap((one) => (one.ok ? [one.value.move] : [])),
  );
  const answers = moved.values();
  const recorded: NewResponsibility[] = [];
  const results = checked.map((one): Result<Moved, AssignFailure> => {
    if (!one.ok) return one;
    const answer = answers.next().value!;
    if (answer.ok) {
      const { responsibility } = one.value;
      recorded.push({ ...responsibility, seq: seqs.get(responsibility.appealId) ?? 1 });
    }
    return answer;
  });
  await recordResponsibilities(tx, regionId, recorded);
  return results;
}

function admitted(
  request: AssignOfCase,
  register: Register,
): Result<
  { readonly move: CaseMove; readonly responsibility: Omit<NewResponsibility, 'seq'> },
  AssignFailure
> {
  const { state, note } = request;
  const authority = register.authorities.get(request.authorityId);
  if (authority === undefined) return fail({ code: 'authority_not_found' });
  if (request.complainedOfId === request.authorityId)
    return fail({ code: 'never_to_the_body_complained_of' });
  const isTransfer =
    state.authority_id !== null &&
    state.authority_id !== request.authorityId &&
    !isOnlyProposed(state.stage, state.needs_attention);
  const hops = state.hops + (isTransfer ? 1 : 0);
  if (hops > MOST_HOPS && (!request.asArbiter || note === null || note.trim() === ''))
    return fail({ code: 'reason_required' });
  const cause: ResponsibilityCause = request.asArbiter ? 'arbiter' : isTransfer ? 'transfer' : 'correction';
  return ok({
    responsibility: {
      appealId: state.appeal_id,
      at: request.at,
      byStaff: request.byStaff,
      cause,
      decision: {
        authorityId: authority.id,
        executorId: request.executorId,
        ruleId: null,
        explanation: { code: 'by_person', params: { organisation: authority.shortName } },
      },
      note,
    },
    move: assignMove(request, hops),
  });
}

const assignMove = (request: AssignOfCase, hops: number): CaseMove => ({
  state: request.state,
  action: 'assign',
  at: request.at,
  by: { byWhom: 'staff', staffId: request.byStaff },
  note: request.note,
  set: {
    ...request.set,
    authority_id: request.authorityId,
    executor_id: request.executorId,
    assignee: null,
    hops,
  },
});

/** The same for one case, its state locked by the caller. */
export async function assignAppeal(
  tx: Writer,
  clockwork: Clockwork,
  register: Register,
  state: AppealStateRow,
  request: AssignRequest,
): Promise<Result<Moved, AssignFailure>> {
  const [moved] = await assignAppeals(tx, clockwork, register, state.region_id, [{ ...request, state }]);
  if (moved === undefined) throw new Error('a list of one gave no answer');
  return moved;
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
  // What is only proposed takes a case from nobody.
  if (state.stage !== 'triage' && (isSame || decision.explanation.code === 'history_suggests'))
    return ok({ version: state.version, stage: state.stage });
  const seq = (await nextSeqs(tx, state.region_id, [state.appeal_id])).get(state.appeal_id) ?? 1;
  await recordResponsibilities(tx, state.region_id, [
    { appealId: state.appeal_id, seq, at: by.at, byStaff: null, cause: 'correction', decision, note: null },
  ]);
  if (!isDecided(decision)) {
    if (state.stage !== 'triage') return ok({ version: state.version, stage: state.stage });
    const version = await touchState(
      tx,
      state,
      {
        needs_attention: 'responsible_unknown',
        authority_id: decision.authorityId,
        executor_id: decision.executorId,
      },
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
