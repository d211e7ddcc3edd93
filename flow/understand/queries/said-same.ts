import { sql } from 'kysely';
import type { PlacePrecision, Point } from '#kernel/place.ts';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Sayer } from '../rules/duplicates.ts';

/** The problem that a resident or an operator named together with the message, as it is known now. */
export interface SaidSame {
  readonly incidentId: string;
  readonly by: Sayer;
  readonly topic: string | null;
  readonly place: {
    readonly precision: PlacePrecision;
    readonly point: Point | null;
    readonly municipalityId: string | null;
    readonly settlementId: string | null;
    readonly streetId: string | null;
    readonly houseId: string | null;
  };
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

/** What was said of these cases. A problem merged into another one since is that other one. */
export async function saidSameOf(
  db: Db | Writer,
  regionId: number,
  appealIds: readonly string[],
): Promise<Map<string, SaidSame>> {
  if (appealIds.length === 0) return new Map();
  const { rows } = await sql<{
    appeal_id: string;
    said_by: Sayer;
    id: string;
    topic: string | null;
    precision: PlacePrecision;
    lat: number | null;
    lon: number | null;
    municipality_id: number | null;
    settlement_id: number | null;
    street_id: number | null;
    house_id: number | null;
  }>`
    select s.appeal_id, s.said_by, i.id, i.topic, i.place_precision as precision, i.lat, i.lon, i.municipality_id,
      i.settlement_id, i.street_id, i.house_id
    from said_same s
    left join lateral (select m.into_incident from incident_merge m where m.region_id = s.region_id
      and m.from_incident = s.incident_id and m.undone_at is null order by m.at desc limit 1) m on true
    join incident i on i.region_id = s.region_id and i.id = coalesce(m.into_incident, s.incident_id)
    where s.region_id = ${regionId} and s.appeal_id = any(${appealIds}::uuid[])`.execute(db);
  const idOf = (id: number | null): string | null => (id === null ? null : String(id));
  return new Map(
    rows.map((row) => [
      row.appeal_id,
      {
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
      },
    ]),
  );
}
