import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerFilesOf, answersOf } from '#flow/answer/queries/answers.ts';
import { filesOf } from '#flow/intake/queries/files.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { readOwnCase } from '../views/own-case.ts';
import { caseParams, ownAppeal, type OwnAppeal } from './case-access.ts';
import { actOnCase } from './case-acts.ts';
import { caseView } from './case-view.ts';
import { caseAddress, routes } from './pages/addresses.ts';
import { casePage } from './pages/case.ts';
import { errorPage, wrongSecretPage } from './pages/errors.ts';
import { caseDone, caseForms, type CaseView } from './pages/views.ts';
import type { Pace } from './pace.ts';
import { photoParams, sendPhoto } from './photos.ts';
import { readForm } from './read-form.ts';
import type { AddPage } from './add-page.ts';
import { limitsOf, showPage, type Visit } from './visit.ts';

/** The resident's own page of a case, its forms and its photos. Everything below the secret. */
export function registerCasePages(app: App, page: AddPage, pace: Pace): void {
  page('GET', routes.case, async (visit, request, reply) => {
    const found = await open(app, visit, request);
    if (found === null) return wrongSecret(visit, reply);
    const query = z.object({ done: z.enum(caseDone) }).safeParse(request.query);
    return showCase(app, visit, found, reply, {
      done: query.success ? query.data.done : null,
      refused: null,
      submissionKey: randomUUID(),
    });
  });
  page('POST', routes.caseForm, async (visit, request, reply) => {
    const found = await open(app, visit, request);
    const asked = z.object({ form: z.enum(caseForms) }).safeParse(request.params);
    const form = await readForm(app, request, limitsOf(app).photos);
    if (found === null) return wrongSecret(visit, reply);
    if (!asked.success) {
      const { site, texts } = visit;
      return showPage(reply, errorPage({ site, status: 404 }, texts), { status: 404 });
    }
    const wait = await pace('write', request);
    const acted = await actOnCase(app, visit, found.appeal, asked.data.form, form, wait);
    if (acted.kind === 'done')
      return reply
        .header('cache-control', 'no-store')
        .redirect(
          `${caseAddress(visit.site.base, found.appeal.number, found.secret)}?done=${acted.done}`,
          303,
        );
    if (wait > 0) void reply.header('retry-after', String(wait));
    const shown = { done: null, refused: acted.refused, submissionKey: acted.submissionKey };
    return showCase(app, visit, found, reply, shown, wait > 0 ? 429 : 422);
  });
  page('GET', routes.casePhoto, async (visit, request, reply) => {
    const found = await open(app, visit, request);
    const asked = photoParams.safeParse(request.params);
    const isTheirs =
      found !== null && asked.success && (await mayShow(app, visit, found.appeal.id, asked.data.hash));
    return sendPhoto(app, visit, request, reply, isTheirs ? asked.data.hash : null);
  });
}

interface Found {
  readonly appeal: OwnAppeal;
  readonly secret: string;
}

async function open(app: App, { region }: Visit, request: FastifyRequest): Promise<Found | null> {
  const { number, secret } = caseParams.parse(request.params);
  const appeal = await withScope(app.db, wholeRegion(region.id), (tx) =>
    ownAppeal(tx, app.seals, region.id, number, secret),
  );
  return appeal === null ? null : { appeal, secret };
}

const wrongSecret = ({ site, texts }: Visit, reply: FastifyReply): FastifyReply =>
  showPage(reply, wrongSecretPage({ site: { ...site, otherLanguageHref: null } }, texts), { status: 404 });

async function showCase(
  app: App,
  visit: Visit,
  { appeal, secret }: Found,
  reply: FastifyReply,
  shown: Pick<CaseView, 'done' | 'refused' | 'submissionKey'>,
  status = 200,
): Promise<FastifyReply> {
  const own = await withScope(app.db, wholeRegion(visit.region.id), (tx) =>
    readOwnCase(tx, app.seals, visit.region.id, appeal),
  );
  const view = caseView(visit, own, { secret, limits: limitsOf(app), ...shown });
  return showPage(reply, casePage(view, visit.texts), { status });
}

/** The author's own photos, and those of an answer they were given. */
const mayShow = (app: App, { region }: Visit, appealId: string, hash: string): Promise<boolean> =>
  withScope(app.db, wholeRegion(region.id), async (tx) => {
    const files = await filesOf(tx, region.id, appealId);
    if (files.some((file) => file.side === 'resident' && file.hash === hash)) return true;
    const answers = (await answersOf(tx, region.id, appealId)).filter(({ state }) => state === 'approved');
    const shown = await answerFilesOf(
      tx,
      region.id,
      answers.map((answer) => answer.id),
    );
    return shown.some((file) => file.file_hash === hash);
  });
