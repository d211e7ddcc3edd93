import { z } from 'zod';
import { MOST_EXAMPLES, trialOutcomes } from '#flow/learn/rules/rule-trial.ts';
import { endpoint } from './endpoint.ts';
import { day, id, instant, none } from './shapes.ts';

/** How many days back the past is asked; the shortest says little, the longest is a year. */
const days = z.coerce.number().int().min(7).max(366).default(90);

const code = z.string().min(1).max(60);
const number = z.int();

/** What a rule is about: exactly one of a topic, a sector and a kind of responsibility, in a municipality or the whole region. */
const matter = z.strictObject({
  topic: code.nullable(),
  sector: code.nullable(),
  responsibleKind: code.nullable(),
  municipalityId: number.nullable(),
});

const namesOne = (rule: z.output<typeof matter>): boolean =>
  [rule.topic, rule.sector, rule.responsibleKind].filter((one) => one !== null).length === 1;

const candidate = matter
  .extend({ authorityId: number, executorId: number.nullable() })
  .refine(namesOne, { error: 'a rule is about one thing', path: ['topic'] });

const registerRule = matter.extend({
  ruleId: number,
  authorityId: number,
  executorId: number.nullable(),
  source: z.string(),
  sourceDate: day,
  /** `null`: it came with the region. */
  addedAt: instant.nullable(),
  addedBy: z.string().nullable(),
  mayChange: z.boolean(),
});

export const registerRules = endpoint({
  method: 'GET',
  path: '/register/rules',
  summary: 'The responsibility register in force, with the source of each rule',
  access: 'register.read',
  params: none,
  query: none,
  body: none,
  success: z.object({ rules: z.array(registerRule) }),
  failures: [],
});

const finding = matter.extend({
  /** The owner of houses, objects or streets who gets them first: no rule would change that. `null`: rules decide. */
  ownerId: number.nullable(),
  /** The body where most of these cases end. */
  authorityId: number,
  cases: number,
  ended: number,
  /** Where the register sends them today, the most frequent first; `null`: it does not say. */
  sentTo: z.array(z.object({ authorityId: number.nullable(), cases: number })),
  /** Average hours from the first decision to the one that stood. */
  lostHours: z.number().nullable(),
  mayChange: z.boolean(),
});

export const registerFindings = endpoint({
  method: 'GET',
  path: '/register/findings',
  summary: 'Where the register and the history of cases disagree, within what the person may see',
  access: 'register.read',
  params: none,
  query: z.strictObject({ days }),
  body: none,
  success: z.object({
    findings: z.array(finding),
    dismissed: z.array(
      matter.omit({ sector: true }).extend({
        id,
        ownerId: number.nullable(),
        authorityId: number,
        cases: number,
        ended: number,
        reason: z.string(),
        at: instant,
        by: z.string().nullable(),
      }),
    ),
  }),
  failures: [],
});

const failuresOfRule = ['topic_not_found', 'authority_not_found', 'not_found'] as const;

export const tryRule = endpoint({
  method: 'POST',
  path: '/register/trials',
  summary: 'What a rule would have changed in the cases of the last days; nothing is changed',
  access: 'register.read',
  params: none,
  query: none,
  body: z.strictObject({ rule: candidate, days }),
  success: z.object({
    /** The rule in force about the same matter and place: this one would replace it. */
    replaces: number.nullable(),
    changed: number,
    outcomes: z.record(z.enum(trialOutcomes), number),
    byMunicipality: z.array(
      z.object({ municipalityId: number.nullable(), changed: number, endedThere: number }),
    ),
    /** The newest of each outcome; none for who does not read cases. */
    examples: z
      .array(
        z.object({
          appealId: id,
          number: z.string(),
          receivedAt: instant,
          topic: z.string(),
          municipalityId: number.nullable(),
          sentTo: number.nullable(),
          endedAt: number.nullable(),
          outcome: z.enum(trialOutcomes),
        }),
      )
      .max(MOST_EXAMPLES),
  }),
  failures: failuresOfRule,
});

export const addRule = endpoint({
  method: 'POST',
  path: '/register/rules',
  summary: 'Add a rule to the register; it is in force for the next message',
  access: 'register.edit',
  params: none,
  query: none,
  body: z.strictObject({
    rule: candidate,
    /** The rule about the same matter and place that the person saw. */
    replaces: number.nullable(),
    basis: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('history'), days }),
      z.strictObject({ kind: z.literal('document'), source: z.string().trim().min(3).max(300), date: day }),
    ]),
  }),
  success: z.object({ ruleId: number }),
  failures: [...failuresOfRule, 'rule_exists', 'register_changed'],
});

export const withdrawRule = endpoint({
  method: 'POST',
  path: '/register/rules/:ruleId/withdraw',
  summary: 'Take a rule out of force; it stays in the history',
  access: 'register.edit',
  params: z.strictObject({ ruleId: z.coerce.number().int().positive() }),
  query: none,
  body: z.strictObject({ reason: z.string().trim().min(3).max(500) }),
  success: none,
  failures: ['not_found'],
});

export const dismissFinding = endpoint({
  method: 'POST',
  path: '/register/findings/dismiss',
  summary: 'Say why a disagreement changes nothing; it comes back when the numbers change',
  access: 'register.edit',
  params: none,
  query: none,
  body: z.strictObject({
    finding: matter.omit({ sector: true }).extend({ ownerId: number.nullable(), authorityId: number }),
    days,
    reason: z.string().trim().min(3).max(500),
  }),
  success: none,
  failures: ['not_found'],
});
