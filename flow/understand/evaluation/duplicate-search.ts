import { likelihoodOf, likelySame, sameProblem } from '../rules/duplicates.ts';
import { compareTraces } from '../rules/duplicates-features.ts';
import type { WeighedTrace } from '../rules/duplicates-features.ts';
import { ProblemIndex } from '../rules/duplicates-index.ts';
import { commonness } from '../rules/duplicates-rarity.ts';
import type { ProblemTrace } from '../rules/duplicates-trace.ts';

/** A message among which, and for which, the same problem is sought. */
export interface SoughtAppeal {
  readonly id: string;
  readonly trace: ProblemTrace;
  /** Whether its moment is known. */
  readonly isTimed: boolean;
}

export interface SoughtPair {
  readonly one: string;
  readonly two: string;
  readonly isSame: boolean;
}

export interface SearchFigures {
  /** Pairs of one problem whose two messages are known. */
  readonly n: number;
  readonly appeals: number;
  readonly unknownPairs: number;
  /** Messages left out because an earlier one has their id. */
  readonly repeatedIds: number;
  /** Whether messages were sought among earlier ones; among all others where moments are not known. */
  readonly isTimed: boolean;
  readonly recallAt1: number;
  readonly recallAt5: number;
  readonly recallAt10: number;
  readonly mrr: number;
  readonly meanMs: number;
  readonly p95Ms: number;
  /** Pairs of a searched message and an earlier one that would be joined alone or offered, and the share the pairs call one problem. */
  readonly joined: number;
  readonly joinedPrecision: number | null;
  readonly offered: number;
  readonly offeredPrecision: number | null;
}

interface Tally {
  readonly places: (number | null)[];
  readonly times: number[];
  joined: number;
  joinedRight: number;
  offered: number;
  offeredRight: number;
}

/**
 * Looks for the later message of each pair among all earlier ones; where most moments are not known, among all others. Words are
 * weighed as the program weighs them: by the shipped table, which knows nothing of later messages.
 *
 * @param appeals of several with one id the first counts; one without a moment is there before all others
 * @param clock milliseconds, for the time of one search
 */
export function measureSearch(
  appeals: readonly SoughtAppeal[],
  pairs: readonly SoughtPair[],
  clock: () => number,
): SearchFigures {
  const once = [...new Map(appeals.toReversed().map((one) => [one.id, one])).values()].toReversed();
  const isTimed = once.filter((one) => one.isTimed).length * 2 > once.length;
  const momentOf = ({ trace, isTimed: isKnown }: SoughtAppeal): number =>
    isKnown ? trace.at.getTime() : -Infinity;
  const ordered = isTimed
    ? once.toSorted((a, b) => (momentOf(a) === momentOf(b) ? 0 : momentOf(a) - momentOf(b)))
    : once;
  const order = new Map(ordered.map(({ id }, at) => [id, at]));
  const { asked, group, known } = partners(pairs, order);
  const index = new ProblemIndex<string>(commonness);
  const tally: Tally = { places: [], times: [], joined: 0, joinedRight: 0, offered: 0, offeredRight: 0 };
  if (!isTimed) for (const { id, trace } of ordered) index.add(id, trace);
  for (const appeal of ordered) {
    const sought = asked.get(appeal.id);
    if (sought !== undefined) search(index, appeal, sought, group, clock, tally);
    if (isTimed) index.add(appeal.id, appeal.trace);
  }
  return figuresOf(tally, {
    n: known,
    appeals: once.length,
    repeatedIds: appeals.length - once.length,
    isTimed,
    unknownPairs: pairs.length - countKnown(pairs, order),
  });
}

const countKnown = (pairs: readonly SoughtPair[], order: ReadonlyMap<string, number>): number =>
  pairs.filter(({ one, two }) => order.has(one) && order.has(two)).length;

/** Whom each later message should find, and which messages are one problem by way of others. */
function partners(pairs: readonly SoughtPair[], order: ReadonlyMap<string, number>) {
  const asked = new Map<string, string[]>();
  const above = new Map<string, string>();
  const group = (id: string): string => {
    let top = id;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    return top;
  };
  let known = 0;
  for (const { one, two, isSame } of pairs) {
    const [first, second] = [order.get(one), order.get(two)];
    if (first === undefined || second === undefined || !isSame) continue;
    known += 1;
    const [query, partner] = first > second ? [one, two] : [two, one];
    asked.set(query, [...(asked.get(query) ?? []), partner]);
    if (group(one) !== group(two)) above.set(group(one), group(two));
  }
  return { asked, group, known };
}

/** The first searches are made twice and the second is timed: a server searches all day long. */
const WARMING = 100;

function search(
  index: ProblemIndex<string>,
  appeal: SoughtAppeal,
  partnersOf: readonly string[],
  group: (id: string) => string,
  clock: () => number,
  tally: Tally,
): void {
  if (tally.times.length < WARMING) rankedFor(index, appeal);
  const from = clock();
  const { sought, ranked } = rankedFor(index, appeal);
  tally.times.push(clock() - from);
  for (const partner of partnersOf) {
    const place = ranked.findIndex(({ id }) => id === partner);
    tally.places.push(place < 0 ? null : place);
  }
  for (const { id, trace } of ranked) countVerdict(sought, trace, group(id) === group(appeal.id), tally);
}

/** What may be the same problem as a message, the likeliest first. */
function rankedFor(index: ProblemIndex<string>, appeal: SoughtAppeal) {
  const { sought, found } = index.near(appeal.trace);
  const ranked = found
    .filter(({ id }) => id !== appeal.id)
    .map((one) => ({ ...one, score: likelihoodOf(compareTraces(sought, one.trace)) }))
    .sort((a, b) => b.score - a.score);
  return { sought, ranked };
}

function countVerdict(one: WeighedTrace, two: WeighedTrace, isRight: boolean, tally: Tally): void {
  const same = sameProblem(one, two);
  if (same === null || same.score < likelySame) return;
  tally.offered += 1;
  if (isRight) tally.offeredRight += 1;
  if (!same.isSure) return;
  tally.joined += 1;
  if (isRight) tally.joinedRight += 1;
}

function figuresOf(
  { places, times, ...counted }: Tally,
  sizes: Pick<SearchFigures, 'n' | 'appeals' | 'unknownPairs' | 'repeatedIds' | 'isTimed'>,
): SearchFigures {
  const within = (most: number): number =>
    rounded(places.filter((place) => place !== null && place < most).length / places.length);
  const sorted = times.toSorted((a, b) => a - b);
  const share = (right: number, of: number): number | null => (of === 0 ? null : rounded(right / of));
  return {
    ...sizes,
    recallAt1: within(1),
    recallAt5: within(5),
    recallAt10: within(10),
    mrr: rounded(
      places.reduce<number>((sum, place) => sum + (place === null ? 0 : 1 / (place + 1)), 0) / places.length,
    ),
    meanMs: rounded(times.reduce((sum, time) => sum + time, 0) / times.length),
    p95Ms: rounded(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    joined: counted.joined,
    joinedPrecision: share(counted.joinedRight, counted.joined),
    offered: counted.offered,
    offeredPrecision: share(counted.offeredRight, counted.offered),
  };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
