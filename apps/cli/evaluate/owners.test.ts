import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { figuresTyped } from '../testing/run-typed.ts';
import { labelFigures } from './label-figures.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-owners-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const evaluate = (...args: string[]) => figuresTyped(['evaluate', 'owners', ...args]);

const districts = ['Невский', 'Курортный', 'Приморский'];
const yards = ['мусор во дворе', 'двор не убран', 'грязь у подъезда'];
const lamps = ['не горит фонарь', 'погас фонарь', 'темно, фонари не работают'];

/** Yards belong to the administration of the district, lamps to one body; every tenth row names nobody. */
function table(name: string, count: number, first = 0): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const n = i + first;
    const district = districts[n % 3] ?? '';
    const isYard = Math.floor(n / 3) % 2 === 0;
    const body = isYard ? `Администрация ${district.slice(0, -2)}ого района` : 'Горсвет';
    const text = `${(isYard ? yards : lamps)[Math.floor(n / 6) % 3] ?? ''} у дома ${n}`;
    return [
      text,
      n % 10 === 9 ? '' : body,
      district,
      `2026-01-${String(1 + Math.floor(n / 12)).padStart(2, '0')} 10:00`,
    ];
  });
  const file = path.join(folder, name);
  writeFileSync(
    file,
    [['text', 'body', 'district', 'at'], ...rows]
      .map((row) => row.map((cell) => `"${cell}"`).join(','))
      .join('\n'),
  );
  return file;
}
const train = table('train.csv', 300);
const columns = ['--text', 'text', '--label', 'body', '--place', 'district'];

describe('evaluate owners', () => {
  test('learns from one file and guesses the bodies of another', async () => {
    const figures = await evaluate(
      '--train',
      train,
      '--test',
      table('test.csv', 60, 300),
      ...columns,
      '--time',
      'at',
    );
    expect(Object.keys(figures)).toEqual(
      expect.arrayContaining([
        'n',
        'accuracy',
        'weightedF1',
        'macroF1',
        'top3',
        'coverageAt95',
        'textsPerSecond',
        'trainRows',
        'labels',
        'trainSeconds',
      ]),
    );
    expect(figures).toMatchObject({ n: 54, trainRows: 270, labels: 4 });
    expect(figures['accuracy']).toBeGreaterThan(0.95);
  });

  test('splits one file by time', async () => {
    const figures = await evaluate('--train', train, '--split', '2026-01-21', '--time', 'at', ...columns);
    expect(figures).toMatchObject({ trainRows: 216 });
    expect(figures['accuracy']).toBeGreaterThan(0.95);
  });

  test('tests every part in turn', async () => {
    const figures = await evaluate('--train', train, '--folds', '3', ...columns);
    expect(figures).toMatchObject({ n: 270, trainRows: 180 });
  });

  test('the place may be left out: what words name is then looked at', async () => {
    const { accuracy } = await evaluate(
      '--train',
      train,
      '--folds',
      '3',
      '--text',
      'text',
      '--label',
      'body',
    );
    expect(accuracy).toBeGreaterThan(0.5);
  });

  test.each([
    ['no way to test is typed', [], 'one of --test, --split and --folds'],
    ['two ways are', ['--folds', '3', '--split', '2026-01-21'], '--split and --folds do not go together'],
    ['there are more parts than rows', ['--folds', '900'], 'needs 900 rows'],
    ['nothing is from the date on', ['--split', '2029-01-01', '--time', 'at'], 'no row from 2029-01-01 on'],
    ['the date is none', ['--split', 'вчера', '--time', 'at'], 'must be a date'],
    ['there is no time to split by', ['--split', '2026-01-21'], 'needs --time'],
    ['nothing is before the date', ['--split', '2020-01-01', '--time', 'at'], 'no row before'],
  ])('says what is wrong where %s', async (_what, typed, said) => {
    await expect(evaluate('--train', train, ...columns, ...typed)).rejects.toThrow(said);
  });

  test('names a column that is not there', async () => {
    await expect(
      evaluate('--train', train, '--folds', '3', '--text', 'words', '--label', 'body'),
    ).rejects.toThrow('words');
  });
});

describe('figures of labels', () => {
  const row = (truth: string, label: string, confidence: number) => ({
    truth,
    guesses: [{ label, confidence }],
  });

  test('count every label that is true or guessed', () => {
    const figures = labelFigures([
      row('a', 'a', 0.9),
      row('a', 'b', 0.8),
      row('b', 'b', 0.7),
      row('a', 'c', 0.6),
    ]);
    expect(figures).toMatchObject({ n: 4, accuracy: 0.5, top3: 0.5 });
    // F1: a 2/4, b 2/3, c 0.
    expect(figures.macroF1).toBeCloseTo((0.5 + 2 / 3) / 3, 4);
    expect(figures.weightedF1).toBeCloseTo((0.5 * 3 + 2 / 3) / 4, 4);
  });

  test('coverage is what the surest rows allow', () => {
    const right = Array.from({ length: 38 }, (_, i) => row('a', 'a', 0.9 - i / 1000));
    const wrong = Array.from({ length: 38 }, (_, i) => row('a', 'b', 0.5 - i / 1000));
    // 40 of 76 rows with two wrong ones among them are right in 95 of a hundred.
    expect(labelFigures([...wrong, ...right]).coverageAt95).toBeCloseTo(40 / 76, 4);
  });

  test('of no rows are zero', () =>
    expect(labelFigures([])).toMatchObject({ n: 0, accuracy: 0, macroF1: 0 }));
});
