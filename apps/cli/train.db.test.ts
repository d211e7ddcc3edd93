import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodies, makeSmallRegion } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { newId } from '#store/ids.ts';
import { createSeals } from '#store/seal.ts';
import { plantCases, type JudgedCase } from '#tools/testing/plant-cases.ts';
import { runTyped } from './testing/run-typed.ts';

const { db, owner, appUrl, ownerUrl } = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-train-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => path.join(folder, name);
const now = new Date('2026-03-10T09:00:00Z');

const env = {
  OTKLIK_DATA: inFolder('data'),
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  OTKLIK_SECRET: 's'.repeat(32),
};

const otklik = async (...args: string[]): Promise<readonly string[]> =>
  (await runTyped(args, { env, now })).out;

const roads = [
  'Яма на дороге',
  'Провал асфальта',
  'Выбоины на проезде',
  'Дорога вся в ямах',
  'Пробил колесо',
];
const lights = ['Не горит фонарь', 'Темно на улице', 'Погас фонарь', 'Фонарь мигает', 'Нет света на столбе'];
const file = (name: string, count: number): string => {
  const rows = Array.from({ length: count }, (_, index) => {
    const [label, words] = index % 2 === 0 ? ['Ямы', roads] : ['Свет', lights];
    return `"${words[index % 5] ?? ''}, дом ${index}",${label},2026-01-${String((index % 28) + 1).padStart(2, '0')} 10:00`;
  });
  writeFileSync(inFolder(name), ['text,topic,at', ...rows].join('\n'));
  return inFolder(name);
};

beforeAll(async () => {
  const region = await makeSmallRegion(db, createSeals('s'.repeat(32)));
  const corrected: JudgedCase = {
    at: new Date('2026-03-02T08:00:00Z'),
    text: '=Яма, "большая", пишите на [почта]',
    said: 'road_repair',
    confidence: 0.6,
    alone: false,
    truth: 'road_potholes',
    person: 'corrected',
    stage: 'closed',
  };
  await plantCases(owner(), region.id, Array(12).fill(corrected), {
    staffId: region.people.coordinator.id,
    authorityId: bodies.roads,
  });
});

describe('learning in a region', () => {
  test('says in one JSON object that there is too little to learn from', async () => {
    const [line = ''] = await otklik('train', 'topics', '--region', 'ozerny', '--json');
    expect(JSON.parse(line)).toMatchObject({
      outcome: 'too_few',
      version: null,
      against: ['enough_learnt', 'enough_cases', 'enough_checked'],
      learnt: 0,
      cases: 12,
      checked: 12,
    });
  });

  test('from nowhere, or from two places, is refused in a sentence', async () => {
    await expect(otklik('train', 'topics')).rejects.toThrow('Say where to learn from');
    await expect(otklik('train', 'topics', '--region', 'ozerny', '--from', 'a.csv')).rejects.toThrow(
      'Say where to learn from',
    );
  });
});

describe('learning from a file', () => {
  const learn = (...more: string[]) =>
    otklik('train', 'topics', '--from', file('a.csv', 300), '--text', 'text', '--label', 'topic', ...more);
  const map = (name: string, value: unknown): string => {
    writeFileSync(inFolder(name), JSON.stringify(value));
    return inFolder(name);
  };

  test('writes a model that a region takes, puts in force and gives up again', async () => {
    const out = inFolder('own.bin');
    const labels = map('map.json', { Ямы: 'road_potholes', Свет: 'street_light_broken' });
    const [line = ''] = await learn('--time', 'at', '--map', labels, '--out', out, '--json');
    expect(JSON.parse(line)).toMatchObject({ out, labels: 2, accuracy: 1 });
    expect(await otklik('model', 'import', out, '--region', 'ozerny', '--use')).toEqual([
      expect.stringContaining('Озёрный край works with'),
    ]);
    const [listed = ''] = await otklik('models', '--region', 'ozerny', '--json');
    expect(JSON.parse(listed)).toMatchObject({ models: [{ state: 'in_use' }, { state: 'shipped' }] });
    await otklik('model', 'use', 'shipped', '--region', 'ozerny');
    expect((await otklik('models', '--region', 'ozerny')).at(-1)).toMatch(/shipped, in_use$/);
  });

  test('of labels no region knows makes a model no region takes', async () => {
    const out = inFolder('foreign.bin');
    const typed = ['--from', file('a.csv', 300), '--text', 'text', '--label', 'topic', '--out', out];
    const { said } = await runTyped(['train', 'topics', ...typed], { env, now });
    expect(said.join(' ')).toContain('None of the labels is the code of a topic that ships (Свет, Ямы)');
    await expect(otklik('model', 'import', out, '--region', 'ozerny')).rejects.toThrow(
      /None of the labels of .* is a topic of Озёрный край; it tells apart .*--map/,
    );
  });

  test.each([
    [['--out', 'x.bin', '--place', 'district'], 'has no column "district"'],
    [['--out', '/nowhere/x.bin'], 'Cannot write /nowhere/x.bin'],
    [['--out', 'x.bin', '--map', 'none.json'], 'none.json cannot be read as JSON'],
  ])('is refused in a sentence: %j', async (more, sentence) => {
    await expect(learn(...more)).rejects.toThrow(sentence);
  });

  test('needs two labels at least', async () => {
    const one = map('one.json', { Ямы: 'road_potholes' });
    await expect(learn('--out', inFolder('x.bin'), '--map', one)).rejects.toThrow('two at least are needed');
  });
});

describe('a model', () => {
  test.each([
    [['model', 'use', 'topics-none', '--region', 'ozerny'], 'has no model topics-none'],
    [['model', 'import', 'none.bin', '--region', 'ozerny'], 'Cannot read none.bin'],
  ])('that is not there is told about in a sentence: %j', async (args, sentence) => {
    await expect(otklik(...args)).rejects.toThrow(sentence);
  });
});

/** The beginning of a model file: its mark and a head of this text. */
const modelWith = (head: string): Buffer => {
  const mark = Buffer.alloc(8);
  mark.write('OTKT', 'latin1');
  mark.writeUInt32LE(head.length, 4);
  return Buffer.concat([mark, Buffer.from(head), Buffer.alloc(16)]);
};

test.each([
  ['no model', Buffer.from('a letter that is no model at all'), 'Not a topic model'],
  ['cut short', modelWith(' '.repeat(400)).subarray(0, 100), 'cut short'],
  ['of another version', modelWith('{"format":"otklik-classifier-0"}'), 'of the format otklik-classifier-0'],
  ['damaged', modelWith('{"format":"otklik-cl'), 'a damaged topic model'],
])('a file that is %s is refused for that very reason', async (_, bytes, sentence) => {
  writeFileSync(inFolder('odd.bin'), bytes);
  await expect(otklik('model', 'import', inFolder('odd.bin'), '--region', 'ozerny')).rejects.toThrow(
    sentence,
  );
});

test('corrections leave as CSV: masked, safe for a spreadsheet, naming nobody', async () => {
  const [head, first, ...rest] = await otklik('corrections', 'export', '--region', 'ozerny');
  expect(head).toBe('at,field,was,became,model,text,was_name,became_name');
  expect(first).toMatch(/^2026-03-02T09:00:00\.000Z,topic,road_repair,road_potholes,topics-test rules-test,/);
  expect(first).toContain(`"'=Яма, ""большая"", пишите на [почта]"`);
  expect(first).toMatch(/,Ремонт и строительство дороги,Ямы на дороге$/);
  expect(rest).toHaveLength(11);
});

test('corrections name bodies and places for whoever reads them, places to the street', async () => {
  const [one] = await owner().selectFrom('correction').selectAll().limit(1).execute();
  if (one === undefined) throw new Error('no correction was planted');
  const at = new Date('2026-03-09T08:00:00Z');
  const later = { ...one, at };
  await owner()
    .insertInto('correction')
    .values([
      { ...later, id: newId(at), field: 'place', was: '1///', became: '1/1/1/1' },
      { ...later, id: newId(at), field: 'responsible', was: null, became: String(bodies.roads) },
    ])
    .execute();
  const lines = (await otklik('corrections', 'export', '--region', 'ozerny')).slice(-2).toSorted();
  expect(lines[0]).toMatch(
    /,place,1\/\/\/,1\/1\/1\/1,.*,Приозёрск,"Приозёрск, город Приозёрск, улица Садовая"$/,
  );
  expect(lines[1]).toMatch(/,responsible,,3,.*,,Дорожная служба Озёрного края$/);
});
