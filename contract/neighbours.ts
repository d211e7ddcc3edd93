import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { lookalike } from './lookalike.ts';
import { day, id, instant, none, point, problemState } from './shapes.ts';

/** What is typed so far; a longer text tells no more of the problem. */
const typedSoFar = z.strictObject({
  text: z.string().max(200_000),
  point: point.nullish(),
  address: z.string().max(300).nullish(),
});

/** A known problem near the one being typed. */
const neighbourProblem = z.object({
  incidentId: id,
  /** `null`: the topic is not shown to whoever asks. */
  topic: z.string().nullable(),
  state: problemState,
  /** How many residents reported it. */
  neighbours: z.int(),
  /** The street and the town, never the house. */
  place: z.string().nullable(),
  /** `null`: not shown, or not known. */
  metres: z.int().nullable(),
  reportedAt: instant,
  /** When the answer is due, where a clock runs. */
  answerBy: instant.nullable(),
  scheduledOn: day.nullable(),
});
export type NeighbourProblem = z.input<typeof neighbourProblem>;

export const neighboursForResident = endpoint({
  method: 'POST',
  path: '/neighbours',
  summary:
    'Problems already reported near the one being typed: public topics only, no words of other residents',
  access: 'message.send',
  params: none,
  query: none,
  body: typedSoFar,
  success: z.object({
    problems: z.array(neighbourProblem.extend({ title: z.string(), line: z.string() })),
  }),
  failures: ['region_not_found'],
});

export const neighboursAtDesk = endpoint({
  method: 'POST',
  path: '/desk/neighbours',
  summary: 'Problems near the one an operator is typing, within what the operator may see',
  access: 'appeal.register',
  params: none,
  query: none,
  body: typedSoFar,
  success: z.object({
    /** Without a street or a point nothing was looked for: no problem nearby is not what an empty list says then. */
    isPlaceKnown: z.boolean(),
    problems: z.array(
      neighbourProblem.extend(lookalike.pick({ appealId: true, number: true, excerpt: true }).shape),
    ),
  }),
  failures: [],
});
