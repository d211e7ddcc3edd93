import { gridDisk } from 'h3-js';
import type { NeighbourProblem } from '#contract/neighbours.ts';
import { SMALLEST_COUNT, type ShownTopic } from '#flow/learn/rules/public-map.ts';
import { fromRow } from '#flow/understand/acts/find-incidents.ts';
import { placeColumns, pointOf, readMessage, whereItLies } from '#flow/understand/acts/read-message.ts';
import { settlePlaces } from '#flow/understand/acts/settle-places.ts';
import {
  incidentsAround,
  nextAnswers,
  type FoundIncident,
} from '#flow/understand/queries/incident-search.ts';
import { countReporters } from '#flow/understand/queries/reporters.ts';
import { likelySame, sameProblem } from '#flow/understand/rules/duplicates.ts';
import { metresApart, weigh } from '#flow/understand/rules/duplicates-features.ts';
import { commonness } from '#flow/understand/rules/duplicates-rarity.ts';
import type { ProblemTrace } from '#flow/understand/rules/duplicates-trace.ts';
import { isPossiblePoint, type Point } from '#kernel/place.ts';
import type { App } from '#house/app.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import { answerClocks } from './answer-due.ts';
import { publiclyKnown, publicPlace } from './public-problems.ts';

/** What is typed so far. */
export interface TypedSoFar {
  readonly text: string;
  readonly point?: Point | null | undefined;
  readonly address?: string | null | undefined;
}

/** A problem near the typed one, as staff may see it. */
export interface NeighbourFound {
  readonly row: FoundIncident;
  readonly metres: number | null;
  readonly answerBy: Date | null;
  /** How many different people reported it. */
  readonly people: number;
}

const MOST_SHOWN = 3;
/** Of the likeliest, those that somebody may be shown. */
const MOST_FOUND = 12;
const MOST_COMPARED = 200;
/** Fewer letters than this name no problem yet. */
const SHORTEST_TEXT = 8;
const LONGEST_READ = 4_000;
const DAYS_BACK = 30;
const DAY_MS = 86_400_000;

/**
 * Open problems that the typed words are likely about, the likeliest first, a dozen at most. Nothing before the place is known
 * to a street: a topic alone is no neighbour. Within what the transaction may see.
 *
 * @param mayShow problems that whoever asks may be told of
 * @returns `null` when there is nowhere to look: no place is named, or none that is known to a street
 */
export async function neighboursOf(
  tx: Writer,
  { knowledge, seals }: { readonly knowledge: RegionKnowledge; readonly seals: Seals },
  typed: TypedSoFar,
  now: Date,
  mayShow: (incidentId: string) => boolean = () => true,
): Promise<NeighbourFound[] | null> {
  if (typed.text.trim().length < SHORTEST_TEXT) return [];
  const trace = await traceOf(tx, knowledge, typed, now);
  if (trace === null) return null;
  const { cell, streetId } = trace;
  const regionId = knowledge.region.id;
  const place = { cells: cell === null ? [] : gridDisk(cell, 1), streetId };
  const since = new Date(now.getTime() - DAYS_BACK * DAY_MS);
  const rows = await incidentsAround(tx, regionId, place, since, MOST_COMPARED);
  const sought = weigh(trace.trace, commonness);
  const likely = rows
    .map((row) => ({ row, same: sameProblem(sought, fromRow(row).trace) }))
    .flatMap(({ row, same }) =>
      same === null || same.score < likelySame ? [] : [{ row, score: same.score }],
    )
    .sort((a, b) => b.score - a.score);
  const found = likely.filter(({ row }) => mayShow(row.id)).slice(0, MOST_FOUND);
  const ids = found.map(({ row }) => row.id);
  const people = await countReporters(tx, regionId, ids, seals);
  const codes = answerClocks(knowledge.route.clockwork.clocks);
  const due = await nextAnswers(tx, regionId, ids, codes, now);
  return found.map(({ row }) => ({
    row,
    metres: metresApart(trace.trace.point, pointIn(row)),
    answerBy: due.get(row.id) ?? null,
    people: people.get(row.id) ?? 0,
  }));
}

const pointIn = ({ lat, lon }: FoundIncident): Point | null =>
  lat === null || lon === null ? null : { lat, lon };

async function traceOf(
  tx: Writer,
  { region, understand }: RegionKnowledge,
  typed: TypedSoFar,
  now: Date,
): Promise<{
  readonly trace: ProblemTrace;
  readonly cell: string | null;
  readonly streetId: number | null;
} | null> {
  const given = typed.point ?? null;
  const { judgement, place } = readMessage(
    {
      text: typed.text.slice(0, LONGEST_READ),
      point: given !== null && isPossiblePoint(given) ? given : null,
      address: typed.address ?? null,
      hasFiles: false,
    },
    understand,
  );
  const [settled] = await settlePlaces(tx, region.id, [place], understand.gazetteer);
  if (settled === undefined || settled.place.outside) return null;
  const where = whereItLies(settled.place, understand);
  const columns = placeColumns(where);
  if (columns.h3_9 === null && columns.street_id === null) return null;
  return {
    cell: columns.h3_9,
    streetId: columns.street_id,
    trace: {
      stems: judgement.stems,
      topics: judgement.topics.filter(({ topic }) => understand.topics.has(topic)),
      label: null,
      point: pointOf(where),
      shape: null,
      houseId: where.houseId,
      streetId: where.streetId,
      at: now,
    },
  };
}

/**
 * The same for a resident: only what the public map tells of as well, without numbers and words. What concerns a dwelling is
 * told from three people on, and only to who names the same house: nobody learns from here what a neighbour wrote.
 */
export async function neighboursSeen(
  app: App,
  knowledge: RegionKnowledge,
  typed: TypedSoFar,
  now: Date,
): Promise<NeighbourProblem[]> {
  const known = await publiclyKnown(app, knowledge);
  const found = await withScope(app.db, wholeRegion(knowledge.region.id), (tx) =>
    neighboursOf(tx, { knowledge, seals: app.seals }, typed, now, (id) => known.has(id)),
  );
  return (found ?? [])
    .flatMap((one) => {
      const { row, metres, people } = one;
      const shown = known.get(row.id);
      const topic = row.topic === null ? undefined : knowledge.topics.get(row.topic);
      if (shown === undefined || topic === undefined) return [];
      const isHome = isDwelling(topic);
      if (isHome && (people < SMALLEST_COUNT || row.house_id === null || metres !== 0)) return [];
      const view = neighbourView({ ...one, metres: isHome ? null : metres });
      return [{ ...view, place: publicPlace(shown.problem, knowledge) }];
    })
    .slice(0, MOST_SHOWN);
}

const isDwelling = (topic: ShownTopic): boolean => topic.isResidential || topic.smallCounts;

export const neighbourView = ({
  row,
  metres,
  answerBy,
  people,
}: NeighbourFound): Omit<NeighbourProblem, 'place'> => ({
  incidentId: row.id,
  topic: row.topic,
  state: row.state,
  neighbours: people,
  metres: metres === null ? null : Math.round(metres),
  reportedAt: row.last_reported_at.toISOString(),
  answerBy: answerBy?.toISOString() ?? null,
  scheduledOn: row.scheduled_on,
});

/** What a resident named as the same problem, if it is one that anybody may know of. */
export async function saidByResident(
  app: App,
  knowledge: RegionKnowledge,
  incidentId: string | null,
): Promise<{ readonly incidentId: string; readonly by: 'resident' } | null> {
  if (incidentId === null) return null;
  const known = await publiclyKnown(app, knowledge);
  return known.has(incidentId) ? { incidentId, by: 'resident' } : null;
}
