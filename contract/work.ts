import { z } from 'zod';
import { actionNames, type Action } from '#flow/work/rules/lifecycle.ts';
import { endpoint } from './endpoint.ts';
import {
  answerAxisShape,
  attention,
  closedReason,
  cursor,
  dangerLevel,
  day,
  declinedReason,
  fileHash,
  id,
  instant,
  kind,
  listOf,
  none,
  point,
  precision,
  problemState,
  regime,
  resolution,
  stage,
  version,
} from './shapes.ts';

const action = z.enum(actionNames as readonly [Action, ...Action[]]);
const appealParams = z.strictObject({ appealId: id });

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

/** A sentence about a decision: which one and with what words in it; the text is ours, by locale. */
export const explanation = z.object({ code: z.string(), params: z.record(z.string(), z.string()) });

const byWhom = z.enum(['machine', 'staff', 'resident', 'clock']);

export const timelineEntry = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('moved'),
    at: instant,
    byWhom,
    by: z.string().nullable(),
    action,
    to: stage,
    reason: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({
    what: z.literal('understood'),
    at: instant,
    by: z.string().nullable(),
    kind,
    topic: z.string().nullable(),
    confidence: z.number().nullable(),
  }),
  z.object({
    what: z.literal('made_responsible'),
    at: instant,
    by: z.string().nullable(),
    authorityId: z.int().nullable(),
    explanation,
    note: z.string().nullable(),
  }),
  z.object({ what: z.literal('problem_moved'), at: instant, byWhom, to: problemState }),
  z.object({ what: z.literal('asked'), at: instant, by: z.string().nullable(), question: z.string() }),
  z.object({ what: z.literal('wrote'), at: instant, text: z.string(), isEdit: z.boolean() }),
  z.object({ what: z.literal('noted'), at: instant, by: z.string().nullable(), text: z.string() }),
  z.object({
    what: z.literal('assigned'),
    at: instant,
    by: z.string().nullable(),
    authorityId: z.int(),
    task: z.string(),
  }),
  z.object({ what: z.literal('reported'), at: instant, by: z.string().nullable(), report: z.string() }),
  z.object({ what: z.literal('extended'), at: instant, until: instant, reason: z.string() }),
  z.object({ what: z.literal('delivered'), at: instant, purpose: z.string(), state: z.string() }),
  z.object({
    what: z.literal('confirmed'),
    at: instant,
    verdict: z.enum(['fixed', 'not_fixed', 'no_reply']),
    reason: z.string().nullable(),
  }),
  z.object({ what: z.literal('rated'), at: instant, subject: z.enum(['answer', 'fix']), score: z.int() }),
]);

export const clock = z.object({
  code: z.string(),
  startedAt: instant,
  dueAt: instant,
  warnAt: z.array(instant),
  metAt: instant.nullable(),
  isPaused: z.boolean(),
  isProvisional: z.boolean(),
  isOverdue: z.boolean(),
  /** Working minutes left until `dueAt`; negative when overdue; `null` for clocks that are met or not counted in working time. */
  workingMinutesLeft: z.int().nullable(),
  basis: z.string(),
  extendedReason: z.string().nullable(),
});

export const delivery = z.object({
  id,
  purpose: z.enum(['registered', 'question', 'extended', 'interim', 'final', 'confirm_request', 'declined']),
  state: z.enum([
    'pending',
    'sending',
    'sent',
    'retry',
    'uncertain',
    'undeliverable',
    'misconfigured',
    'manual',
  ]),
  text: z.string(),
  attempts: z.int(),
  at: instant,
  detail: z.string().nullable(),
  /** Where to publish by hand or to see what was sent. */
  link: z.string().nullable(),
});

export const answerView = z.object({
  id,
  kind: z.enum(['interim', 'final']),
  state: z.enum(['draft', 'on_approval', 'returned', 'approved', 'withdrawn']),
  version,
  text: z.string(),
  resolution: resolution.nullable(),
  promisedOn: day.nullable(),
  moneySum: z.int().nullable(),
  reviewOn: day.nullable(),
  handedTo: z.string().nullable(),
  refusedWhy: z.string().nullable(),
  files: z.array(fileHash),
  findings: z.array(
    z.object({ code: z.string(), level: z.enum(['note', 'warning', 'stop']), words: z.array(z.string()) }),
  ),
  createdBy: z.string().nullable(),
  createdAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  reviews: z.array(
    z.object({
      at: instant,
      by: z.string().nullable(),
      decision: z.enum(['approved', 'returned']),
      reason: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
});

/** Everything about one case that this person may see. */
export const card = z.object({
  id,
  number: z.string(),
  version,
  stage,
  stageSince: instant,
  attention: attention.nullable(),
  closedAs: closedReason.nullable(),
  declinedAs: declinedReason.nullable(),
  regime,
  channel: z.string(),
  isPublic: z.boolean(),
  receivedAt: instant,
  /** Personal data masked. */
  text: z.string(),
  maskedKinds: z.array(z.string()),
  files: z.array(
    z.object({
      hash: fileHash,
      side: z.enum(['resident', 'staff']),
      isLetThrough: z.boolean(),
      width: z.int().nullable(),
      height: z.int().nullable(),
    }),
  ),
  refusedFiles: z.array(z.string()),
  understanding: z.object({
    kind,
    kindConfidence: z.number(),
    kindReason: z.string(),
    topic: z.string().nullable(),
    sector: z.string().nullable(),
    topicConfidence: z.number().nullable(),
    topicWords: z.array(z.string()),
    topicCandidates: z.array(z.object({ topic: z.string(), confidence: z.number() })),
    actsAlone: z.boolean(),
    byStaff: z.string().nullable(),
    modelVersion: z.string(),
    danger: z.string().nullable(),
    dangerLevel: dangerLevel.nullable(),
    dangerWords: z.array(z.string()),
  }),
  place: z.object({
    precision,
    point: point.nullable(),
    label: z.string().nullable(),
    municipalityId: z.int().nullable(),
    words: z.array(z.string()),
    isOutside: z.boolean(),
    givenAddress: z.string().nullable(),
    candidates: z.array(
      z.object({
        label: z.string(),
        point: point.nullable(),
        municipalityId: z.int().nullable(),
        settlementId: z.int().nullable(),
        streetId: z.int().nullable(),
        houseId: z.int().nullable(),
      }),
    ),
  }),
  responsible: z.object({
    authorityId: z.int().nullable(),
    executorId: z.int().nullable(),
    explanation,
    note: z.string().nullable(),
    hops: z.int(),
  }),
  incident: z
    .object({
      id,
      state: problemState,
      since: instant,
      scheduledOn: day.nullable(),
      appeals: z.int(),
      others: z.array(
        z.object({
          appealId: id,
          number: z.string(),
          excerpt: z.string(),
          receivedAt: instant,
          reason: z.string(),
          score: z.number(),
        }),
      ),
    })
    .nullable(),
  /** Other problems nearby that look alike but were not joined. */
  lookalikes: z.array(
    z.object({ incidentId: id, appealId: id, number: z.string(), excerpt: z.string(), score: z.number() }),
  ),
  clocks: z.array(clock),
  answers: z.array(answerView),
  deliveries: z.array(delivery),
  assignments: z.array(
    z.object({
      id,
      authorityId: z.int(),
      executorId: z.int().nullable(),
      task: z.string(),
      dueAt: instant.nullable(),
      createdAt: instant,
      doneAt: instant.nullable(),
      report: z.string().nullable(),
    }),
  ),
  openQuestion: z.string().nullable(),
  ratings: z.object({ answer: z.int().nullable(), fix: z.int().nullable() }),
  timeline: z.array(timelineEntry),
  /** What this person may do now: the buttons. */
  actions: z.array(action),
  changedBy: z.string().nullable(),
  changedAt: instant,
});

export const readCard = endpoint({
  method: 'GET',
  path: '/appeals/:appealId',
  summary: 'One case',
  access: 'appeal.read',
  params: appealParams,
  query: none,
  body: none,
  success: card,
  failures: ['appeal_not_found'],
});

/** The new version, so that the next change of the same screen is not stale. */
const changed = z.object({ version, stage });

export const assign = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/assign',
  summary: 'Make a body responsible; a transfer keeps the clock',
  access: 'appeal.assign',
  params: appealParams,
  query: none,
  body: z.strictObject({
    version,
    authorityId: z.int(),
    executorId: z.int().nullish(),
    note: z.string().max(2000).nullish(),
    asArbiter: z.boolean().default(false),
  }),
  success: changed,
  failures: [
    'appeal_not_found',
    'stale_version',
    'move_not_allowed',
    'authority_not_found',
    'never_to_the_body_complained_of',
    'reason_required',
  ],
});

export const start = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/start',
  summary: 'Take into work',
  access: 'appeal.work',
  params: appealParams,
  query: none,
  body: z.strictObject({ version }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'move_not_allowed'],
});

export const sendBack = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/send-back',
  summary: 'Not ours: back to the coordinator, with a reason',
  access: 'appeal.work',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, reason: z.string().min(1).max(2000) }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'move_not_allowed', 'reason_required'],
});

export const ask = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/ask',
  summary: 'Ask the resident; the clocks pause until the reply',
  access: 'appeal.work',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, question: z.string().min(1).max(2000) }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'move_not_allowed', 'answer_too_long'],
});

export const decline = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/decline',
  summary: 'Not a case; the author is told why and may object once',
  access: 'appeal.decline',
  params: appealParams,
  query: none,
  body: z.strictObject({
    version,
    as: declinedReason.exclude(['withdrawn']),
    note: z.string().max(2000).nullish(),
  }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'move_not_allowed', 'answer_too_long'],
});

export const reopen = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/reopen',
  summary: 'Back to work, with a reason',
  access: 'appeal.reopen',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, reason: z.string().min(1).max(2000) }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'move_not_allowed', 'reason_required'],
});

export const verifyOnSite = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/verify',
  summary: 'Checked on site: really fixed, or a false report',
  access: 'appeal.verify',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, isFixed: z.boolean(), note: z.string().min(1).max(2000) }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'move_not_allowed'],
});

export const extend = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/extend',
  summary: 'Extend the answer deadline; the resident is told the reason and the date',
  access: 'appeal.extend',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, until: day, reason: z.string().min(1).max(2000) }),
  success: changed,
  failures: [
    'appeal_not_found',
    'stale_version',
    'move_not_allowed',
    'date_required',
    'reason_required',
    'extension_not_allowed',
    'extension_too_long',
    'deadline_passed',
    'answer_too_long',
  ],
});

/** The duty officer handed the danger over to the emergency service and got an acknowledgement. */
export const handOverDanger = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/danger-handed-over',
  summary: 'Danger handed over to 112: who took it there',
  access: 'appeal.note',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, acknowledgedBy: z.string().min(1).max(300) }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version'],
});

export const addNote = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/notes',
  summary: 'An internal note; the resident never sees it',
  access: 'appeal.note',
  params: appealParams,
  query: none,
  body: z.strictObject({ text: z.string().min(1).max(4000) }),
  success: none,
  failures: ['appeal_not_found'],
});

export const addAssignment = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/assignments',
  summary: 'A task to a body or its executor',
  access: 'appeal.split',
  params: appealParams,
  query: none,
  body: z.strictObject({
    authorityId: z.int(),
    executorId: z.int().nullish(),
    task: z.string().min(1).max(2000),
    dueOn: day.nullish(),
  }),
  success: z.object({ id }),
  failures: ['appeal_not_found', 'authority_not_found'],
});

export const reportAssignment = endpoint({
  method: 'POST',
  path: '/assignments/:assignmentId/report',
  summary: 'Report a task done',
  access: 'appeal.work',
  params: z.strictObject({ assignmentId: id }),
  query: none,
  body: z.strictObject({ report: z.string().min(1).max(4000) }),
  success: none,
  failures: ['not_found'],
});

/** A person corrects the machine; the correction is kept and the case is routed anew where that follows. */
export const correct = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/correct',
  summary: 'Correct the kind, the topic or the place',
  access: 'appeal.correct',
  params: appealParams,
  query: none,
  body: z.strictObject({
    version,
    kind: kind.optional(),
    topic: z.string().max(60).optional(),
    place: z
      .strictObject({
        point: point.nullish(),
        municipalityId: z.int().nullish(),
        settlementId: z.int().nullish(),
        streetId: z.int().nullish(),
        houseId: z.int().nullish(),
      })
      .optional(),
  }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'topic_not_found', 'coordinates_impossible'],
});

export const mergeIncident = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/merge',
  summary: 'The same problem as that one; every resident keeps their own thread',
  access: 'appeal.merge',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, incidentId: id }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'not_found'],
});

export const splitIncident = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/split',
  summary: 'Not the same problem: a problem of its own',
  access: 'appeal.merge',
  params: appealParams,
  query: none,
  body: z.strictObject({ version }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version'],
});

export const letPhotoThrough = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/files/:hash/let-through',
  summary: 'A person has seen the photo: it may be shown to the public',
  access: 'photo.let_through',
  params: z.strictObject({ appealId: id, hash: fileHash }),
  query: none,
  body: z.strictObject({ isPublic: z.boolean() }),
  success: none,
  failures: ['appeal_not_found', 'file_not_found'],
});

/** A look at the contact; the reason is logged and the resident sees it. */
export const lookAtContact = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/contact',
  summary: 'Open the contact with a reason; logged, shown to the resident',
  access: 'contact.look',
  params: appealParams,
  query: none,
  body: z.strictObject({ reason: z.string().min(3).max(500) }),
  success: z.object({ name: z.string().nullable(), contact: z.string().nullable(), text: z.string() }),
  failures: ['appeal_not_found'],
});
