import type { FastifyInstance, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import * as intake from '#contract/intake.ts';
import * as learn from '#contract/learn.ts';
import { neighboursForResident } from '#contract/neighbours.ts';
import { acceptPhoto } from '#flow/intake/acts/accept-photo.ts';
import { addFiles } from '#flow/intake/queries/files.ts';
import type { Failure } from '#kernel/failures.ts';
import { fail, ok } from '#kernel/result.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { photoLimits } from '#house/flows/read-payload.ts';
import { recordRatings, recordVerdict, withdrawOrObject } from '#house/flows/residents.ts';
import { takeTyped } from '#house/flows/take-in.ts';
import { addTyped, disputeTyped } from '#house/flows/typed-addition.ts';
import { ownAccount } from '#house/knowledge.ts';
import { languageOf } from '../http/language.ts';
import { baseOf } from '../http/region.ts';
import { createServe } from '../http/serve.ts';
import { ownAppeal, type OwnAppeal } from '../portal/case-access.ts';
import { createPace, type Pace } from '../portal/pace.ts';
import { caseAddress } from '../portal/pages/addresses.ts';
import { bytesOf } from '../portal/read-form.ts';
import { limitsOf } from '../portal/visit.ts';
import { expectedDues } from '../views/answer-due.ts';
import { dangerIn, readOwnCase } from '../views/own-case.ts';
import { neighboursSeen, saidByResident } from '../views/neighbours.ts';
import { neighbourWords } from '../views/neighbour-words.ts';
import { trackingViewOf } from '../views/tracking.ts';

type Serve = ReturnType<typeof createServe>;

/** What residents do without a session: send, and, by the secret of their link, follow and decide. */
export function registerResidentApi(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);
  const pace = createPace(http);
  serveSending(app, serve, pace);
  serveNeighbours(app, serve, pace);
  serveUpload(app, serve, pace);
  registerTracking(app, serve, pace);
}

/** The failure of having to wait, or `null`. */
async function tooFast(
  pace: Pace,
  what: Parameters<Pace>[0],
  request: FastifyRequest,
): Promise<{ readonly ok: false; readonly failure: Extract<Failure, { code: 'too_many_attempts' }> } | null> {
  const wait = await pace(what, request);
  return wait === 0 ? null : fail({ code: 'too_many_attempts', retryAfterSeconds: wait });
}

function serveSending(app: App, serve: Serve, pace: Pace): void {
  serve.open(intake.sendMessage, async ({ region, body, request, at }) => {
    const waits = await tooFast(pace, 'send', request);
    if (waits !== null) return waits;
    const knowledge = await app.knowledge.of(region.id);
    const account = ownAccount(knowledge, 'portal_form');
    const typed = {
      key: body.key,
      text: body.text,
      point: body.point ?? null,
      address: body.address ?? null,
      contact: body.email ?? null,
      authorName: null,
      files: body.files,
      same: await saidByResident(app, knowledge, body.sameAs ?? null),
    };
    const { textLength, photos } = limitsOf(app);
    const { outcome } = await withScope(app.db, wholeRegion(region.id), (tx) =>
      takeTyped(tx, account, knowledge, app.seals, typed, { textLength, files: photos }, at),
    );
    if (!outcome.ok) return outcome;
    const { appealId, number, isRepeat } = outcome.value;
    if (!isRepeat) app.metrics.messages.inc({ channel: account.channel });
    const danger = dangerIn(body.text);
    const { regime } = account.connector.traits;
    const clocked = { appealId, regime, kind: 'problem', topic: null, dangerLevel: danger } as const;
    const expected = expectedDues(clocked, at, knowledge.route.clockwork);
    return ok({
      number,
      trackingUrl: app.publicUrl() + caseAddress(baseOf(request), number, app.seals.trackingSecret(appealId)),
      danger,
      answerBy: expected.answerBy?.toISOString() ?? null,
    });
  });
}

/** Asked while a resident types, so it may be refused often: whoever asks goes on without it. */
function serveNeighbours(app: App, serve: Serve, pace: Pace): void {
  serve.open(neighboursForResident, async ({ region, body, request, at }) => {
    const waits = await tooFast(pace, 'neighbours', request);
    if (waits !== null) return waits;
    const knowledge = await app.knowledge.of(region.id);
    const problems = await neighboursSeen(app, knowledge, body, at);
    const words = neighbourWords(languageOf(request), knowledge, at);
    return ok({ problems: problems.map((one) => ({ ...one, ...words(one) })) });
  });
}

function serveUpload(app: App, serve: Serve, pace: Pace): void {
  serve.open(intake.sendFile, async ({ region, request, at }) => {
    const waits = await tooFast(pace, 'upload', request);
    if (waits !== null) return waits;
    const bytes = await fileIn(app, request);
    if (bytes === null) return fail({ code: 'bad_request', fields: [{ path: 'file', rule: 'required' }] });
    const accepted = await acceptPhoto(bytes, photoLimits(app), app.files);
    if (!accepted.ok) return accepted;
    const photo = accepted.value;
    await withScope(app.db, wholeRegion(region.id), (tx) => addFiles(tx, region.id, [photo], at));
    return ok({ hash: photo.hash, width: photo.width, height: photo.height });
  });
}

/** The one file of an upload; `null` where there is none or it ended too early. */
async function fileIn(app: App, request: FastifyRequest): Promise<Uint8Array | null> {
  if (!request.isMultipart()) return null;
  let found: Uint8Array | null = null;
  try {
    const limits = { fileSize: Number.POSITIVE_INFINITY, files: 5, fields: 5 };
    for await (const part of request.parts({ limits })) {
      if (part.type !== 'file') continue;
      const bytes = await bytesOf(part, app.config.uploads.maxBytes);
      if (part.fieldname === 'file') found ??= bytes;
    }
  } catch {
    request.raw.unpipe();
    request.raw.resume();
    return null;
  }
  return found;
}

interface Holder {
  readonly region: { readonly id: number };
  readonly params: { readonly number: string; readonly secret: string };
  readonly at: Date;
}

const appealOf = (app: App, { region, params }: Holder): Promise<OwnAppeal | null> =>
  withScope(app.db, wholeRegion(region.id), (tx) =>
    ownAppeal(tx, app.seals, region.id, params.number, params.secret),
  );

const notFound = fail({ code: 'appeal_not_found' });

/** The case as it stands now, for the reply to whatever its author did. */
async function trackingNow(app: App, { region, at }: Holder, appeal: OwnAppeal) {
  const knowledge = await app.knowledge.of(region.id);
  const own = await withScope(app.db, wholeRegion(region.id), (tx) =>
    readOwnCase(tx, app.seals, region.id, appeal),
  );
  return ok(trackingViewOf(knowledge, own, at));
}

function registerTracking(app: App, serve: Serve, pace: Pace): void {
  serve.open(learn.track, async (call) => {
    const appeal = await appealOf(app, call);
    return appeal === null ? notFound : trackingNow(app, call, appeal);
  });
  serveVerdict(app, serve, pace);
  serveRating(app, serve);
  serveAddition(app, serve, pace);
  serveWithdrawal(app, serve);
}

function serveVerdict(app: App, serve: Serve, pace: Pace): void {
  serve.open(learn.confirmFix, async (call) => {
    const appeal = await appealOf(app, call);
    if (appeal === null) return notFound;
    const waits = await tooFast(pace, 'write', call.request);
    if (waits !== null) return waits;
    const { region, body, at } = call;
    const knowledge = await app.knowledge.of(region.id);
    if (!body.isFixed && (body.reason ?? '').trim() !== '') {
      const key = `dispute:${randomUUID()}`;
      const text = body.reason ?? '';
      const typed = { appealId: appeal.id, key, text, files: body.files, photos: [], at };
      const { textLength, photos } = limitsOf(app);
      const done = await disputeTyped(app, knowledge, typed, { textLength, files: photos });
      if (!done.ok)
        return done.failure.code === 'file_not_found'
          ? fail(done.failure)
          : fail({ code: 'bad_request', fields: [{ path: 'body.reason', rule: done.failure.code }] });
      return done.value.isWritten ? fail({ code: 'nothing_to_confirm' }) : trackingNow(app, call, appeal);
    }
    const recorded = await withScope(app.db, wholeRegion(region.id), (tx) =>
      recordVerdict(tx, knowledge, {
        appealId: appeal.id,
        isFixed: body.isFixed,
        reason: null,
        messageId: null,
        at,
      }),
    );
    if (recorded.ok) return trackingNow(app, call, appeal);
    const { failure } = recorded;
    return failure.code === 'calendar_exhausted' ? fail(failure) : fail({ code: 'nothing_to_confirm' });
  });
}

function serveRating(app: App, serve: Serve): void {
  serve.open(learn.rate, async (call) => {
    const appeal = await appealOf(app, call);
    if (appeal === null) return notFound;
    const { region, body, at } = call;
    const knowledge = await app.knowledge.of(region.id);
    const rated = await withScope(app.db, wholeRegion(region.id), (tx) =>
      recordRatings(tx, knowledge, {
        appealId: appeal.id,
        answer: body.answer ?? null,
        fix: body.fix ?? null,
        at,
      }),
    );
    return rated.ok ? trackingNow(app, call, appeal) : fail({ code: 'nothing_to_confirm' });
  });
}

function serveAddition(app: App, serve: Serve, pace: Pace): void {
  serve.open(learn.addToCase, async (call) => {
    const appeal = await appealOf(app, call);
    if (appeal === null) return notFound;
    const waits = await tooFast(pace, 'write', call.request);
    if (waits !== null) return waits;
    const { region, body, at } = call;
    const knowledge = await app.knowledge.of(region.id);
    const typed = { ...body, appealId: appeal.id, photos: [], at };
    const { textLength, photos } = limitsOf(app);
    const added = await addTyped(app, knowledge, typed, { textLength, files: photos });
    if (added.ok) return trackingNow(app, call, appeal);
    const { failure } = added;
    return failure.code === 'too_many_files'
      ? fail({ code: 'bad_request', fields: [{ path: 'body.files', rule: 'too_big' }] })
      : fail(failure);
  });
}

function serveWithdrawal(app: App, serve: Serve): void {
  serve.open(learn.withdraw, async (call) => {
    const appeal = await appealOf(app, call);
    if (appeal === null) return notFound;
    const { region, at } = call;
    const knowledge = await app.knowledge.of(region.id);
    const withdrawn = await withScope(app.db, wholeRegion(region.id), (tx) =>
      withdrawOrObject(tx, knowledge, { appealId: appeal.id, action: 'withdraw', reason: null, at }),
    );
    if (withdrawn.ok) return trackingNow(app, call, appeal);
    const { failure } = withdrawn;
    return failure.code === 'move_not_allowed' ? fail(failure) : notFound;
  });
}
