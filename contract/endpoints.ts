import type { Endpoint } from './endpoint.ts';
import * as centre from './centre.ts';
import * as intake from './intake.ts';
import * as queue from './queue.ts';
import * as card from './card.ts';
import * as work from './work.ts';
import * as answer from './answer.ts';
import * as learn from './learn.ts';
import * as findPlace from './find-place.ts';
import * as objects from './objects.ts';
import * as neighbours from './neighbours.ts';
import * as sameProblem from './same-problem.ts';
import * as quality from './quality.ts';
import * as register from './register.ts';
import * as topics from './topics.ts';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value;

const of = (module: Readonly<Record<string, unknown>>): Readonly<Record<string, Endpoint>> =>
  Object.fromEntries(
    Object.entries(module).filter((entry): entry is [string, Endpoint] => isEndpoint(entry[1])),
  );

/** Every endpoint of the API, by stage and name. */
export const endpoints: Readonly<Record<string, Readonly<Record<string, Endpoint>>>> = {
  centre: { ...of(centre), ...of(register), ...of(topics) },
  intake: { ...of(intake), ...of(neighbours) },
  work: { ...of(queue), ...of(card), ...of(work), ...of(objects), ...of(findPlace), ...of(sameProblem) },
  answer: of(answer),
  learn: { ...of(learn), ...of(quality) },
};
