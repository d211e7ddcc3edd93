/**
 * The passport of a topic: everything the stages ask about it. Two levels only, sector › topic. The list is
 * data (`data/topics`), a region adds or changes topics without a release; this file says what a passport is.
 *
 * @source docs/law/topics.md
 */
import { z } from 'zod';
import { regimes } from '#kernel/appeal.ts';
import { assetKinds } from './asset-kind.ts';

/**
 * `public`: problem, status and place are shown. `sensitive`: counted, never quoted. `hidden`: neither shown
 * nor counted in public.
 */
export const topicVisibilities = ['public', 'sensitive', 'hidden'] as const;
export type TopicVisibility = (typeof topicVisibilities)[number];

/** What a report of a fix must carry. */
export const proofKinds = ['photo', 'act', 'none'] as const;
export type ProofKind = (typeof proofKinds)[number];

/** `emergency` shows the 112 banner and starts the round-the-clock clock; `high` shortens the working ones. */
export const dangerLevels = ['none', 'high', 'emergency'] as const;
export type DangerLevel = (typeof dangerLevels)[number];

/** `sampled`: a low-risk answer goes out at once and an inspector reads a sample of them. */
export const approvalRules = ['required', 'sampled'] as const;
export type ApprovalRule = (typeof approvalRules)[number];

/** What decides the owner of a problem: the responsibility register is searched by it. */
export const responsibleKinds = [
  'municipality',
  'house_manager',
  'capital_repair_fund',
  'road_owner',
  'waste_operator',
  'energy',
  'gas',
  'water_heat',
  'telecom',
  'transport',
  'health',
  'education',
  'social',
  'labour',
  'police',
  'rescue',
  'ecology',
  'construction',
  'consumer_protection',
  'culture_sport',
  'public_services',
  'regional_body',
] as const;
export type ResponsibleKind = (typeof responsibleKinds)[number];

const code = z.string().regex(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/);
const name = z.strictObject({ ru: z.string().min(1), en: z.string().min(1) });
const month = z.int().min(1).max(12);

export const topicSchema = z.strictObject({
  code,
  name,
  belongs: z.string().min(1),
  doesNotBelong: z.string().min(1),
  doNotConfuseWith: z.array(code),
  /** How residents put it, in our own words: seeds of the classifier and help for the moderator. */
  examples: z.array(z.string().min(1)).min(3),
  visibility: z.enum(topicVisibilities),
  proof: z.enum(proofKinds),
  /** Months when the topic is offered first; it may wrap over the New Year. `null`: all year. */
  season: z.strictObject({ fromMonth: month, toMonth: month }).nullable(),
  danger: z.enum(dangerLevels),
  /** The track when the channel does not choose one (the desk, a letter). */
  defaultRegime: z.enum(regimes),
  responsibleKind: z.enum(responsibleKinds),
  /** Objects whose owner answers for such a problem, the likeliest first; none: the register alone decides. */
  objectKinds: z.array(z.enum(assetKinds)).default([]),
  fastTrack: z.boolean(),
  /** Days in which the problem itself is normally fixed; `null` where no default is honest. */
  fixDays: z.int().positive().nullable(),
  /** Shorter limit for the fast-track answer than the common one. */
  answerClock: z
    .strictObject({ unit: z.enum(['calendar_days', 'working_days']), amount: z.int().positive() })
    .nullable(),
  approval: z.enum(approvalRules),
  /** The problem is in somebody's dwelling: the public sees the block, not the house. */
  isResidential: z.boolean(),
  /** Counts below three are not published (health, social care). */
  smallCounts: z.boolean(),
  /** "Other" of its sector: what fits no topic waits there for a person. */
  isCatchAll: z.boolean(),
});
export type Topic = z.infer<typeof topicSchema> & { readonly sector: string };

/** One file of `data/topics`. */
export const sectorFileSchema = z.strictObject({ code, name, topics: z.array(topicSchema).min(1) });
export type SectorFile = z.infer<typeof sectorFileSchema>;

/** Блок: a desk of the centre. */
export interface Sector {
  readonly code: string;
  readonly name: { readonly ru: string; readonly en: string };
}

/** Whether the topic is offered first in the given month, 1 to 12. Out of season it stays searchable. */
export function isInSeason(topic: Pick<Topic, 'season'>, inMonth: number): boolean {
  if (topic.season === null) return true;
  const { fromMonth, toMonth } = topic.season;
  return fromMonth <= toMonth
    ? inMonth >= fromMonth && inMonth <= toMonth
    : inMonth >= fromMonth || inMonth <= toMonth;
}
