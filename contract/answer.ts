import { z } from 'zod';
import { answerKinds, returnReasons } from '#flow/answer/rules/draft.ts';
import { answerView } from './card.ts';
import { endpoint } from './endpoint.ts';
import { day, fileHash, id, none, resolution, version } from './shapes.ts';

/** What is left out is not promised. */
const draft = z.strictObject({
  kind: z.enum(answerKinds),
  text: z.string().max(20_000),
  resolution: resolution.nullable().default(null),
  promisedOn: day.nullable().default(null),
  moneySum: z.int().positive().nullable().default(null),
  reviewOn: day.nullable().default(null),
  handedTo: z.string().max(300).nullable().default(null),
  refusedWhy: z.string().max(2000).nullable().default(null),
  files: z.array(fileHash).max(10).default([]),
});

/** Saves the one open draft of a case: `answerVersion` is absent the first time. */
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/appeals/:appealId/draft',
  summary: 'Save the draft of an answer',
  access: 'answer.write',
  params: z.strictObject({ appealId: id }),
  query: none,
  body: draft.extend({ answerVersion: version.nullish() }),
  success: answerView,
  failures: [
    'appeal_not_found',
    'answer_not_found',
    'stale_version',
    'text_empty',
    'answer_too_long',
    'date_required',
    'reason_required',
    'file_not_found',
    'move_not_allowed',
  ],
});

/** Submits for approval, or, where a topic's answers go out at once, approves and sends. */
export const submitDraft = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/draft/submit',
  summary: 'Submit the draft',
  access: 'answer.write',
  params: z.strictObject({ appealId: id }),
  query: none,
  body: z.strictObject({ version, answerVersion: version }),
  success: z.object({ version, isSentAtOnce: z.boolean() }),
  failures: [
    'appeal_not_found',
    'answer_not_found',
    'stale_version',
    'move_not_allowed',
    'answer_too_long',
    'personal_data_in_answer',
  ],
});

export const checkDraft = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/draft/check',
  summary: 'What a reader would miss or dislike in this text',
  access: 'answer.write',
  params: z.strictObject({ appealId: id }),
  query: none,
  body: z.strictObject({
    text: z.string().max(20_000),
    kind: z.enum(answerKinds),
    resolution: resolution.nullish(),
  }),
  success: z.object({ findings: answerView.shape.findings }),
  failures: ['appeal_not_found'],
});

export const approve = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/draft/approve',
  summary: 'Approve and send on the channel where it was asked',
  access: 'answer.approve',
  params: z.strictObject({ appealId: id }),
  query: none,
  body: z.strictObject({ version, answerVersion: version }),
  success: z.object({ version }),
  failures: [
    'appeal_not_found',
    'answer_not_found',
    'stale_version',
    'move_not_allowed',
    'answer_too_long',
    'personal_data_in_answer',
  ],
});

export const returnDraft = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/draft/return',
  summary: 'Return with a reason from the list',
  access: 'answer.approve',
  params: z.strictObject({ appealId: id }),
  query: none,
  body: z.strictObject({
    version,
    answerVersion: version,
    reason: z.enum(returnReasons),
    note: z.string().max(2000).nullish(),
  }),
  success: z.object({ version }),
  failures: ['appeal_not_found', 'answer_not_found', 'stale_version', 'move_not_allowed', 'reason_required'],
});

/** A person settles what a machine could not: published by hand, or known to have arrived. */
export const settleDelivery = endpoint({
  method: 'POST',
  path: '/deliveries/:deliveryId/settle',
  summary: 'Mark as published by hand, or send once more',
  access: 'delivery.settle',
  params: z.strictObject({ deliveryId: id }),
  query: none,
  body: z.strictObject({ as: z.enum(['sent_by_hand', 'arrived', 'send_again']) }),
  success: none,
  failures: ['not_found', 'move_not_allowed'],
});
