import { sql, type Selectable } from 'kysely';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { updateRows } from '#store/update-rows.ts';
import type { Database } from '#store/schema.gen.ts';
import { namesOf } from '#centre/queries/people.ts';
import type { Finding } from '../rules/check.ts';
import type { ReturnReason, reviewDecisions, ValidDraft } from '../rules/draft.ts';

export type AnswerRow = Selectable<Database['answer']>;

const openStates = ['draft', 'on_approval', 'returned'] as const;

/** The one open draft of each of these cases, locked, by case. */
export async function lockOpenAnswers(
  tx: Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, AnswerRow>> {
  if (appealIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('answer')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', sql<string>`any(${appealIds}::uuid[])`)
    .where('state', 'in', [...openStates])
    .orderBy('appeal_id')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.appeal_id, row]));
}

/** The one open draft of a case, locked. */
export const lockOpenAnswer = async (
  tx: Writer,
  regionId: number,
  appealId: string,
): Promise<AnswerRow | undefined> => (await lockOpenAnswers(tx, regionId, [appealId])).get(appealId);

export type FoundAnswer = Result<AnswerRow, 'answer_not_found' | 'stale_version'>;

/** The open drafts in the versions people saw, in the order asked; a stale one tells who changed it and when. */
export async function lockAnswerVersions(
  tx: Writer,
  regionId: number,
  asked: readonly { readonly appealId: string; readonly answerVersion: number }[],
): Promise<FoundAnswer[]> {
  const open = await lockOpenAnswers(
    tx,
    regionId,
    asked.map((one) => one.appealId),
  );
  const stale = asked.flatMap(({ appealId, answerVersion }) => {
    const found = open.get(appealId);
    return found === undefined || found.version === answerVersion ? [] : [found.created_by];
  });
  const names = await namesOf(tx, regionId, stale);
  return asked.map(({ appealId, answerVersion }) => {
    const found = open.get(appealId);
    if (found === undefined) return fail({ code: 'answer_not_found' });
    if (found.version === answerVersion) return ok(found);
    return fail({
      code: 'stale_version',
      expected: answerVersion,
      actual: found.version,
      changedBy: names.get(found.created_by) ?? null,
      changedAt: found.changed_at.toISOString(),
    });
  });
}

const columnsOf = (draft: ValidDraft, findings: readonly Finding[]) => ({
  kind: draft.kind,
  text: draft.text,
  resolution: draft.resolution,
  problem_state: draft.problemState,
  promised_on: draft.promisedOn,
  money_sum: draft.moneySum,
  review_on: draft.reviewOn,
  handed_to: draft.handedTo,
  refused_why: draft.refusedWhy,
  findings,
});

export interface NewAnswer {
  readonly id: string;
  readonly appealId: string;
  readonly draft: ValidDraft;
  readonly findings: readonly Finding[];
  readonly by: string;
  readonly at: Date;
}

export async function addDrafts(tx: Writer, regionId: number, answers: readonly NewAnswer[]): Promise<void> {
  await insertRows(
    tx,
    'answer',
    answers.map((answer) => ({
      region_id: regionId,
      id: answer.id,
      appeal_id: answer.appealId,
      state: 'draft' as const,
      version: 1,
      created_at: answer.at,
      created_by: answer.by,
      changed_at: answer.at,
      ...columnsOf(answer.draft, answer.findings),
    })),
  );
  await addFiles(
    tx,
    regionId,
    answers.map(({ id, draft }) => ({ answerId: id, files: draft.files })),
  );
}

export interface ChangedAnswer {
  readonly row: AnswerRow;
  readonly draft: ValidDraft;
  readonly findings: readonly Finding[];
  readonly by: string;
  readonly at: Date;
}

/** Changes the words of drafts; a returned or submitted one becomes a draft again. */
export async function changeDrafts(
  tx: Writer,
  regionId: number,
  changes: readonly ChangedAnswer[],
): Promise<void> {
  if (changes.length === 0) return;
  await updateRows(
    tx,
    'answer',
    ['region_id', 'id'],
    changes.map(({ row, draft, findings, by, at }) => ({
      region_id: regionId,
      id: row.id,
      ...columnsOf(draft, findings),
      state: 'draft' as const,
      version: row.version + 1,
      changed_at: at,
      created_by: by,
    })),
  );
  await tx
    .deleteFrom('answer_file')
    .where('region_id', '=', regionId)
    .where('answer_id', '=', sql<string>`any(${changes.map(({ row }) => row.id)}::uuid[])`)
    .execute();
  await addFiles(
    tx,
    regionId,
    changes.map(({ row, draft }) => ({ answerId: row.id, files: draft.files })),
  );
}

const addFiles = (
  tx: Writer,
  regionId: number,
  answers: readonly { readonly answerId: string; readonly files: readonly string[] }[],
): Promise<void> =>
  insertRows(
    tx,
    'answer_file',
    answers.flatMap(({ answerId, files }) =>
      [...new Set(files)].map((hash) => ({ region_id: regionId, answer_id: answerId, file_hash: hash })),
    ),
  );

export interface AnswerStep {
  readonly row: AnswerRow;
  readonly at: Date;
  readonly set: Pick<AnswerRow, 'state'> &
    Partial<Pick<AnswerRow, 'submitted_at' | 'approved_at' | 'approved_by' | 'without_review'>>;
}

/** The answers as they stand after these steps; what a step does not name stays. */
export async function setAnswerStates(tx: Writer, steps: readonly AnswerStep[]): Promise<AnswerRow[]> {
  const after = steps.map(({ row, set, at }) => ({
    ...row,
    ...set,
    version: row.version + 1,
    changed_at: at,
  }));
  await updateRows(
    tx,
    'answer',
    ['region_id', 'id'],
    after.map((row) => ({
      region_id: row.region_id,
      id: row.id,
      state: row.state,
      version: row.version,
      changed_at: row.changed_at,
      submitted_at: row.submitted_at,
      approved_at: row.approved_at,
      approved_by: row.approved_by,
      without_review: row.without_review,
    })),
  );
  return after;
}

export interface NewReview {
  readonly row: AnswerRow;
  readonly by: string;
  readonly at: Date;
  readonly decision: (typeof reviewDecisions)[number];
  readonly reason: ReturnReason | null;
  readonly note: string | null;
}

/** Adds what approvers said; an answer comes once in a list. */
export async function addReviews(tx: Writer, reviews: readonly NewReview[]): Promise<void> {
  const rows = reviews.map(({ row, by, at, decision, reason, note }) => ({
    region_id: row.region_id,
    answer_id: row.id,
    at,
    by_staff: by,
    decision,
    reason,
    note,
  }));
  if (rows.length === 0) return;
  await sql`insert into answer_review (region_id, answer_id, seq, at, by_staff, decision, reason, note)
    select n.region_id, n.answer_id,
      coalesce((select max(r.seq) from answer_review r where r.region_id = n.region_id and r.answer_id = n.answer_id), 0) + 1,
      n.at, n.by_staff, n.decision, n.reason, n.note
    from json_populate_recordset(null::answer_review, ${JSON.stringify(rows)}::json) n`.execute(tx);
}

/** The resident no longer waits: a draft under way is put aside, whoever holds it. */
export async function withdrawOpenAnswer(
  tx: Writer,
  regionId: number,
  appealId: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('answer')
    .set((row) => ({ state: 'withdrawn', version: row('version', '+', 1), changed_at: at }))
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .where('state', 'in', [...openStates])
    .execute();
}

/** Which of these cases would be told, word for word, what an approved answer told another case. */
export async function copiesAmong(
  tx: Db | Writer,
  regionId: number,
  drafts: readonly { readonly appealId: string; readonly text: string }[],
): Promise<Set<string>> {
  if (drafts.length === 0) return new Set();
  const rows = await sql<{ appeal_id: string }>`
    select d.appeal_id from unnest(${drafts.map((one) => one.appealId)}::uuid[], ${drafts.map((one) => one.text)}::text[]) as d(appeal_id, text)
    where exists (select 1 from answer a where a.region_id = ${regionId} and md5(a.text) = md5(d.text) and a.state = 'approved'
      and a.appeal_id <> d.appeal_id and a.text = d.text)`.execute(tx);
  return new Set(rows.rows.map((row) => row.appeal_id));
}

export const answersOf = (db: Db | Writer, regionId: number, appealId: string): Promise<AnswerRow[]> =>
  db
    .selectFrom('answer')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('created_at')
    .execute();

export const reviewsOf = (db: Db | Writer, regionId: number, answerIds: readonly string[]) =>
  answerIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('answer_review')
        .selectAll()
        .where('region_id', '=', regionId)
        .where('answer_id', 'in', [...answerIds])
        .orderBy('at')
        .execute();

export const answerFilesOf = (db: Db | Writer, regionId: number, answerIds: readonly string[]) =>
  answerIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('answer_file')
        .select(['answer_id', 'file_hash'])
        .where('region_id', '=', regionId)
        .where('answer_id', 'in', [...answerIds])
        .execute();
