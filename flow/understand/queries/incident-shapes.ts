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
