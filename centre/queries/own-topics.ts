import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Topic } from '../rules/topic.ts';

/** Until the transaction ends nobody else changes the topics of this region. */
export async function lockTopicList(tx: Writer, regionId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(${TOPICS_LOCK}, ${regionId})`.execute(tx);
}

/** A number no other lock of the program has. */
const TOPICS_LOCK = 7_310_608;

/** Codes that are or were in use: cases of withdrawn topics keep theirs. */
export async function topicCodes(db: Db | Writer, regionId: number): Promise<Set<string>> {
  const rows = await db.selectFrom('topic').select('code').where('region_id', '=', regionId).execute();
  return new Set(rows.map((row) => row.code));
}

/** The region's own topics in force, the newest first, with how many cases have each. */
export const ownTopicRows = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('topic')
    .leftJoin('staff', (join) =>
      join.onRef('staff.region_id', '=', 'topic.region_id').onRef('staff.id', '=', 'topic.added_by'),
    )
    .select((row) => [
      'topic.code',
      'topic.sector',
      'topic.passport',
      'topic.added_at',
      'staff.name as addedBy',
      row
        .selectFrom('appeal_state')
        .whereRef('appeal_state.region_id', '=', 'topic.region_id')
        .whereRef('appeal_state.topic', '=', 'topic.code')
        .select(sql<number>`count(*)::int`.as('n'))
        .as('cases'),
    ])
    .where('topic.region_id', '=', regionId)
    .where('topic.is_active', '=', true)
    .where('topic.added_at', 'is not', null)
    .orderBy('topic.added_at', 'desc')
    .execute();

export const ownTopicRow = (db: Db | Writer, regionId: number, code: string) =>
  db
    .selectFrom('topic')
    .select(['sector', 'passport'])
    .where('region_id', '=', regionId)
    .where('code', '=', code)
    .where('is_active', '=', true)
    .where('added_at', 'is not', null)
    .executeTakeFirst();

/** Whether a topic in force has this name in this sector; case makes no difference. */
export const topicNamed = async (
  db: Db | Writer,
  regionId: number,
  sector: string,
  name: string,
): Promise<boolean> =>
  (await db
    .selectFrom('topic')
    .select('code')
    .where('region_id', '=', regionId)
    .where('sector', '=', sector)
    .where('is_active', '=', true)
    .where(sql<boolean>`lower(passport #>> '{name,ru}') = lower(${name})`)
    .executeTakeFirst()) !== undefined;

export const insertOwnTopic = (
  tx: Writer,
  regionId: number,
  topic: Topic,
  added: { readonly at: Date; readonly by: string },
): Promise<void> =>
  insertRows(tx, 'topic', [
    {
      region_id: regionId,
      code: topic.code,
      sector: topic.sector,
      passport: topic,
      is_active: true,
      added_at: added.at,
      added_by: added.by,
    },
  ]);

export async function setExamples(
  tx: Writer,
  regionId: number,
  code: string,
  phrases: readonly string[],
): Promise<void> {
  await sql`update topic set passport = jsonb_set(passport, '{examples}', ${JSON.stringify(phrases)}::jsonb)
    where region_id = ${regionId} and code = ${code}`.execute(tx);
}

export async function deactivateTopic(tx: Writer, regionId: number, code: string): Promise<void> {
  await tx
    .updateTable('topic')
    .set({ is_active: false })
    .where('region_id', '=', regionId)
    .where('code', '=', code)
    .execute();
}
