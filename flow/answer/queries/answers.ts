import { sql, type Selectable } from 'kysely';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Database } from '#store/schema.gen.ts';
import type { Finding } from '../rules/check.ts';
import type { ValidDraft } from '../rules/draft.ts';

export type AnswerRow = Selectable<Database['answer']>;

const openStates = ['draft', 'on_approval', 'returned'] as const;

/** The one open draft of a case, locked. */
export const lockOpenAnswer = (
  tx: Writer,
  regionId: number,
  appealId: string,
): Promise<AnswerRow | undefined> =>
  tx
    .selectFrom('answer')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .where('state', 'in', [...openStates])
    .forUpdate()
    .executeTakeFirst();

/** The open draft in the version the person saw. */
export async function lockAnswerVersion(
  tx: Writer,
  regionId: number,
  appealId: string,
  version: number,
): Promise<Result<AnswerRow, 'answer_not_found' | 'stale_version'>> {
  const found = await lockOpenAnswer(tx, regionId, appealId);
  if (found === undefined) return fail({ code: 'answer_not_found' });
  if (found.version === version) return ok(found);
  const author = await tx
    .selectFrom('staff')
    .select('name')
    .where('region_id', '=', regionId)
    .where('id', '=', found.created_by)
    .executeTakeFirst();
  return fail({
    code: 'stale_version',
    expected: version,
    actual: found.version,
    changedBy: author?.name ?? null,
    changedAt: found.changed_at.toISOString(),
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
  findings: JSON.stringify(findings),
});

export interface NewAnswer {
  readonly id: string;
  readonly appealId: string;
  readonly draft: ValidDraft;
  readonly findings: readonly Finding[];
  readonly by: string;
  readonly at: Date;
}

export async function addDraft(tx: Writer, regionId: number, answer: NewAnswer): Promise<void> {
  await tx
    .insertInto('answer')
    .values({
      region_id: regionId,
      id: answer.id,
      appeal_id: answer.appealId,
      state: 'draft',
      version: 1,
      created_at: answer.at,
      created_by: answer.by,
      changed_at: answer.at,
      ...columnsOf(answer.draft, answer.findings),
    })
    .execute();
  await setFiles(tx, regionId, answer.id, answer.draft.files);
}

/** Changes the words of a draft; a returned or submitted one becomes a draft again. */
export async function changeDraft(
  tx: Writer,
  row: AnswerRow,
  draft: ValidDraft,
  findings: readonly Finding[],
  by: string,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('answer')
    .set({
      ...columnsOf(draft, findings),
      state: 'draft',
      version: row.version + 1,
      changed_at: at,
      created_by: by,
    })
    .where('region_id', '=', row.region_id)
    .where('id', '=', row.id)
    .execute();
  await tx
    .deleteFrom('answer_file')
    .where('region_id', '=', row.region_id)
    .where('answer_id', '=', row.id)
    .execute();
  await setFiles(tx, row.region_id, row.id, draft.files);
}

const setFiles = (tx: Writer, regionId: number, answerId: string, files: readonly string[]): Promise<void> =>
  insertRows(
    tx,
    'answer_file',
    [...new Set(files)].map((hash) => ({ region_id: regionId, answer_id: answerId, file_hash: hash })),
  );

export async function setAnswerState(
  tx: Writer,
  row: AnswerRow,
  set: Partial<Pick<AnswerRow, 'submitted_at' | 'approved_at' | 'approved_by' | 'without_review'>> & {
    readonly state: AnswerRow['state'];
  },
  at: Date,
): Promise<void> {
  await tx
    .updateTable('answer')
    .set({ ...set, version: row.version + 1, changed_at: at })
    .where('region_id', '=', row.region_id)
    .where('id', '=', row.id)
    .execute();
}

export async function addReview(
  tx: Writer,
  row: AnswerRow,
  review: {
    readonly by: string;
    readonly at: Date;
    readonly decision: 'approved' | 'returned';
    readonly reason: NonNullable<Selectable<Database['answer_review']>['reason']> | null;
    readonly note: string | null;
  },
): Promise<void> {
  await sql`insert into answer_review (region_id, answer_id, seq, at, by_staff, decision, reason, note)
    select ${row.region_id}, ${row.id}, coalesce(max(seq), 0) + 1, ${review.at}, ${review.by}, ${review.decision}, ${review.reason}, ${review.note}
    from answer_review where region_id = ${row.region_id} and answer_id = ${row.id}`.execute(tx);
}

/** Whether an approved answer to another case has these very words. */
export async function isCopy(
  tx: Db | Writer,
  regionId: number,
  appealId: string,
  text: string,
): Promise<boolean> {
  const rows =
    await sql`select 1 from answer where region_id = ${regionId} and md5(text) = md5(${text}) and state = 'approved'
    and appeal_id <> ${appealId} and text = ${text} limit 1`.execute(tx);
  return rows.rows.length > 0;
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
