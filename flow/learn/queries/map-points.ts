import { sql } from 'kysely';
import type { ProblemState } from '#kernel/appeal.ts';
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
    select i.id, i.lat, i.lon, i.topic, s.state, i.appeals, i.created_at, i.place_precision as precision, a.appeal_id
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
