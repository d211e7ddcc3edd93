import { gridDistance, latLngToCell } from 'h3-js';

import type { Point } from '#kernel/place.ts';

import { fnv1a } from './hash.ts';
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

export const sameProblemReasons = ['same_words', 'same_house_and_topic', 'near_and_similar', 'same_street_and_similar'] as const;
export type SameProblemReason = (typeof sameProblemReasons)[number];

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
/** Cells of about 180 m across; two rings are some 350 m. */
const CELL_RESOLUTION = 10;
const MOST_STEMS = 120;

/** Words of politeness and of every second message: they say nothing of the problem. */
const emptyStems: ReadonlySet<string> = new Set(
  (
    'и в на не с по у к от до за из о об при для без под над что как это так же мы я вы он она они нас нам вас вам мне меня его ее их наш ваш ' +
    'добр ден здравств пожалуйст спасиб прош просьб просим уважа уваж мер прин устран устрани прошу нужн необходим очен уж все ещ есть быт был был' +
    ' котор такж тольк или но а бы ли то если когд где здес там тут сегодн вчер фот прилага приложен адрес дом дома улиц корпус литер'
  ).split(' '),
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
  return fnv1a(words.list.map(({ stem }) => stem).join(' ')).toString(16).padStart(8, '0');
}

/** Share of common stems among all stems of both. Lists are ascending. */
export function likeness(one: readonly number[], two: readonly number[]): number {
  if (one.length === 0 || two.length === 0) return 0;
  let common = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length; ) {
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
  const scored = (score: number, reason: SameProblemReason): SameProblem => ({ score: Math.min(1, score * freshness), reason });
  if (a.houseId !== null && b.houseId !== null) {
    if (a.houseId !== b.houseId) return null;
    if (sameTopic) return scored(0.7 + 0.3 * words, 'same_house_and_topic');
    return words >= 0.35 ? scored(0.45 + 0.5 * words, 'same_words') : null;
  }
  const rings = ringsApart(a.point, b.point);
  if (rings !== null && rings > 2) return null;
  if (rings !== null) {
    if (!sameTopic && words < 0.5) return null;
    return scored((sameTopic ? 0.5 : 0.3) + 0.4 * words + (rings === 0 ? 0.1 : 0), 'near_and_similar');
  }
  if (a.streetId !== null && a.streetId === b.streetId && sameTopic) return scored(0.4 + 0.5 * words, 'same_street_and_similar');
  // No place in common: only a copied text is the same.
  return words >= 0.8 && a.stems.length >= 6 ? scored(0.5 + 0.3 * words, 'same_words') : null;
}

function ringsApart(one: Point | null, two: Point | null): number | null {
  if (one === null || two === null) return null;
  // Far points first: the grid distance of cells far apart is costly or has no answer.
  if (Math.abs(one.lat - two.lat) > 0.02 || Math.abs(one.lon - two.lon) > 0.05) return Infinity;
  return gridDistance(latLngToCell(one.lat, one.lon, CELL_RESOLUTION), latLngToCell(two.lat, two.lon, CELL_RESOLUTION));
}
