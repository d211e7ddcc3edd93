import { answersOf } from '#flow/answer/queries/answers.ts';
import { writeDraft } from '#flow/answer/acts/write-draft.ts';
import { lockState, readState } from '#flow/work/queries/states.ts';
import { approveAnswer, submitAnswer } from '#house/flows/answers.ts';
import { carryOn } from '#house/flows/carry-on.ts';
import { askResident } from '#house/flows/ask-resident.ts';
import { declineCase } from '#house/flows/decline-case.ts';
import { lookAtContact } from '#house/flows/look-at-contact.ts';
import { assign, start } from '#house/flows/staff-moves.ts';
import type { StaffStep } from '#house/flows/staff-step.ts';
import { bodies, type SmallRegion } from '#house/testing/small-region.ts';
import type { TestApp } from '#house/testing/test-app.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';

/** What staff do with a case of the small region, in one line each, for tests of what its author sees. */
export function createCaseDriver(app: TestApp, region: SmallRegion) {
  const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> =>
    withScope(app.db, wholeRegion(region.id), work);
  const must = <T extends { readonly ok: boolean }>(result: T): T => {
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result;
  };
  const step = async (appealId: string, role: keyof SmallRegion['people']): Promise<StaffStep> => {
    const state = await run((tx) => readState(tx, region.id, appealId));
    if (state === undefined) throw new Error('the case is not open');
    return { appealId, version: state.version, by: region.people[role].id, at: app.now() };
  };
  const knowledge = () => app.knowledge.of(region.id);
  const openAnswer = async (appealId: string): Promise<number> => {
    const found = (await run((tx) => answersOf(tx, region.id, appealId))).find(
      (one) => one.state !== 'approved',
    );
    if (found === undefined) throw new Error('there is no draft');
    return found.version;
  };
  return {
    async read(appealId: string): Promise<void> {
      const known = await knowledge();
      must(await run((tx) => carryOn(tx, known, app.seals, [appealId], app.now())));
    },
    async take(appealId: string): Promise<void> {
      const known = await knowledge();
      const to = { authorityId: bodies.roads, executorId: 1, note: null, asArbiter: false };
      const assigning = await step(appealId, 'coordinator');
      must(await run((tx) => assign(tx, known, assigning, to)));
      const starting = await step(appealId, 'executor');
      must(await run((tx) => start(tx, known, starting)));
    },
    async ask(appealId: string, question: string): Promise<void> {
      const known = await knowledge();
      const asking = await step(appealId, 'executor');
      must(await run((tx) => askResident(app, tx, known, asking, question)));
    },
    async decline(appealId: string): Promise<void> {
      const known = await knowledge();
      const declining = await step(appealId, 'moderator');
      must(await run((tx) => declineCase(app, tx, known, declining, { as: 'no_facts', note: null })));
    },
    async look(appealId: string, reason: string): Promise<void> {
      const by = region.people.operator.id;
      must(await run((tx) => lookAtContact(app, tx, region.id, { appealId, by, at: app.now(), reason })));
    },
    /** @param files hashes of photos that show the fix */
    async answer(
      appealId: string,
      text: string,
      resolution: 'fixed' | 'explained' = 'fixed',
      files: readonly string[] = [],
    ): Promise<void> {
      const known = await knowledge();
      const by = region.people.executor.id;
      const content = { kind: 'final', text, resolution, files, ...nothingElse } as const;
      must(
        await run(async (tx) => {
          const state = await lockState(tx, region.id, appealId);
          if (!state.ok) return state;
          return writeDraft(tx, state.value, {
            content,
            answerVersion: null,
            longest: 10_000,
            basis: { needsPhoto: false, bodyNames: ['Дорожная служба'], personalData: [] },
            by,
            at: app.now(),
          });
        }),
      );
      const submitting = { ...(await step(appealId, 'executor')), answerVersion: await openAnswer(appealId) };
      const sent = must(await run((tx) => submitAnswer(app, tx, known, submitting)));
      if (sent.ok && sent.value.isSentAtOnce) return;
      const approving = { ...(await step(appealId, 'approver')), answerVersion: await openAnswer(appealId) };
      must(await run((tx) => approveAnswer(app, tx, known, approving)));
    },
  };
}

const nothingElse = {
  promisedOn: null,
  moneySum: null,
  reviewOn: null,
  handedTo: null,
  refusedWhy: null,
} as const;
