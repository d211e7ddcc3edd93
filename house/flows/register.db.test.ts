import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertRule, type RuleContent } from '#centre/queries/register.ts';
import { readState } from '#flow/work/queries/states.ts';
import { wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { ownAccount } from '../knowledge.ts';
import { bodies, district, makeSmallRegion, town } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { carryOn } from './carry-on.ts';
import {
  addRegisterRule,
  dismissFinding,
  registerFindings,
  trial,
  withdrawRegisterRule,
  type RuleBasis,
} from './register.ts';
import { assign } from './staff-moves.ts';
import { takeTyped } from './take-in.ts';

const { db, owner } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const all = wholeRegion(region.id);
const run = <T>(work: (tx: Writer) => Promise<T>, scope: Scope = all): Promise<T> =>
  withScope(db, scope, work);
const within =
  (scope: Scope) =>
  <T>(work: (tx: Writer) => Promise<T>): Promise<T> =>
    run(work, scope);
const ofTown: Scope = { ...all, sees: 'own', municipalities: [town] };
const known = () => app.knowledge.of(region.id);

const DAY = 86_400_000;
const days = 90;
const by = region.people.administrator.id;
const history: RuleBasis = { kind: 'history', days };
/** Dogs of the district are caught by the house manager, says history; the register knows only the government. */
const dogs = { topic: 'stray_dogs', sector: null, responsibleKind: null, municipalityId: district };
const rule: RuleContent = { ...dogs, authorityId: bodies.houseManager, executorId: null };

/** A message that came in and was routed by the machine. */
async function report(text: string): Promise<string> {
  const knowledge = await known();
  const account = ownAccount(knowledge, 'portal_form');
  const typed = { key: crypto.randomUUID(), text, point: null, address: null, contact: null };
  const { outcome } = await run((tx) =>
    takeTyped(
      tx,
      account,
      knowledge,
      app.seals,
      { ...typed, authorName: null, files: [] },
      { textLength: 20_000, files: 5 },
      app.now(),
    ),
  );
  if (!outcome.ok) throw new Error(outcome.failure.code);
  const { appealId } = outcome.value;
  await run((tx) => carryOn(tx, knowledge, app.seals, [appealId], app.now()));
  return appealId;
}

const responsibleFor = async (appealId: string) =>
  (await run((tx) => readState(tx, region.id, appealId)))?.authority_id;

async function passOn(appealId: string, authorityId: number): Promise<void> {
  const knowledge = await known();
  const version = (await run((tx) => readState(tx, region.id, appealId)))?.version ?? 0;
  const step = { appealId, version, by: region.people.coordinator.id, at: app.now() };
  const to = { authorityId, executorId: null, note: null, asArbiter: false };
  expect(await run((tx) => assign(tx, knowledge, step, to))).toMatchObject({ ok: true });
}

const findings = async (scope = all) => {
  const knowledge = await known();
  return run((tx) => registerFindings(tx, knowledge, { at: app.now(), days }), scope);
};
const tried = async (scope = all) => {
  const knowledge = await known();
  return trial(within(scope), knowledge, rule, { at: app.now(), days });
};
const add = async (replaces: number | null = null, scope = all, what = rule) => {
  const knowledge = await known();
  const request = { rule: what, replaces, basis: history, by, at: app.now() };
  const added = await addRegisterRule(within(scope), knowledge, request);
  app.knowledge.forget();
  return added;
};

const places = ['магазина', 'школы', 'почты', 'клуба', 'пруда', 'фермы', 'церкви', 'аптеки', 'бани'];
const others = ['стадиона', 'мельницы', 'амбулатории'];

beforeAll(async () => {
  const came: string[] = [];
  for (const [at, place] of [...places, ...others].entries())
    came.push(await report(`Сосновка, возле ${place}: бродячие собаки, ${at + 2} штук, просим отлов`));
  await report('Сосновка, у леса бродячие собаки, отловите их');
  await report('Жалоба на УК «Причал»: бездействует, в Сосновке бродячие собаки');
  await report('Приозёрск, бродячие собаки у вокзала, нужен отлов');
  for (const one of came) expect(await responsibleFor(one)).toBe(bodies.government);
  app.setNow(new Date(app.now().getTime() + 2 * DAY));
  for (const [at, one] of came.entries()) await passOn(one, at === 0 ? bodies.roads : bodies.houseManager);
});

describe('where people pass on what the register says', () => {
  test('there is a finding of the narrowest rule that explains it, with its numbers', async () => {
    expect(await findings()).toEqual({
      findings: [
        {
          ...dogs,
          ownerId: null,
          authorityId: bodies.houseManager,
          cases: 12,
          ended: 11,
          sentTo: [{ authorityId: bodies.government, cases: 12 }],
          lostMs: 2 * DAY,
          mayChange: true,
        },
      ],
      dismissed: [],
    });
  });

  test('a person of another municipality sees none of it', async () => {
    expect((await findings(ofTown)).findings).toEqual([]);
    expect(await tried(ofTown)).toMatchObject({ value: { changed: 0, examples: [] } });
  });

  test('a trial says what the rule would have changed; a complaint of the body it names stays where it is', async () => {
    const result = await tried();
    expect(result).toMatchObject({
      value: {
        replaces: null,
        changed: 13,
        outcomes: { ended_there: 11, elsewhere: 1, spoiled: 0, open: 1 },
        byMunicipality: [{ municipalityId: district, changed: 13, endedThere: 11 }],
      },
    });
    if (!result.ok) return;
    expect(result.value.examples).toHaveLength(12);
    expect(result.value.examples[0]).toMatchObject({
      sentTo: bodies.government,
      endedAt: bodies.roads,
      outcome: 'elsewhere',
    });
  });

  test('a trial changes nothing', async () => {
    expect(await responsibleFor(await report('Сосновка, у моста бродячие собаки'))).toBe(bodies.government);
  });

  test('what the register does not know is refused', async () => {
    const knowledge = await known();
    const look = { at: app.now(), days };
    const ask = (what: Partial<typeof rule>) => trial(run, knowledge, { ...rule, ...what }, look);
    expect(await ask({ topic: 'no_such' })).toMatchObject({ failure: { code: 'topic_not_found' } });
    expect(await ask({ authorityId: 99 })).toMatchObject({ failure: { code: 'authority_not_found' } });
    expect(await ask({ municipalityId: 99 })).toMatchObject({ failure: { code: 'not_found' } });
  });
});

describe('a rule', () => {
  let ruleId = 0;

  test('is not added beyond one’s own territory, and the database says the same', async () => {
    expect(await add(null, ofTown)).toMatchObject({ failure: { code: 'not_allowed' } });
    const row = {
      ...rule,
      id: 900,
      source: 'мимо',
      sourceDate: '2026-03-01',
      addedAt: app.now(),
      addedBy: by,
    };
    await expect(run((tx) => insertRule(tx, region.id, row), ofTown)).rejects.toThrow('row-level security');
  });

  test('is added once, however many hands add it at once', async () => {
    const results = await Promise.all([add(), add(), add()]);
    expect(results.map((one) => (one.ok ? 'added' : one.failure.code)).toSorted()).toEqual([
      'added',
      'rule_exists',
      'rule_exists',
    ]);
    const rows = await owner()
      .selectFrom('responsibility_rule')
      .select(['id', 'source', 'source_date', 'added_by'])
      .where('topic', '=', dogs.topic)
      .execute();
    expect(rows).toEqual([
      {
        id: 6,
        source: 'История карточек: за последние 90\u00a0дней там закончились 11 из 14',
        source_date: '2026-03-12',
        added_by: by,
      },
    ]);
    ruleId = rows[0]?.id ?? 0;
  });

  test('is in force for the next message, and the finding is gone', async () => {
    expect(await responsibleFor(await report('В Сосновке стая бродячих собак у колодца'))).toBe(
      bodies.houseManager,
    );
    expect((await findings()).findings).toEqual([]);
  });

  test('takes the place only of the rule the person saw', async () => {
    const other = { ...rule, authorityId: bodies.roads };
    expect(await add(null, all, other)).toMatchObject({ failure: { code: 'register_changed' } });
    const added = await add(ruleId, all, other);
    expect(added).toMatchObject({ ok: true });
    expect(await add(added.ok ? added.value.ruleId : null)).toMatchObject({ ok: true });
    ruleId += 2;
  });

  test('is withdrawn with a reason; what only it decided proves nothing, so the finding is back as it was', async () => {
    const knowledge = await known();
    const hand = { by, at: app.now(), reason: 'договор закончился' };
    const withdraw = () => run((tx) => withdrawRegisterRule(tx, knowledge, ruleId, hand));
    expect(await withdraw()).toMatchObject({ ok: true });
    expect(await withdraw()).toMatchObject({ failure: { code: 'not_found' } });
    app.knowledge.forget();
    expect(await responsibleFor(await report('Сосновка, бродячие собаки у остановки'))).toBe(
      bodies.government,
    );
    expect((await findings()).findings).toMatchObject([{ cases: 12, ended: 11 }]);
  });

  test('leaves every change in the audit', async () => {
    const rows = await owner()
      .selectFrom('audit_entry')
      .select(['action', 'subject_id', 'actor'])
      .where('subject_kind', '=', 'responsibility_rule')
      .execute();
    expect(rows.every(({ actor }) => actor === by)).toBe(true);
    expect(rows.map((row) => `${row.action} ${row.subject_id}`).toSorted()).toEqual([
      'added_rule 6',
      'added_rule 7',
      'added_rule 8',
      'withdrew_rule 8',
    ]);
  });
});

describe('a finding somebody dismissed', () => {
  const request = () => ({
    finding: {
      topic: dogs.topic,
      responsibleKind: null,
      municipalityId: district,
      ownerId: null,
      authorityId: bodies.houseManager,
    },
    reason: 'Договор на отлов только до мая',
    by,
    at: app.now(),
    days,
  });

  test('is kept with the reason and not shown again', async () => {
    const knowledge = await known();
    expect(await run((tx) => dismissFinding(tx, knowledge, request()), ofTown)).toMatchObject({
      failure: { code: 'not_allowed' },
    });
    expect(await run((tx) => dismissFinding(tx, knowledge, request()))).toMatchObject({ ok: true });
    const { findings: left, dismissed } = await findings();
    expect(left).toEqual([]);
    expect(dismissed).toMatchObject([{ cases: 12, ended: 11, reason: 'Договор на отлов только до мая' }]);
    expect(await run((tx) => dismissFinding(tx, knowledge, request()))).toMatchObject({
      failure: { code: 'not_found' },
    });
  });
});
