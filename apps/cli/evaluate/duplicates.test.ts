import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openTable } from '../files/table.ts';
import { figuresTyped } from '../testing/run-typed.ts';
import { appealColumns, readPairs, readPoint } from './duplicates-columns.ts';

const nothing = { positionals: [], text: () => undefined, isOn: () => false };
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-duplicates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(path.join(folder, name), lines.join('\n'));
  return path.join(folder, name);
};

describe('columns are known by their usual names', () => {
  test.each([
    [['id', 'text', 'created_at', 'lat', 'lon', 'address', 'reason'], 'created_at'],
    [
      ['Номер', 'Текст Сообщения', 'Дата создания', 'Широта', 'Долгота', 'Адрес', 'Тематика'],
      'Дата создания',
    ],
    [['Appeal ID', 'Message', 'Received at', 'Latitude', 'Longitude', 'Location', 'Topic'], 'Received at'],
  ])('%j', (header, time) => {
    const columns = appealColumns({ file: 'a.csv', header }, nothing);
    expect(Object.values(columns)).not.toContain(null);
    expect(columns.time).toBe(time);
  });

  test('and by options, where they are not; "none" leaves one out', () => {
    const text = (option: string) => ({ text: 'words', topic: 'none' })[option];
    const columns = appealColumns({ file: 'a.csv', header: ['id', 'words', 'topic'] }, { ...nothing, text });
    expect(columns).toMatchObject({ text: 'words', topic: null });
  });

  test('a table without texts is refused by name', () => {
    expect(() => appealColumns({ file: 'a.csv', header: ['id'] }, nothing)).toThrow('--text');
  });
});

test.each([
  ['55,75', '37.61', { lat: 55.75, lon: 37.61 }],
  ['0', '0', null],
  ['', '37', null],
  ['999', '10', null],
])('the point %s %s', (lat, lon, expected) => {
  expect(readPoint(lat, lon)).toEqual(expected);
});

test.each([
  ['usual names', ['why,id1,id2', 'x,1,2'], [{ one: '1', two: '2', isSame: true }]],
  ['the first two columns', ['p,q', '1,2'], [{ one: '1', two: '2', isSame: true }]],
  [
    'the columns that hold ids of messages',
    ['n,why,p,q', '7,yes,1,2'],
    [{ one: '1', two: '2', isSame: true }],
  ],
  ['ids a program made numbers of', ['a,b', "1.0,'2"], [{ one: '1', two: '2', isSame: true }]],
  ['a verdict', ['a,b,same', '1,2,0'], [{ one: '1', two: '2', isSame: false }]],
  [
    'one pair, however often and in whatever order',
    ['a,b', '1,2', '2,1', '1,2'],
    [{ one: '1', two: '2', isSame: true }],
  ],
])('pairs by %s', async (_, lines, expected) => {
  const said: string[] = [];
  const table = await openTable(file('pairs.csv', lines), () => {});
  expect(await readPairs(table, new Set(['1', '2']), (line) => said.push(line))).toEqual(expected);
  expect(said).toEqual([]);
});

test('one with itself and one alone are no pairs: they are counted and told', async () => {
  const said: string[] = [];
  const read = async (lines: readonly string[]) =>
    readPairs(await openTable(file('pairs.csv', lines), () => {}), new Set(), (line) => said.push(line));
  expect(await read(['a,b', '1,1', '1,2', '2,'])).toHaveLength(1);
  expect(said).toEqual([expect.stringContaining('2 rows name no two messages')]);
  await expect(read(['a,b', '1,1'])).rejects.toThrow('names two messages');
});

describe('otklik evaluate duplicates', () => {
  const run = (appeals: string, pairs: string) =>
    figuresTyped(['evaluate', 'duplicates', '--appeals', appeals, '--pairs', pairs]);
  const others = Array.from({ length: 40 }, (_, i) => `x${i},Мусор у дома ${i + 20} на Лесной`);

  test('finds a pair by house and topic among others, with no time and no place', async () => {
    const appeals = file('a.csv', [
      'id,text',
      '1,Яма на дороге Ленина 5',
      ...others,
      '2,"Выбоина, ул. Ленина, д. 5"',
    ]);
    const figures = await run(appeals, file('p.csv', ['a,b', '1,2', '1,gone']));
    expect(figures).toMatchObject({ n: 1, appeals: 42, unknownPairs: 1, recallAt5: 1 });
    expect(figures['p95Ms']).toBeTypeOf('number');
  });

  const timed = (rows: readonly string[]): string => file('timed.csv', ['id,text,at', ...rows]);

  test('of two rows with one id the first counts', async () => {
    const appeals = timed([
      '1,"Яма, Ленина 5",2026-01-01',
      '2,"Яма, ул. Ленина, д. 5",2026-01-02',
      '2,Нет воды,2026-01-03',
    ]);
    const figures = await run(appeals, file('p.csv', ['a,b', '1,2']));
    expect(figures).toMatchObject({ n: 1, appeals: 2, repeatedIds: 1, recallAt1: 1 });
  });

  test('a message without a moment is there before all others, and the order of the rest holds', async () => {
    const appeals = timed([
      '3,"Яма, ул. Ленина, д. 5",03.01.2026 9:05',
      '1,"Яма, Ленина 5",',
      '2,Нет воды,02.01.2026 9:05',
    ]);
    const figures = await run(appeals, file('p.csv', ['a,b', '1,3']));
    expect(figures).toMatchObject({ n: 1, isTimed: true, recallAt1: 1 });
  });

  test('a column of moments that are none is refused with an example', async () => {
    const appeals = timed(['1,Яма,вчера', '2,Яма,сегодня']);
    await expect(run(appeals, file('p.csv', ['a,b', '1,2']))).rejects.toThrow('"вчера" stands there');
  });

  test('says in a sentence that no pair is of this table', async () => {
    const appeals = file('a.csv', ['id,text', '1,Яма']);
    await expect(run(appeals, file('p.csv', ['a,b', '8,9']))).rejects.toThrow('No pair names two messages');
  });
});
