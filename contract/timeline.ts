import { z } from 'zod';
import { confirmationOutcomes, ratingSubjects } from '#flow/learn/rules/verdict.ts';
import { actionNames, hands } from '#flow/work/rules/lifecycle.ts';
import { instant, kind, problemState, stage } from './shapes.ts';

/** A sentence about a decision: which one and with what words in it; the text is ours, by locale. */
export const explanation = z.object({
  code: z.string(),
  params: z.record(z.string(), z.string()),
  /** Another body that history names with confidence: a second proposal. */
  second: z
    .object({ authorityId: z.int(), code: z.string(), params: z.record(z.string(), z.string()) })
    .optional(),
});

const byWhom = z.enum(hands);

/** One fact of the history of a case. */
export const timelineEntry = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('moved'),
    at: instant,
    byWhom,
    by: z.string().nullable(),
    action: z.enum(actionNames),
    to: stage,
    reason: z.string().nullable(),
    note: z.string().nullable(),
  }),
  z.object({
    what: z.literal('understood'),
    at: instant,
    by: z.string().nullable(),
    /** What of it a person said; empty where the machine judged it all. */
    corrected: z.array(z.enum(['kind', 'topic', 'place'])),
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
  z.object({
    what: z.literal('problem_moved'),
    at: instant,
    byWhom,
    by: z.string().nullable(),
    to: problemState,
  }),
  /** A person tied cases to a problem or took them out of it; `numbers`: of the other cases that the reader may see. */
  z.object({
    what: z.literal('tied'),
    at: instant,
    by: z.string().nullable(),
    how: z.enum(['merged', 'split', 'unmerged', 'took_in', 'gave_back']),
    numbers: z.array(z.string()),
  }),
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
    verdict: z.enum(confirmationOutcomes),
    reason: z.string().nullable(),
  }),
  z.object({ what: z.literal('rated'), at: instant, subject: z.enum(ratingSubjects), score: z.int() }),
]);
