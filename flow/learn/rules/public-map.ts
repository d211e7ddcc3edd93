import { cellToLatLng, latLngToCell } from 'h3-js';
import type { ProblemState } from '#kernel/appeal.ts';
import type { Point } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';
import type { Topic } from '#centre/rules/topic.ts';

/** How the public map names the state of a problem. */
export const mapStates = ['open', 'in_work', 'done', 'disputed'] as const;
export type MapState = (typeof mapStates)[number];

/**
 * Only what residents confirmed or an inspector saw is "done": the executor's word alone is not. A refusal or a handover
 * fixes nothing, so both stay open.
 */
export const mapStateOf: Readonly<Record<ProblemState, MapState>> = {
  unconfirmed: 'open',
  confirmed: 'open',
  in_work: 'in_work',
  scheduled: 'in_work',
  needs_money: 'in_work',
  fixed_reported: 'in_work',
  fixed_confirmed: 'done',
  verified_on_site: 'done',
  disputed: 'disputed',
  refused: 'open',
  outside_powers: 'open',
};

/** Fewer problems of a topic in a municipality than this would point at people. */
export const SMALLEST_COUNT = 3;

/** About a block: cells of this resolution are 350 metres across. */
const BLOCK_RESOLUTION = 9;

/** What of a topic decides how it is shown. */
export type ShownTopic = Pick<Topic, 'visibility' | 'isResidential' | 'smallCounts'>;

/** What of a problem the rules look at. */
export interface Mappable {
  readonly topic: string;
  readonly municipality_id: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly shape: Shape | null;
}

/** A problem that may be shown, with the place the public may see; no point: it is only counted. */
export interface Shown<T> {
  readonly problem: T;
  readonly at: Point | null;
  /** Its line or area; never of what concerns a dwelling. */
  readonly shape: Shape | null;
}

/**
 * What of these problems the public may see. Sensitive and hidden topics, and topics nobody knows, are left out whole:
 * a point says where somebody is ill or in need. A topic with small counts is shown from three problems of it in a
 * municipality on. Whatever concerns a dwelling is moved to the middle of its block, so no house is told.
 */
export function shownToPublic<T extends Mappable>(
  problems: readonly T[],
  topics: ReadonlyMap<string, ShownTopic>,
): Shown<T>[] {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(countKey(problem), (counts.get(countKey(problem)) ?? 0) + 1);
  return problems.flatMap((problem) => {
    const topic = topics.get(problem.topic);
    if (topic === undefined || topic.visibility !== 'public') return [];
    if (topic.smallCounts && (counts.get(countKey(problem)) ?? 0) < SMALLEST_COUNT) return [];
    return [{ problem, at: shownPoint(problem, topic), shape: isRounded(topic) ? null : problem.shape }];
  });
}

const countKey = (problem: Mappable): string => `${problem.topic} ${problem.municipality_id ?? ''}`;

function shownPoint({ lat, lon }: Mappable, topic: ShownTopic): Point | null {
  if (lat === null || lon === null) return null;
  return isRounded(topic) ? middleOfBlock({ lat, lon }) : { lat, lon };
}

const isRounded = (topic: ShownTopic): boolean => topic.isResidential || topic.smallCounts;

/** The centre of the H3 cell a point lies in: the same for every house of the block. */
export function middleOfBlock(point: Point): Point {
  const [lat, lon] = cellToLatLng(latLngToCell(point.lat, point.lon, BLOCK_RESOLUTION));
  return { lat, lon };
}
