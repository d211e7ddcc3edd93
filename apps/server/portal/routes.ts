import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '#house/app.ts';
import type { AddPage } from './add-page.ts';
import { registerCasePages } from './case-routes.ts';
import { registerFind } from './find.ts';
import { createPace } from './pace.ts';
import { routes } from './pages/addresses.ts';
import { errorPage } from './pages/errors.ts';
import { privacyPage } from './pages/privacy.ts';
import type { ErrorView } from './pages/views.ts';
import { webManifest } from './pages/web-manifest.ts';
import { registerPublicAnswer } from './public-answer.ts';
import { registerMapPage } from './map-page.ts';
import { registerSend } from './send.ts';
import { showPage, siteOf, visitOf, withLanguage } from './visit.ts';

/** The pages of residents: HTML first, every refusal is a page with a sentence. */
export async function registerPortal(app: App, http: FastifyInstance): Promise<void> {
  http.setNotFoundHandler(async (request, reply) => {
    if (/^\/(api|channels|static)(\/|\?|$)/.test(request.url))
      return reply.status(404).send({ failure: { code: 'not_found' } });
    return showError(app, request, reply, { status: 404 });
  });
  await http.register(async (portal) => {
    portal.addHook('onRequest', switchLanguage);
    // Whatever else somebody posts is read past and answered with a page.
    portal.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume();
      payload.once('end', () => done(null, 'unknown'));
      payload.once('error', done);
    });
    portal.setErrorHandler((error: FastifyError, request, reply) => explain(app, error, request, reply));
    const page: AddPage = (method, url, handler) =>
      void portal.route({
        method,
        url,
        handler: async (request, reply) => {
          const visit = await visitOf(app, request);
          return visit === null
            ? showError(app, request, reply, { status: 404 })
            : handler(visit, request, reply);
        },
      });
    const pace = createPace(portal);
    registerSend(app, page, pace);
    registerFind(app, page, pace);
    registerCasePages(app, page, pace);
    registerPublicAnswer(app, page);
    registerMapPage(app, page);
    page('GET', routes.privacy, async ({ site, texts }, _, reply) =>
      showPage(reply, privacyPage({ site }, texts), { keeping: 'private, max-age=300', isIndexed: true }),
    );
    page('GET', routes.manifest, async ({ site, texts }, _, reply) =>
      reply
        .header('cache-control', 'private, max-age=3600')
        .type('application/manifest+json; charset=utf-8')
        .send(webManifest(site, texts)),
    );
  });
}

const YEAR_SECONDS = 31_536_000;

/** `?language=en` on any page: remembered by a cookie, and the address is clean again. */
async function switchLanguage(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | void> {
  if (request.method !== 'GET') return undefined;
  const asked = new URL(request.url, 'http://portal.invalid').searchParams.get('language');
  if (asked !== 'ru' && asked !== 'en') return undefined;
  return reply
    .setCookie('otklik_language', asked, { path: '/', maxAge: YEAR_SECONDS, sameSite: 'lax' })
    .header('cache-control', 'no-store')
    .redirect(withLanguage(request, null), 303);
}

type Apology =
  | { readonly status: 400 | 404 | 413 }
  | { readonly status: 429; readonly retryAfterSeconds: number }
  | { readonly status: 500; readonly errorNumber: string };

/** The page of an apology, also where no region is known. */
export async function showError(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  apology: Apology,
): Promise<FastifyReply> {
  const visit = await visitOf(app, request).catch(() => null);
  const { site, texts } = visit ?? siteOf(app, request, { name: '', timeZone: 'Europe/Moscow' });
  const view: ErrorView = { site: { ...site, otherLanguageHref: null }, ...apology };
  if (apology.status === 429) void reply.header('retry-after', String(apology.retryAfterSeconds));
  return showPage(reply, errorPage(view, texts), { status: apology.status });
}

/** What the framework refused becomes its page; the rest is our fault, logged without a word of what was sent. */
async function explain(
  app: App,
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { statusCode = 500 } = error;
  if (statusCode === 413) return showError(app, request, reply, { status: 413 });
  if (statusCode >= 400 && statusCode < 500) return showError(app, request, reply, { status: 400 });
  const errorNumber = randomUUID().slice(0, 8);
  app.log.error({
    event: 'page_failed',
    number: errorNumber,
    route: request.routeOptions.url,
    kind: error.name,
    code: error.code,
    stack: (error.stack ?? '').split('\n').slice(1, 8).join('\n'),
  });
  return showError(app, request, reply, { status: 500, errorNumber });
}
