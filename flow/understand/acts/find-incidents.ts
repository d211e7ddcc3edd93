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
import { sameProblem, surelySame, type ProblemTrace, type SameProblem } from '../rules/duplicates.ts';

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
  readonly trace: ProblemTrace;
}

const DAYS_BACK = 30;
const DAY_MS = 86_400_000;
/** One ring of cells about 350 m across. */
const RINGS = 1;

/**
 * Ties each problem to an incident: to a known one that is surely the same, else to one of its own. Problems of the same batch
 * are compared with each other too. Less sure likeness is offered to people on the card.
 */
export async function findIncidents(
  tx: Writer,
  regionId: number,
  problems: readonly Traced[],
): Promise<Map<string, { readonly id: string; readonly isNew: boolean }>> {
  const known = new NearbyIndex();
  const oldest = Math.min(...problems.map((one) => one.at.getTime()));
  if (problems.length > 0) {
    const places = problems.flatMap(({ trace, columns }) =>
      trace.topic === null
        ? []
        : [
            {
              topic: trace.topic,
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
  const created: NewIncident[] = [];
  const joined: Joined[] = [];
  const result = new Map<string, { id: string; isNew: boolean }>();
  for (const problem of problems) {
    const match = bestMatch(problem, known);
    const id = match?.id ?? newId(problem.at);
    result.set(problem.appealId, { id, isNew: match === null });
    joined.push({
      appealId: problem.appealId,
      incidentId: id,
      at: problem.at,
      by: null,
      reason: match?.same.reason ?? 'first_report',
      score: match?.same.score ?? 1,
    });
    if (match !== null) continue;
    created.push(newIncident(id, problem));
    known.add({ id, trace: problem.trace }, problem.columns.h3_9);
  }
  await addIncidents(tx, regionId, created);
  await joinIncidents(tx, regionId, joined);
  return result;
}

/** Known problems by where a like one would be looked for. */
class NearbyIndex {
  readonly #byKey = new Map<string, Known[]>();

  add(known: Known, cell: string | null): void {
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
    return [...new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []))];
  }
}

function bestMatch(
  problem: Traced,
  known: NearbyIndex,
): { readonly id: string; readonly same: SameProblem } | null {
  let best: { id: string; same: SameProblem } | null = null;
  for (const other of known.near(problem)) {
    const same = sameProblem(problem.trace, other.trace);
    if (same !== null && same.score >= surelySame && (best === null || same.score > best.same.score))
      best = { id: other.id, same };
  }
  return best;
}

const fromRow = (row: NearbyIncident): Known => ({
  id: row.id,
  trace: {
    stems: row.stems,
    topic: row.topic,
    sector: null,
    point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
    houseId: row.house_id === null ? null : String(row.house_id),
    streetId: row.street_id === null ? null : String(row.street_id),
    at: row.last_reported_at,
  },
});

const newIncident = (id: string, problem: Traced): NewIncident => ({
  id,
  topic: problem.trace.topic,
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
