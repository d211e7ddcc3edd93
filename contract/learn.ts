import { z } from 'zod';
import { shape } from './case-object.ts';
import { endpoint } from './endpoint.ts';
import { appealParamsOfHolder, trackingView } from './tracking.ts';
import { day, listOf, none, problemState } from './shapes.ts';

export const mapFilter = z.strictObject({
  topic: listOf(z.string().max(60)),
  sector: listOf(z.string().max(60)),
  state: listOf(problemState),
  municipality: listOf(z.coerce.number().int()),
  from: day.optional(),
  to: day.optional(),
});

/** `[lon, lat, state, topic, appeals, incident]`: a short tuple, since there may be fifty thousand. */
export const mapPoint = z.object({
  id: z.string(),
  lat: z.number(),
  lon: z.number(),
  topic: z.string().nullable(),
  state: problemState,
  appeals: z.int(),
  at: z.string(),
  /** The problem is a line or an area; left out of the many that are points. */
  shape: shape.optional(),
});

const mapPoints = z.object({
  points: z.array(mapPoint),
  /** Problems of the same filter whose place is not known to a point. */
  withoutPlace: z.int(),
  /** Whether there are more points than the map shows. */
  isCut: z.boolean(),
});

export const publicMap = endpoint({
  method: 'GET',
  path: '/public/map',
  summary: 'Problems on the public map: rounded dwellings, no sensitive topics in small numbers, no texts',
  access: 'map.public',
  params: none,
  query: mapFilter,
  body: none,
  success: mapPoints,
  failures: ['region_not_found'],
});

export const staffMap = endpoint({
  method: 'GET',
  path: '/map',
  summary: 'Problems on the staff map, within what the person may see',
  access: 'map.read',
  params: none,
  query: mapFilter,
  body: none,
  success: mapPoints.extend({ points: z.array(mapPoint.extend({ appealId: z.string().nullable() })) }),
  failures: [],
});

/** GeoJSON of the region for our own basemap. */
export const baseMap = endpoint({
  method: 'GET',
  path: '/public/map/base',
  summary: 'Boundaries, water, roads and settlements of the region',
  access: 'map.public',
  params: none,
  query: none,
  body: none,
  success: z.object({
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    styleUrl: z.string().nullable(),
    pmtilesUrl: z.string().nullable(),
    layers: z.record(z.string(), z.unknown()),
  }),
  failures: ['region_not_found'],
});

/** The headline shown whole, so that it cannot be gamed. */
export const figures = endpoint({
  method: 'GET',
  path: '/figures',
  summary: 'Received, answered, confirmed, disputed, no reply — for a period',
  access: 'figures.read',
  params: none,
  query: z.strictObject({ from: day, to: day }),
  body: none,
  success: z.object({
    received: z.int(),
    answered: z.int(),
    confirmed: z.int(),
    disputed: z.int(),
    noReply: z.int(),
    verifiedOnSite: z.int(),
    overdue: z.int(),
    promises: z.object({ kept: z.int(), broken: z.int(), waiting: z.int() }),
    byDay: z.array(z.object({ day, received: z.int(), answered: z.int(), confirmed: z.int() })),
    byTopic: z.array(z.object({ topic: z.string(), received: z.int() })),
    byMunicipality: z.array(z.object({ municipalityId: z.int(), received: z.int() })),
  }),
  failures: [],
});

export const track = endpoint({
  method: 'GET',
  path: '/tracking/:number/:secret',
  summary: 'A case as its author sees it',
  access: 'tracking.see',
  params: appealParamsOfHolder,
  query: none,
  body: none,
  success: trackingView,
  failures: ['appeal_not_found'],
});

export const confirmFix = endpoint({
  method: 'POST',
  path: '/tracking/:number/:secret/confirm',
  summary: 'Is it really gone?',
  access: 'tracking.see',
  params: appealParamsOfHolder,
  query: none,
  body: z.strictObject({
    isFixed: z.boolean(),
    reason: z.string().max(2000).nullish(),
    files: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(5)
      .default([]),
  }),
  success: trackingView,
  failures: ['appeal_not_found', 'nothing_to_confirm', 'file_not_found'],
});

export const rate = endpoint({
  method: 'POST',
  path: '/tracking/:number/:secret/rate',
  summary: 'Rate the answer and the fix, separately',
  access: 'tracking.see',
  params: appealParamsOfHolder,
  query: none,
  body: z.strictObject({ answer: z.int().min(1).max(5).nullish(), fix: z.int().min(1).max(5).nullish() }),
  success: trackingView,
  failures: ['appeal_not_found', 'nothing_to_confirm'],
});

export const addToCase = endpoint({
  method: 'POST',
  path: '/tracking/:number/:secret/messages',
  summary: 'Add to a case or reply to a question',
  access: 'tracking.see',
  params: appealParamsOfHolder,
  query: none,
  body: z.strictObject({
    key: z.string().min(8).max(100),
    text: z.string().max(200_000),
    files: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(5)
      .default([]),
  }),
  success: trackingView,
  failures: ['appeal_not_found', 'text_empty', 'text_too_long', 'file_not_found'],
});

export const withdraw = endpoint({
  method: 'POST',
  path: '/tracking/:number/:secret/withdraw',
  summary: 'Withdraw the message',
  access: 'tracking.see',
  params: appealParamsOfHolder,
  query: none,
  body: none,
  success: trackingView,
  failures: ['appeal_not_found', 'move_not_allowed'],
});
