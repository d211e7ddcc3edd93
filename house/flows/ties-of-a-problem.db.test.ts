import { afterAll, describe, expect, test } from 'vitest';
import { mergesInto } from '#flow/understand/queries/incident-merges.ts';
import { neighboursOf, readIncident } from '#flow/understand/queries/incidents.ts';
import type { Scope, Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { town } from '../testing/small-region.ts';
import { townWithObjects } from '../testing/town-with-objects.ts';
import { mergeCase, mergeProblem, splitCase, undoMerge } from './same-problem.ts';
import type { StaffStep } from './staff-step.ts';

const centre = await townWithObjects(await testDatabase(), []);
const { app, region, all, run, step, stateOf, correct } = centre;
afterAll(() => app.sweep());

const on = (day: number): Date => new Date(Date.UTC(2026, 2, day, 9));
/** A message that came on this day of March. */
async function cameOn(day: number, text: string): Promise<string> {
  app.setNow(on(day));
  return centre.send(text, null);
}
const incidentOf = async (appealId: string): Promise<string> => (await stateOf(appealId)).incident_id ?? '';
const problemOf = async (appealId: string) => {
  const id = await incidentOf(appealId);
  const found = await run((tx) => readIncident(tx, region.id, id));
  if (found === undefined) throw new Error('no problem');
  return found;
};
const since = async (appealId: string): Promise<Date> => (await problemOf(appealId)).created_at;
async function succeed(
  appealId: string,
  act: (tx: Writer, taken: StaffStep) => Promise<{ readonly ok: boolean }>,
  scope: Scope = all,
): Promise<void> {
  const taken = await step(appealId);
  const done = await run((tx) => act(tx, taken), scope);
  if (!done.ok) throw new Error(JSON.stringify(done));
}
const knowledge = await centre.known();
const merge = (appealId: string, into: string, scope?: Scope) =>
  succeed(appealId, (tx, taken) => mergeCase(tx, knowledge, taken, into), scope);
const split = (appealId: string) => succeed(appealId, (tx, taken) => splitCase(tx, knowledge, taken));

const swings = 'Во дворе на Садовой, 5 в Приозёрске сломаны качели на детской площадке';
const bins = 'Не вывозят мусор из контейнеров на улице Садовой у дома 7 в Приозёрске';

describe('a problem is as old as the first of its cases', () => {
  test('put together, taken apart and put together whole', async () => {
    const early = await cameOn(2, swings);
    const late = await cameOn(6, bins);
    app.setNow(on(10));
    await merge(early, await incidentOf(late));
    expect(await since(late)).toEqual(on(2));

    app.setNow(on(12));
    await split(early);
    expect(await since(early)).toEqual(on(2));
    expect(await since(late)).toEqual(on(6));
    expect((await problemOf(early)).last_reported_at).toEqual(on(2));

    const into = await incidentOf(late);
    await succeed(early, (tx, taken) => mergeProblem(tx, knowledge, taken, into));
    expect(await since(late)).toEqual(on(2));
    const [kept] = await run((tx) => mergesInto(tx, region.id, into));
    await succeed(late, (tx, taken) => undoMerge(tx, knowledge, taken, kept?.id ?? ''));
    expect(await since(early)).toEqual(on(2));
    expect(await since(late)).toEqual(on(6));
  });

  test('and was no problem until somebody corrected the machine', async () => {
    const appealId = await cameOn(3, 'Спасибо дворникам за чистый двор на Садовой, 5 в Приозёрске');
    expect((await stateOf(appealId)).incident_id).toBeNull();
    app.setNow(on(13));
    expect(await correct(appealId, { kind: 'problem' })).toMatchObject({ ok: true });
    expect(await since(appealId)).toEqual(on(3));
    app.setNow(on(14));
    const place = { municipalityId: town, settlementId: 1, streetId: 2 };
    expect(await correct(appealId, { place })).toMatchObject({ ok: true });
    expect(await since(appealId)).toEqual(on(3));
  });

  test('and a message that is read late may be the first', async () => {
    const known = await cameOn(8, 'Сломан светофор на Рыбацкой у дома 12 в Приозёрске');
    const earlier = await cameOn(7, 'Сломан светофор на Рыбацкой у дома 12 в Приозёрске');
    expect(await incidentOf(earlier)).toBe(await incidentOf(known));
    expect(await since(known)).toEqual(on(7));
  });
});

test('staff of one municipality put its cases together, too', async () => {
  const one = await cameOn(2, 'Упало дерево во дворе дома 5 на Садовой в Приозёрске');
  const other = await cameOn(3, 'Темно, не горит фонарь у дома 12 на Рыбацкой в Приозёрске');
  const inTown: Scope = { ...all, sees: 'own', municipalities: [town] };
  const into = await incidentOf(other);
  await merge(one, into, inTown);
  expect((await problemOf(one)).appeals).toBe(2);
  const tied = await run((tx) => neighboursOf(tx, region.id, into, other, 9));
  expect(tied).toMatchObject([{ appeal_id: one, reason: 'merged_by_hand' }]);
});
