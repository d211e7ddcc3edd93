import { cellToParent, gridDisk } from 'h3-js';
import { sql } from 'kysely';
import { placePrecisions, type PlacePrecision } from '#kernel/place.ts';
import type { Shape } from '#kernel/shape.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { JoinReason } from '../rules/duplicates.ts';
import type { TopicGuess } from '../rules/topic-model.ts';

/** A known problem near a new message. */
export interface NearbyIncident {
  readonly id: string;
  readonly topic: string | null;
  readonly topics: readonly TopicGuess[];
  readonly h3_9: string | null;
  readonly house_id: number | null;
  readonly street_id: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly shape: Shape | null;
  readonly last_reported_at: Date;
  readonly stems: readonly number[];
}

/** Where to look for known problems: the cells around a point, or the street. */
export interface LookingPlace {
  readonly topic: string;
  readonly cells: readonly string[];
  readonly streetId: number | null;
}

/**
 * Waits while another transaction looks for known problems of these topics: two neighbours who write at one moment must not
 * open two problems, each blind to the other.
 */
export async function lockTopics(tx: Writer, regionId: number, topics: readonly string[]): Promise<void> {
  const keys = [...new Set(topics)].toSorted().map((topic) => `problems:${regionId}:${topic}`);
  // One by one in one order, so that two batches never wait for each other in a circle.
  // One statement; the rows come out sorted, so the locks are taken in one order everywhere.
  await sql`select pg_advisory_xact_lock(k.hash) from (
    select distinct hashtextextended(key, 0) as hash from unnest(${keys}::text[]) as key order by hash offset 0) k`.execute(
    tx,
  );
}

/** Problems of these topics in these cells or on these streets, reported since `since`; a batch asks once. */
export async function incidentsNear(
  tx: Db | Writer,
  regionId: number,
  places: readonly LookingPlace[],
  since: Date,
): Promise<NearbyIncident[]> {
  const cells = [...new Set(places.flatMap((one) => one.cells.map((cell) => `${cell} ${one.topic}`)))].map(
    (pair) => pair.split(' '),
  );
  const streets = [
    ...new Set(places.flatMap((one) => (one.streetId === null ? [] : [`${one.streetId} ${one.topic}`]))),
  ].map((pair) => pair.split(' '));
  const wide = [
    ...new Set(places.flatMap((one) => wideCells(one.cells).map((cell) => `${cell} ${one.topic}`))),
  ].map((pair) => pair.split(' '));
  if (cells.length === 0 && streets.length === 0) return [];
  const columns = sql.raw(
    'i.id, i.topic, i.topics, i.h3_9, i.house_id, i.street_id, i.lat, i.lon, i.shape, i.last_reported_at, i.stems',
  );
  const rows = await sql<NearbyIncident>`
    select ${columns} from unnest(${cells.map(([cell]) => cell)}::text[], ${cells.map(([, topic]) => topic)}::text[]) as p(cell, topic)
    join incident i on i.region_id = ${regionId} and i.h3_9 = p.cell and i.topic = p.topic and i.last_reported_at > ${since} and i.appeals > 0
    union
    select ${columns} from unnest(${streets.map(([street]) => Number(street))}::int[], ${streets.map(([, topic]) => topic)}::text[]) as p(street, topic)
    join incident i on i.region_id = ${regionId} and i.street_id = p.street and i.topic = p.topic and i.last_reported_at > ${since} and i.appeals > 0
    union
    select ${columns} from unnest(${wide.map(([cell]) => cell)}::text[], ${wide.map(([, topic]) => topic)}::text[]) as p(cell, topic)
    join incident i on i.region_id = ${regionId} and i.h3_7 = p.cell and i.topic = p.topic and i.shape is not null
      and i.last_reported_at > ${since} and i.appeals > 0`.execute(tx);
  return rows.rows;
}

/** Cells around these in which a long line or a large area may have its middle. */
export const wideCells = (cells: readonly string[]): string[] => [
  ...new Set(cells.slice(0, 1).flatMap((cell) => gridDisk(cellToParent(cell, WIDE_RESOLUTION), 1))),
];

/** Cells of it are about two kilometres across. */
const WIDE_RESOLUTION = 7;

export interface NewIncident {
  readonly id: string;
  readonly topic: string | null;
  readonly topics: readonly TopicGuess[];
  readonly at: Date;
  readonly precision: PlacePrecision;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly h3_5: string | null;
  readonly h3_7: string | null;
  readonly h3_9: string | null;
  readonly municipalityId: number | null;
  readonly settlementId: number | null;
  readonly streetId: number | null;
  readonly houseId: number | null;
  readonly stems: readonly number[];
}

export const addIncidents = (tx: Writer, regionId: number, list: readonly NewIncident[]): Promise<void> =>
  insertRows(
    tx,
    'incident',
    list.map((one) => ({
      region_id: regionId,
      id: one.id,
      topic: one.topic,
      topics: one.topics,
      created_at: one.at,
      last_reported_at: one.at,
      appeals: 0,
      place_precision: one.precision,
      lat: one.lat,
      lon: one.lon,
      h3_5: one.h3_5,
      h3_7: one.h3_7,
      h3_9: one.h3_9,
      municipality_id: one.municipalityId,
      settlement_id: one.settlementId,
      street_id: one.streetId,
      house_id: one.houseId,
      stems: [...one.stems],
    })),
  );

export interface Joined {
  readonly appealId: string;
  readonly incidentId: string;
  readonly at: Date;
  readonly by: string | null;
  readonly reason: JoinReason;
  readonly score: number;
}

/** Ties cases to problems and counts them there. */
export async function joinIncidents(tx: Writer, regionId: number, list: readonly Joined[]): Promise<void> {
  if (list.length === 0) return;
  await insertRows(
    tx,
    'incident_appeal',
    list.map((one) => ({
      region_id: regionId,
      appeal_id: one.appealId,
      incident_id: one.incidentId,
      joined_at: one.at,
      by_staff: one.by,
      reason: one.reason,
      score: one.score,
    })),
  );
  await sql`update incident i set appeals = i.appeals + j.n, last_reported_at = greatest(i.last_reported_at, j.last),
      created_at = least(i.created_at, j.first)
    from (select incident_id, count(*)::int as n, min(at) as first, max(at) as last
      from unnest(${list.map((one) => one.incidentId)}::uuid[], ${list.map((one) => one.at)}::timestamptz[]) as x(incident_id, at) group by incident_id) j
    where i.region_id = ${regionId} and i.id = j.incident_id`.execute(tx);
}

/**
 * Moves cases from their problems to others. Every resident keeps their own thread; only the ties change.
 *
 * @returns the problem each case was tied to, by case
 */
export async function moveToIncidents(
  tx: Writer,
  regionId: number,
  list: readonly Joined[],
): Promise<Map<string, string>> {
  if (list.length === 0) return new Map();
  const untied = await sql<{ appeal_id: string; incident_id: string }>`
    delete from incident_appeal where region_id = ${regionId} and appeal_id = any(${list.map((one) => one.appealId)}::uuid[])
    returning appeal_id, incident_id`.execute(tx);
  await sql`update incident i set appeals = greatest(i.appeals - x.n, 0)
    from (select incident_id, count(*)::int as n from unnest(${untied.rows.map((row) => row.incident_id)}::uuid[]) as u(incident_id)
      group by incident_id) x
    where i.region_id = ${regionId} and i.id = x.incident_id`.execute(tx);
  await joinIncidents(tx, regionId, list);
  return new Map(untied.rows.map((row) => [row.appeal_id, row.incident_id]));
}

/** The same for one case. */
export const moveToIncident = async (tx: Writer, regionId: number, one: Joined): Promise<string | null> =>
  (await moveToIncidents(tx, regionId, [one])).get(one.appealId) ?? null;

export const incidentExists = async (
  tx: Db | Writer,
  regionId: number,
  incidentId: string,
): Promise<boolean> =>
  (await tx
    .selectFrom('incident')
    .select('id')
    .where('region_id', '=', regionId)
    .where('id', '=', incidentId)
    .executeTakeFirst()) !== undefined;

export const readIncident = (tx: Db | Writer, regionId: number, incidentId: string) =>
  tx
    .selectFrom('incident')
    .selectAll()
    .where('region_id', '=', regionId)
    .where('id', '=', incidentId)
    .executeTakeFirst();

/** The other cases of the same problem that the asker may see. */
export async function neighboursOf(
  db: Db | Writer,
  regionId: number,
  incidentId: string,
  appealId: string,
  limit: number,
) {
  const rows = await sql<{
    appeal_id: string;
    number: string;
    excerpt: string;
    received_at: Date;
    reason: JoinReason;
    score: number;
  }>`
    select s.appeal_id, s.number, s.excerpt, s.received_at, j.reason, j.score
    from incident_appeal j join appeal_state s on s.region_id = j.region_id and s.appeal_id = j.appeal_id
    where j.region_id = ${regionId} and j.incident_id = ${incidentId} and j.appeal_id <> ${appealId}
    order by s.received_at desc limit ${limit}`.execute(db);
  return rows.rows;
}

/**
 * Brings the problems in line with their cases: topic, place and words of the best known one (seen by a person, then the
 * most exact place, then the surest topic, then the first), how many there are and when the first and the last one came.
 * A problem that has no case any more keeps what it had.
 */
export async function refreshIncidents(
  tx: Writer,
  regionId: number,
  incidentIds: readonly string[],
): Promise<void> {
  await sql`
    with mine as (
      select j.incident_id, j.appeal_id, a.received_at from incident_appeal j
      join appeal a on a.region_id = j.region_id and a.id = j.appeal_id
      where j.region_id = ${regionId} and j.incident_id = any(${incidentIds}::uuid[])
    ), counted as (
      select incident_id, count(*)::int as appeals, min(received_at) as first, max(received_at) as last from mine group by incident_id
    ), best as (
      select distinct on (m.incident_id) m.incident_id, u.*, t.stems
      from mine m
      join lateral (select * from understanding x where x.region_id = ${regionId} and x.appeal_id = m.appeal_id order by x.seq desc limit 1) u on true
      left join appeal_text t on t.region_id = ${regionId} and t.appeal_id = m.appeal_id
      where u.kind = 'problem'
      order by m.incident_id, (u.by_staff is null), array_position(${[...placePrecisions]}::text[], u.place_precision),
        u.topic_confidence desc nulls last, m.received_at, m.appeal_id
    )
    update incident i set appeals = coalesce(c.appeals, 0), last_reported_at = coalesce(c.last, i.last_reported_at),
      created_at = coalesce(c.first, i.created_at), topic = coalesce(b.topic, i.topic),
      topics = case when b.topic is null then i.topics when b.by_staff is null or b.topic_confidence < 1 then b.topic_candidates
        else jsonb_build_array(jsonb_build_object('topic', b.topic, 'confidence', 1)) end,
      place_precision = coalesce(b.place_precision, i.place_precision),
      lat = case when b.incident_id is null then i.lat else b.lat end, lon = case when b.incident_id is null then i.lon else b.lon end,
      h3_5 = case when b.incident_id is null then i.h3_5 else b.h3_5 end, h3_7 = case when b.incident_id is null then i.h3_7 else b.h3_7 end,
      h3_9 = case when b.incident_id is null then i.h3_9 else b.h3_9 end,
      municipality_id = case when b.incident_id is null then i.municipality_id else b.municipality_id end,
      settlement_id = case when b.incident_id is null then i.settlement_id else b.settlement_id end,
      street_id = case when b.incident_id is null then i.street_id else b.street_id end,
      house_id = case when b.incident_id is null then i.house_id else b.house_id end,
      stems = coalesce(b.stems, i.stems)
    from unnest(${incidentIds}::uuid[]) as asked(id)
    left join counted c on c.incident_id = asked.id
    left join best b on b.incident_id = asked.id
    where i.region_id = ${regionId} and i.id = asked.id`.execute(tx);
}
