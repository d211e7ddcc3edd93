import { z } from 'zod';
import { sameProblemReasons } from '#flow/understand/rules/duplicates.ts';
import { id } from './shapes.ts';

/** A problem that may be the same as the one looked at, and what speaks for it. */
export const lookalike = z.object({
  incidentId: id,
  /** The first of its cases that the asker may see. */
  appealId: id,
  number: z.string(),
  excerpt: z.string(),
  score: z.number(),
  /** Whether the machine would have joined them, had they come one after the other. */
  isSure: z.boolean(),
  reason: z.enum(sameProblemReasons),
  appeals: z.int(),
  metres: z.int().nullable(),
  daysApart: z.int(),
  /** Words both share. */
  words: z.array(z.string()),
});
