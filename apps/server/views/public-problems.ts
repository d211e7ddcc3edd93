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
  /** What of them the public may see, by id: made when first asked for, by the topics as they were then. */
  known: { readonly topics: unknown; readonly byId: Promise<PubliclyKnown> } | null;
}

type PubliclyKnown = ReadonlyMap<string, Shown<PublicCandidate>>;

const kept = new WeakMap<App, Map<number, Kept>>();

/** Problems of a region as the public may see them. Privacy is decided after the filter, so a narrow one shows less, never more. */
export async function publicProblems(
  app: App,
  knowledge: RegionKnowledge,
  filter: PublicFilter,
): Promise<PublicProblems> {
  const rows = await keptOf(app, knowledge.region.id).rows;
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

function keptOf(app: App, regionId: number): Kept {
  const ofApp = kept.get(app) ?? new Map<number, Kept>();
  kept.set(app, ofApp);
  const now = app.now().getTime();
  const known = ofApp.get(regionId);
  if (known !== undefined && Math.abs(now - known.readAt) < KEPT_MS) return known;
  const rows = withScope(app.db, wholeRegion(regionId), (tx) =>
    publicCandidates(tx, regionId, MOST_PROBLEMS),
  );
  const read: Kept = { readAt: now, rows, known: null };
  ofApp.set(regionId, read);
  // A failed reading must not be remembered as the answer.
  rows.catch(() => ofApp.delete(regionId));
  return read;
}

/** Problems anybody may know of, by id, with the place the public may see; sorted out once a minute, not for every asker. */
export function publiclyKnown(app: App, { region, topics }: RegionKnowledge): Promise<PubliclyKnown> {
  const read = keptOf(app, region.id);
  if (read.known?.topics !== topics) {
    const sortOut = async (): Promise<PubliclyKnown> =>
      new Map(shownToPublic(await read.rows, topics).map((shown) => [shown.problem.id, shown]));
    read.known = { topics, byId: sortOut() };
  }
  return read.known.byId;
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
