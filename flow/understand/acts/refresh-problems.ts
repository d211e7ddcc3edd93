import { assetsById, segmentsOfStreet, type Asset } from '#centre/queries/assets.ts';
import type { Topic } from '#centre/rules/topic.ts';
import type { Shape } from '#kernel/shape.ts';
import type { Writer } from '#store/connection.ts';
import {
  assetsOfIncident,
  setIncidentShapes,
  shapedIncidents,
  type IncidentShape,
  type ShapedIncident,
} from '../queries/incident-shapes.ts';
import { refreshIncidents } from '../queries/incidents.ts';
import { mayHaveShape, staysAbout, wholeStreet, type ExtentPlace } from '../rules/extent.ts';

/**
 * Brings problems in line with their cases, lines and areas included: that of a street or an object follows to the right one,
 * a stretch or a drawn one stays while the problem is about there, and none is left of what the map must not draw.
 */
export async function refreshProblems(
  tx: Writer,
  regionId: number,
  topics: ReadonlyMap<string, Topic>,
  incidentIds: readonly string[],
): Promise<void> {
  const before = new Map((await shapedIncidents(tx, regionId, incidentIds)).map((one) => [one.id, one]));
  await refreshIncidents(tx, regionId, incidentIds);
  if (before.size === 0) return;
  const marks: IncidentShape[] = [];
  for (const after of await shapedIncidents(tx, regionId, [...before.keys()])) {
    const was = before.get(after.id) ?? after;
    const shape = mayHaveShape(topics.get(after.topic ?? ''))
      ? await shapeNow(tx, regionId, was, after)
      : null;
    marks.push({ incidentId: after.id, marked: shape === null ? null : { shape, origin: after.origin } });
  }
  await setIncidentShapes(tx, regionId, marks);
}

async function shapeNow(
  tx: Writer,
  regionId: number,
  before: ShapedIncident,
  after: ShapedIncident,
): Promise<Shape | null> {
  if (after.origin === 'drawn' || after.origin === 'stretch')
    return staysAbout(after.shape, placeOf(before), placeOf(after)) ? after.shape : null;
  const ids = await assetsOfIncident(tx, regionId, after.id);
  const found = await assetsById(tx, regionId, ids);
  const assets = ids.flatMap((id) => found.get(id) ?? []);
  return after.origin === 'street' ? streetNow(tx, regionId, after, assets) : objectNow(after, assets);
}

const placeOf = ({ lat, lon, streetId }: ShapedIncident): ExtentPlace => ({
  point: lat === null || lon === null ? null : { lat, lon },
  streetId,
});

/** The street that is named, else the one the object of a case belongs to. */
async function streetNow(
  tx: Writer,
  regionId: number,
  { streetId }: ShapedIncident,
  assets: readonly Asset[],
): Promise<Shape | null> {
  const id = streetId ?? assets.find((asset) => asset.streetId !== null)?.streetId ?? null;
  return id === null ? null : wholeStreet(await segmentsOfStreet(tx, regionId, id));
}

/** The object it was drawn by while a case stands on it, else the object of the last case. */
function objectNow({ shape }: ShapedIncident, assets: readonly Asset[]): Shape | null {
  const drawn = assets.flatMap((asset) => asset.shape ?? []);
  const told = (one: Shape): string => JSON.stringify([one.type, one.coordinates]);
  return drawn.find((one) => told(one) === told(shape)) ?? drawn[0] ?? null;
}
