import { compareTraces, farnessAt, likenessFeatures, nearnessAt } from './duplicates-features.ts';
import type { Likeness, WeighedTrace } from './duplicates-features.ts';
import { likenessWeights } from './duplicates-weights.ts';

export const sameProblemReasons = [
  'same_words',
  'same_house_and_topic',
  'near_and_similar',
  'same_street_and_similar',
] as const;
export type SameProblemReason = (typeof sameProblemReasons)[number];

/** Why a case is tied to its problem: found alike, the first to report it, named with the message, or put there by staff. */
export const joinReasons = [
  ...sameProblemReasons,
  'first_report',
  'said_by_resident',
  'said_by_operator',
  'merged_by_hand',
  'split_by_hand',
] as const;
/** Who may name the problem together with the message. */
export const sayers = ['resident', 'operator'] as const;
export type Sayer = (typeof sayers)[number];
export type JoinReason = (typeof joinReasons)[number];

export interface SameProblem {
  /** 0…1; from `likelySame` up it is offered to a person. */
  readonly score: number;
  readonly reason: SameProblemReason;
  /** Whether it may be joined with no person asked. */
  readonly isSure: boolean;
}

/** Measured on later data than learnt from: docs/understand/same-problem.md. */
export const likelySame = 0.25;

/**
 * What must hold, each by itself, before two appeals are joined with no person asked: one place, one topic, mostly the same
 * words, no other entrance or floor. A joined case is answered with its neighbours, so a wrong one costs a resident the fix.
 */
const sure = { score: 0.6, topic: 0.9, words: 0.5, metres: 12 };
/** A copy is about what the first is about, however unsure the guesses of both are: even equal ones share only what three of them hold. */
const copy = { topic: 0.5, words: 0.95 };

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Places known to be farther apart are different problems. */
const FAR = farnessAt(250);
/** Guesses that share less than this are about different things: one yard has a pit and a broken lift. */
const OTHER_TOPIC = 0.75;
/** Without a place in common only a copied text is the same: this share of its words, and several of them. */
const COPIED = 0.8;
const ENOUGH_WORDS = 6;
/** The weights know next to nothing of texts without places; a copy is shown to a person all the same. */
const COPIED_SCORE = 0.5;

/** How likely two appeals are about one problem, 0…1, by the learnt weights; symmetric. It knows no limits: for ranking. */
export function likelihoodOf(likeness: Likeness): number {
  let sum = likenessWeights.bias;
  for (const feature of likenessFeatures) sum += likeness[feature] * likenessWeights[feature];
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Whether two appeals are about one problem; `null` when they are not: more than 30 days apart, known to be far from each
 * other, in different houses or about different things, or nothing but the topic in common.
 */
export function sameProblem(a: WeighedTrace, b: WeighedTrace): SameProblem | null {
  if (Math.abs(a.at.getTime() - b.at.getTime()) > DAYS * DAY_MS) return null;
  const likeness = compareTraces(a, b);
  if (likeness.far > FAR || likeness.otherHouse === 1 || likeness.topicDiffers > OTHER_TOPIC) return null;
  const reason = reasonOf(likeness, Math.min(a.counts[0] ?? 0, b.counts[0] ?? 0));
  if (reason === null) return null;
  const learnt = likelihoodOf(likeness);
  const score = reason === 'same_words' ? Math.max(learnt, likeness.words * COPIED_SCORE) : learnt;
  return { score, reason, isSure: score >= sure.score && isSurelySame(likeness) };
}

const isSurelySame = (likeness: Likeness): boolean =>
  ((likeness.topic >= sure.topic && likeness.words >= sure.words) ||
    (likeness.topic >= copy.topic && likeness.words >= copy.words)) &&
  likeness.otherEntrance + likeness.otherFloor + likeness.saidOtherHouse === 0 &&
  (likeness.sameHouse === 1 || likeness.near >= nearnessAt(sure.metres));

function reasonOf(likeness: Likeness, words: number): SameProblemReason | null {
  if (likeness.sameHouse === 1) return 'same_house_and_topic';
  if (likeness.near > 0) return 'near_and_similar';
  if (likeness.saidOtherHouse === 1) return null;
  if (likeness.saidWholeHouse === 1) return 'same_house_and_topic';
  if (likeness.sameStreet === 1) return 'same_street_and_similar';
  return likeness.words >= COPIED && words >= ENOUGH_WORDS ? 'same_words' : null;
}
