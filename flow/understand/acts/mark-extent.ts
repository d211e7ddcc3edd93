import { segmentsOfStreet, type Asset } from '#centre/queries/assets.ts';
import { readDrawnShape } from '#centre/rules/asset-geometry.ts';
import type { Point } from '#kernel/place.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Shape, ShapeOrigin } from '#kernel/shape.ts';
import type { Writer } from '#store/connection.ts';
import { setIncidentShapes, type IncidentShape } from '../queries/incident-shapes.ts';
import { isAbout, mayHaveShape, readExtent, wholeStreet } from '../rules/extent.ts';
import { stretchOf } from '../rules/stretch.ts';
import type { Understood } from '../rules/understood.ts';
import type { AssetKnowledge, CaseAsset } from './tie-assets.ts';
import type { UnderstoodCase } from './understand-appeals.ts';

/** What a person says of how far a problem stretches. */
export type ExtentRequest =
  { readonly as: 'point' | 'object' | 'street' } | { readonly as: 'drawn'; readonly shape: unknown };

/** Marks a problem as a point, its whole object, its whole street or a drawn shape. */
export async function markExtent(
  tx: Writer,
  regionId: number,
  request: {
    readonly incidentId: string;
    readonly extent: ExtentRequest;
    readonly asset: Asset | null;
    readonly streetId: number | null;
    readonly point: Point | null;
  },
): Promise<Result<ShapeOrigin | null, 'extent_not_possible'>> {
  const { incidentId, extent } = request;
  if (extent.as === 'point') {
    await setIncidentShapes(tx, regionId, [{ incidentId, marked: null }]);
    return ok(null);
  }
  const shape = await shapeMeant(tx, regionId, request);
  if (shape === null) return fail({ code: 'extent_not_possible' });
  await setIncidentShapes(tx, regionId, [{ incidentId, marked: { shape, origin: extent.as } }]);
  return ok(extent.as);
}

async function shapeMeant(
  tx: Writer,
  regionId: number,
  {
    extent,
    asset,
    streetId,
    point,
  }: {
    readonly extent: ExtentRequest;
    readonly asset: Asset | null;
    readonly streetId: number | null;
    readonly point: Point | null;
  },
): Promise<Shape | null> {
  if (extent.as === 'drawn') {
    const drawn = readDrawnShape(extent.shape);
    return typeof drawn === 'string' || !isAbout(drawn, point) ? null : drawn;
  }
  if (extent.as === 'object') return asset?.shape ?? null;
  const street = streetId ?? asset?.streetId ?? null;
  return street === null ? null : wholeStreet(await segmentsOfStreet(tx, regionId, street));
}

/**
 * Marks new problems whose own words say that they stretch: «от Ленина до Победы» takes that part of the street, «по всей
 * улице» the whole of it, «весь двор» the object.
 *
 * @param assets the object of a case, by case
 */
export async function markExtents(
  tx: Writer,
  regionId: number,
  cases: readonly Pick<UnderstoodCase, 'understood' | 'stretch'>[],
  assets: ReadonlyMap<string, CaseAsset>,
  { topics }: AssetKnowledge,
): Promise<void> {
  const marks: IncidentShape[] = [];
  for (const { understood: one, stretch } of cases) {
    if (one.incident?.isNew !== true || !mayHaveShape(topics.get(one.topic ?? ''))) continue;
    const marked =
      (await stretchNamed(tx, regionId, one, stretch)) ??
      (await saidInWords(tx, regionId, one, assets.get(one.appealId) ?? null));
    if (marked !== null) marks.push({ incidentId: one.incident.id, marked });
  }
  await setIncidentShapes(tx, regionId, marks);
}

async function stretchNamed(
  tx: Writer,
  regionId: number,
  { place: { streetId } }: Understood,
  stretch: readonly Point[] | null,
): Promise<IncidentShape['marked']> {
  if (stretch === null || streetId === null) return null;
  const shape = stretchOf(await segmentsOfStreet(tx, regionId, streetId), stretch);
  return shape === null ? null : { shape, origin: 'stretch' };
}

async function saidInWords(
  tx: Writer,
  regionId: number,
  { maskedText, place: { streetId, point } }: Understood,
  asset: CaseAsset | null,
): Promise<IncidentShape['marked']> {
  const extent = readExtent(maskedText);
  if (extent === null) return null;
  const shape = await shapeMeant(tx, regionId, { extent: { as: extent }, asset, streetId, point });
  return shape === null ? null : { shape, origin: extent };
}
