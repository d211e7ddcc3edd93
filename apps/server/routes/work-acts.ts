import type { FastifyInstance } from 'fastify';
import { markExtent } from '#contract/objects.ts';
import { mergeWholeProblem, undoProblemMerge } from '#contract/same-problem.ts';
import * as contract from '#contract/work.ts';
import { letThrough } from '#flow/intake/queries/files.ts';
import { addAssignment, addNote, reportAssignment } from '#flow/work/queries/facts.ts';
import { readState } from '#flow/work/queries/states.ts';
import { fail, ok } from '#kernel/result.ts';
import { dayNumberOf } from '#kernel/time/local-date.ts';
import { instantAt } from '#kernel/time/zone.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { App } from '#house/app.ts';
import { askResident } from '#house/flows/ask-resident.ts';
import { correctCase } from '#house/flows/correct.ts';
import { mergeCase, mergeProblem, splitCase, undoMerge } from '#house/flows/same-problem.ts';
import { declineCase } from '#house/flows/decline-case.ts';
import { extendAnswer } from '#house/flows/extend-answer.ts';
import { handOverDanger } from '#house/flows/hand-over-danger.ts';
import { lookAtContact } from '#house/flows/look-at-contact.ts';
import { assign, reopen, sendBack, start, verifyOnSite } from '#house/flows/staff-moves.ts';
import { markCaseExtent } from '#house/flows/mark-extent.ts';
import type { StaffStep } from '#house/flows/staff-step.ts';
import type { RegionKnowledge } from '#house/knowledge.ts';
import { createServe, type Serve, type StaffCall } from '../http/serve.ts';

/** What staff do to a case. Each is one transaction; the rules of who may are in the access table. */
export function registerWorkActs(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);
  registerMoves(app, serve);
  registerTalk(app, serve);
  registerCorrections(app, serve);
  registerAssignments(app, serve);
  registerSideFacts(app, serve);
}

/** A call about one case, in the version the person saw. */
type CaseCall = Pick<StaffCall, 'region' | 'actor' | 'at' | 'transaction'> & {
  readonly params: { readonly appealId: string };
  readonly body: { readonly version: number };
};
type CaseAct<T> = (tx: Writer, knowledge: RegionKnowledge, step: StaffStep) => Promise<T>;

/** Runs an act on the case of a call, in one transaction. */
const onCase =
  (app: App) =>
  async <T>({ params, body, region, actor, at, transaction }: CaseCall, act: CaseAct<T>): Promise<T> => {
    const knowledge = await app.knowledge.of(region.id);
    const step = { appealId: params.appealId, version: body.version, by: actor.person.id, at };
    return transaction((tx) => act(tx, knowledge, step));
  };

function registerMoves(app: App, serve: Serve): void {
  const run = onCase(app);
  serve.staff(contract.assign, (call) => {
    const { authorityId, executorId = null, note = null, asArbiter } = call.body;
    return run(call, (tx, knowledge, step) =>
      assign(tx, knowledge, step, { authorityId, executorId, note, asArbiter }),
    );
  });
  serve.staff(contract.start, (call) => run(call, start));
  serve.staff(contract.sendBack, (call) =>
    run(call, (tx, knowledge, step) => sendBack(tx, knowledge, step, call.body.reason)),
  );
  serve.staff(contract.reopen, (call) =>
    run(call, (tx, knowledge, step) => reopen(tx, knowledge, step, call.body.reason)),
  );
  serve.staff(contract.verifyOnSite, (call) =>
    run(call, (tx, knowledge, step) => verifyOnSite(tx, knowledge, step, call.body)),
  );
  serve.staff(contract.handOverDanger, (call) =>
    run(call, (tx, knowledge, step) => handOverDanger(tx, knowledge, step, call.body.acknowledgedBy)),
  );
}

/** Acts that write to the resident. */
function registerTalk(app: App, serve: Serve): void {
  const run = onCase(app);
  serve.staff(contract.ask, (call) =>
    run(call, (tx, knowledge, step) => askResident(app, tx, knowledge, step, call.body.question)),
  );
  serve.staff(contract.decline, (call) =>
    run(call, (tx, knowledge, step) =>
      declineCase(app, tx, knowledge, step, { as: call.body.as, note: call.body.note ?? null }),
    ),
  );
  serve.staff(contract.extend, (call) =>
    run(call, (tx, knowledge, step) => extendAnswer(app, tx, knowledge, step, call.body)),
  );
}

function registerCorrections(app: App, serve: Serve): void {
  const run = onCase(app);
  serve.staff(contract.correct, (call) =>
    run(call, (tx, knowledge, step) => correctCase(tx, knowledge, step, call.body)),
  );
  serve.staff(contract.mergeIncident, (call) =>
    run(call, (tx, knowledge, step) => mergeCase(tx, knowledge, step, call.body.incidentId)),
  );
  serve.staff(contract.splitIncident, (call) => run(call, splitCase));
  serve.staff(mergeWholeProblem, (call) =>
    run(call, (tx, knowledge, step) => mergeProblem(tx, knowledge, step, call.body.incidentId)),
  );
  serve.staff(undoProblemMerge, (call) =>
    run(call, (tx, knowledge, step) => undoMerge(tx, knowledge, step, call.body.mergeId)),
  );
  serve.staff(markExtent, (call) =>
    run(call, (tx, knowledge, step) => markCaseExtent(tx, knowledge, step, call.body.extent)),
  );
}

function registerAssignments(app: App, serve: Serve): void {
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

  serve.staff(contract.reportAssignment, ({ params, body, region, actor, at, transaction }) =>
    transaction(async (tx) => {
      const report = { report: body.report, by: actor.person.id, at };
      const isReported = await reportAssignment(tx, region.id, params.assignmentId, report);
      return isReported ? ok({}) : fail({ code: 'not_found' });
    }),
  );
}

function registerSideFacts(app: App, serve: Serve): void {
  serve.staff(contract.addNote, ({ params, body, region, actor, at, transaction }) =>
    transaction(async (tx) => {
      if ((await readState(tx, region.id, params.appealId)) === undefined)
        return fail({ code: 'appeal_not_found' });
      const note = { id: newId(at), appealId: params.appealId, at, by: actor.person.id, text: body.text };
      await addNote(tx, region.id, note);
      return ok({});
    }),
  );

  serve.staff(contract.letPhotoThrough, ({ params, body, region, actor, transaction }) =>
    transaction(async (tx) => {
      if ((await readState(tx, region.id, params.appealId)) === undefined)
        return fail({ code: 'appeal_not_found' });
      const by = body.isPublic ? actor.person.id : null;
      const isThere = await letThrough(tx, region.id, params.appealId, params.hash, by);
      return isThere ? ok({}) : fail({ code: 'file_not_found', file: params.hash });
    }),
  );

  serve.staff(contract.lookAtContact, ({ params, body, region, actor, at, transaction }) =>
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
