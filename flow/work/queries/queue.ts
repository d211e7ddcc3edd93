import { sql, type RawBuilder } from 'kysely';
import type { AnswerAxis, MessageKind, ProblemState } from '#kernel/appeal.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { Attention, Stage } from '../rules/lifecycle.ts';

export interface QueueFilter {
  readonly stages: readonly string[] | null;
  readonly topics: readonly string[] | null;
  readonly sectors: readonly string[] | null;
  readonly municipalities: readonly number[] | null;
  readonly authorities: readonly number[] | null;
  readonly channels: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly isOverdue: boolean;
  readonly isDanger: boolean;
  readonly search: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly order: 'urgent' | 'newest';
}

/** Every case the asker may see, the urgent first. */
export const wholeQueue: QueueFilter = {
  stages: null,
  topics: null,
  sectors: null,
  municipalities: null,
  authorities: null,
  channels: null,
  kinds: null,
  isOverdue: false,
  isDanger: false,
  search: null,
  from: null,
  to: null,
  order: 'urgent',
};

export interface QueueRow {
  readonly appeal_id: string;
  readonly number: string;
  readonly version: number;
  readonly stage: Stage;
  readonly needs_attention: Attention | null;
  readonly kind: MessageKind;
  readonly channel: string;
  readonly received_at: Date;
  readonly excerpt: string;
  readonly sector: string | null;
  readonly topic: string | null;
  readonly place_label: string | null;
  readonly municipality_id: number | null;
  readonly authority_id: number | null;
  readonly danger_level: 'high' | 'emergency' | null;
  readonly answer_axis: AnswerAxis;
  readonly problem: ProblemState | null;
  readonly due_at: Date | null;
  readonly is_overdue: boolean;
  readonly neighbours: number;
}

/** Where the next page begins: the sort key of the last row. */
export interface QueueCursor {
  readonly rank: number;
  /** ISO instant, or `infinity` for a case without a deadline. */
  readonly at: string;
  readonly id: string;
}

/** How many candidates a text search looks at, newest first. */
const SEARCH_CANDIDATES = 2000;

const anyOf = (
  column: string,
  values: readonly (string | number)[] | null,
  type: 'text' | 'int',
): RawBuilder<unknown>[] =>
  values === null || values.length === 0
    ? []
    : [sql`${sql.ref(`s.${column}`)} = any(${values}::${sql.raw(type)}[])`];

function conditions(regionId: number, filter: QueueFilter, now: Date): RawBuilder<unknown> {
  const all = [
    sql`s.region_id = ${regionId}`,
    ...anyOf('stage', filter.stages, 'text'),
    ...anyOf('topic', filter.topics, 'text'),
    ...anyOf('sector', filter.sectors, 'text'),
    ...anyOf('municipality_id', filter.municipalities, 'int'),
    ...anyOf('authority_id', filter.authorities, 'int'),
    ...anyOf('channel', filter.channels, 'text'),
    ...anyOf('kind', filter.kinds, 'text'),
    ...(filter.isOverdue
      ? [sql`s.due_at <= ${now} and s.stage in ('triage', 'assigned', 'in_work', 'on_approval')`]
      : []),
    ...(filter.isDanger
      ? [
          sql`s.danger_level is not null and s.stage in ('triage', 'assigned', 'in_work', 'clarifying', 'on_approval')`,
        ]
      : []),
    ...(filter.from === null ? [] : [sql`s.received_at >= ${filter.from}`]),
    ...(filter.to === null ? [] : [sql`s.received_at < ${filter.to}`]),
    ...(filter.search === null ? [] : [searched(filter.search)]),
  ];
  return sql.join(all, sql` and `);
}

/** A number finds its case; words are looked up in the masked texts. */
const searched = (text: string): RawBuilder<unknown> =>
  /^\s*№?\s*\d{2}\s*-\s*\d+\s*$/u.test(text)
    ? sql`s.number like ${`${text.replaceAll(/[^\d-]/gu, '')}%`}`
    : sql`s.appeal_id in (select search_appeals(${text}, ${SEARCH_CANDIDATES}))`;

const urgentKey = sql`case when s.danger_level = 'emergency' then 0 else 1 end, coalesce(s.due_at, 'infinity'), s.appeal_id`;
const newestKey = sql`0, s.received_at, s.appeal_id`;

/** One page of the queue within the asker's scope, by keyset; `limit + 1` rows tell that there is more. */
export async function queuePage(
  db: Db | Writer,
  regionId: number,
  filter: QueueFilter,
  after: QueueCursor | null,
  limit: number,
  now: Date,
): Promise<QueueRow[]> {
  const isUrgent = filter.order === 'urgent';
  const key = isUrgent ? urgentKey : newestKey;
  const beyond =
    after === null
      ? sql``
      : isUrgent
        ? sql`and (${key}) > (${after.rank}::int, ${after.at}::timestamptz, ${after.id}::uuid)`
        : sql`and (s.received_at, s.appeal_id) < (${after.at}::timestamptz, ${after.id}::uuid)`;
  const order = isUrgent ? key : sql`s.received_at desc, s.appeal_id desc`;
  const rows = await sql<QueueRow>`
    select s.appeal_id, s.number, s.version, s.stage, s.needs_attention, s.kind, s.channel, s.received_at, s.excerpt, s.sector, s.topic,
      s.place_label, s.municipality_id, s.authority_id, s.danger_level, s.answer_axis, i.state as problem, s.due_at,
      coalesce(s.due_at <= ${now} and s.stage in ('triage', 'assigned', 'in_work', 'on_approval'), false) as is_overdue,
      greatest(coalesce(n.appeals, 1) - 1, 0) as neighbours
    from (select * from appeal_state s where ${conditions(regionId, filter, now)} ${beyond} order by ${order} limit ${limit}) s
    left join incident_state i on i.region_id = s.region_id and i.incident_id = s.incident_id
    left join incident n on n.region_id = s.region_id and n.id = s.incident_id
    order by ${order}`.execute(db);
  return rows.rows;
}

/** How many cases there are, counted up to `limit`. */
export async function countUpTo(
  db: Db | Writer,
  regionId: number,
  filter: QueueFilter,
  limit: number,
  now: Date,
): Promise<number> {
  const rows = await sql<{
    n: number;
  }>`select count(*) as n from (select 1 from appeal_state s where ${conditions(regionId, filter, now)} limit ${limit}) x`.execute(
    db,
  );
  return rows.rows[0]?.n ?? 0;
}
