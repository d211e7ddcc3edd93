import type { FastifyInstance } from 'fastify';
import * as contract from '#contract/answer.ts';
import { queuedSettlement } from '#house/flows/settle.ts';
import { findingsOf, writeDraft } from '#flow/answer/acts/write-draft.ts';
import { answerFilesOf, lockOpenAnswer, reviewsOf } from '#flow/answer/queries/answers.ts';
import { namesOf } from '#centre/queries/people.ts';
import { knownFiles } from '#flow/intake/queries/files.ts';
import { checkBasis, LETTER_AROUND } from '#house/flows/check-basis.ts';
import { isOwnCase, lockState, readState } from '#flow/work/queries/states.ts';
import { fail, ok } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { approveAnswer, returnAnswer, submitAnswer } from '#house/flows/answers.ts';
import { longestFor } from '#house/flows/case-letter.ts';
import { createServe, type Serve } from '../http/serve.ts';
import { answerOf } from '../views/answer.ts';

/** Draft → check → approve → deliver, as the console asks for it. */
export function registerAnswer(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);
  registerDraft(app, serve);
  registerCheck(app, serve);
  registerReview(app, serve);
  registerSettlement(serve);
}

function registerDraft(app: App, serve: Serve): void {
  serve.staff(contract.saveDraft, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    const { answerVersion = null, ...content } = body;
    return transaction(async (tx) => {
      const locked = await lockState(tx, region.id, params.appealId);
      if (!locked.ok) return locked;
      if (!(await isOwnCase(tx, locked.value))) return fail({ code: 'not_allowed' });
      const known = await knownFiles(tx, region.id, body.files);
      const missing = body.files.find((hash) => !known.has(hash));
      if (missing !== undefined) return fail({ code: 'file_not_found', file: missing });
      const written = await writeDraft(tx, locked.value, {
        content,
        answerVersion,
        longest: longestFor(knowledge, locked.value) - LETTER_AROUND,
        basis: checkBasis(knowledge, locked.value, body.text),
        by: actor.person.id,
        at,
      });
      return written.ok ? ok(await draftView(tx, region.id, params.appealId)) : written;
    });
  });
}

async function draftView(tx: Writer, regionId: number, appealId: string) {
  const row = await lockOpenAnswer(tx, regionId, appealId);
  if (row === undefined) throw new Error('a draft just written is not there');
  const names = await namesOf(tx, regionId, [row.created_by, row.approved_by]);
  const facts = {
    reviews: await reviewsOf(tx, regionId, [row.id]),
    answerFiles: await answerFilesOf(tx, regionId, [row.id]),
  };
  return answerOf(row, facts, (id) => (id === null ? null : (names.get(id) ?? null)));
}

function registerCheck(app: App, serve: Serve): void {
  serve.staff(contract.checkDraft, async ({ params, body, region, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction(async (tx) => {
      const state = await readState(tx, region.id, params.appealId);
      if (state === undefined) return fail({ code: 'appeal_not_found' });
      const draft = { text: body.text, kind: body.kind, resolution: body.resolution ?? null, files: [] };
      const findings = await findingsOf(tx, state, draft, checkBasis(knowledge, state, body.text));
      return ok({ findings: findings.map((finding) => ({ ...finding, words: [...finding.words] })) });
    });
  });
}

function registerReview(app: App, serve: Serve): void {
  serve.staff(contract.submitDraft, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      submitAnswer(app, tx, knowledge, { ...params, ...body, by: actor.person.id, at }),
    );
  });

  serve.staff(contract.approve, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      approveAnswer(app, tx, knowledge, { ...params, ...body, by: actor.person.id, at }),
    );
  });

  serve.staff(contract.returnDraft, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction((tx) =>
      returnAnswer(tx, knowledge, { ...params, ...body, note: body.note ?? null, by: actor.person.id, at }),
    );
  });
}

function registerSettlement(serve: Serve): void {
  serve.staff(contract.settleDelivery, async ({ params, body, region, actor, at, transaction }) =>
    transaction((tx) =>
      queuedSettlement(tx, region.id, params.deliveryId, body.as, { staffId: actor.person.id, at }),
    ),
  );
}
