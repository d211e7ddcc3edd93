import { randomUUID } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { addFiles } from '#flow/intake/queries/files.ts';
import { checkedText } from '#flow/intake/rules/text.ts';
import type { Failure } from '#kernel/failures.ts';
import { isPossiblePoint, type Point } from '#kernel/place.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { writesToContacts } from '#house/flows/carrier.ts';
import { takeTyped, type TypedFailure, type TypedMessage } from '#house/flows/take-in.ts';
import { ownAccount } from '#house/knowledge.ts';
import { answerDeadline, expectedDues } from '../views/answer-due.ts';
import { saidByResident } from '../views/neighbours.ts';
import { dangerIn, readOwnCase } from '../views/own-case.ts';
import { caseParams, ownAppeal } from './case-access.ts';
import { caseAddress, routes } from './pages/addresses.ts';
import { wrongSecretPage } from './pages/errors.ts';
import { homePage } from './pages/home.ts';
import { sentPage } from './pages/sent.ts';
import type { FormProblem, HomeView } from './pages/views.ts';
import type { Pace } from './pace.ts';
import { keepRefused } from './keep-refused.ts';
import { keepPhotos, keptIn } from './kept-photos.ts';
import { readForm, type ReadForm } from './read-form.ts';
import { saidIn, showNeighbours, stillToChoose } from './send-neighbours.ts';
import type { AddPage } from './add-page.ts';
import { submissionKey } from './submission.ts';
import { limitsOf, showPage, type Visit } from './visit.ts';

const LONGEST_PLACE = 300;

/** The first page, its form, and the page after it. */
export function registerSend(app: App, page: AddPage, pace: Pace): void {
  page('GET', routes.home, async (visit, _, reply) => {
    const empty = { text: '', place: '', email: '', point: null };
    return showHome(app, visit, reply, {
      values: empty,
      problems: [],
      filesLost: false,
      keptPhotos: [],
      same: null,
      danger: false,
      submissionKey: randomUUID(),
    });
  });
  page('POST', routes.send, async (visit, request, reply) => {
    const form = await readForm(app, request, limitsOf(app).photos);
    const wait = await pace('send', request);
    return receive(app, visit, form, wait, reply);
  });
  page('GET', routes.sent, async (visit, request, reply) => showSent(app, visit, request, reply));
}

type Shown = Omit<HomeView, 'site' | 'limits' | 'takesEmail'>;

function showHome(app: App, visit: Visit, reply: FastifyReply, shown: Shown, status = 200): FastifyReply {
  const takesEmail = writesToContacts(visit.knowledge);
  const view: HomeView = { site: visit.site, limits: limitsOf(app), takesEmail, ...shown };
  return showPage(reply, homePage(view, visit.texts), {
    status,
    keeping: status === 200 ? 'private, no-cache' : 'no-store',
    isIndexed: true,
  });
}

async function receive(
  app: App,
  visit: Visit,
  form: ReadForm,
  wait: number,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { knowledge, site } = visit;
  const account = ownAccount(knowledge, 'portal_form');
  const typed = typedIn(app, form);
  const problems = [
    ...(wait > 0
      ? [{ field: 'text', failure: { code: 'too_many_attempts', retryAfterSeconds: wait } } as const]
      : []),
    ...problemsOf(app, form, typed),
  ];
  if (problems.length === 0) {
    const like = await stillToChoose(app, visit, form, typed);
    if (like.length > 0) {
      const files = await keepPhotos(app, visit, form, typed.files);
      // Photos of a page left open for days are gone: nobody is asked anything before that is said.
      if (files.length === typed.files.length) return showNeighbours(visit, form, typed, like, reply);
    }
    const { outcome } = await take(app, visit, form, typed);
    if (outcome.ok) {
      const { appealId, number, isRepeat } = outcome.value;
      if (!isRepeat) app.metrics.messages.inc({ channel: account.channel });
      const address = caseAddress(site.base, number, app.seals.trackingSecret(appealId));
      return reply
        .header('cache-control', 'no-store')
        .redirect(`${address}/sent${isRepeat ? '?repeat=1' : ''}`, 303);
    }
    problems.push(problemOf(outcome.failure));
  } else {
    await keepRefused(app, visit, typed, problems[0]?.failure.code ?? 'form_unreadable');
  }
  if (wait > 0) void reply.header('retry-after', String(wait));
  return showHome(
    app,
    visit,
    reply,
    await shownAgain(app, visit, form, typed, problems),
    wait > 0 ? 429 : 422,
  );
}

/** The form with everything that was put into it: words, place, photos that are good, and the choice of a problem. */
async function shownAgain(
  app: App,
  visit: Visit,
  form: ReadForm,
  { text, point, files }: TypedMessage,
  problems: readonly FormProblem[],
): Promise<Shown> {
  return {
    values: {
      text,
      place: form.value('place'),
      email: form.value('email'),
      point: point !== null && isPossiblePoint(point) ? point : null,
    },
    problems,
    filesLost: form.hadFiles && form.isBroken,
    keptPhotos: await keepPhotos(app, visit, form, files),
    same: form.value('same') === 'no' ? 'no' : saidIn(form),
    danger: dangerIn(text) === 'emergency',
    submissionKey: form.value('key') === '' ? randomUUID() : form.value('key').slice(0, 100),
  };
}

/** What a form that looked right was refused for, beside its field. */
function problemOf(failure: Extract<Failure, { code: TypedFailure }>): FormProblem {
  switch (failure.code) {
    case 'text_empty':
    case 'text_too_long':
      return { field: 'text', failure };
    case 'coordinates_impossible':
      return { field: 'place', failure };
    case 'too_many_files':
      return { field: 'photos', failure };
    case 'file_not_found':
      return { field: 'photos', failure: { code: 'photos_gone' } };
  }
}

async function take(app: App, visit: Visit, form: ReadForm, typed: TypedMessage) {
  const { region, knowledge, at } = visit;
  const same = await saidByResident(app, knowledge, saidIn(form));
  const limits = { textLength: limitsOf(app).textLength, files: limitsOf(app).photos };
  return withScope(app.db, wholeRegion(region.id), async (tx) => {
    await addFiles(tx, region.id, form.photos, at);
    const account = ownAccount(knowledge, 'portal_form');
    return takeTyped(tx, account, knowledge, app.seals, { ...typed, same }, limits, at);
  });
}

function typedIn(app: App, form: ReadForm): TypedMessage {
  const text = form.value('text');
  const place = form.value('place').trim();
  const point = pointIn(form);
  const files = [...new Set([...keptIn(form.value('kept')), ...form.photos.map((photo) => photo.hash)])];
  return {
    key: submissionKey(app.seals, form.value('key'), [text, place, JSON.stringify(point), ...files]),
    text,
    point,
    address: place === '' ? null : place.replaceAll('\u0000', '').slice(0, LONGEST_PLACE),
    contact: form.value('email').trim() === '' ? null : form.value('email').trim(),
    authorName: null,
    files,
  };
}

/** Two empty fields are no point; anything else is one, possible or not. */
function pointIn(form: ReadForm): Point | null {
  const [lat, lon] = [form.value('lat').trim(), form.value('lon').trim()];
  if (lat === '' && lon === '') return null;
  const numberIn = (written: string): number => (written === '' ? Number.NaN : Number(written));
  return { lat: numberIn(lat), lon: numberIn(lon) };
}

/** Everything that is wrong, at once, so that one correction is enough. */
function problemsOf(app: App, form: ReadForm, typed: TypedMessage): FormProblem[] {
  const problems: FormProblem[] = [];
  const text = checkedText(typed.text, typed.files.length > 0 || form.hadFiles, limitsOf(app).textLength);
  if (form.isBroken) problems.push({ field: 'text', failure: { code: 'form_unreadable' } });
  else if (!text.ok) problems.push({ field: 'text', failure: text.failure });
  for (const failure of form.photoFailures) problems.push({ field: 'photos', failure });
  if (typed.point !== null && !isPossiblePoint(typed.point))
    problems.push({ field: 'place', failure: { code: 'coordinates_impossible' } });
  if (typed.contact !== null && !z.email().max(200).safeParse(typed.contact).success)
    problems.push({ field: 'email', failure: { code: 'email_unreadable' } });
  return problems;
}

async function showSent(
  app: App,
  visit: Visit,
  request: { readonly params: unknown; readonly query: unknown },
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { region, knowledge, site, texts, at } = visit;
  const { number, secret } = caseParams.parse(request.params);
  const own = await withScope(app.db, wholeRegion(region.id), async (tx) => {
    const appeal = await ownAppeal(tx, app.seals, region.id, number, secret);
    return appeal === null ? null : readOwnCase(tx, app.seals, region.id, appeal);
  });
  if (own === null) return showPage(reply, wrongSecretPage({ site }, texts), { status: 404 });
  const { appeal, facts } = own;
  const text = own.messages[0]?.text ?? '';
  const { clockwork } = knowledge.route;
  const clocked = { appealId: appeal.id, regime: appeal.regime, kind: 'problem', topic: null } as const;
  const expected = expectedDues({ ...clocked, dangerLevel: dangerIn(text) }, appeal.received_at, clockwork);
  const deadline = facts === null ? null : answerDeadline(facts.deadlines, clockwork.clocks);
  const view = {
    site,
    number: appeal.number,
    secret,
    link: app.publicUrl() + caseAddress(site.base, appeal.number, secret),
    readBy: expected.readBy !== null && expected.readBy > at ? expected.readBy : null,
    answerBy: deadline?.due_at ?? (facts === null ? expected.answerBy : null),
    email: writesToContacts(knowledge) ? own.contact : null,
    danger: dangerIn(text) === 'emergency',
    isRepeat: z.object({ repeat: z.literal('1') }).safeParse(request.query).success,
  };
  return showPage(reply, sentPage(view, texts));
}
