import { z } from 'zod';
import { appealParams } from './card.ts';
import { placedObject, shape } from './case-object.ts';
import { endpoint } from './endpoint.ts';
import { none, stage, version } from './shapes.ts';

/** Objects a person may name instead of the one the machine found. */
export const nearbyObjects = endpoint({
  method: 'GET',
  path: '/appeals/:appealId/objects',
  summary: 'Objects near the place of a case, of the kinds its topic is about',
  access: 'appeal.read',
  params: appealParams,
  query: none,
  body: none,
  success: z.object({ objects: z.array(placedObject) }),
  failures: ['appeal_not_found'],
});

/** A problem may be a line or an area: its object, its whole street, or what a person draws. */
export const markExtent = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/extent',
  summary: 'Say that the problem is a point, its whole object, its whole street or a drawn line or area',
  access: 'appeal.correct',
  params: appealParams,
  query: none,
  body: z.strictObject({
    version,
    extent: z.discriminatedUnion('as', [
      z.strictObject({ as: z.literal('point') }),
      z.strictObject({ as: z.literal('object') }),
      z.strictObject({ as: z.literal('street') }),
      z.strictObject({ as: z.literal('drawn'), shape }),
    ]),
  }),
  success: z.object({ version, stage }),
  failures: ['appeal_not_found', 'stale_version', 'extent_not_possible'],
});
