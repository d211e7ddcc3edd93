import { z } from 'zod';
import { assetKinds } from '#centre/rules/asset-kind.ts';
import { assetFindings } from '#flow/understand/rules/nearest-asset.ts';
import { shapeOrigins } from '#kernel/shape.ts';

const position = z.tuple([z.number(), z.number()]).readonly();
const line = z.array(position).readonly();
const rings = z.array(line).readonly();

/** A line or an area, GeoJSON. */
export const shape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: rings }),
  z.object({ type: z.literal('Polygon'), coordinates: rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).readonly() }),
]);

export const shapeOrigin = z.enum(shapeOrigins);

/** An object of the register, as a card names it. */
export const placedObject = z.object({
  id: z.int(),
  kind: z.enum(assetKinds),
  name: z.string().nullable(),
  number: z.string().nullable(),
  ownerId: z.int().nullable(),
  lat: z.number(),
  lon: z.number(),
  /** Whether it is a line or an area, so that the problem may take its shape. */
  hasShape: z.boolean(),
  /** From the place of the problem; `null` where that is not known. */
  meters: z.number().nullable(),
});

/** The object a case stands on, and how it was found. */
export const caseObject = z.object({
  /** `null`: none was ever near. */
  finding: z.enum(assetFindings).nullable(),
  object: placedObject.nullable(),
  /** Equally near ones of different owners: a person chooses. */
  candidates: z.array(placedObject),
  /** Kinds the topic is about of which the region has objects; none: nothing is looked for. */
  askedKinds: z.array(z.enum(assetKinds)),
  /** Whether the register has the segments of the street, so that a problem may take the whole of it. */
  hasStreet: z.boolean(),
});
