import { z } from 'zod';
import { findingLevels } from '#flow/answer/rules/check.ts';
import { deliveryPurposes, deliveryStates } from '#flow/answer/rules/delivery.ts';
import { answerKinds, answerStates, reviewDecisions } from '#flow/answer/rules/draft.ts';
import { actionNames } from '#flow/work/rules/lifecycle.ts';
import { caseObject, shape, shapeOrigin } from './case-object.ts';
import { endpoint } from './endpoint.ts';
import { placeCandidate } from './find-place.ts';
import { lookalike } from './lookalike.ts';
import {
  attention,
  closedReason,
  dangerLevel,
  day,
  declinedReason,
  fileHash,
  id,
  instant,
  kind,
  kindState,
  none,
  point,
  precision,
  problemState,
  regime,
  resolution,
  stage,
  version,
} from './shapes.ts';
import { explanation, timelineEntry } from './timeline.ts';

const action = z.enum(actionNames);
export const appealParams = z.strictObject({ appealId: id });

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
  purpose: z.enum(deliveryPurposes),
  state: z.enum(deliveryStates),
  text: z.string(),
  attempts: z.int(),
  at: instant,
  detail: z.string().nullable(),
  /** Where to publish by hand or to see what was sent. */
  link: z.string().nullable(),
});

export const answerView = z.object({
  id,
  kind: z.enum(answerKinds),
  state: z.enum(answerStates),
  version,
  text: z.string(),
  resolution: resolution.nullable(),
  promisedOn: day.nullable(),
  moneySum: z.int().nullable(),
  reviewOn: day.nullable(),
  handedTo: z.string().nullable(),
  refusedWhy: z.string().nullable(),
  files: z.array(fileHash),
  findings: z.array(z.object({ code: z.string(), level: z.enum(findingLevels), words: z.array(z.string()) })),
  createdBy: z.string().nullable(),
  createdAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  reviews: z.array(
    z.object({
      at: instant,
      by: z.string().nullable(),
      decision: z.enum(reviewDecisions),
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
  /** The second axis of a suggestion, a question or thanks; `null` for a problem and before the answer. */
  kindState: kindState.nullable(),
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
    /** Who chose the topic, and who the kind; `null`: the machine's. */
    topicBy: z.string().nullable(),
    kindBy: z.string().nullable(),
    modelVersion: z.string(),
    danger: z.string().nullable(),
    dangerLevel: dangerLevel.nullable(),
    dangerWords: z.array(z.string()),
    /** Of ISO 639; `und`: letters nobody here knows. */
    language: z.string(),
    /** Russian typed in Latin letters. */
    isTransliterated: z.boolean(),
    /** Abuse beside the facts. */
    isRude: z.boolean(),
  }),
  place: z.object({
    precision,
    point: point.nullable(),
    label: z.string().nullable(),
    municipalityId: z.int().nullable(),
    words: z.array(z.string()),
    /** Who chose the place; `null`: it is as the author or the machine named it. */
    by: z.string().nullable(),
    isOutside: z.boolean(),
    givenAddress: z.string().nullable(),
    candidates: z.array(placeCandidate),
  }),
  object: caseObject,
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
      /** When the first of its cases came. */
      since: instant,
      scheduledOn: day.nullable(),
      /** `null`: the problem is a point. */
      shape: shape.nullable(),
      shapeOrigin: shapeOrigin.nullable(),
      /** Whether it may be marked as a line or an area at all: what concerns a dwelling may not. */
      mayHaveShape: z.boolean(),
      appeals: z.int(),
      /** Other problems put into this one whole, which can be taken out again. */
      merges: z.array(z.object({ id, appeals: z.int(), at: instant })),
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
  lookalikes: z.array(lookalike),
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
