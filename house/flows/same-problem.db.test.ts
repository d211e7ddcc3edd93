import { afterAll, describe, expect, test } from 'vitest';
import { incidentExists, readIncident } from '#flow/understand/queries/incidents.ts';
import { mergesInto } from '#flow/understand/queries/incident-merges.ts';
import { countReporters } from '#flow/understand/queries/reporters.ts';
import { moveIncidents } from '#flow/work/acts/move-problem.ts';
import { incidentStateOf } from '#flow/work/queries/incidents.ts';
import { movesOf, readState } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { district, makeSmallRegion, town } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { carryOn } from './carry-on.ts';
import { correctCase } from './correct.ts';
import { mergeCase, mergeProblem, splitCase, undoMerge } from './same-problem.ts';
import type { StaffStep } from './staff-step.ts';
import { takeTyped, type TypedMessage } from './take-in.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const knowledge = await app.knowledge.of(region.id);
const all = wholeRegion(region.id);
const inTown: Scope = { ...all, sees: 'own', municipalities: [town] };
const inDistrict: Scope = { ...all, sees: 'own', municipalities: [district] };
const machine = { byWhom: 'machine', staffId: null } as const;
const run = <T>(work: (tx: Writer) => Promise<T>, scope: Scope = all): Promise<T> =>
  withScope(db, scope, work);

async function send(
  text: string,
  more: Partial<TypedMessage> = {},
  form: 'portal_form' | 'desk_form' = 'portal_form',
): Promise<string> {
  const typed: TypedMessage = {
    key: crypto.randomUUID(),
    text,
    point: null,
    address: null,
    contact: null,
    authorName: null,
    files: [],
    ...more,
  };
  const limits = { textLength: 20_000, files: 5 };
  const { outcome } = await run((tx) =>
    takeTyped(tx, ownAccount(knowledge, form), knowledge, app.seals, typed, limits, app.now()),
  );
  if (!outcome.ok) throw new Error(outcome.failure.code);
  const { appealId } = outcome.value;
  await run((tx) => carryOn(tx, knowledge, app.seals, [appealId], app.now()));
  return appealId;
}

const stateOf = async (appealId: string) => {
  const state = await run((tx) => readState(tx, region.id, appealId));
  if (state === undefined) throw new Error('no state');
  return state;
};
const incidentOf = async (appealId: string): Promise<string> => (await stateOf(appealId)).incident_id ?? '';
const problem = async (incidentId: string) => {
  const found = await run((tx) => readIncident(tx, region.id, incidentId));
  if (found === undefined) throw new Error('no problem');
  return found;
};
const stepBy = async (appealId: string): Promise<StaffStep> => ({
  appealId,
  version: (await stateOf(appealId)).version,
  by: region.people.moderator.id,
  at: app.now(),
});
const succeed = <T extends { readonly ok: boolean }>(result: T): T => {
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result;
};
const merge = async (appealId: string, into: string, scope: Scope = all) => {
  const step = await stepBy(appealId);
  return run((tx) => mergeCase(tx, knowledge, step, into), scope);
};

const swings = 'Во дворе на Садовой, 5 в Приозёрске сломаны качели на детской площадке';
const bins = 'Не вывозят мусор из контейнеров на улице Садовой у дома 7 в Приозёрске';

describe('three residents of one problem', () => {
  test('keep a thread, a history and an answer each, merged and taken apart', async () => {
    const first = await send(swings);
    const second = await send(bins);
    const third = await send('Просим починить горку, Садовая 5', {}, 'desk_form');
    const into = await incidentOf(first);
    for (const one of [second, third]) succeed(await merge(one, into));
    expect((await problem(into)).appeals).toBe(3);
    const rows = await Promise.all([first, second, third].map(stateOf));
    expect(new Set(rows.map((row) => row.account_id)).size).toBe(2);
    expect(new Set(rows.map((row) => row.number)).size).toBe(3);

    const before = await run((tx) => movesOf(tx, region.id, second));
    const step = await stepBy(second);
    succeed(await run((tx) => splitCase(tx, knowledge, step)));
    expect(await run((tx) => movesOf(tx, region.id, second))).toEqual(before);
    expect(await incidentOf(second)).not.toBe(into);
    expect((await problem(into)).appeals).toBe(2);
    expect((await problem(await incidentOf(second))).appeals).toBe(1);
  });
});

describe('people who reported a problem', () => {
  const people = async (incidentId: string) =>
    (await run((tx) => countReporters(tx, region.id, [incidentId], app.seals))).get(incidentId) ?? 0;

  test('are told apart by how they may be reached, in any spelling and through any form', async () => {
    const text = 'Сломан светофор на Рыбацкой у дома 12 в Приозёрске';
    const first = await send(text, { contact: '+7 912 345-67-89' }, 'desk_form');
    const into = await incidentOf(first);
    const more = ['8 (912) 345 67 89', 'Vera@B.example', ' vera@b.example', null, null];
    for (const contact of more) {
      const appealId = await send(text, { contact });
      if ((await incidentOf(appealId)) !== into) succeed(await merge(appealId, into));
    }
    expect((await problem(into)).appeals).toBe(6);
    expect(await people(into)).toBe(4);
  });
});

describe('two problems of many cases', () => {
  const two = async (text: string): Promise<readonly [string, string, string]> => {
    const [one, other] = [await send(text), await send(`${text}, опять`)];
    const incident = await incidentOf(one);
    if ((await incidentOf(other)) !== incident) succeed(await merge(other, incident));
    return [one, other, incident];
  };

  test('become one, and two again as they were', async () => {
    const [a, b, from] = await two('Не горит фонарь у дома 12 на Рыбацкой в Приозёрске');
    const [c, , into] = await two('Темно у подъезда на Рыбацкой, 12, Приозёрск');
    const merging = await stepBy(a);
    succeed(await run((tx) => mergeProblem(tx, knowledge, merging, into)));
    expect(await Promise.all([a, b, c].map(incidentOf))).toEqual([into, into, into]);
    expect((await problem(into)).appeals).toBe(4);
    expect((await problem(from)).appeals).toBe(0);

    const [kept] = await run((tx) => mergesInto(tx, region.id, into));
    expect(kept?.appeal_ids.toSorted()).toEqual([a, b].toSorted());
    const undoing = await stepBy(c);
    succeed(await run((tx) => undoMerge(tx, knowledge, undoing, kept?.id ?? '')));
    expect(await Promise.all([a, b, c].map(incidentOf))).toEqual([from, from, into]);
    expect((await problem(from)).appeals).toBe(2);
    expect((await problem(into)).appeals).toBe(2);
    expect(await run((tx) => mergesInto(tx, region.id, into))).toEqual([]);
    expect((await run((tx) => incidentStateOf(tx, region.id, from)))?.state).toBe('unconfirmed');
  });

  test('may be merged whole only by who sees all cases of the one that goes', async () => {
    const [a, b, from] = await two('Упало дерево во дворе дома 5 на Садовой в Приозёрске');
    const into = await incidentOf(await send(bins));
    const step = await stepBy(b);
    const place = { municipalityId: district, settlementId: 2, streetId: 3, houseId: null };
    succeed(await run((tx) => correctCase(tx, knowledge, step, { place })));
    const merging = await stepBy(a);
    const refused = await run((tx) => mergeProblem(tx, knowledge, merging, into), inTown);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'not_allowed' } });
    expect(await incidentOf(a)).toBe(from);
  });
});

describe('staff of another municipality', () => {
  test('do not see the problem, cannot name it and cannot merge into it', async () => {
    const here = await send(swings);
    const there = await send('Яма на дороге у сельсовета');
    const step = await stepBy(there);
    const place = { municipalityId: district, settlementId: 2, streetId: 3, houseId: null };
    succeed(await run((tx) => correctCase(tx, knowledge, step, { place })));
    const into = await incidentOf(here);
    expect(await run((tx) => incidentExists(tx, region.id, into), inDistrict)).toBe(false);
    expect(await run((tx) => incidentStateOf(tx, region.id, into), inDistrict)).toBeUndefined();
    expect(await merge(there, into, inDistrict)).toMatchObject({ ok: false, failure: { code: 'not_found' } });
    expect(await run((tx) => incidentExists(tx, region.id, into), inTown)).toBe(true);
  });
});

test('whoever takes out the only case they see leaves no fix behind that was said of it alone', async () => {
  const [stays, goes] = [await send(swings), await send('Яма на дороге у сельсовета')];
  const into = await incidentOf(stays);
  const step = await stepBy(goes);
  const place = { municipalityId: district, settlementId: 2, streetId: 3, houseId: null };
  succeed(await run((tx) => correctCase(tx, knowledge, step, { place })));
  succeed(await merge(goes, into));
  const move = {
    incidentId: into,
    at: app.now(),
    by: machine,
    appealId: goes,
    to: 'fixed_reported',
  } as const;
  await run((tx) => moveIncidents(tx, region.id, [move]));
  const stateNow = async () => (await run((tx) => incidentStateOf(tx, region.id, into)))?.state;
  expect(await stateNow()).toBe('fixed_reported');
  const taking = await stepBy(goes);
  succeed(await run((tx) => splitCase(tx, knowledge, taking), inDistrict));
  expect(await stateNow()).toBe('unconfirmed');
});

describe('«Я тоже это вижу»', () => {
  test('ties the message to the problem from the start, however short it is, as a case of its own', async () => {
    const known = await send(swings);
    const incidentId = await incidentOf(known);
    const before = await problem(incidentId);
    const joined = await send('у нас тоже', { same: { incidentId, by: 'resident' } });
    const state = await stateOf(joined);
    expect(state).toMatchObject({ incident_id: incidentId, kind: 'problem', topic: before.topic });
    expect(state.number).not.toBe((await stateOf(known)).number);
    expect(state.municipality_id).toBe(town);
    expect((await problem(incidentId)).appeals).toBe(before.appeals + 1);
  });

  test('follows a problem that was merged into another meanwhile', async () => {
    const [gone, stays] = [await send(swings), await send(bins)];
    const [from, into] = [await incidentOf(gone), await incidentOf(stays)];
    const step = await stepBy(gone);
    succeed(await run((tx) => mergeProblem(tx, knowledge, step, into)));
    const joined = await send('и у меня', { same: { incidentId: from, by: 'operator' } });
    expect(await incidentOf(joined)).toBe(into);
  });

  test('follows a problem merged again and again, were it in a circle', async () => {
    const cases = [
      await send(swings),
      await send(bins),
      await send('Темно у дома 12 на Рыбацкой в Приозёрске'),
    ];
    const [one = '', two = '', three = ''] = await Promise.all(cases.map(incidentOf));
    const mergeAll = async (appealId: string, into: string) => {
      const step = await stepBy(appealId);
      succeed(await run((tx) => mergeProblem(tx, knowledge, step, into)));
    };
    await mergeAll(cases[0] ?? '', two);
    await mergeAll(cases[1] ?? '', three);
    const joined = await send('и у нас', { same: { incidentId: one, by: 'resident' } });
    expect(await incidentOf(joined)).toBe(three);
    await mergeAll(cases[2] ?? '', one);
    for (const named of [one, two, three]) {
      const again = await send('и у нас тоже', { same: { incidentId: named, by: 'resident' } });
      expect(await incidentOf(again)).toBe(one);
    }
  });

  test('about a problem that never was is a message like any other', async () => {
    const joined = await send(bins, { same: { incidentId: crypto.randomUUID(), by: 'resident' } });
    expect(await incidentOf(joined)).not.toBe('');
  });
});

test('a problem lies where its best known case lies', async () => {
  const appealId = await send('Яма у остановки, объехать нельзя');
  const step = await stepBy(appealId);
  const place = { municipalityId: town, settlementId: 1, streetId: 1, houseId: null };
  succeed(await run((tx) => correctCase(tx, knowledge, step, { place })));
  expect(await problem(await incidentOf(appealId))).toMatchObject({
    municipality_id: town,
    street_id: 1,
    appeals: 1,
  });
});
