import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

export interface NewClarification {
  readonly id: string;
  readonly appealId: string;
  readonly question: string;
  readonly at: Date;
  readonly by: string;
}

export const addClarifications = (
  tx: Writer,
  regionId: number,
  list: readonly NewClarification[],
): Promise<void> =>
  insertRows(
    tx,
    'clarification',
    list.map((one) => ({
      region_id: regionId,
      id: one.id,
      appeal_id: one.appealId,
      question: one.question,
      asked_at: one.at,
      asked_by: one.by,
    })),
  );

export const addClarification = (tx: Writer, regionId: number, one: NewClarification): Promise<void> =>
  addClarifications(tx, regionId, [one]);

export const clarificationsOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('clarification')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('asked_at')
    .execute();

/** Cases whose question was asked before this moment and is still not answered. */
export async function silentQuestions(
  tx: Writer,
  regionId: number,
  before: Date,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('clarification as c')
    .innerJoin('appeal_state as s', (join) =>
      join.onRef('s.region_id', '=', 'c.region_id').onRef('s.appeal_id', '=', 'c.appeal_id'),
    )
    .select('c.appeal_id')
    .where('c.region_id', '=', regionId)
    .where('s.stage', '=', 'clarifying')
    .where('c.answered_at', 'is', null)
    .where('c.asked_at', '<=', before)
    // An earlier question may have stayed without a reply: the case waits for the one it asked last.
    .where('s.stage_since', '<=', before)
    .orderBy('c.asked_at')
    .limit(limit)
    .execute();
  return rows.map((row) => row.appeal_id);
}

/** Marks the open question as answered by this message. */
export const answerClarification = (
  tx: Writer,
  regionId: number,
  appealId: string,
  messageId: string,
  at: Date,
) =>
  tx
    .updateTable('clarification')
    .set({ answered_at: at, message_id: messageId })
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .where('answered_at', 'is', null)
    .execute();

export interface NewNote {
  readonly id: string;
  readonly appealId: string;
  readonly at: Date;
  readonly by: string;
  readonly text: string;
}

export const addNotes = (tx: Writer, regionId: number, list: readonly NewNote[]): Promise<void> =>
  insertRows(
    tx,
    'note',
    list.map((one) => ({
      region_id: regionId,
      id: one.id,
      appeal_id: one.appealId,
      at: one.at,
      by_staff: one.by,
      text: one.text,
    })),
  );

export const addNote = (tx: Writer, regionId: number, one: NewNote): Promise<void> =>
  addNotes(tx, regionId, [one]);

export const notesOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('note')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('at')
    .execute();

export interface NewAssignment {
  readonly id: string;
  readonly appealId: string;
  readonly authorityId: number;
  readonly executorId: number | null;
  readonly task: string;
  readonly dueAt: Date | null;
  readonly at: Date;
  readonly by: string;
}

/** Gives a body a task; from then on its people see the case. */
export async function addAssignment(tx: Writer, regionId: number, one: NewAssignment): Promise<void> {
  await insertRows(tx, 'assignment', [
    {
      region_id: regionId,
      id: one.id,
      appeal_id: one.appealId,
      authority_id: one.authorityId,
      executor_id: one.executorId,
      task: one.task,
      due_at: one.dueAt,
      created_at: one.at,
      created_by: one.by,
    },
  ]);
  await sql`update appeal_state set assigned_authorities = array_append(array_remove(assigned_authorities, ${one.authorityId}), ${one.authorityId})
    where region_id = ${regionId} and appeal_id = ${one.appealId}`.execute(tx);
}

export const assignmentsOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('assignment')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('created_at')
    .execute();

/** Reports a task done, once; returns whether there was such an open task within the asker's scope. */
export async function reportAssignment(
  tx: Writer,
  regionId: number,
  assignmentId: string,
  one: { readonly report: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('assignment')
    .set({ done_at: one.at, done_by: one.by, report: one.report })
    .where('region_id', '=', regionId)
    .where('id', '=', assignmentId)
    .where('done_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
