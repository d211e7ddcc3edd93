import { z } from 'zod';
import { appealParams } from './card.ts';
import { endpoint } from './endpoint.ts';
import { id, none, stage, version } from './shapes.ts';

const changed = z.object({ version, stage });

export const mergeWholeProblem = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/merge-whole',
  summary: 'The whole problem of this case is that one: all its cases go over, and can be taken out again',
  access: 'appeal.merge',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, incidentId: id }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'not_found'],
});

export const undoProblemMerge = endpoint({
  method: 'POST',
  path: '/appeals/:appealId/undo-merge',
  summary: 'Two problems after all: the cases that came over go back',
  access: 'appeal.merge',
  params: appealParams,
  query: none,
  body: z.strictObject({ version, mergeId: id }),
  success: changed,
  failures: ['appeal_not_found', 'stale_version', 'not_found'],
});
