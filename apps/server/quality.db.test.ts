import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corrections, quality } from '#contract/quality.ts';
import { tryRule } from '#contract/register.ts';
import { tryTopic } from '#contract/topics.ts';
import { startCentre, type Centre } from '#e2e/testing/start-centre.ts';
import { valueOf } from '#e2e/testing/staff.ts';
import { addPeople } from '#centre/queries/people.ts';
import { hashPassword } from '#centre/acts/sign-in.ts';
import { plantCases, type JudgedCase } from '#tools/testing/plant-cases.ts';
import { bodies, district, smallPassword, town } from '#house/testing/small-region.ts';
import { newId } from '#store/ids.ts';
import { testDatabase } from '#store/testing/test-database.ts';

const database = await testDatabase();
let centre: Centre;

const monday = new Date('2026-03-02T08:00:00Z');
const tuesdayAfter = new Date('2026-03-10T08:00:00Z');
const base: JudgedCase = {
  at: monday,
  text: 'Яма на [адрес], звоните [телефон]',
  said: 'road_potholes',
  confidence: 0.97,
  alone: true,
  truth: 'road_potholes',
  person: null,
  stage: 'closed',
};
const times = (n: number, one: Partial<JudgedCase>): JudgedCase[] =>
  Array.from({ length: n }, () => ({ ...base, ...one }));

const planted = [
  ...times(40, {}),
  ...times(5, { truth: 'yard_potholes', person: 'corrected' }),
  ...times(10, { alone: false, confidence: 0.55, person: 'assigned', stage: 'in_work' }),
  ...times(3, { alone: false, confidence: 0.55, said: 'yard_potholes', person: 'corrected' }),
  ...times(2, { alone: false, said: null, truth: 'road_potholes', person: 'corrected' }),
  ...times(7, { stage: 'in_work' }),
  ...times(4, { stage: 'declined' }),
  ...times(6, { at: tuesdayAfter, municipalityId: district, modelVersion: 'topics-next rules-test' }),
];

beforeAll(async () => {
  centre = await startCentre({ database, hasWorker: false });
  const staffId = centre.region.people.coordinator.id;
  await plantCases(database.owner(), centre.region.id, planted, { staffId, authorityId: bodies.roads });
});
afterAll(() => centre?.stop());

const query = { from: '2026-03-01', to: '2026-03-31' };
const pageOf = async (login: string) => valueOf(await (await centre.signIn(login)).call(quality, { query }));

describe('the figures of quality', () => {
  test('count what people made of the machine’s topics', async () => {
    expect(await pageOf('coordinator')).toMatchObject({
      received: 77,
      right: { n: 56, of: 66 },
      alone: { n: 62, of: 77 },
      rightAlone: { n: 46, of: 51 },
      corrected: { n: 10, of: 77 },
      checked: { n: 20, of: 66 },
      amongThree: { n: 56, of: 66 },
    });
  });

  test('tell topics, confusions, weeks, bands and versions', async () => {
    const page = await pageOf('coordinator');
    expect(page.topics.find(({ topic }) => topic === 'road_potholes')).toMatchObject({
      said: 72,
      support: 61,
      precision: { n: 56, of: 61 },
      recall: { n: 56, of: 61 },
    });
    expect(page.confusions).toEqual([
      { said: 'road_potholes', truth: 'yard_potholes', n: 5, alone: 5 },
      { said: 'yard_potholes', truth: 'road_potholes', n: 3, alone: 0 },
      { said: null, truth: 'road_potholes', n: 2, alone: 0 },
    ]);
    expect(page.weeks.map(({ week, received }) => [week, received])).toEqual([
      ['2026-03-02', 71],
      ['2026-03-09', 6],
    ]);
    expect(page.bands.map(({ from, kept }) => [from, kept.n, kept.of])).toEqual([
      [0.5, 10, 13],
      [0.9, 46, 51],
    ]);
    expect(page.versions.map(({ version, received }) => [version, received])).toEqual([
      ['topics-test', 71],
      ['topics-next', 6],
    ]);
    expect(page.fields).toEqual([{ week: '2026-03-02', field: 'topic', changed: 8, filled: 2 }]);
  });

  test('are those of the own territory for whoever is limited to it', async () => {
    await centre.run(async (tx) =>
      addPeople(
        tx,
        centre.region.id,
        [
          {
            id: newId(monday),
            login: 'forester',
            name: 'Лесной координатор',
            position: 'координатор',
            passwordHash: await hashPassword(smallPassword),
            grants: [
              {
                id: newId(monday),
                role: 'coordinator',
                municipalityId: district,
                authorityId: null,
                sectors: [],
              },
            ],
          },
        ],
        monday,
      ),
    );
    expect(town).not.toBe(district);
    expect(await pageOf('forester')).toMatchObject({ received: 6, corrected: { n: 0 } });
  });
});

describe('a period', () => {
  const ask = async (from: string, to: string) =>
    (await centre.signIn('coordinator')).fetch(`/api/quality?from=${from}&to=${to}`);

  test('of two years is shown', async () => {
    expect((await ask('2024-03-31', '2026-03-31')).status).toBe(200);
  });

  test.each([
    ['longer', '1970-01-01', '2026-03-31'],
    ['that ends before it begins', '2026-03-31', '2026-03-01'],
  ])('%s is refused in a sentence', async (_, from, to) => {
    const reply = await ask(from, to);
    expect(reply.status).toBe(422);
    expect(await reply.json()).toMatchObject({
      failure: { code: 'period_not_possible', mostDays: 731 },
      message: expect.stringContaining('период'),
    });
  });
});

describe('a trial on the past', () => {
  const rule = { topic: 'road_potholes', sector: null, responsibleKind: null, municipalityId: null };
  const trialBy = async (login: string) => {
    const staff = await centre.signIn(login);
    const candidate = { ...rule, authorityId: bodies.houseManager, executorId: null };
    const phrases = Array.from({ length: 12 }, (_, i) => `Яма на дороге, звоните ${'раз '.repeat(i + 1)}`);
    return {
      rule: valueOf(await staff.call(tryRule, { body: { rule: candidate, days: 366 } })),
      topic: valueOf(await staff.call(tryTopic, { body: { code: null, phrases } })),
    };
  };

  test('gives numbers, and no case, to whoever may not read cases', async () => {
    const [seen, counted] = [await trialBy('coordinator'), await trialBy('administrator')];
    expect(seen.rule.examples.length).toBeGreaterThan(0);
    expect(counted.rule).toEqual({ ...seen.rule, examples: [] });
    expect(seen.topic.taken).toBeGreaterThan(0);
    expect(seen.topic.examples.length).toBeGreaterThan(0);
    expect(counted.topic).toEqual({ ...seen.topic, examples: [] });
  });
});

describe('the last corrections', () => {
  const rowsOf = async (login: string) =>
    valueOf(await (await centre.signIn(login)).call(corrections, {})).rows;

  test('show masked words and what became of the topic, by role', async () => {
    const rows = await rowsOf('coordinator');
    expect(rows).toHaveLength(10);
    expect(rows[0]).toMatchObject({
      field: 'topic',
      modelVersion: 'topics-test',
      roles: ['coordinator'],
      excerpt: 'Яма на [адрес], звоните [телефон]',
    });
  });

  test('show no words to whoever may not read cases', async () => {
    for (const row of await rowsOf('administrator'))
      expect([row.excerpt, row.appealId, row.field]).toEqual([null, null, 'topic']);
  });

  test('never name who corrected, nor say it by an id', async () => {
    const people = Object.values(centre.region.people);
    for (const path of [
      '/api/quality?from=2026-03-01&to=2026-03-31',
      '/api/quality/corrections',
      '/api/quality/models',
    ]) {
      const said = await (await (await centre.signIn('coordinator')).fetch(path)).text();
      for (const { id, login } of people) {
        expect(said).not.toContain(id);
        expect(said).not.toContain(`Сотрудник ${login}`);
      }
    }
  });
});
