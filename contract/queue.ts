import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  answerAxisShape,
  attention,
  cursor,
  dangerLevel,
  day,
  id,
  instant,
  kind,
  listOf,
  none,
  problemState,
  stage,
  version,
} from './shapes.ts';

/** One line of the queue. */
export const queueRow = z.object({
  id,
  number: z.string(),
  version,
  stage,
  attention: attention.nullable(),
  kind,
  channel: z.string(),
  receivedAt: instant,
  excerpt: z.string(),
  sector: z.string().nullable(),
  topic: z.string().nullable(),
  place: z.string().nullable(),
  municipalityId: z.int().nullable(),
  authorityId: z.int().nullable(),
  danger: dangerLevel.nullable(),
  answer: answerAxisShape,
  problem: problemState.nullable(),
  dueAt: instant.nullable(),
  isOverdue: z.boolean(),
  neighbours: z.int(),
});

/** The same object is the filter in the console's URL. */
export const queueFilter = z.strictObject({
  /** `mine`: what waits on me by my roles; `all`: everything I may see. */
  view: z.enum(['mine', 'all']).default('mine'),
  stage: listOf(stage),
  topic: listOf(z.string().max(60)),
  sector: listOf(z.string().max(60)),
  municipality: listOf(z.coerce.number().int()),
  authority: listOf(z.coerce.number().int()),
  channel: listOf(z.string().max(30)),
  kind: listOf(kind),
  overdue: z.stringbool().optional(),
  danger: z.stringbool().optional(),
  /** Words, or a number of a case; a whole number is looked for in everything I may see, past all other filters. */
  search: z.string().max(200).optional(),
  from: day.optional(),
  to: day.optional(),
  order: z.enum(['urgent', 'newest']).default('urgent'),
});

export const queue = endpoint({
  method: 'GET',
  path: '/appeals',
  summary: 'The queue, by keyset pages of 50',
  access: 'appeal.read',
  params: none,
  query: queueFilter.extend({ after: cursor.optional() }),
  body: none,
  success: z.object({ rows: z.array(queueRow), next: cursor.nullable() }),
  failures: [],
});

/** How many wait, counted up to 999: `999` means "999 or more". */
export const queueCounts = endpoint({
  method: 'GET',
  path: '/appeals/counts',
  summary: 'How many cases wait in each tab, up to 999',
  access: 'appeal.read',
  params: none,
  query: none,
  body: none,
  success: z.object({
    mine: z.int(),
    overdue: z.int(),
    triage: z.int(),
    onApproval: z.int(),
    danger: z.int(),
  }),
  failures: [],
});
