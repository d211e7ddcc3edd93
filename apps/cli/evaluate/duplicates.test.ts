import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCommand } from '../run-command.ts';
import { appealColumns, readMoment, readPairs, readPoint } from './duplicates-columns.ts';

const nothing = { positionals: [], text: () => undefined, isOn: () => false };
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-duplicates-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(path.join(folder, name), lines.join('\n'));
  return path.join(folder, name);
};

describe('columns are known by their usual names', () => {
  test.each([
    [{ id: '1', text: 'яма', created_at: '', lat: '', lon: '', address: '', reason: '' }, 'created_at'],
    [
      {
        Номер: '1',
        'Текст Сообщения': 'яма',
        'Дата создания': '',
        Широта: '',
        Долгота: '',
        Адрес: '',
        Тематика: '',
      },
      'Дата создания',
    ],
  ])('%o', (row, time) => {
    const columns = appealColumns(row, nothing);
    expect(Object.values(columns)).not.toContain(null);
    expect(columns.time).toBe(time);
  });

  test('and by options, where they are not; "none" leaves one out', () => {
    const text = (option: string) => ({ text: 'words', topic: 'none' })[option];
    const columns = appealColumns({ id: '1', words: 'яма', topic: 'x' }, { ...nothing, text });
    expect(columns).toMatchObject({ text: 'words', topic: null });
  });

  test('a table without texts is refused by name', () => {
    expect(() => appealColumns({ id: '1' }, nothing)).toThrow('--text');
  });
});

test.each([
  ['2026-03-01T10:00:30.5', '2026-03-01T10:00:30.000Z'],
  ['2026-03-01', '2026-03-01T00:00:00.000Z'],
  ['01.03.2026 9:05', '2026-03-01T09:05:00.000Z'],
  ['1772359230', '2026-03-01T10:00:30.000Z'],
  ['вчера', undefined],
  ['', undefined],
])('the moment «%s»', (written, expected) => {
  expect(readMoment(written)?.toISOString()).toBe(expected);
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
  ['usual names', [{ why: 'x', id1: '1', id2: '2' }], [{ one: '1', two: '2', isSame: true }]],
  ['the first two columns', [{ p: '1', q: '2' }], [{ one: '1', two: '2', isSame: true }]],
  ['a verdict', [{ a: '1', b: '2', same: '0' }], [{ one: '1', two: '2', isSame: false }]],
  ['one with itself is no pair', [{ a: '1', b: '1' }], []],
])('pairs by %s', (_, rows, expected) => {
  expect(readPairs(rows)).toEqual(expected);
});

describe('otklik evaluate duplicates', () => {
  const run = async (appeals: string, pairs: string): Promise<Record<string, unknown>> => {
    const printed: string[] = [];
    await runCommand(['evaluate', 'duplicates', '--appeals', appeals, '--pairs', pairs, '--json'], {
      env: {},
      stdin: process.stdin,
      now: () => new Date(),
      out: (line) => void printed.push(line),
      say: () => {},
      draw: () => {},
      isTerminal: false,
    });
    return JSON.parse(printed.join('')) as Record<string, unknown>;
  };
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

  test('says in a sentence that no pair is of this table', async () => {
    const appeals = file('a.csv', ['id,text', '1,Яма']);
    await expect(run(appeals, file('p.csv', ['a,b', '8,9']))).rejects.toThrow('No pair names two messages');
  });
});
