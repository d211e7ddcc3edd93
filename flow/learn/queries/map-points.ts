import { sql } from 'kysely';
import type { ProblemState } from '#kernel/appeal.ts';
import type { PlacePrecision } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';
import type { Db, Writer } from '#store/connection.ts';

export interface MapFilter {
  readonly topics: readonly string[] | null;
  readonly states: readonly ProblemState[] | null;
  readonly municipalities: readonly number[] | null;
  readonly from: Date;
  readonly to: Date;
}

export interface MapRow {
  readonly id: string;
  readonly lat: number;
  readonly lon: number;
  readonly topic: string | null;
  readonly state: ProblemState;
  readonly appeals: number;
  readonly created_at: Date;
  readonly precision: string;
  readonly appeal_id: string | null;
  readonly shape: Shape | null;
}

const where = (regionId: number, filter: MapFilter) => sql`i.region_id = ${regionId}
  and i.created_at >= ${filter.from} and i.created_at < ${filter.to} and i.appeals > 0
  ${filter.topics === null ? sql`` : sql`and i.topic = any(${filter.topics}::text[])`}
  ${filter.municipalities === null ? sql`` : sql`and i.municipality_id = any(${filter.municipalities}::int[])`}
  ${filter.states === null ? sql`` : sql`and s.state = any(${filter.states}::text[])`}`;

/** Problems with a point, newest first, at most `limit`. What the asker may not see is left out by row-level security on cases. */
export async function mapPoints(
  db: Db | Writer,
  regionId: number,
  filter: MapFilter,
  limit: number,
): Promise<MapRow[]> {
  const rows = await sql<MapRow>`
    select i.id, i.lat, i.lon, i.topic, s.state, i.appeals, i.created_at, i.place_precision as precision, i.shape, a.appeal_id
    from incident i
    join incident_state s on s.region_id = i.region_id and s.incident_id = i.id
    join lateral (select x.appeal_id from appeal_state x where x.region_id = i.region_id and x.incident_id = i.id order by x.received_at limit 1) a on true
    where ${where(regionId, filter)} and i.lat is not null
    order by i.created_at desc limit ${limit}`.execute(db);
  return rows.rows;
}

/** How many problems of the same filter have no point, counted up to `limit`. */
export async function countWithoutPlace(
  db: Db | Writer,
  regionId: number,
  filter: MapFilter,
  limit: number,
): Promise<number> {
  const rows = await sql<{ n: number }>`select count(*) as n from (
    select 1 from incident i
    join incident_state s on s.region_id = i.region_id and s.incident_id = i.id
    where ${where(regionId, filter)} and i.lat is null
      and exists (select 1 from appeal_state x where x.region_id = i.region_id and x.incident_id = i.id)
    limit ${limit}) n`.execute(db);
  return rows.rows[0]?.n ?? 0;
}

/** A problem for the public map, before the rules of privacy: what may be shown of it they decide. */
export interface PublicCandidate {
  readonly id: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly precision: PlacePrecision;
  readonly topic: string;
  readonly state: ProblemState;
  readonly appeals: number;
  readonly created_at: Date;
  readonly municipality_id: number | null;
  readonly settlement_id: number | null;
  readonly street_id: number | null;
  readonly authority_id: number | null;
  readonly shape: Shape | null;
}

/**
 * Problems that somebody still stands behind: reported by a case that is a problem of the region, not declined and not
 * withdrawn, whose topic the machine is sure of, or a person named it or sent the case to work: a wrong topic could show what
 * must be hidden. Newest first, at most `limit`.
 */
export async function publicCandidates(
  db: Db | Writer,
  regionId: number,
  limit: number,
): Promise<PublicCandidate[]> {
  const rows = await sql<PublicCandidate>`
    select i.id, i.lat, i.lon, i.place_precision as precision, i.topic, s.state, i.appeals, i.created_at,
      i.municipality_id, i.settlement_id, i.street_id, i.shape, a.authority_id
    from incident i
    join incident_state s on s.region_id = i.region_id and s.incident_id = i.id
    join lateral (
      select x.authority_id from appeal_state x
      where x.region_id = i.region_id and x.incident_id = i.id and x.kind = 'problem' and x.stage <> 'declined'
        and x.closed_as is distinct from 'withdrawn' and x.needs_attention is distinct from 'place_outside'
        and (
          exists (
            select 1 from understanding u
            where u.region_id = x.region_id and u.appeal_id = x.appeal_id and u.acts_alone)
          or exists (
            select 1 from appeal_move m
            where m.region_id = x.region_id and m.appeal_id = x.appeal_id and m.action = 'assign' and m.by_whom = 'staff')
        )
      order by x.received_at limit 1
    ) a on true
    where i.region_id = ${regionId} and i.appeals > 0 and i.topic is not null
    order by i.created_at desc limit ${limit}`.execute(db);
  return rows.rows;
}
