import { publicCandidates, type PublicCandidate } from '#flow/learn/queries/map-points.ts';
import { mapStateOf, shownToPublic, type MapState, type Shown } from '#flow/learn/rules/public-map.ts';
import { placeLabel } from '#flow/understand/rules/place-label.ts';
import { problemStates, type ProblemState } from '#kernel/appeal.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';

/** Drawn on one map at most; older ones are left out and the map says so. */
const MOST_PROBLEMS = 50_000;
/** A minute-old map is fresh enough, and a thousand readers cost one query. */
const KEPT_MS = 60_000;

/** What the reader asks to see. An empty list means nothing fits, `null` means no limit. */
export interface PublicFilter {
  readonly topics: readonly string[] | null;
  readonly states: readonly ProblemState[] | null;
  readonly municipalities: readonly number[] | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

export interface PublicProblems {
  /** With a place the public may see, newest first. */
  readonly placed: readonly (Shown<PublicCandidate> & { readonly at: NonNullable<Shown<unknown>['at']> })[];
  /** Everything that may be shown, with a place or without, newest first. */
  readonly all: readonly Shown<PublicCandidate>[];
  readonly withoutPlace: number;
  readonly isCut: boolean;
}

interface Kept {
  readonly readAt: number;
  readonly rows: Promise<readonly PublicCandidate[]>;
}

const kept = new WeakMap<App, Map<number, Kept>>();

/** Problems of a region as the public may see them. Privacy is decided after the filter, so a narrow one shows less, never more. */
export async function publicProblems(
  app: App,
  knowledge: RegionKnowledge,
  filter: PublicFilter,
): Promise<PublicProblems> {
  const rows = await candidates(app, knowledge.region.id);
  const fitting = rows.filter(
    (row) =>
      (filter.topics === null || filter.topics.includes(row.topic)) &&
      (filter.states === null || filter.states.includes(row.state)) &&
      (filter.municipalities === null ||
        (row.municipality_id !== null && filter.municipalities.includes(row.municipality_id))) &&
      (filter.from === null || row.created_at >= filter.from) &&
      (filter.to === null || row.created_at < filter.to),
  );
  const all = shownToPublic(fitting, knowledge.topics);
  const placed = all.flatMap(({ problem, at, shape }) => (at === null ? [] : [{ problem, at, shape }]));
  return { all, placed, withoutPlace: all.length - placed.length, isCut: rows.length === MOST_PROBLEMS };
}

function candidates(app: App, regionId: number): Promise<readonly PublicCandidate[]> {
  const ofApp = kept.get(app) ?? new Map<number, Kept>();
  kept.set(app, ofApp);
  const now = app.now().getTime();
  const known = ofApp.get(regionId);
  if (known !== undefined && Math.abs(now - known.readAt) < KEPT_MS) return known.rows;
  const rows = withScope(app.db, wholeRegion(regionId), (tx) =>
    publicCandidates(tx, regionId, MOST_PROBLEMS),
  );
  ofApp.set(regionId, { readAt: now, rows });
  // A failed reading must not be remembered as the answer.
  rows.catch(() => ofApp.delete(regionId));
  return rows;
}

/** Problems anybody may know of, by id, with the place the public may see. */
export async function publiclyKnown(
  app: App,
  knowledge: RegionKnowledge,
): Promise<ReadonlyMap<string, Shown<PublicCandidate>>> {
  const rows = await candidates(app, knowledge.region.id);
  return new Map(shownToPublic(rows, knowledge.topics).map((shown) => [shown.problem.id, shown]));
}

/** States of a problem that the map calls by this name. */
export const statesCalled = (name: MapState): ProblemState[] =>
  problemStates.filter((state) => mapStateOf[state] === name);

/** The street and the town, never the house. */
export function publicPlace(
  row: Pick<PublicCandidate, 'municipality_id' | 'settlement_id' | 'street_id'>,
  { understand }: RegionKnowledge,
): string | null {
  const idOf = (id: number | null): string | null => (id === null ? null : String(id));
  const reading = {
    municipalityId: idOf(row.municipality_id),
    settlementId: idOf(row.settlement_id),
    streetId: idOf(row.street_id),
  };
  return placeLabel(reading, null, understand.gazetteer);
}
