import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import { addDraft, changeDraft, isCopy, lockAnswerVersion, lockOpenAnswer } from '../queries/answers.ts';
import { checkDraft, type CheckedDraft, type Finding } from '../rules/check.ts';
import { validDraft, type DraftContent } from '../rules/draft.ts';

/** What the check needs to know beside the words. */
export type CheckBasis = Pick<CheckedDraft, 'needsPhoto' | 'bodyNames' | 'personalData'>;

export interface DraftRequest {
  readonly content: DraftContent;
  /** The version the writer saw; `null` when there was no draft. */
  readonly answerVersion: number | null;
  readonly longest: number;
  readonly basis: CheckBasis;
  readonly by: string;
  readonly at: Date;
}

type DraftFailure =
  | 'text_empty'
  | 'answer_too_long'
  | 'date_required'
  | 'reason_required'
  | 'stale_version'
  | 'move_not_allowed'
  | 'answer_not_found';

/** Stages in which an answer may be written. */
const writable: ReadonlySet<string> = new Set(['assigned', 'in_work', 'clarifying']);

/** Saves the one open draft of a case. Somebody else's newer words are never overwritten: the writer is told whose they are. */
export async function writeDraft(
  tx: Writer,
  state: AppealStateRow,
  request: DraftRequest,
): Promise<Result<{ readonly answerId: string }, DraftFailure>> {
  if (!writable.has(state.stage))
    return fail({ code: 'move_not_allowed', from: state.stage, to: 'on_approval' });
  const draft = validDraft(request.content, request.longest);
  if (!draft.ok) return draft;
  const findings = await findingsOf(tx, state, draft.value, request.basis);

  if (request.answerVersion === null) {
    const other = await lockOpenAnswer(tx, state.region_id, state.appeal_id);
    if (other !== undefined) return lockAnswerVersion(tx, state.region_id, state.appeal_id, 0).then(staleOf);
    const answerId = newId(request.at);
    await addDraft(tx, state.region_id, {
      id: answerId,
      appealId: state.appeal_id,
      draft: draft.value,
      findings,
      by: request.by,
      at: request.at,
    });
    return ok({ answerId });
  }
  const found = await lockAnswerVersion(tx, state.region_id, state.appeal_id, request.answerVersion);
  if (!found.ok) return found;
  await changeDraft(tx, found.value, draft.value, findings, request.by, request.at);
  return ok({ answerId: found.value.id });
}

const staleOf = (found: Awaited<ReturnType<typeof lockAnswerVersion>>): Result<never, DraftFailure> => {
  if (found.ok) throw new Error('version 0 of an answer does not exist');
  return found;
};

/** What a reader would miss or dislike, with the look into earlier answers. */
export async function findingsOf(
  tx: Writer,
  state: AppealStateRow,
  draft: Pick<DraftContent, 'text' | 'kind' | 'resolution' | 'files'>,
  basis: CheckBasis,
): Promise<Finding[]> {
  return checkDraft({
    text: draft.text,
    kind: draft.kind,
    resolution: draft.resolution,
    hasPhoto: draft.files.length > 0,
    isCopy: await isCopy(tx, state.region_id, state.appeal_id, draft.text),
    ...basis,
  });
}
