import { afterAll, describe, expect, test } from 'vitest';
import { answersOf } from '#flow/answer/queries/answers.ts';
import { deliveriesOf } from '#flow/answer/queries/deliveries.ts';
import { writeDraft } from '#flow/answer/acts/write-draft.ts';
import { confirmationsOf } from '#flow/learn/queries/outcomes.ts';
import type { DraftContent } from '#flow/answer/rules/draft.ts';
import { incidentStateOf } from '#flow/work/queries/incidents.ts';
import { lockState, movesOf, readState } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { bodies, district, knownAddress, makeSmallRegion, town } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { approveAnswer, submitAnswer } from './answers.ts';
import { askResident } from './ask-resident.ts';
import { carryOn } from './carry-on.ts';
import { correctCase } from './correct.ts';
import { mergeCase, splitCase } from './same-problem.ts';
import { recordVerdict } from './residents.ts';
import { assign, start } from './staff-moves.ts';
import type { StaffStep } from './staff-step.ts';
import { takeTyped } from './take-in.ts';
import { watchClocks } from './watch-clocks.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const knowledge = await app.knowledge.of(region.id);
const all = wholeRegion(region.id);
const run = <T>(work: (tx: Writer) => Promise<T>, scope: Scope = all): Promise<T> =>
  withScope(db, scope, work);
const inTown: Scope = { ...all, sees: 'own', municipalities: [town] };
const days = (count: number): void => app.setNow(new Date(app.now().getTime() + count * 86_400_000));
async function take(text: string): Promise<string> {
  const typed = {
    key: crypto.randomUUID(),
    text,
    point: null,
    address: knownAddress.words,
    contact: null,
    authorName: null,
    files: [],
  };
  const { outcome } = await run((tx) =>
    takeTyped(
      tx,
      ownAccount(knowledge, 'portal_form'),
      knowledge,
      app.seals,
      typed,
      { textLength: 20_000, files: 5 },
      app.now(),
    ),
  );
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value.appealId;
}

async function send(text: string): Promise<string> {
  const appealId = await take(text);
  await run((tx) => carryOn(tx, knowledge, app.seals, [appealId], app.now()));
  return appealId;
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

const succeed = <T extends { readonly ok: boolean }>(result: T): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};

/** A pit on a road of its own, taken to work by the keeper of roads. */
async function inWork(text: string): Promise<string> {
  const appealId = await send(text);
  const assigning = await stepBy(appealId, 'coordinator');
  succeed(
    await run((tx) =>
      assign(tx, knowledge, assigning, {
        authorityId: bodies.roads,
        executorId: 1,
        note: null,
        asArbiter: false,
      }),
    ),
  );
  const starting = await stepBy(appealId, 'executor');
  succeed(await run((tx) => start(tx, knowledge, starting)));
  return appealId;
}

async function answer(appealId: string, content: Partial<DraftContent>): Promise<void> {
  const written = await run(async (tx) => {
    const state = await lockState(tx, region.id, appealId);
    if (!state.ok) return state;
    return writeDraft(tx, state.value, {
      content: {
        kind: 'final',
        text: 'Дорожная служба осмотрела участок у дома 5 по улице Садовой и назначила работы.',
        resolution: 'fixed',
        promisedOn: null,
        moneySum: null,
        reviewOn: null,
        handedTo: null,
        refusedWhy: null,
        files: [],
        ...content,
      },
      answerVersion: null,
      longest: 10_000,
      basis: { needsPhoto: false, bodyNames: ['Дорожная служба'], personalData: [] },
      by: region.people.executor.id,
      at: app.now(),
    });
  });
  succeed(written);
  const versionOfDraft = async (): Promise<number> =>
    (await run((tx) => answersOf(tx, region.id, appealId))).at(-1)?.version ?? 0;
  const submitting = { ...(await stepBy(appealId, 'executor')), answerVersion: await versionOfDraft() };
  const submitted = succeed(await run((tx) => submitAnswer(app, tx, knowledge, submitting)));
  if (submitted.ok && submitted.value.isSentAtOnce) return;
  const approving = { ...(await stepBy(appealId, 'approver')), answerVersion: await versionOfDraft() };
  succeed(await run((tx) => approveAnswer(app, tx, knowledge, approving)));
}

const lettersOf = async (appealId: string, purpose: string) =>
  (await run((tx) => deliveriesOf(tx, region.id, appealId))).filter((one) => one.purpose === purpose);

const confirm = (appealId: string) =>
  run((tx) =>
    recordVerdict(tx, knowledge, { appealId, isFixed: true, reason: null, messageId: null, at: app.now() }),
  );

describe('a promised fix', () => {
  test('waits for its day, is asked about once, and may be confirmed', async () => {
    const appealId = await inWork('Яма на дороге на улице Садовой у дома 5');
    await answer(appealId, { resolution: 'scheduled', promisedOn: '2026-04-10' });
    days(20);
    await watchClocks(app, region.id);
    expect(await stateOf(appealId)).toMatchObject({ stage: 'answered' });
    days(12);
    await watchClocks(app, region.id);
    expect(await lettersOf(appealId, 'confirm_request')).toHaveLength(1);
    expect(await confirm(appealId)).toMatchObject({ ok: true });
    const state = await stateOf(appealId);
    expect(state).toMatchObject({ stage: 'closed', closed_as: 'confirmed' });
    expect((await run((tx) => incidentStateOf(tx, region.id, state.incident_id ?? '')))?.state).toBe(
      'fixed_confirmed',
    );
  });

  test('is closed without confirmation when its resident stays silent after the day', async () => {
    const appealId = await inWork('Провалился асфальт на улице Рыбацкой у дома 12');
    const on = new Date(app.now().getTime() + 20 * 86_400_000).toISOString().slice(0, 10);
    await answer(appealId, { resolution: 'scheduled', promisedOn: on });
    days(21);
    await watchClocks(app, region.id);
    expect(await stateOf(appealId)).toMatchObject({ stage: 'answered' });
    days(15);
    await watchClocks(app, region.id);
    expect(await stateOf(appealId)).toMatchObject({ stage: 'closed', closed_as: 'no_reply' });
  });

  test('is not asked about when its resident has spoken already', async () => {
    const appealId = await inWork('Глубокая колея на дороге на улице Лесной, дом 3');
    const on = new Date(app.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
    await answer(appealId, { resolution: 'scheduled', promisedOn: on });
    expect(await confirm(appealId)).toMatchObject({ ok: true });
    days(6);
    await watchClocks(app, region.id);
    expect(await lettersOf(appealId, 'confirm_request')).toEqual([]);
  });
});

describe('a second question', () => {
  test('waits as long as the first, which was never answered', async () => {
    const appealId = await inWork('Не горит фонарь на дороге на улице Садовой у дома 7');
    const ask = async (): Promise<void> => {
      const step = await stepBy(appealId, 'executor');
      succeed(await run((tx) => askResident(app, tx, knowledge, step, 'У какого дома?')));
    };
    await ask();
    days(11);
    await watchClocks(app, region.id);
    expect(await stateOf(appealId)).toMatchObject({ stage: 'in_work' });
    await ask();
    days(1);
    await watchClocks(app, region.id);
    expect(await stateOf(appealId)).toMatchObject({ stage: 'clarifying' });
  });
});

describe('what a resident says against an answer', () => {
  test('is shown to staff without personal data', async () => {
    const appealId = await inWork('Сломан бордюр на дороге на улице Садовой у дома 5');
    await answer(appealId, { text: 'Дорожная служба починила бордюр у дома 5 по улице Садовой 10 марта.' });
    const reason = 'Ничего не сделано, звоните 8 (912) 345-67-89';
    succeed(
      await run((tx) =>
        recordVerdict(tx, knowledge, { appealId, isFixed: false, reason, messageId: null, at: app.now() }),
      ),
    );
    const kept = [
      ...(await run((tx) => confirmationsOf(tx, region.id, appealId))).map((one) => one.reason),
      ...(await run((tx) => movesOf(tx, region.id, appealId))).map((one) => one.reason),
    ].join(' ');
    expect(kept).not.toContain('345-67-89');
  });
});

describe('staff of one municipality', () => {
  test('merge and split cases they see', async () => {
    const one = await send('Во дворе на Садовой, 5 сломаны качели на детской площадке');
    const two = await send('Не вывозят мусор из контейнеров на улице Садовой у дома 7');
    const other = (await stateOf(two)).incident_id ?? '';
    const merging = await stepBy(one, 'moderator');
    succeed(await run((tx) => mergeCase(tx, knowledge, merging, other), inTown));
    expect((await stateOf(one)).incident_id).toBe(other);
    const splitting = await stepBy(one, 'moderator');
    succeed(await run((tx) => splitCase(tx, knowledge, splitting), inTown));
    expect((await stateOf(one)).incident_id).not.toBe(other);
  });

  test('correct a place that lies in another municipality', async () => {
    const appealId = await send('Яма на дороге на улице Садовой у дома 5, объехать нельзя');
    const step = await stepBy(appealId, 'moderator');
    const place = { municipalityId: district, settlementId: 2, streetId: 3, houseId: null };
    succeed(await run((tx) => correctCase(tx, knowledge, step, { place }), inTown));
    expect((await stateOf(appealId)).municipality_id).toBe(district);
  });
});

describe('two neighbours who write at the same moment', () => {
  test('report one problem', async () => {
    const ids = await Promise.all([
      take('На Рыбацкой, 12 третий день не вывозят мусор, контейнеры полные'),
      take('Третий день не вывозят мусор на Рыбацкой, 12, контейнеры полные'),
    ]);
    await Promise.all(ids.map((id) => run((tx) => carryOn(tx, knowledge, app.seals, [id], app.now()))));
    const [one, two] = await Promise.all(ids.map(stateOf));
    expect(one?.incident_id).not.toBeNull();
    expect(one?.incident_id).toBe(two?.incident_id);
  });
});

describe('neighbours of one problem', () => {
  test('are answered each, also when another has confirmed the fix', async () => {
    const words = 'Разбит тротуар вдоль дороги на улице Рыбацкой у дома 12';
    const [one, two] = [await inWork(words), await inWork(words)];
    const { incident_id: incidentId } = await stateOf(one);
    expect((await stateOf(two)).incident_id).toBe(incidentId);
    await answer(one, { text: 'Дорожная служба починила тротуар у дома 12 по улице Рыбацкой 10 марта.' });
    succeed(await confirm(one));
    await answer(two, { text: 'Дорожная служба 10 марта починила тротуар на улице Рыбацкой, 12.' });
    expect(await stateOf(two)).toMatchObject({ stage: 'answered' });
    expect((await run((tx) => incidentStateOf(tx, region.id, incidentId ?? '')))?.state).toBe(
      'fixed_confirmed',
    );
  });
});

describe('a case with several clocks', () => {
  test('is counted late once, also when an answer lies between two of them', async () => {
    const appealId = await inWork('Упал дорожный знак на улице Садовой у дома 5');
    const { topic } = await stateOf(appealId);
    const late = async (): Promise<number[]> =>
      (
        await run((tx) =>
          tx
            .selectFrom('daily_count')
            .select('n')
            .where('event', '=', 'overdue')
            .where('topic', '=', topic)
            .execute(),
        )
      ).map(({ n }) => n);
    days(14);
    await watchClocks(app, region.id);
    expect(await late()).toEqual([1]);
    await answer(appealId, { text: 'Дорожная служба поставила знак у дома 5 по улице Садовой 10 марта.' });
    const verdict = { appealId, isFixed: false, reason: null, messageId: null, at: app.now() };
    succeed(await run((tx) => recordVerdict(tx, knowledge, verdict)));
    expect(await stateOf(appealId)).toMatchObject({ is_overdue: false });
    days(14);
    await watchClocks(app, region.id);
    expect(await stateOf(appealId)).toMatchObject({ is_overdue: true });
    expect(await late()).toEqual([1]);
  });
});
