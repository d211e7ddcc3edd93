import type { FastifyInstance } from 'fastify';
import * as contract from '#contract/work.ts';
import { letThrough } from '#flow/intake/queries/files.ts';
import { addAssignment, addNote, reportAssignment } from '#flow/work/queries/facts.ts';
import { readState } from '#flow/work/queries/states.ts';
import { fail, ok } from '#kernel/result.ts';
import { dayNumberOf } from '#kernel/time/local-date.ts';
import { instantAt } from '#kernel/time/zone.ts';
import { newId } from '#store/ids.ts';
import type { App } from '#house/app.ts';
import { correctCase, mergeCase, splitCase } from '#house/flows/correct.ts';
import {
  ask,
  assign,
  decline,
  extend,
  handOverDanger,
  lookAtContact,
  reopen,
  sendBack,
  start,
  verifyOnSite,
  type StaffStep,
} from '#house/flows/staff.ts';
import type { Actor } from '../http/actor.ts';
import { createServe } from '../http/serve.ts';

const stepOf = (appealId: string, version: number, actor: Actor, at: Date): StaffStep => ({
  appealId,
  version,
  by: actor.person.id,
  at,
});

/** What staff do to a case. Each is one transaction; the rules of who may are in the access table. */
export function registerWorkActs(app: App, http: FastifyInstance): void {
  registerMoves(app, http);
  registerCorrections(app, http);
  registerSideFacts(app, http);
}

function registerMoves(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);

  serve.staff(contract.assign, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const to = {
      authorityId: body.authorityId,
      executorId: body.executorId ?? null,
      note: body.note ?? null,
      asArbiter: body.asArbiter,
    };
    return transaction((tx) => assign(tx, knowledge, stepOf(params.appealId, body.version, actor, at), to));
  });
  serve.staff(contract.start, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) => start(tx, knowledge, stepOf(params.appealId, body.version, actor, at)));
  });
  serve.staff(contract.sendBack, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      sendBack(tx, knowledge, stepOf(params.appealId, body.version, actor, at), body.reason),
    );
  });
  serve.staff(contract.ask, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      ask(app, tx, knowledge, stepOf(params.appealId, body.version, actor, at), body.question),
    );
  });
  serve.staff(contract.decline, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      decline(
        app,
        tx,
        knowledge,
        stepOf(params.appealId, body.version, actor, at),
        body.as,
        body.note ?? null,
      ),
    );
  });
  serve.staff(contract.reopen, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      reopen(tx, knowledge, stepOf(params.appealId, body.version, actor, at), body.reason),
    );
  });
  serve.staff(contract.verifyOnSite, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      verifyOnSite(tx, knowledge, stepOf(params.appealId, body.version, actor, at), body),
    );
  });
  serve.staff(contract.extend, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      extend(app, tx, knowledge, stepOf(params.appealId, body.version, actor, at), body),
    );
  });
  serve.staff(contract.handOverDanger, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      handOverDanger(tx, knowledge, stepOf(params.appealId, body.version, actor, at), body.acknowledgedBy),
    );
  });
}

function registerCorrections(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);

  serve.staff(contract.correct, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      correctCase(tx, knowledge, stepOf(params.appealId, body.version, actor, at), body),
    );
  });
  serve.staff(contract.mergeIncident, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      mergeCase(tx, knowledge, stepOf(params.appealId, body.version, actor, at), body.incidentId),
    );
  });
  serve.staff(contract.splitIncident, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) => splitCase(tx, knowledge, stepOf(params.appealId, body.version, actor, at)));
  });
}

function registerSideFacts(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);

  serve.staff(contract.addNote, async ({ params, body, region, actor, at, transaction }) =>
    transaction(async (tx) => {
      if ((await readState(tx, region.id, params.appealId)) === undefined)
        return fail({ code: 'appeal_not_found' });
      await addNote(tx, region.id, {
        id: newId(at),
        appealId: params.appealId,
        at,
        by: actor.person.id,
        text: body.text,
      });
      return ok({});
    }),
  );

  serve.staff(contract.addAssignment, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    if (!knowledge.bodies.has(body.authorityId)) return fail({ code: 'authority_not_found' });
    return transaction(async (tx) => {
      if ((await readState(tx, region.id, params.appealId)) === undefined)
        return fail({ code: 'appeal_not_found' });
      const id = newId(at);
      const dueAt =
        body.dueOn === null || body.dueOn === undefined
          ? null
          : new Date(instantAt(region.timeZone, dayNumberOf(body.dueOn) + 1, 0));
      await addAssignment(tx, region.id, {
        id,
        appealId: params.appealId,
        authorityId: body.authorityId,
        executorId: body.executorId ?? null,
        task: body.task,
        dueAt,
        at,
        by: actor.person.id,
      });
      return ok({ id });
    });
  });

  serve.staff(contract.reportAssignment, async ({ params, body, region, actor, at, transaction }) =>
    transaction(async (tx) =>
      (await reportAssignment(tx, region.id, params.assignmentId, {
        report: body.report,
        by: actor.person.id,
        at,
      }))
        ? ok({})
        : fail({ code: 'not_found' }),
    ),
  );

  serve.staff(contract.letPhotoThrough, async ({ params, body, region, actor, transaction }) =>
    transaction(async (tx) => {
      if ((await readState(tx, region.id, params.appealId)) === undefined)
        return fail({ code: 'appeal_not_found' });
      const isThere = await letThrough(
        tx,
        region.id,
        params.appealId,
        params.hash,
        body.isPublic ? actor.person.id : null,
      );
      return isThere ? ok({}) : fail({ code: 'file_not_found', file: params.hash });
    }),
  );

  serve.staff(contract.lookAtContact, async ({ params, body, region, actor, at, transaction }) =>
    transaction((tx) =>
      lookAtContact(app, tx, region.id, {
        appealId: params.appealId,
        by: actor.person.id,
        at,
        reason: body.reason,
      }),
    ),
  );
}
