import { sql } from 'kysely';
import type { Shape, ShapeOrigin } from '#kernel/shape.ts';
import type { Writer } from '#store/connection.ts';

/** The line or the area of a problem, and where it comes from; `null`: it is a point. */
export interface IncidentShape {
  readonly incidentId: string;
  readonly marked: { readonly shape: Shape; readonly origin: ShapeOrigin } | null;
}

export async function setIncidentShapes(
  tx: Writer,
  regionId: number,
  list: readonly IncidentShape[],
): Promise<void> {
  for (const { incidentId, marked } of list)
    await sql`update incident set shape = ${marked === null ? null : JSON.stringify(marked.shape)}::jsonb,
      shape_origin = ${marked?.origin ?? null} where region_id = ${regionId} and id = ${incidentId}`.execute(
      tx,
    );
}

/** A problem that is a line or an area, with what that may follow from. */
export interface ShapedIncident {
  readonly id: string;
  readonly topic: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly streetId: number | null;
  readonly shape: Shape;
  readonly origin: ShapeOrigin;
}

/** Those of these problems that are a line or an area and have a case. */
export async function shapedIncidents(
  tx: Writer,
  regionId: number,
  incidentIds: readonly string[],
): Promise<ShapedIncident[]> {
  const { rows } = await sql<ShapedIncident>`
    select id, topic, lat, lon, street_id as "streetId", shape, shape_origin as origin from incident
    where region_id = ${regionId} and id = any(${incidentIds}::uuid[]) and shape is not null and appeals > 0`.execute(
    tx,
  );
  return rows;
}

/** The objects that the cases of a problem stand on now, those found or named last first. */
export async function assetsOfIncident(tx: Writer, regionId: number, incidentId: string): Promise<number[]> {
  const { rows } = await sql<{ assetId: number }>`
    select o.asset_id as "assetId" from incident_appeal j
    cross join lateral (
      select x.asset_id, x.at from appeal_asset x
      where x.region_id = j.region_id and x.appeal_id = j.appeal_id order by x.seq desc limit 1) o
    where j.region_id = ${regionId} and j.incident_id = ${incidentId} and o.asset_id is not null
    order by o.at desc, o.asset_id`.execute(tx);
  return [...new Set(rows.map(({ assetId }) => assetId))];
}
