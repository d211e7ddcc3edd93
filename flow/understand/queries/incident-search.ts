import { sql } from 'kysely';
import type { ProblemState } from '#kernel/appeal.ts';
import type { Db, Writer } from '#store/connection.ts';
import { wideCells, type NearbyIncident } from './incidents.ts';

/** A problem that may be the one sought, with the first of its cases that the asker may see. */
export interface FoundIncident extends NearbyIncident {
  readonly appeals: number;
  readonly created_at: Date;
  readonly municipality_id: number | null;
  readonly settlement_id: number | null;
  readonly appeal_id: string;
  readonly number: string;
  readonly excerpt: string;
  readonly state: ProblemState;
  readonly scheduled_on: string | null;
}

/** Where the sought problem is, as far as it is known. */
export interface SearchedPlace {
  readonly cells: readonly string[];
  readonly streetId: number | null;
}

/**
 * Problems of any topic in these cells or on this street, reported since `since` and not yet known to be gone, the latest
 * first. What the asker may not see is left out by row-level security.
 */
export async function incidentsAround(
  db: Db | Writer,
  regionId: number,
  { cells, streetId }: SearchedPlace,
  since: Date,
  limit: number,
): Promise<FoundIncident[]> {
  if (cells.length === 0 && streetId === null) return [];
  const { rows } = await sql<FoundIncident>`
    select i.id, i.topic, i.topics, i.h3_9, i.house_id, i.street_id, i.lat, i.lon, i.shape, i.last_reported_at, i.stems, i.appeals,
      i.created_at, i.municipality_id, i.settlement_id, s.appeal_id, s.number, s.excerpt,
      w.state, w.scheduled_on
    from incident i
    join incident_state w on w.region_id = i.region_id and w.incident_id = i.id
    join lateral (select x.appeal_id, x.number, x.excerpt from appeal_state x
      where x.region_id = i.region_id and x.incident_id = i.id and x.stage <> 'declined' order by x.received_at limit 1) s on true
    where i.region_id = ${regionId} and i.appeals > 0 and i.last_reported_at > ${since}
      and (i.h3_9 = any(${cells}::text[]) or i.street_id = ${streetId}
        or (i.shape is not null and i.h3_7 = any(${wideCells(cells)}::text[])))
      and w.state not in ('fixed_confirmed', 'verified_on_site', 'refused')
    order by i.last_reported_at desc limit ${limit}`.execute(db);
  return rows;
}

/** When the next answer about each of these problems is due, by the clocks named; only those whose moment has not passed. */
export async function nextAnswers(
  db: Db | Writer,
  regionId: number,
  incidentIds: readonly string[],
  clocks: readonly string[],
  now: Date,
): Promise<Map<string, Date>> {
  const { rows } = await sql<{ incident_id: string; due_at: Date }>`
    select x.incident_id, min(d.due_at) as due_at from appeal_state x
    join deadline d on d.region_id = x.region_id and d.appeal_id = x.appeal_id
    where x.region_id = ${regionId} and x.incident_id = any(${incidentIds}::uuid[]) and d.clock = any(${clocks}::text[])
      and d.met_at is null and d.cancelled_at is null and d.paused_at is null and d.due_at > ${now}
    group by x.incident_id`.execute(db);
  return new Map(rows.map((row) => [row.incident_id, row.due_at]));
}
