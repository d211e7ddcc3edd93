import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import type { NeighbourProblem } from '#contract/neighbours.ts';
import { neighbours as english } from '#texts/en/neighbours.ts';
import { neighbours as russian } from '#texts/ru/neighbours.ts';
import type { App } from '#house/app.ts';
import type { TypedMessage } from '#house/flows/take-in.ts';
import { neighbourWords } from '../views/neighbour-words.ts';
import { neighboursSeen } from '../views/neighbours.ts';
import { dangerIn } from '../views/own-case.ts';
import { neighboursPage } from './pages/neighbours.ts';
import type { ReadForm } from './read-form.ts';
import { showPage, type Visit } from './visit.ts';

/**
 * Problems the resident has not been asked about yet. A danger is never held up by a question, nor is a message whose author
 * has already said yes or no.
 */
export async function stillToChoose(
  app: App,
  { knowledge, at }: Visit,
  form: ReadForm,
  typed: TypedMessage,
): Promise<NeighbourProblem[]> {
  if (form.value('same') !== '' || dangerIn(typed.text) !== null) return [];
  return neighboursSeen(app, knowledge, typed, at).catch((error: unknown) => {
    // A fault of the search must not cost the resident the message.
    app.log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'neighbours were not searched');
    return [];
  });
}

/** The page that asks; its photos are kept already, so that nothing has to be chosen again. */
export function showNeighbours(
  visit: Visit,
  form: ReadForm,
  typed: TypedMessage,
  problems: readonly NeighbourProblem[],
  reply: FastifyReply,
): FastifyReply {
  const { knowledge, site, texts, at } = visit;
  const words = neighbourWords(site.language, knowledge, at);
  const view = {
    site,
    values: {
      text: typed.text,
      place: form.value('place'),
      email: form.value('email'),
      point: typed.point,
    },
    submissionKey: form.value('key') === '' ? randomUUID() : form.value('key').slice(0, 100),
    keptPhotos: typed.files,
    problems: problems.map((one) => ({ incidentId: one.incidentId, ...words(one) })),
  };
  return showPage(reply, neighboursPage(view, site.language === 'ru' ? russian : english, texts));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The problem that the resident says it is. */
export const saidIn = (form: ReadForm): string | null =>
  uuid.test(form.value('same')) ? form.value('same') : null;
