import { afterAll, describe, expect, test } from 'vitest';
import { queuePage, wholeQueue } from '#flow/work/queries/queue.ts';
import { readState } from '#flow/work/queries/states.ts';
import { deadlinesOf } from '#flow/route/queries/deadlines.ts';
import { deliveriesOf } from '#flow/answer/queries/deliveries.ts';
import { answersOf } from '#flow/answer/queries/answers.ts';
import { incidentStateOf } from '#flow/work/queries/incidents.ts';
import { writeDraft } from '#flow/answer/acts/write-draft.ts';
import { lockState } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { bodies, knownAddress, makeSmallRegion } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { approveAnswer, returnAnswer, submitAnswer } from './answers.ts';
import { carryOn } from './carry-on.ts';
import { deliver } from './deliver.ts';
import { recordRatings, recordVerdict } from './residents.ts';
import { assign, start } from './staff-moves.ts';
import type { StaffStep } from './staff-step.ts';
import { takeTyped } from './take-in.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const all = wholeRegion(region.id);
const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> => withScope(db, all, work);
const limits = { textLength: 20_000, files: 5 };

const minutes = (count: number): void => app.setNow(new Date(app.now().getTime() + count * 60_000));

async function send(
  text: string,
  key = crypto.randomUUID(),
  address: string | null = knownAddress.words,
): Promise<string> {
  const knowledge = await app.knowledge.of(region.id);
  const typed = { key, text, point: null, address, contact: null, authorName: null, files: [] };
  const { outcome } = await run((tx) =>
    takeTyped(tx, ownAccount(knowledge, 'portal_form'), knowledge, app.seals, typed, limits, app.now()),
  );
  if (!outcome.ok) throw new Error(outcome.failure.code);
  const carried = await run((tx) => carryOn(tx, knowledge, app.seals, [outcome.value.appealId], app.now()));
  expect(carried.ok).toBe(true);
  return outcome.value.appealId;
}

const stateOf = async (appealId: string) => {
  const state = await run((tx) => readState(tx, region.id, appealId));
  if (state === undefined) throw new Error('no state');
  return state;
};

const stepBy = async (appealId: string, role: keyof typeof region.people): Promise<StaffStep> => ({
  appealId,
  version: (await stateOf(appealId)).version,
  by: region.people[role].id,
  at: app.now(),
});

const openAnswer = async (appealId: string) => {
  const found = (await run((tx) => answersOf(tx, region.id, appealId))).find(
    (one) => one.state !== 'approved',
  );
  if (found === undefined) throw new Error('no draft');
  return found;
};

async function draft(appealId: string, text: string, resolution: 'fixed' | 'explained' = 'fixed') {
  const open = (await run((tx) => answersOf(tx, region.id, appealId))).find(
    (one) => one.state !== 'approved',
  );
  return run(async (tx) => {
    const state = await lockState(tx, region.id, appealId);
    if (!state.ok) return state;
    return writeDraft(tx, state.value, {
      content: {
        kind: 'final',
        text,
        resolution,
        promisedOn: null,
        moneySum: null,
        reviewOn: null,
        handedTo: null,
        refusedWhy: null,
        files: [],
      },
      answerVersion: open?.version ?? null,
      longest: 10_000,
      basis: { needsPhoto: false, bodyNames: ['Дорожная служба'], personalData: [] },
      by: region.people.executor.id,
      at: app.now(),
    });
  });
}

describe('a message about a pit in the road', () => {
  let appealId = '';

  test('becomes a case of a known place, with clocks that run', async () => {
    appealId = await send(
      'Огромная яма на дороге на улице Садовой напротив дома 5, уже второе колесо пробил. Мой телефон 8 (912) 345-67-89',
    );
    const state = await stateOf(appealId);
    expect(state).toMatchObject({
      kind: 'problem',
      sector: 'roads',
      place_precision: 'house',
      municipality_id: 1,
      channel: 'portal',
    });
    expect(state.place_label).toContain('Садовая');
    expect(state.excerpt).not.toContain('345-67-89');
    const clocks = await run((tx) => deadlinesOf(tx, region.id, appealId));
    expect(clocks.length).toBeGreaterThan(0);
    expect(state.due_at).not.toBeNull();
  });

  test('is carried on twice without doubling', async () => {
    const knowledge = await app.knowledge.of(region.id);
    const again = await run((tx) => carryOn(tx, knowledge, app.seals, [appealId], app.now()));
    expect(again).toMatchObject({ ok: true, value: [] });
  });

  test('is assigned by the coordinator where the machine was not sure, and keeps its clocks', async () => {
    const before = await run((tx) => deadlinesOf(tx, region.id, appealId));
    const knowledge = await app.knowledge.of(region.id);
    const step = await stepBy(appealId, 'coordinator');
    const assigned = await run((tx) =>
      assign(tx, knowledge, step, { authorityId: bodies.roads, executorId: 1, note: null, asArbiter: false }),
    );
    expect(assigned).toMatchObject({ ok: true, value: { stage: 'assigned' } });
    const after = await run((tx) => deadlinesOf(tx, region.id, appealId));
    for (const clock of before)
      expect(after.find((one) => one.clock === clock.clock)?.due_at).toEqual(clock.due_at);
  });

  test('is not changed by somebody who saw an older version', async () => {
    const knowledge = await app.knowledge.of(region.id);
    const step = { ...(await stepBy(appealId, 'executor')), version: 1 };
    expect(await run((tx) => start(tx, knowledge, step))).toMatchObject({
      ok: false,
      failure: { code: 'stale_version', changedBy: 'Сотрудник coordinator' },
    });
  });

  test('is worked on: the problem in the world is in work too', async () => {
    minutes(30);
    const knowledge = await app.knowledge.of(region.id);
    const step = await stepBy(appealId, 'executor');
    expect(await run((tx) => start(tx, knowledge, step))).toMatchObject({
      ok: true,
      value: { stage: 'in_work' },
    });
    const { incident_id: incidentId } = await stateOf(appealId);
    expect((await run((tx) => incidentStateOf(tx, region.id, incidentId ?? '')))?.state).toBe('in_work');
  });

  test('is answered: drafted, returned with a reason, corrected, approved', async () => {
    minutes(60);
    const knowledge = await app.knowledge.of(region.id);
    expect((await draft(appealId, 'Сделали.')).ok).toBe(true);
    const submitting = {
      ...(await stepBy(appealId, 'executor')),
      answerVersion: (await openAnswer(appealId)).version,
    };
    expect(await run((tx) => submitAnswer(app, tx, knowledge, submitting))).toMatchObject({
      ok: true,
      value: { isSentAtOnce: false },
    });

    const returning = {
      ...(await stepBy(appealId, 'approver')),
      answerVersion: (await openAnswer(appealId)).version,
    };
    expect(
      await run((tx) =>
        returnAnswer(tx, knowledge, { ...returning, reason: 'not_on_substance', note: null }),
      ),
    ).toMatchObject({ ok: true });
    expect((await stateOf(appealId)).stage).toBe('in_work');

    minutes(20);
    await draft(
      appealId,
      'Дорожная служба заделала яму у дома 5 по улице Садовой 10 марта горячим асфальтом, участок проверен мастером.',
    );
    const again = {
      ...(await stepBy(appealId, 'executor')),
      answerVersion: (await openAnswer(appealId)).version,
    };
    expect(await run((tx) => submitAnswer(app, tx, knowledge, again))).toMatchObject({ ok: true });
    const approving = {
      ...(await stepBy(appealId, 'approver')),
      answerVersion: (await openAnswer(appealId)).version,
    };
    expect(await run((tx) => approveAnswer(app, tx, knowledge, approving))).toMatchObject({ ok: true });
    expect(await stateOf(appealId)).toMatchObject({ stage: 'answered', answer_axis: 'final' });
  });

  test('the answer is delivered once, however often the job runs', async () => {
    const [delivery] = await run((tx) => deliveriesOf(tx, region.id, appealId));
    expect(delivery).toMatchObject({ purpose: 'final', state: 'pending' });
    for (let time = 0; time < 3; time += 1)
      await deliver(
        app,
        { regionId: region.id, deliveryId: delivery?.id ?? '' },
        new AbortController().signal,
      );
    const [sent] = await run((tx) => deliveriesOf(tx, region.id, appealId));
    expect(sent).toMatchObject({ state: 'sent', attempts: 1 });
    expect(sent?.text).toContain('горячим асфальтом');
    expect(sent?.text).toContain('http://portal.test/case/');
  });

  test('the resident says no: the case goes back to work, the problem is disputed', async () => {
    minutes(600);
    const knowledge = await app.knowledge.of(region.id);
    const verdict = { appealId, isFixed: false, reason: 'Яма на месте', messageId: null, at: app.now() };
    expect(await run((tx) => recordVerdict(tx, knowledge, verdict))).toEqual({ ok: true, value: null });
    const state = await stateOf(appealId);
    expect(state).toMatchObject({ stage: 'in_work', reopened: 1 });
    expect((await run((tx) => incidentStateOf(tx, region.id, state.incident_id ?? '')))?.state).toBe(
      'disputed',
    );
  });

  test('fixed at last: the resident confirms, and only then it is confirmed', async () => {
    const knowledge = await app.knowledge.of(region.id);
    await draft(
      appealId,
      'Дорожная служба повторно заделала яму у дома 5 по улице Садовой 11 марта, на этот раз литым асфальтом.',
    );
    const submitting = {
      ...(await stepBy(appealId, 'executor')),
      answerVersion: (await openAnswer(appealId)).version,
    };
    await run((tx) => submitAnswer(app, tx, knowledge, submitting));
    const approving = {
      ...(await stepBy(appealId, 'approver')),
      answerVersion: (await openAnswer(appealId)).version,
    };
    await run((tx) => approveAnswer(app, tx, knowledge, approving));
    const verdict = { appealId, isFixed: true, reason: null, messageId: null, at: app.now() };
    expect(await run((tx) => recordVerdict(tx, knowledge, verdict))).toEqual({ ok: true, value: null });
    expect(
      await run((tx) => recordRatings(tx, knowledge, { appealId, answer: 4, fix: 5, at: app.now() })),
    ).toEqual({ ok: true, value: null });
    const state = await stateOf(appealId);
    expect(state).toMatchObject({ stage: 'closed', closed_as: 'confirmed' });
    expect((await run((tx) => incidentStateOf(tx, region.id, state.incident_id ?? '')))?.state).toBe(
      'fixed_confirmed',
    );
  });
});

describe('the same problem from a neighbour', () => {
  test('joins the incident and keeps a thread of its own', async () => {
    const first = await send('Во дворе дома не горит фонарь, вечером темно, ходить страшно');
    const second = await send('Не горит фонарь во дворе, темно, страшно ходить вечером');
    const [one, two] = [await stateOf(first), await stateOf(second)];
    expect(one.incident_id).not.toBeNull();
    expect(two.incident_id).toBe(one.incident_id);
    expect(two.number).not.toBe(one.number);
  });
});

describe('the queue', () => {
  test('shows an executor the cases of their body and nothing else', async () => {
    const mine: Scope = { ...wholeRegion(region.id), sees: 'own', authorities: [bodies.roads] };
    const rows = await withScope(db, mine, (tx) => queuePage(tx, region.id, wholeQueue, null, 50, app.now()));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.authority_id === bodies.roads)).toBe(true);
  });

  test('another region sees none of it, whatever it asks', async () => {
    const other = await makeSmallRegion(db, app.seals, { slug: 'drugoy', isDefault: false });
    const rows = await withScope(db, wholeRegion(other.id), (tx) =>
      queuePage(tx, region.id, wholeQueue, null, 50, app.now()),
    );
    expect(rows).toEqual([]);
  });

  test('finds by words of the text, with ё or without', async () => {
    const appealId = await send('На детской площадке ёлка упала на качели');
    const rows = await run((tx) =>
      queuePage(tx, region.id, { ...wholeQueue, search: 'елка качели' }, null, 50, app.now()),
    );
    expect(rows.map((row) => row.appeal_id)).toEqual([appealId]);
  });
});
