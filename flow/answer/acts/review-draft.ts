import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import { addReview, lockAnswerVersion, setAnswerState, type AnswerRow } from '../queries/answers.ts';

type Found = Result<AnswerRow, 'answer_not_found' | 'stale_version' | 'move_not_allowed'>;

const expectState = (
  found: Awaited<ReturnType<typeof lockAnswerVersion>>,
  states: readonly AnswerRow['state'][],
  to: string,
): Found => {
  if (!found.ok) return found;
  return states.includes(found.value.state)
    ? found
    : fail({ code: 'move_not_allowed', from: found.value.state, to });
};

/** The writer says that the draft is ready. */
export async function submitDraft(
  tx: Writer,
  regionId: number,
  request: { readonly appealId: string; readonly answerVersion: number; readonly at: Date },
): Promise<Found> {
  const found = expectState(
    await lockAnswerVersion(tx, regionId, request.appealId, request.answerVersion),
    ['draft', 'returned'],
    'on_approval',
  );
  if (!found.ok) return found;
  await setAnswerState(tx, found.value, { state: 'on_approval', submitted_at: request.at }, request.at);
  return ok({ ...found.value, state: 'on_approval', version: found.value.version + 1 });
}

/** Approves the submitted words as they are; nobody edits them on the way. `by` is `null` where the topic's answers go out at once. */
export async function approveDraft(
  tx: Writer,
  regionId: number,
  request: {
    readonly appealId: string;
    readonly answerVersion: number;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<Found> {
  const found = expectState(
    await lockAnswerVersion(tx, regionId, request.appealId, request.answerVersion),
    ['on_approval'],
    'approved',
  );
  if (!found.ok) return found;
  const row = found.value;
  await setAnswerState(
    tx,
    row,
    {
      state: 'approved',
      approved_at: request.at,
      approved_by: request.by,
      without_review: request.by === null,
    },
    request.at,
  );
  if (request.by !== null)
    await addReview(tx, row, {
      by: request.by,
      at: request.at,
      decision: 'approved',
      reason: null,
      note: null,
    });
  return ok({ ...row, state: 'approved', approved_at: request.at, approved_by: request.by });
}

export type ReturnReason =
  'not_on_substance' | 'no_proof' | 'personal_data' | 'unclear_words' | 'wrong_facts' | 'other';

/** Returns the draft with a reason from the list; "other" needs words. */
export async function returnDraft(
  tx: Writer,
  regionId: number,
  request: {
    readonly appealId: string;
    readonly answerVersion: number;
    readonly by: string;
    readonly at: Date;
    readonly reason: ReturnReason;
    readonly note: string | null;
  },
): Promise<Result<AnswerRow, 'answer_not_found' | 'stale_version' | 'move_not_allowed' | 'reason_required'>> {
  if (request.reason === 'other' && (request.note ?? '').trim() === '')
    return fail({ code: 'reason_required' });
  const found = expectState(
    await lockAnswerVersion(tx, regionId, request.appealId, request.answerVersion),
    ['on_approval'],
    'returned',
  );
  if (!found.ok) return found;
  await setAnswerState(tx, found.value, { state: 'returned' }, request.at);
  await addReview(tx, found.value, {
    by: request.by,
    at: request.at,
    decision: 'returned',
    reason: request.reason,
    note: request.note,
  });
  return found;
}
