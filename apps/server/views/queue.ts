import { z } from 'zod';
import type { queueFilter, queueRow } from '#contract/queue.ts';
import { wholeCaseNumber } from '#flow/intake/rules/number.ts';
import { wholeQueue, type QueueCursor, type QueueFilter, type QueueRow } from '#flow/work/queries/queue.ts';
import { stagesWaitingOn } from '#flow/work/rules/waits-on.ts';
import type { Role } from '#kernel/role.ts';

type Asked = z.output<typeof queueFilter>;

/**
 * The filter of the URL as the query takes it. `mine` narrows to what waits on the person's roles. Whoever types the whole
 * number of a case wants that case, whatever tab and filters are on.
 */
export function filterOf(
  asked: Asked,
  roles: readonly Role[],
  dayStart: (day: string, plusDays: number) => Date,
): QueueFilter {
  const number = wholeCaseNumber(asked.search ?? '');
  if (number !== null) return { ...wholeQueue, search: number, order: asked.order };
  const mine = asked.view === 'mine' ? stagesWaitingOn(roles) : null;
  const stages = asked.stage ?? null;
  return {
    stages: mine === null ? stages : stages === null ? mine : stages.filter((stage) => mine.includes(stage)),
    topics: asked.topic ?? null,
    sectors: asked.sector ?? null,
    municipalities: asked.municipality ?? null,
    authorities: asked.authority ?? null,
    channels: asked.channel ?? null,
    kinds: asked.kind ?? null,
    isOverdue: asked.overdue ?? false,
    isDanger: asked.danger ?? false,
    search: asked.search === undefined || asked.search.trim() === '' ? null : asked.search,
    from: asked.from === undefined ? null : dayStart(asked.from, 0),
    to: asked.to === undefined ? null : dayStart(asked.to, 1),
    order: asked.order,
  };
}

export const rowView = (row: QueueRow): z.input<typeof queueRow> => ({
  id: row.appeal_id,
  number: row.number,
  version: row.version,
  stage: row.stage,
  attention: row.needs_attention,
  kind: row.kind,
  channel: row.channel,
  receivedAt: row.received_at.toISOString(),
  excerpt: row.excerpt,
  sector: row.sector,
  topic: row.topic,
  place: row.place_label,
  municipalityId: row.municipality_id,
  authorityId: row.authority_id,
  danger: row.danger_level,
  answer: row.answer_axis,
  problem: row.problem,
  dueAt: row.due_at?.toISOString() ?? null,
  isOverdue: row.is_overdue,
  neighbours: row.neighbours,
});

export const cursorOf = (row: QueueRow, order: 'urgent' | 'newest'): string => {
  const cursor: QueueCursor = {
    rank: row.danger_level === 'emergency' ? 0 : 1,
    at: order === 'urgent' ? (row.due_at?.toISOString() ?? 'infinity') : row.received_at.toISOString(),
    id: row.appeal_id,
  };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
};

const cursorSchema = z.object({
  rank: z.int(),
  at: z.union([z.literal('infinity'), z.iso.datetime()]),
  id: z.uuid(),
});

/** A cursor made by us, or `null`: a broken one begins from the start rather than fails. */
export function readCursor(given: string | undefined): QueueCursor | null {
  if (given === undefined) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(given, 'base64url').toString('utf8'));
    return cursorSchema.safeParse(read).data ?? null;
  } catch {
    return null;
  }
}
