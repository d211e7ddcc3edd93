import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import {
  addDrafts,
  changeDrafts,
  copiesAmong,
  lockAnswerVersions,
  type ChangedAnswer,
  type FoundAnswer,
  type NewAnswer,
} from '../queries/answers.ts';
import { checkDraft, type CheckedDraft, type Finding } from '../rules/check.ts';
import { validDraft, type DraftContent, type ValidDraft } from '../rules/draft.ts';

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

/** A case, its state locked by the caller, and what is written about it. */
export interface DraftOfCase extends DraftRequest {
  readonly state: AppealStateRow;
}

type DraftFailure =
  | 'text_empty'
  | 'answer_too_long'
  | 'date_required'
  | 'reason_required'
  | 'stale_version'
  | 'move_not_allowed'
  | 'answer_not_found';

type Written = Result<{ readonly answerId: string }, DraftFailure>;

/** Stages in which an answer may be written. */
const writable: ReadonlySet<string> = new Set(['assigned', 'in_work', 'clarifying']);

/**
 * Saves the one open draft of each case of one region. Somebody else's newer words are never overwritten: the writer is told
 * whose they are. Answers in the order of the list; a refused draft changes nothing.
 */
export async function writeDrafts(tx: Writer, drafts: readonly DraftOfCase[]): Promise<readonly Written[]> {
  const [first] = drafts;
  if (first === undefined) return [];
  const regionId = first.state.region_id;
  // Version 0 never exists: whoever thinks that there is no draft is told of the one there is.
  const found = await lockAnswerVersions(
    tx,
    regionId,
    drafts.map((one) => ({ appealId: one.state.appeal_id, answerVersion: one.answerVersion ?? 0 })),
  );
  const read = drafts.map((one, index) => readDraft(one, found[index]));
  const copies = await copiesAmong(
    tx,
    regionId,
    read.flatMap((one) =>
      one.ok ? [{ appealId: one.value.state.appeal_id, text: one.value.draft.text }] : [],
    ),
  );
  const added: NewAnswer[] = [];
  const changed: ChangedAnswer[] = [];
  const written = read.map((one): Written => {
    if (!one.ok) return one;
    const { state, draft, basis, by, at, row } = one.value;
    const findings = checkDraft({ ...checked(draft), ...basis, isCopy: copies.has(state.appeal_id) });
    if (row !== null) changed.push({ row, draft, findings, by, at });
    else added.push({ id: newId(at), appealId: state.appeal_id, draft, findings, by, at });
    return ok({ answerId: row?.id ?? added.at(-1)!.id });
  });
  await addDrafts(tx, regionId, added);
  await changeDrafts(tx, regionId, changed);
  return written;
}

interface ReadDraft extends DraftOfCase {
  readonly draft: ValidDraft;
  /** The draft there is; `null`: this is the first. */
  readonly row: ChangedAnswer['row'] | null;
}

function readDraft(one: DraftOfCase, found: FoundAnswer | undefined): Result<ReadDraft, DraftFailure> {
  const { state, answerVersion } = one;
  if (!writable.has(state.stage))
    return fail({ code: 'move_not_allowed', from: state.stage, to: 'on_approval' });
  const draft = validDraft(one.content, one.longest);
  if (!draft.ok) return draft;
  if (found === undefined) throw new Error('a draft was asked about and not looked for');
  if (found.ok) return ok({ ...one, draft: draft.value, row: found.value });
  return answerVersion === null && found.failure.code === 'answer_not_found'
    ? ok({ ...one, draft: draft.value, row: null })
    : found;
}

/** Saves the draft of one case, its state locked by the caller. */
export async function writeDraft(tx: Writer, state: AppealStateRow, request: DraftRequest): Promise<Written> {
  const [written] = await writeDrafts(tx, [{ ...request, state }]);
  if (written === undefined) throw new Error('a list of one gave no answer');
  return written;
}

type Words = Pick<DraftContent, 'text' | 'kind' | 'resolution' | 'files'>;

const checked = ({ text, kind, resolution, files }: Words) => ({
  text,
  kind,
  resolution,
  hasPhoto: files.length > 0,
});

/** What a reader would miss or dislike, with the look into earlier answers. */
export async function findingsOf(
  tx: Writer,
  state: AppealStateRow,
  draft: Words,
  basis: CheckBasis,
): Promise<Finding[]> {
  const copies = await copiesAmong(tx, state.region_id, [{ appealId: state.appeal_id, text: draft.text }]);
  return checkDraft({ ...checked(draft), isCopy: copies.has(state.appeal_id), ...basis });
}
