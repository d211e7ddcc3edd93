import type { Point } from '#kernel/place.ts';
import { metersToShape } from '#kernel/shape.ts';

import { kindOfToken, tokenKinds } from './duplicates-trace.ts';
import type { ProblemTrace } from './duplicates-trace.ts';
import type { TopicGuess } from './topic-model.ts';

/** How much a token tells: 0 said by everyone … 1 said by one in many thousands. */
export type Rarity = (token: number) => number;

/** A trace with its tokens weighed once, for many comparisons. */
export interface WeighedTrace extends ProblemTrace {
  readonly weights: Float64Array;
  /** Sum of the weights of the words alone. */
  readonly wordWeight: number;
  /** How many tokens of each kind, in the order of `tokenKinds`. */
  readonly counts: readonly number[];
}

export function weigh(trace: ProblemTrace, rarity: Rarity): WeighedTrace {
  const weights = Float64Array.from(trace.stems, rarity);
  const counts = tokenKinds.map(() => 0);
  let wordWeight = 0;
  for (const [i, token] of trace.stems.entries()) {
    const kind = kindOfToken(token);
    counts[kind] = (counts[kind] ?? 0) + 1;
    if (kind === 0) wordWeight += weights[i] ?? 0;
  }
  return { ...trace, weights, wordWeight, counts };
}

/**
 * What speaks for and against two appeals being one problem, in the order of the weights. Each lies in 0…1; evidence that
 * is not there (no point, no address) is 0 in both directions.
 */
export const likenessFeatures = [
  'words',
  'contained',
  'rareWords',
  'topic',
  'topicSure',
  'topicDiffers',
  'near',
  'nearby',
  'far',
  'sameHouse',
  'otherHouse',
  'sameStreet',
  'saidHouse',
  'saidWholeHouse',
  'saidOtherHouse',
  'numbers',
  'sameEntrance',
  'otherEntrance',
  'sameFloor',
  'otherFloor',
  'age',
  'longAgo',
  'topicNear',
  'topicHouse',
  'wordsNear',
  'wordsHouse',
  'wordsTopic',
] as const;
export type LikenessFeature = (typeof likenessFeatures)[number];
export type Likeness = Readonly<Record<LikenessFeature, number>>;

const DAY_MS = 86_400_000;
/** Words whose weights sum up to this are plenty. */
const MUCH_EVIDENCE = 3;

/** Compares two appeals. Symmetric: their order does not matter. */
export function compareTraces(a: WeighedTrace, b: WeighedTrace): Likeness {
  const common = commonTokens(a, b);
  const least = Math.min(a.wordWeight, b.wordWeight);
  const words = common.weight === 0 ? 0 : common.weight / (a.wordWeight + b.wordWeight - common.weight);
  const topic = topicAgreement(a, b);
  const metres = metresBetween(a, b);
  const place = placeFeatures(a, b, metres);
  const said = saidHouses(a, b, common.counts);
  const atHouse = Math.max(place.sameHouse, said.saidWholeHouse, said.saidHouse * 0.8);
  const days = Math.abs(a.at.getTime() - b.at.getTime()) / DAY_MS;
  return {
    words,
    contained: least === 0 ? 0 : (common.weight / least) * Math.min(1, least),
    rareWords: Math.min(1, common.weight / MUCH_EVIDENCE),
    topic: topic ?? 0,
    topicSure: (topic ?? 0) ** 6,
    topicDiffers: topic === null ? 0 : 1 - topic,
    ...place,
    ...said,
    numbers: shareOf(common.counts, a, b, 1),
    ...unitFeatures(a, b, common.counts),
    age: Number.isNaN(days) ? 0 : Math.min(1, Math.log1p(days) / Math.log1p(365)),
    longAgo: Number.isNaN(days) ? 0 : Math.min(1, Math.max(0, (days - 25) / 20)),
    topicNear: (topic ?? 0) * place.near,
    topicHouse: (topic ?? 0) * atHouse,
    wordsNear: words * place.near,
    wordsHouse: words * atHouse,
    wordsTopic: words * (topic ?? 0),
  };
}

/** The feature `near` of two points so many metres apart. */
export const nearnessAt = (metres: number): number => Math.exp(-((metres / 40) ** 2));
/** The feature `far`. */
export const farnessAt = (metres: number): number => 1 - Math.exp(-metres / 400);

interface Common {
  readonly weight: number;
  readonly counts: readonly number[];
}

function commonTokens(a: WeighedTrace, b: WeighedTrace): Common {
  const counts = [0, 0, 0, 0, 0, 0];
  let weight = 0;
  for (let i = 0, j = 0; i < a.stems.length && j < b.stems.length;) {
    const [left, right] = [a.stems[i] ?? 0, b.stems[j] ?? 0];
    if (left === right) {
      const kind = kindOfToken(left);
      counts[kind] = (counts[kind] ?? 0) + 1;
      if (kind === 0) weight += a.weights[i] ?? 0;
    }
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return { weight, counts };
}

function shareOf(common: readonly number[], a: WeighedTrace, b: WeighedTrace, kind: number): number {
  const both = common[kind] ?? 0;
  const all = (a.counts[kind] ?? 0) + (b.counts[kind] ?? 0) - both;
  return all === 0 ? 0 : both / all;
}

/** 1 where both are sure of the same, 0 where they are sure of different ones; `null` where one has no guess. */
function topicAgreement(a: ProblemTrace, b: ProblemTrace): number | null {
  const guessed = a.topics.length === 0 || b.topics.length === 0 ? null : overlap(a.topics, b.topics);
  if (a.label === null || b.label === null) return guessed;
  return a.label === b.label ? 0.95 + 0.05 * (guessed ?? 1) : 0.5 * (guessed ?? 0);
}

function overlap(one: readonly TopicGuess[], two: readonly TopicGuess[]): number {
  let sum = 0;
  for (const { topic, confidence } of one)
    for (const other of two) if (other.topic === topic) sum += Math.sqrt(confidence * other.confidence);
  return Math.min(1, sum);
}

function placeFeatures(a: ProblemTrace, b: ProblemTrace, metres: number | null) {
  const bothHouses = a.houseId !== null && b.houseId !== null;
  return {
    near: metres === null ? 0 : nearnessAt(metres),
    nearby: metres === null ? 0 : Math.exp(-metres / 120),
    far: metres === null ? 0 : farnessAt(metres),
    sameHouse: bothHouses && a.houseId === b.houseId ? 1 : 0,
    otherHouse: bothHouses && a.houseId !== b.houseId ? 1 : 0,
    sameStreet: a.streetId !== null && a.streetId === b.streetId ? 1 : 0,
  };
}

/** Houses named in the texts themselves; «47» and «47к1» may be one, «47к1» and «47к2» may not. */
function saidHouses(a: WeighedTrace, b: WeighedTrace, common: readonly number[]) {
  const [house, whole] = [common[2] ?? 0, common[3] ?? 0];
  const both = (kind: number): boolean => (a.counts[kind] ?? 0) > 0 && (b.counts[kind] ?? 0) > 0;
  return {
    saidHouse: house > 0 ? 1 : 0,
    saidWholeHouse: whole > 0 || (house > 0 && !both(3)) ? 1 : 0,
    saidOtherHouse: both(2) && (house === 0 || (whole === 0 && both(3))) ? 1 : 0,
  };
}

function unitFeatures(a: WeighedTrace, b: WeighedTrace, common: readonly number[]) {
  const both = (kind: number): boolean => (a.counts[kind] ?? 0) > 0 && (b.counts[kind] ?? 0) > 0;
  const same = (kind: number): 0 | 1 => ((common[kind] ?? 0) > 0 ? 1 : 0);
  const other = (kind: number): 0 | 1 => (both(kind) && same(kind) === 0 ? 1 : 0);
  return {
    sameEntrance: same(4),
    otherEntrance: other(4),
    sameFloor: same(5),
    otherFloor: other(5),
  };
}

/** Metres between the places of two problems; to the nearest of a line or an area. `null`: one is not known. */
export function metresBetween(a: ProblemTrace, b: ProblemTrace): number | null {
  const toShapes = [
    ...(a.shape === null || b.point === null ? [] : [metersToShape(b.point, a.shape)]),
    ...(b.shape === null || a.point === null ? [] : [metersToShape(a.point, b.shape)]),
  ];
  return toShapes.length > 0 ? Math.min(...toShapes) : metresApart(a.point, b.point);
}

/** Metres between two points of one neighbourhood; `null` when one is not known. */
export function metresApart(one: Point | null, two: Point | null): number | null {
  if (one === null || two === null) return null;
  const metresInDegree = 111_195;
  const narrowing = Math.cos((((one.lat + two.lat) / 2) * Math.PI) / 180);
  return Math.hypot(one.lat - two.lat, (one.lon - two.lon) * narrowing) * metresInDegree;
}
