import type { FastifyReply } from 'fastify';
import { parseCaseNumber } from '#flow/intake/rules/number.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { ownAppeal } from './case-access.ts';
import { caseAddress, routes } from './pages/addresses.ts';
import { findPage } from './pages/find.ts';
import type { FindView, FormProblem } from './pages/views.ts';
import type { Pace } from './pace.ts';
import { readForm } from './read-form.ts';
import type { AddPage } from './add-page.ts';
import { showPage, type Visit } from './visit.ts';

/** Number and code → the page of the case. */
export function registerFind(app: App, page: AddPage, pace: Pace): void {
  page('GET', routes.find, async (visit, _, reply) =>
    show(visit, reply, { values: { number: '' }, problems: [], notFound: false }, 200),
  );
  page('POST', routes.find, async (visit, request, reply) => {
    const form = await readForm(app, request, 0);
    const values = { number: form.value('number').slice(0, 100) };
    const wait = await pace('find', request);
    if (wait > 0) {
      void reply.header('retry-after', String(wait));
      const failure = { code: 'too_many_attempts', retryAfterSeconds: wait } as const;
      return show(visit, reply, { values, problems: [{ field: 'number', failure }], notFound: false }, 429);
    }
    const secret = codeIn(form.value('secret'));
    const problems = problemsOf(values.number, secret);
    if (problems.length > 0) return show(visit, reply, { values, problems, notFound: false }, 422);
    const regionId = visit.region.id;
    const appeal = await withScope(app.db, wholeRegion(regionId), (tx) =>
      ownAppeal(tx, app.seals, regionId, values.number, secret),
    );
    if (appeal === null) return show(visit, reply, { values, problems: [], notFound: true }, 404);
    return reply
      .header('cache-control', 'no-store')
      .redirect(caseAddress(visit.site.base, appeal.number, secret), 303);
  });
}

/** The code alone, also where the whole link was pasted. */
export const codeIn = (written: string): string =>
  written
    .trim()
    .slice(0, 1000)
    .split(/[?#]/)[0]
    ?.split('/')
    .findLast((part) => part !== '') ?? '';

function problemsOf(number: string, secret: string): FormProblem[] {
  const problems: FormProblem[] = [];
  if (parseCaseNumber(number) === null)
    problems.push({ field: 'number', failure: { code: 'number_unreadable' } });
  if (secret === '') problems.push({ field: 'secret', failure: { code: 'secret_empty' } });
  return problems;
}

const show = (
  { site, texts }: Visit,
  reply: FastifyReply,
  view: Omit<FindView, 'site'>,
  status: number,
): FastifyReply => showPage(reply, findPage({ site, ...view }, texts), { status, isIndexed: true });
