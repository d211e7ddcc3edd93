import type { Point } from '#kernel/place.ts';

import { fnv1a } from './hash.ts';
import { stemOf } from './words.ts';
import type { Words } from './words.ts';

/** What is kept of an appeal to find others about the same problem. */
export interface ProblemTrace {
  /** Hashes of the distinct stems that carry meaning, ascending. */
  readonly stems: readonly number[];
  readonly topic: string | null;
  readonly sector: string | null;
  readonly point: Point | null;
  readonly houseId: string | null;
  readonly streetId: string | null;
  readonly at: Date;
}

export const sameProblemReasons = [
  'same_words',
  'same_house_and_topic',
  'near_and_similar',
  'same_street_and_similar',
] as const;
export type SameProblemReason = (typeof sameProblemReasons)[number];

/** Why a case is tied to its problem: found alike, the first to report it, or put there by a person. */
export const joinReasons = [
  ...sameProblemReasons,
  'first_report',
  'merged_by_hand',
  'split_by_hand',
] as const;
export type JoinReason = (typeof joinReasons)[number];

export interface SameProblem {
  /** 0…1; from `likelySame` up it is offered, from `surelySame` up it may be joined at once. */
  readonly score: number;
  readonly reason: SameProblemReason;
}

/**
 * Measured on 45,933 messages of a city portal with «same address and reason within 30 days» as weak
 * truth (`evaluation/duplicates.test.ts`): from 0.6 up four of five offered pairs share the reason.
 */
export const likelySame = 0.6;
export const surelySame = 0.85;

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Pins farther apart are different problems. The caller brings candidates of the neighbouring cells. */
const FAR_METRES = 250;
const MOST_STEMS = 120;

/** Words of politeness and of every second message: they say nothing of the problem. */
const emptyStems: ReadonlySet<string> = new Set(
  (
    'и в на не с по у к от до за из о об при для без под над что как это так же мы я вы он она они нас нам вас вам мне меня его ее их наш ваш ' +
    'добрый доброе доброго день дня здравствуйте пожалуйста спасибо прошу просьба просим уважаемые меры принять примите устранить нужно необходимо очень ' +
    'уже все еще есть быть был были который также только или но а бы ли то если когда где здесь там тут сегодня вчера фото прилагаю прилагается адрес ' +
    'адресу дом дома доме улица корпус литера'
  )
    .split(' ')
    .map(stemOf),
);

/** Hashes of the stems of a text that carry meaning; the same texts give the same list. */
export function meaningfulStems(words: Words): number[] {
  const stems = new Set<number>();
  for (const { stem, isNumber, stemHash } of words.list) {
    if (isNumber || stem.length < 2 || emptyStems.has(stem)) continue;
    stems.add(stemHash);
    if (stems.size >= MOST_STEMS) break;
  }
  return [...stems].sort((a, b) => a - b);
}

/** The same for texts that differ only in case, punctuation, ё and word endings. */
export function textFingerprint(words: Words): string {
  return fnv1a(words.list.map(({ stem }) => stem).join(' '))
    .toString(16)
    .padStart(8, '0');
}

/** Share of common stems among all stems of both. Lists are ascending. */
export function likeness(one: readonly number[], two: readonly number[]): number {
  if (one.length === 0 || two.length === 0) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length;) {
    const [left, right] = [one[i] ?? 0, two[j] ?? 0];
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return common / (one.length + two.length - common);
}

/**
 * Whether two appeals are about one problem; `null` when they are not: another sector, more than 30
 * days apart, known to be far from each other.
 */
export function sameProblem(a: ProblemTrace, b: ProblemTrace): SameProblem | null {
  const days = Math.abs(a.at.getTime() - b.at.getTime()) / DAY_MS;
  if (days > DAYS || (a.sector !== null && b.sector !== null && a.sector !== b.sector)) return null;
  const words = likeness(a.stems, b.stems);
  const sameTopic = a.topic !== null && a.topic === b.topic;
  const freshness = 1 - 0.15 * (days / DAYS);
  const scored = (score: number, reason: SameProblemReason): SameProblem => ({
    score: Math.min(1, score * freshness),
    reason,
  });
  if (a.houseId !== null && b.houseId !== null) {
    if (a.houseId !== b.houseId) return null;
    if (sameTopic) return scored(0.7 + 0.3 * words, 'same_house_and_topic');
    return words >= 0.35 ? scored(0.45 + 0.5 * words, 'same_words') : null;
  }
  const metres = metresApart(a.point, b.point);
  if (metres !== null) {
    if (metres > FAR_METRES || (!sameTopic && words < 0.5)) return null;
    // A copied short text («граффити») is no evidence: near it there is another wall.
    const evidence = words * Math.min(1, Math.min(a.stems.length, b.stems.length) / 5);
    const closeness = 1 - metres / FAR_METRES;
    return scored((sameTopic ? 0.3 : 0.1) + 0.4 * closeness ** 2 + 0.3 * evidence, 'near_and_similar');
  }
  if (a.streetId !== null && a.streetId === b.streetId && sameTopic)
    return scored(0.4 + 0.5 * words, 'same_street_and_similar');
  // No place in common: only a copied text is the same.
  return words >= 0.8 && a.stems.length >= 6 ? scored(0.5 + 0.3 * words, 'same_words') : null;
}

/** Metres between two points of one neighbourhood; `null` when one is not known. */
function metresApart(one: Point | null, two: Point | null): number | null {
  if (one === null || two === null) return null;
  const metresInDegree = 111_195;
  const narrowing = Math.cos((one.lat * Math.PI) / 180);
  return Math.hypot(one.lat - two.lat, (one.lon - two.lon) * narrowing) * metresInDegree;
}
