import { z } from 'zod';
import { conditionNames, trainingOutcomes } from '#flow/learn/rules/promotion.ts';
import { endpoint } from './endpoint.ts';
import { day, id, instant, none, role } from './shapes.ts';

/** A share with what it is a share of; `null` of nothing. */
const share = z.object({ n: z.int(), of: z.int(), share: z.number().nullable() });

const headline = z.object({
  received: z.int(),
  right: share,
  amongThree: share,
  alone: share,
  rightAlone: share,
  corrected: share,
  checked: share,
});

/** Fields people correct; the same list as in the database. */
const correctedField = z.enum(['kind', 'topic', 'place', 'responsible', 'incident']);

/** Two years: what is older says nothing of the machine of today. */
export const mostQualityDays = 731;

export const quality = endpoint({
  method: 'GET',
  path: '/quality',
  summary:
    'How good the machine was: by topic, by week, what it takes for what; within what the person may see',
  access: 'quality.read',
  params: none,
  query: z.strictObject({ from: day, to: day }),
  body: none,
  success: headline.extend({
    weeks: z.array(headline.extend({ week: day })),
    topics: z.array(
      z.object({
        topic: z.string(),
        said: z.int(),
        support: z.int(),
        precision: share,
        recall: share,
        alone: share,
      }),
    ),
    confusions: z.array(
      z.object({ said: z.string().nullable(), truth: z.string(), n: z.int(), alone: z.int() }),
    ),
    bands: z.array(z.object({ from: z.number(), to: z.number(), promised: z.number(), kept: share })),
    fields: z.array(z.object({ week: day, field: correctedField, changed: z.int(), filled: z.int() })),
    versions: z.array(
      z.object({ version: z.string(), received: z.int(), right: share, alone: share, rightAlone: share }),
    ),
  }),
  failures: ['period_not_possible'],
});

export const corrections = endpoint({
  method: 'GET',
  path: '/quality/corrections',
  summary: 'The last corrections: masked words, what it was and became; roles of who corrected, never who',
  access: 'quality.read',
  params: none,
  query: none,
  body: none,
  success: z.object({
    rows: z.array(
      z.object({
        id,
        at: instant,
        field: correctedField,
        was: z.string().nullable(),
        became: z.string().nullable(),
        modelVersion: z.string(),
        roles: z.array(role),
        /** `null` for whoever may not read cases. */
        excerpt: z.string().nullable(),
        appealId: id.nullable(),
      }),
    ),
  }),
  failures: [],
});

const measured = z.object({
  version: z.string(),
  right: z.int(),
  alone: z.int(),
  aloneRight: z.int(),
});

const comparison = z.object({
  from: instant,
  to: instant,
  cases: z.int(),
  checked: z.int(),
  learnt: z.int(),
  candidate: measured,
  inForce: measured,
  /** Topics whose right answers changed most: of `n` cases so many before and after. */
  topics: z.array(z.object({ topic: z.string(), n: z.int(), before: z.int(), after: z.int() })),
});

const condition = z.enum(conditionNames);

export const models = endpoint({
  method: 'GET',
  path: '/quality/models',
  summary: 'Models of topics: the one in force, those the region learnt, side by side; runs of learning',
  access: 'quality.read',
  params: none,
  query: none,
  body: none,
  success: z.object({
    inForce: z.object({
      version: z.string(),
      isShipped: z.boolean(),
      /** A model that should be in force and cannot be read: the shipped one works in its place. */
      unreadable: z.string().nullable(),
    }),
    shippedVersion: z.string(),
    models: z.array(
      z.object({
        modelId: id,
        version: z.string(),
        state: z.enum(['candidate', 'in_use', 'retired', 'lost']),
        origin: z.enum(['trained', 'imported']),
        madeAt: instant,
        usedSince: instant.nullable(),
        learnt: z.object({ corrected: z.int(), confirmed: z.int(), survived: z.int() }),
        comparison: comparison.nullable(),
        canBeUsed: z.boolean(),
      }),
    ),
    trainings: z.array(
      z.object({
        trainingId: id,
        askedAt: instant,
        startedAt: instant.nullable(),
        endedAt: instant.nullable(),
        outcome: z.enum(trainingOutcomes).nullable(),
        against: z.array(condition),
        counts: z.object({ learnt: z.int(), cases: z.int(), checked: z.int() }).nullable(),
        comparison: comparison.nullable(),
        version: z.string().nullable(),
      }),
    ),
    needs: z.object({ learnt: z.int(), cases: z.int(), checked: z.int() }),
  }),
  failures: [],
});

export const startTraining = endpoint({
  method: 'POST',
  path: '/quality/trainings',
  summary: "Learn anew from the region's own corrections; promoted only if it wins on the newest month",
  access: 'quality.train',
  params: none,
  query: none,
  body: none,
  success: z.object({ trainingId: id }),
  failures: ['training_under_way'],
});

export const useModel = endpoint({
  method: 'PUT',
  path: '/quality/model-in-force',
  summary: 'Put a model in force by hand, or go back to the one that ships',
  access: 'quality.train',
  params: none,
  query: none,
  /** `null`: the shipped one. */
  body: z.strictObject({ modelId: id.nullable() }),
  success: z.object({ version: z.string() }),
  failures: ['not_found', 'model_not_usable'],
});
