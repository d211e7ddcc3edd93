import { sql } from 'kysely';
import type { PlacePrecision } from '#kernel/place.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Sayer } from '../rules/duplicates.ts';
import type { PlaceReading } from '../rules/place-reading.ts';

/** The problem that a resident or an operator named together with the message, as it is known now. */
export interface SaidSame {
  readonly incidentId: string;
  readonly by: Sayer;
  readonly topic: string | null;
  readonly place: Pick<
    PlaceReading,
    'precision' | 'point' | 'municipalityId' | 'settlementId' | 'streetId' | 'houseId'
  >;
}

/** Keeps which problem a message was sent about. A problem that is not there any more is nothing said: the message stands by itself. */
export async function recordSaidSame(
  tx: Writer,
  regionId: number,
  said: { readonly appealId: string; readonly incidentId: string; readonly by: Sayer; readonly at: Date },
): Promise<void> {
  const known = await tx
    .selectFrom('incident')
    .select('id')
    .where('region_id', '=', regionId)
    .where('id', '=', said.incidentId)
    .executeTakeFirst();
  if (known === undefined) return;
  const row = {
    region_id: regionId,
    appeal_id: said.appealId,
    incident_id: said.incidentId,
    said_by: said.by,
    at: said.at,
  };
  await insertRows(tx, 'said_same', [row], 'skip');
}

/**
 * What was said of these cases. A problem merged into another one since, and left without cases, is that other one, and so
 * on to where they are now.
 */
export async function saidSameOf(
  db: Db | Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, SaidSame>> {
  if (appealIds.length === 0) return new Map();
  const { rows } = await sql<SaidRow>`
    with recursive gone(incident_id, steps, path) as (
      select distinct s.incident_id, 0, array[s.incident_id] from said_same s
      where s.region_id = ${regionId} and s.appeal_id = any(${appealIds}::uuid[])
      union all
      select m.into_incident, g.steps + 1, g.path || m.into_incident from gone g
      join incident e on e.region_id = ${regionId} and e.id = g.incident_id and e.appeals = 0
      join lateral (select into_incident from incident_merge m where m.region_id = ${regionId}
        and m.from_incident = g.incident_id and m.undone_at is null order by m.at desc, m.id desc limit 1) m on true
      where m.into_incident <> all(g.path)
    ), stands as (
      select distinct on (path[1]) path[1] as said, incident_id from gone order by path[1], steps desc
    )
    select s.appeal_id, s.said_by, i.id, i.topic, i.place_precision as precision, i.lat, i.lon, i.municipality_id,
      i.settlement_id, i.street_id, i.house_id
    from said_same s
    join stands on stands.said = s.incident_id
    join incident i on i.region_id = s.region_id and i.id = stands.incident_id
    where s.region_id = ${regionId} and s.appeal_id = any(${appealIds}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.appeal_id, saidOf(row)]));
}

interface SaidRow {
  readonly appeal_id: string;
  readonly said_by: Sayer;
  readonly id: string;
  readonly topic: string | null;
  readonly precision: PlacePrecision;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly municipality_id: number | null;
  readonly settlement_id: number | null;
  readonly street_id: number | null;
  readonly house_id: number | null;
}

function saidOf(row: SaidRow): SaidSame {
  const idOf = (id: number | null): string | null => (id === null ? null : String(id));
  return {
    incidentId: row.id,
    by: row.said_by,
    topic: row.topic,
    place: {
      precision: row.precision,
      point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
      municipalityId: idOf(row.municipality_id),
      settlementId: idOf(row.settlement_id),
      streetId: idOf(row.street_id),
      houseId: idOf(row.house_id),
    },
  };
}
