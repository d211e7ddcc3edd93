import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftOfCase } from '#flow/answer/acts/write-draft.ts';
import { moveAppeals } from '#flow/work/acts/move-appeal.ts';
import { lockStates, type AppealStateRow } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { factsOf } from '../testing/facts-of-region.ts';
import { oneByOne, together, type Hands, type Stage } from '../testing/hands.ts';
import { bodies, knownAddress, makeSmallRegion } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { carryOn } from './carry-on.ts';
import { takeTyped } from './take-in.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());

const texts = [
  'Огромная яма на дороге на улице Садовой напротив дома 5, уже второе колесо пробил.',
  'На Рыбацкой у дома 12 не горят фонари уже неделю.',
  'Открытый люк на Садовой возле дома 7, дети ходят рядом, срочно!',
  'Когда начнут ремонт набережной?',
  'Спасибо дорожникам за быструю уборку снега.',
  'В подъезде на Садовой 5 третий день нет света.',
  'Предлагаю поставить лавочки в сквере на Рыбацкой.',
  'Мусор не вывозят с улицы Лесной в Сосновке вторую неделю.',
];
const noon = new Date('2026-03-10T09:00:00Z').getTime();
const at = (hours: number): Date => new Date(noon + hours * 3_600_000);

async function setStage(slug: string, isDefault: boolean): Promise<Stage> {
  const region = await makeSmallRegion(db, app.seals, { slug, isDefault });
  const knowledge = await app.knowledge.of(region.id);
  const run = <T>(work: (tx: Writer) => Promise<T>): Promise<T> =>
    withScope(db, wholeRegion(region.id), work);
  const cases: string[] = [];
  for (const [index, text] of texts.entries()) {
    const address = index === 0 ? knownAddress.words : null;
    const typed = {
      key: `key-${index}`,
      text,
      point: null,
      address,
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
        { textLength: 5000, files: 5 },
        at(index / 60),
      ),
    );
    if (!outcome.ok) throw new Error(outcome.failure.code);
    cases.push(outcome.value.appealId);
    await run((tx) => carryOn(tx, knowledge, app.seals, [outcome.value.appealId], at(index / 60)));
  }
  return { region, knowledge, cases, run };
}

/** A busy day of the centre: everything is asked of every case, also what it is not ready for. */
async function live(stage: Stage, hands: Hands): Promise<void> {
  const { region, cases, run } = stage;
  const executor = { byWhom: 'staff', staffId: region.people.executor.id } as const;
  const resident = { byWhom: 'resident', staffId: null } as const;
  const wave = (work: (tx: Writer, states: readonly AppealStateRow[]) => Promise<unknown>) =>
    run(async (tx) => {
      const states = await lockStates(tx, region.id, cases);
      await work(
        tx,
        cases.map((id) => states.get(id)!),
      );
      return null;
    });
  const draft = (state: AppealStateRow, hours: number, version: number | null): DraftOfCase => ({
    state,
    content: {
      kind: 'final',
      text: 'Дорожная служба заделала яму 10 марта, покрытие ровное.',
      resolution: state.kind === 'problem' ? 'fixed' : 'explained',
      promisedOn: null,
      moneySum: null,
      reviewOn: null,
      handedTo: null,
      refusedWhy: null,
      files: [],
    },
    answerVersion: version,
    longest: 5000,
    basis: { needsPhoto: true, bodyNames: ['Дорожная служба'], personalData: [] },
    by: region.people.executor.id,
    at: at(hours),
  });
  const asked = (hours: number, answerVersion: number) =>
    cases.map((appealId) => ({ appealId, answerVersion, at: at(hours) }));

  await wave((tx, states) =>
    hands.assign(
      tx,
      stage,
      states.map((state, index) => ({
        state,
        authorityId: index === 5 ? 999 : bodies.roads,
        executorId: null,
        note: null,
        asArbiter: false,
        byStaff: region.people.coordinator.id,
        at: at(1),
        complainedOfId: index === 6 ? bodies.roads : null,
      })),
    ),
  );
  await wave(async (tx, states) => {
    await hands.move(
      tx,
      stage,
      states.map((state) => ({
        state,
        action: 'start',
        at: at(2),
        by: executor,
        set: { assignee: executor.staffId },
      })),
    );
    await hands.world(
      tx,
      stage,
      states.flatMap((state) =>
        state.incident_id === null
          ? []
          : (['in_work', 'in_work', 'fixed_confirmed'] as const).map((to) => ({
              incidentId: state.incident_id!,
              to,
              at: at(2),
              by: executor,
              appealId: state.appeal_id,
            })),
      ),
    );
  });
  await wave((tx, states) =>
    hands.move(
      tx,
      stage,
      states.map((state, index) => ({
        state,
        action: index % 2 === 0 ? 'ask' : 'reply',
        at: at(3),
        by: executor,
      })),
    ),
  );
  await wave((tx, states) =>
    hands.move(
      tx,
      stage,
      states.map((state) => ({ state, action: 'reply', at: at(30), by: resident })),
    ),
  );
  await wave((tx, states) =>
    hands.write(
      tx,
      states.map((state) => draft(state, 31, null)),
    ),
  );
  await wave((tx, states) =>
    hands.write(
      tx,
      states.map((state, index) => draft(state, 32, index % 3 === 0 ? null : 1)),
    ),
  );
  await wave(async (tx, states) => {
    const submitted = await hands.review(tx, stage, 'submit', asked(33, 2));
    await hands.move(
      tx,
      stage,
      states.flatMap((state, index) =>
        submitted[index]?.ok === true ? [{ state, action: 'submit', at: at(33), by: executor }] : [],
      ),
    );
  });
  await wave(async (tx) => hands.review(tx, stage, 'return', asked(34, 3).slice(0, 3)));
  await wave(async (tx, states) => {
    const approved = await hands.review(tx, stage, 'approve', asked(35, 3));
    await hands.move(
      tx,
      stage,
      states.flatMap((state, index) =>
        approved[index]?.ok === true
          ? [{ state, action: 'answer_final', at: at(35), by: executor, set: { answer_axis: 'final' } }]
          : [],
      ),
    );
  });
  await wave((tx, states) =>
    hands.move(
      tx,
      stage,
      states.map((state, index) => ({
        state,
        action: index % 2 === 0 ? 'withdraw' : 'confirm',
        at: at(40),
        by: resident,
        set: { closed_as: index % 2 === 0 ? 'withdrawn' : 'confirmed' },
      })),
    ),
  );
}

describe('acts on lists', () => {
  let alone: Record<string, unknown[]>;
  let listed: Record<string, unknown[]>;

  beforeAll(async () => {
    const first = await setStage('one-by-one', true);
    const second = await setStage('together', false);
    await live(first, oneByOne);
    await live(second, together);
    alone = await factsOf(first);
    listed = await factsOf(second);
  });

  test.each([
    ['appeal_state', 8],
    ['appeal_move', 30],
    ['deadline', 12],
    ['responsibility', 13],
    ['answer', 6],
    ['answer_review', 3],
    ['incident_state', 4],
    ['incident_move', 8],
  ])('leave in %s the same facts as one case after another', (table, atLeast) => {
    expect(listed[table]).toEqual(alone[table]);
    expect(alone[table]?.length).toBeGreaterThanOrEqual(atLeast);
  });
});

test('a case named twice in a list of moves is a bug of the caller', async () => {
  const stage = await setStage('twice', false);
  const moving = stage.run(async (tx) => {
    const states = await lockStates(tx, stage.region.id, stage.cases);
    const state = states.get(stage.cases[0]!)!;
    const withdraw = {
      state,
      action: 'withdraw',
      at: at(50),
      by: { byWhom: 'resident', staffId: null },
      set: { closed_as: 'withdrawn' },
    } as const;
    return moveAppeals(tx, stage.knowledge.route.clockwork, [withdraw, withdraw]);
  });
  await expect(moving).rejects.toThrow('moved twice');
});

test('a refused move changes nothing of its case and nothing of the others', async () => {
  const stage = await setStage('refused', false);
  const results = await stage.run(async (tx) => {
    const states = await lockStates(tx, stage.region.id, stage.cases);
    return moveAppeals(
      tx,
      stage.knowledge.route.clockwork,
      stage.cases.map((id, index) => ({
        state: states.get(id)!,
        action: index === 0 ? 'confirm' : 'withdraw',
        at: at(50),
        by: { byWhom: 'resident', staffId: null },
        set: { closed_as: index === 0 ? 'confirmed' : 'withdrawn' },
      })),
    );
  });
  expect(results[0]).toMatchObject({ ok: false, failure: { code: 'move_not_allowed' } });
  expect(results.slice(1).every((one) => one.ok)).toBe(true);
  const states = await stage.run((tx) => lockStates(tx, stage.region.id, stage.cases));
  expect(states.get(stage.cases[0]!)?.version).toBe(1);
  expect(states.get(stage.cases[1]!)?.stage).toBe('closed');
});
