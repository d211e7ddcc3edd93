import { afterAll, describe, expect, test } from 'vitest';
import { writeDraft } from '#flow/answer/acts/write-draft.ts';
import { answersOf } from '#flow/answer/queries/answers.ts';
import { addAssignment, assignmentsOf, reportAssignment } from '#flow/work/queries/facts.ts';
import { lockState, readState } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { bodies, knownAddress, makeSmallRegion } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { submitAnswer } from './answers.ts';
import { carryOn } from './carry-on.ts';
import { assign, sendBack, start } from './staff-moves.ts';
import { takeTyped } from './take-in.ts';
import { addTyped } from './typed-addition.ts';
import { withdrawOrObject } from './residents.ts';
import { changeChannelSettings } from '#centre/acts/add-channels.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const knowledge = await app.knowledge.of(region.id);
const all = wholeRegion(region.id);
const limits = { textLength: 20_000, files: 5 };
const run = <T>(work: (tx: Writer) => Promise<T>, scope: Scope = all): Promise<T> =>
  withScope(db, scope, work);
const executorOf = (authority: number): Scope => ({
  ...all,
  sees: 'own',
  authorities: [authority],
  actor: region.people.executor.id,
});

/** A road case in work at the keeper of roads. */
async function inWork(): Promise<string> {
  const typed = {
    key: crypto.randomUUID(),
    text: 'Огромная яма на дороге, пробил колесо',
    point: null,
    address: knownAddress.words,
    contact: null,
    authorName: null,
    files: [],
  };
  const { outcome } = await run((tx) =>
    takeTyped(tx, ownAccount(knowledge, 'portal_form'), knowledge, app.seals, typed, limits, app.now()),
  );
  if (!outcome.ok) throw new Error(outcome.failure.code);
  const { appealId } = outcome.value;
  await run((tx) => carryOn(tx, knowledge, app.seals, [appealId], app.now()));
  const to = { authorityId: bodies.roads, executorId: null, note: null, asArbiter: false };
  const assigning = await step(appealId, 'coordinator');
  expect(await run((tx) => assign(tx, knowledge, assigning, to))).toMatchObject({ ok: true });
  const starting = await step(appealId, 'executor');
  expect(await run((tx) => start(tx, knowledge, starting))).toMatchObject({ ok: true });
  return appealId;
}

const stateOf = async (appealId: string) => run((tx) => readState(tx, region.id, appealId));
const step = async (appealId: string, role: keyof typeof region.people) => ({
  appealId,
  version: (await stateOf(appealId))?.version ?? 0,
  by: region.people[role].id,
  at: app.now(),
});

/** @param text words of its own: a copy of an earlier answer would wait for an approver */
const draftOf = (appealId: string, text: string) =>
  run(async (tx) => {
    const state = await lockState(tx, region.id, appealId);
    if (!state.ok) throw new Error(state.failure.code);
    const content = { kind: 'final', text, resolution: 'fixed', promisedOn: null, moneySum: null } as const;
    return writeDraft(tx, state.value, {
      content: { ...content, reviewOn: null, handedTo: null, refusedWhy: null, files: [] },
      answerVersion: null,
      longest: 10_000,
      basis: { needsPhoto: false, bodyNames: ['Дорожная служба'], personalData: [] },
      by: region.people.executor.id,
      at: app.now(),
    });
  });

async function answered(text: string): Promise<string> {
  const appealId = await inWork();
  await draftOf(appealId, text);
  const [draft] = await run((tx) => answersOf(tx, region.id, appealId));
  const submitting = { ...(await step(appealId, 'executor')), answerVersion: draft?.version ?? 0 };
  expect(await run((tx) => submitAnswer(app, tx, knowledge, submitting))).toMatchObject({
    value: { isSentAtOnce: true },
  });
  return appealId;
}

const write = (appealId: string, text: string) =>
  addTyped(
    app,
    knowledge,
    { appealId, key: crypto.randomUUID(), text, files: [], photos: [], at: app.now() },
    limits,
  );

describe('a task given to another body', () => {
  test('is seen and reported by its people, who decide nothing else about the case', async () => {
    const appealId = await inWork();
    const helper = executorOf(bodies.houseManager);
    expect(await run((tx) => readState(tx, region.id, appealId), helper)).toBeUndefined();

    const id = newId(app.now());
    const task = {
      id,
      appealId,
      authorityId: bodies.houseManager,
      executorId: null,
      task: 'Убрать ограждение',
      dueAt: null,
    };
    await run((tx) =>
      addAssignment(tx, region.id, { ...task, at: app.now(), by: region.people.coordinator.id }),
    );

    expect(await run((tx) => assignmentsOf(tx, region.id, appealId), helper)).toHaveLength(1);
    const sending = await step(appealId, 'executor');
    expect(await run((tx) => sendBack(tx, knowledge, sending, 'не наше'), helper)).toMatchObject({
      failure: { code: 'not_allowed' },
    });
    const report = { report: 'Убрали', by: region.people.executor.id, at: app.now() };
    expect(await run((tx) => reportAssignment(tx, region.id, id, report), helper)).toBe(true);
  });
});

describe('a case withdrawn by its author', () => {
  test('leaves no draft waiting for an approver', async () => {
    const appealId = await inWork();
    await draftOf(appealId, 'Мастер осмотрит участок у дома 5 по Садовой 12 марта и назначит ремонт.');
    const request = { appealId, action: 'withdraw', reason: null, at: app.now() } as const;
    expect(await run((tx) => withdrawOrObject(tx, knowledge, request))).toMatchObject({ ok: true });
    expect((await run((tx) => answersOf(tx, region.id, appealId))).map((one) => one.state)).toEqual([
      'withdrawn',
    ]);
  });
});

describe('settings of a channel that do not fit any more', () => {
  test('switch that channel off and leave the region alive', async () => {
    await run((tx) => changeChannelSettings(tx, region.id, region.accounts.desk, { nonsense: 1 }, app.seals));
    app.knowledge.forget();
    const accounts = (await app.knowledge.of(region.id)).accounts;
    expect(accounts.get(region.accounts.desk)).toMatchObject({ isEnabled: false, isMisconfigured: true });
    expect(accounts.get(region.accounts.portal)).toMatchObject({ isEnabled: true, isMisconfigured: false });
  });
});

describe('what a resident writes after the answer', () => {
  test('brings the case before a person when it is neither yes nor no', async () => {
    const appealId = await answered(
      'Дорожная служба 10 марта заделала яму у дома 5 по улице Садовой, мастер проверил участок.',
    );
    expect(await write(appealId, 'Приезжали, но яма осталась, засыпали щебнем')).toMatchObject({ ok: true });
    expect(await stateOf(appealId)).toMatchObject({ stage: 'triage', needs_attention: 'objection' });
  });

  test('leaves the case answered when it is only thanks', async () => {
    const appealId = await answered(
      'Мастер дорожной службы 10 марта выезжал на Садовую и закрыл выбоину литым асфальтом.',
    );
    expect(await write(appealId, 'Спасибо большое за работу!')).toMatchObject({ ok: true });
    expect(await stateOf(appealId)).toMatchObject({ stage: 'answered' });
  });
});
