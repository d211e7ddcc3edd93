import { z } from 'zod';
import {
  closedReason,
  dangerLevel,
  day,
  declinedReason,
  instant,
  kind,
  kindState,
  problemState,
  resolution,
  stage,
} from './shapes.ts';

export const appealParamsOfHolder = z.strictObject({
  number: z.string().max(30),
  secret: z.string().max(100),
});

/** A case as its author sees it: every hop, who holds it now, and the date. No staff names. */
export const trackingView = z.object({
  number: z.string(),
  receivedAt: instant,
  kind,
  kindState: kindState.nullable(),
  stage,
  closedAs: closedReason.nullable(),
  declinedAs: declinedReason.nullable(),
  topic: z.object({ ru: z.string(), en: z.string() }).nullable(),
  place: z.string().nullable(),
  danger: dangerLevel.nullable(),
  /** Who holds it now; `null` while nobody is determined. */
  holder: z.object({ name: z.string(), contact: z.string().nullable(), since: instant }).nullable(),
  answerBy: instant.nullable(),
  isProvisional: z.boolean(),
  isOverdue: z.boolean(),
  /** Neighbours who reported the same problem. */
  neighbours: z.int(),
  problem: z
    .object({
      state: problemState,
      since: instant,
      scheduledOn: day.nullable(),
      handedTo: z.string().nullable(),
      refusedWhy: z.string().nullable(),
    })
    .nullable(),
  hops: z.array(
    z.object({
      at: instant,
      name: z.string().nullable(),
      why: z.enum(['first', 'correction', 'transfer', 'sent_back', 'arbiter']),
    }),
  ),
  extensions: z.array(z.object({ until: instant, reason: z.string() })),
  /** The resident's own words, unmasked: they are theirs. */
  words: z.array(z.object({ at: instant, text: z.string() })),
  files: z.array(z.object({ hash: z.string(), side: z.enum(['resident', 'staff']) })),
  question: z.object({ text: z.string(), askedAt: instant }).nullable(),
  answers: z.array(
    z.object({
      kind: z.enum(['interim', 'final']),
      at: instant,
      body: z.string().nullable(),
      text: z.string(),
      resolution: resolution.nullable(),
      promisedOn: day.nullable(),
    }),
  ),
  canConfirm: z.boolean(),
  canDispute: z.boolean(),
  canRate: z.boolean(),
  canAdd: z.boolean(),
  canWithdraw: z.boolean(),
  canObject: z.boolean(),
  ratings: z.object({ answer: z.int().nullable(), fix: z.int().nullable() }),
  /** Who of the staff looked at the contact, by role, when and why. */
  looks: z.array(z.object({ at: instant, reason: z.string() })),
});
export type TrackingView = z.output<typeof trackingView>;
