import { gridDisk } from 'h3-js';
import type { PlacePrecision } from '#kernel/place.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import {
  addIncidents,
  incidentsNear,
  joinIncidents,
  lockTopics,
  type Joined,
  type NearbyIncident,
  type NewIncident,
} from '../queries/incidents.ts';
import type { SaidSame } from '../queries/said-same.ts';
import { sameProblem, type JoinReason } from '../rules/duplicates.ts';
import { weigh, type WeighedTrace } from '../rules/duplicates-features.ts';
import { commonness } from '../rules/duplicates-rarity.ts';
import type { TopicGuess } from '../rules/topic-model.ts';
import type { ProblemTrace } from '../rules/duplicates-trace.ts';

/** What of a new problem is compared with the known ones. */
export interface Traced {
  readonly appealId: string;
  readonly at: Date;
  readonly precision: PlacePrecision;
  readonly columns: {
    readonly lat: number | null;
    readonly lon: number | null;
    readonly h3_5: string | null;
    readonly h3_7: string | null;
    readonly h3_9: string | null;
    readonly municipality_id: number | null;
    readonly settlement_id: number | null;
    readonly street_id: number | null;
    readonly house_id: number | null;
  };
  readonly trace: ProblemTrace;
}

interface Known {
  readonly id: string;
  readonly trace: WeighedTrace;
}

const DAYS_BACK = 30;
const DAY_MS = 86_400_000;
/** One ring of cells about 350 m across. */
const RINGS = 1;

/**
 * Ties each problem to an incident: to the one named with the message, to a known one that is surely the same, else to one of its own. Problems of the same batch
 * are compared with each other too. Less sure likeness is offered to people on the card.
 */
export async function findIncidents(
  tx: Writer,
  regionId: number,
  problems: readonly Traced[],
  said: ReadonlyMap<string, SaidSame>,
): Promise<Map<string, { readonly id: string; readonly isNew: boolean }>> {
  const known = await knownNear(tx, regionId, problems);
  const created: NewIncident[] = [];
  const joined: Joined[] = [];
  const result = new Map<string, { id: string; isNew: boolean }>();
  for (const problem of problems) {
    const match = saidMatch(said.get(problem.appealId)) ?? bestMatch(problem, known);
    const id = match?.id ?? newId(problem.at);
    result.set(problem.appealId, { id, isNew: match === null });
    joined.push({
      appealId: problem.appealId,
      incidentId: id,
      at: problem.at,
      by: null,
      reason: match?.reason ?? 'first_report',
      score: match?.score ?? 1,
    });
    if (match !== null) continue;
    created.push(newIncident(id, problem));
    known.add({ id, trace: weigh(problem.trace, commonness) }, problem.columns.h3_9);
  }
  await addIncidents(tx, regionId, created);
  await joinIncidents(tx, regionId, joined);
  return result;
}

/** Known problems near these, with the topics locked until the transaction ends. */
async function knownNear(tx: Writer, regionId: number, problems: readonly Traced[]): Promise<NearbyIndex> {
  const known = new NearbyIndex();
  const oldest = Math.min(...problems.map((one) => one.at.getTime()));
  if (problems.length > 0) {
    const places = problems.flatMap(({ trace, columns }) =>
      trace.topics[0] === undefined
        ? []
        : [
            {
              topic: trace.topics[0].topic,
              cells: columns.h3_9 === null ? [] : gridDisk(columns.h3_9, RINGS),
              streetId: columns.street_id,
            },
          ],
    );
    await lockTopics(
      tx,
      regionId,
      places.map((one) => one.topic),
    );
    for (const row of await incidentsNear(tx, regionId, places, new Date(oldest - DAYS_BACK * DAY_MS)))
      known.add(fromRow(row), row.h3_9);
  }
  return known;
}

/** Known problems by where a like one would be looked for. */
class NearbyIndex {
  readonly #byKey = new Map<string, Known[]>();
  readonly #shaped: Known[] = [];

  add(known: Known, cell: string | null): void {
    if (known.trace.shape !== null) this.#shaped.push(known);
    for (const key of [cell, known.trace.streetId === null ? null : `street:${known.trace.streetId}`]) {
      if (key === null) continue;
      const listed = this.#byKey.get(key);
      if (listed === undefined) this.#byKey.set(key, [known]);
      else listed.push(known);
    }
  }

  near(problem: Traced): Known[] {
    const cells = problem.columns.h3_9 === null ? [] : gridDisk(problem.columns.h3_9, RINGS);
    const keys = [...cells, ...(problem.trace.streetId === null ? [] : [`street:${problem.trace.streetId}`])];
    return [...new Set([...keys.flatMap((key) => this.#byKey.get(key) ?? []), ...this.#shaped])];
  }
}

interface Match {
  readonly id: string;
  readonly reason: JoinReason;
  readonly score: number;
}

const saidReason = { resident: 'said_by_resident', operator: 'said_by_operator' } as const;
const saidMatch = (said: SaidSame | undefined): Match | null =>
  said === undefined ? null : { id: said.incidentId, reason: saidReason[said.by], score: 1 };

function bestMatch(problem: Traced, known: NearbyIndex): Match | null {
  let best: Match | null = null;
  const sought = weigh(problem.trace, commonness);
  for (const other of known.near(problem)) {
    const same = sameProblem(sought, other.trace);
    if (same?.isSure === true && (best === null || same.score > best.score))
      best = { id: other.id, reason: same.reason, score: same.score };
  }
  return best;
}

/** A known problem, ready to be compared. */
export const fromRow = (row: NearbyIncident): Known => ({
  id: row.id,
  trace: weigh(
    {
      stems: row.stems,
      topics: topicsOf(row),
      label: null,
      point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
      shape: row.shape,
      houseId: row.house_id === null ? null : String(row.house_id),
      streetId: row.street_id === null ? null : String(row.street_id),
      at: row.last_reported_at,
    },
    commonness,
  ),
});

/** Problems kept before guesses were: their one topic, as good as sure. */
const topicsOf = (row: Pick<NearbyIncident, 'topic' | 'topics'>): readonly TopicGuess[] =>
  row.topics.length > 0 || row.topic === null ? row.topics : [{ topic: row.topic, confidence: 0.95 }];

const newIncident = (id: string, problem: Traced): NewIncident => ({
  id,
  topic: problem.trace.topics[0]?.topic ?? null,
  topics: problem.trace.topics,
  at: problem.at,
  precision: problem.precision,
  lat: problem.columns.lat,
  lon: problem.columns.lon,
  h3_5: problem.columns.h3_5,
  h3_7: problem.columns.h3_7,
  h3_9: problem.columns.h3_9,
  municipalityId: problem.columns.municipality_id,
  settlementId: problem.columns.settlement_id,
  streetId: problem.columns.street_id,
  houseId: problem.columns.house_id,
  stems: problem.trace.stems,
});
