import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { none, point } from './shapes.ts';

/** A place of the region that words may mean, for a person to choose. */
export const placeCandidate = z.object({
  label: z.string(),
  point: point.nullable(),
  municipalityId: z.int().nullable(),
  settlementId: z.int().nullable(),
  streetId: z.int().nullable(),
  houseId: z.int().nullable(),
});

export const findPlace = endpoint({
  method: 'POST',
  path: '/places/find',
  summary: 'Places that a typed address or landmark may mean, the likeliest first',
  access: 'appeal.correct',
  params: none,
  query: none,
  body: z.strictObject({ address: z.string().max(300) }),
  success: z.object({ places: z.array(placeCandidate) }),
  failures: [],
});
