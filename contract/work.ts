import { z } from 'zod';
import { appealParams } from './card.ts';
import { endpoint } from './endpoint.ts';
import { day, declinedReason, fileHash, id, kind, none, point, stage, version } from './shapes.ts';

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
  summary: 'Correct the kind, the topic, the place or the object it stands on',
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
    /** `null`: the problem stands on no object. */
    assetId: z.int().positive().nullable().optional(),
  }),
  success: changed,
  failures: [
    'appeal_not_found',
    'stale_version',
    'topic_not_found',
    'coordinates_impossible',
    'not_found',
    'object_not_fitting',
  ],
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
