import type { FastifyInstance } from 'fastify';
import * as contract from '#contract/answer.ts';
import { queuedSettlement } from '#house/flows/settle.ts';
import { findingsOf, writeDraft } from '#flow/answer/acts/write-draft.ts';
import { answerFilesOf, lockOpenAnswer, reviewsOf } from '#flow/answer/queries/answers.ts';
import { namesOf } from '#centre/queries/people.ts';
import { knownFiles } from '#flow/intake/queries/files.ts';
import { checkBasis, LETTER_AROUND } from '#house/flows/check-basis.ts';
import { lockState, readState } from '#flow/work/queries/states.ts';
import { fail, ok } from '#kernel/result.ts';
import type { App } from '#house/app.ts';
import { approveAnswer, returnAnswer, submitAnswer } from '#house/flows/answers.ts';
import { longestFor } from '#house/flows/case-letter.ts';
import { createServe } from '../http/serve.ts';
import { answerOf } from '../views/answer.ts';

/** Draft → check → approve → deliver, as the console asks for it. */
export function registerAnswer(app: App, http: FastifyInstance): void {
  const serve = createServe(app, http);

  serve.staff(contract.saveDraft, async ({ params, body, region, actor, at, transaction }) => {
    const knowledge = await app.knowledge.of(region.id);
    return transaction(async (tx) => {
      const locked = await lockState(tx, region.id, params.appealId);
      if (!locked.ok) return locked;
      const known = await knownFiles(tx, region.id, body.files);
      const missing = body.files.find((hash) => !known.has(hash));
      if (missing !== undefined) return fail({ code: 'file_not_found', file: missing });
      const written = await writeDraft(tx, locked.value, {
        content: {
          kind: body.kind,
          text: body.text,
          resolution: body.resolution ?? null,
          promisedOn: body.promisedOn ?? null,
          moneySum: body.moneySum ?? null,
          reviewOn: body.reviewOn ?? null,
          handedTo: body.handedTo ?? null,
          refusedWhy: body.refusedWhy ?? null,
          files: body.files,
        },
        answerVersion: body.answerVersion ?? null,
        longest: longestFor(knowledge, locked.value) - LETTER_AROUND,
        basis: checkBasis(knowledge, locked.value, body.text),
        by: actor.person.id,
        at,
      });
      if (!written.ok) return written;
      const row = await lockOpenAnswer(tx, region.id, params.appealId);
      if (row === undefined) throw new Error('a draft just written is not there');
      const names = await namesOf(tx, region.id, [row.created_by, row.approved_by]);
      const facts = {
        reviews: await reviewsOf(tx, region.id, [row.id]),
        answerFiles: await answerFilesOf(tx, region.id, [row.id]),
      };
      return ok(answerOf(row, facts, (id) => (id === null ? null : (names.get(id) ?? null))));
    });
  });

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

  serve.staff(contract.settleDelivery, async ({ params, body, region, actor, at, transaction }) =>
    transaction((tx) =>
      queuedSettlement(tx, region.id, params.deliveryId, body.as, { staffId: actor.person.id, at }),
    ),
  );
}
