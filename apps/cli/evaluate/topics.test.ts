import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { figuresTyped } from '../testing/run-typed.ts';

const folder = mkdtempSync(join(tmpdir(), 'otklik-topics-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const figures = (options: Readonly<Record<string, string>>) =>
  figuresTyped([
    'evaluate',
    'topics',
    ...Object.entries({ text: 'text', label: 'topic', ...options }).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]),
  ]);

const places = ['у школы', 'во дворе', 'на Мира', 'возле парка', 'у рынка', 'на углу', 'за домом', 'у пруда'];
const said: Readonly<Record<string, readonly string[]>> = {
  roads: ['Глубокая яма', 'Разбит асфальт', 'Выбоина на дороге'],
  lifts: ['Не работает лифт', 'Лифт застрял', 'В лифте нет света'],
  waste: ['Не вывозят мусор', 'Переполнены баки', 'Свалка мусора'],
};
const lines = Object.entries(said).flatMap(([topic, problems]) =>
  problems.flatMap((problem) =>
    places.map((place, day) => `"${problem} ${place}",${topic},2024-0${(day % 8) + 1}-10 12:00`),
  ),
);
const table = (rows: readonly string[]): string => ['text,topic,at', ...rows].join('\n');
const train = fileOf('train.csv', table(lines));

describe('otklik evaluate topics', { timeout: 60_000 }, () => {
  test('learns from one table and is measured on another, in one object', async () => {
    const measured = await figures({
      train,
      test: fileOf('test.csv', table(['"<p>Огромная&nbsp;яма на дороге</p>",roads,', 'лифт стоит,lifts,'])),
    });
    expect(measured).toMatchObject({
      n: 2,
      accuracy: 1,
      weightedF1: 1,
      macroF1: 1,
      top3: 1,
      trainRows: 72,
      labels: 3,
      neverLearnt: 0,
      coverageAt95: expect.any(Number),
      textsPerSecond: expect.any(Number),
    });
  });

  test('a label never learnt and an empty text are wrong, rows without a label are not counted', async () => {
    const measured = await figures({
      train: fileOf('one.csv.gz', gzipSync(table([...lines, 'Помогите с пособием,single,']))),
      test: fileOf('odd.csv', table(['Снег не убран,snow,', ',roads,', 'Яма у дома,roads,', 'Лифт,,'])),
    });
    expect(measured).toMatchObject({ n: 3, neverLearnt: 1, labels: 4 });
    expect(measured.accuracy).toBeCloseTo(1 / 3, 3);
  });

  test('tests on the rows after a date, or on every part in turn', async () => {
    const later = await figures({ train, split: '2024-07-01', time: 'at' });
    expect(later).toMatchObject({ n: 18, trainRows: 54 });
    expect(later.accuracy).toBeGreaterThan(0.9);
    const parts = await figures({ train, folds: '4' });
    expect(parts).toMatchObject({ n: 72, trainRows: 54 });
  });

  test('one label is enough to learn from', async () => {
    expect(
      await figures({ train: fileOf('same.csv', table(['Яма,roads,', 'Ямы,roads,'])), test: train }),
    ).toMatchObject({ n: 72, labels: 1, neverLearnt: 48 });
  });

  test('the same table saved with semicolons, in other columns and with a byte order mark is the same', async () => {
    const plain = await figures({ train, test: train, time: 'at' });
    const odd = lines.map((line) => {
      const [, text, label, at] = /^"(.*)",(.*),(.*)$/.exec(line) ?? [];
      return `${label};x;${at};${text}`;
    });
    const file = fileOf('odd.txt', `\uFEFF topic ;n; at ; text \r\n${odd.join('\r\n')}\r\n`);
    const { textsPerSecond, trainSeconds, ...rest } = await figures({ train: file, test: file, time: 'at' });
    expect(plain).toMatchObject(rest);
    expect([textsPerSecond, trainSeconds]).toEqual([expect.any(Number), expect.any(Number)]);
  });

  test.each([
    [{ train }, 'Say what to test on'],
    [{ train, test: train, folds: '3' }, '--test and --folds do not go together'],
    [{ train, test: train, label: 'topik' }, 'Is "topic" meant?'],
    [{ train, folds: '3', time: 'topic' }, 'holds no moments'],
    [{ train: fileOf('empty.csv', ''), test: train }, 'is empty'],
    [{ train: fileOf('head.csv', 'text,topic'), test: train }, 'no rows'],
    [{ train, test: fileOf('blank.csv', 'text,topic\nЯма,\n') }, 'no row with anything in "topic"'],
    [{ train, split: 'вчера', time: 'at' }, '--split must be a date'],
    [{ train, test: train, label: 'kind' }, 'no column "kind"'],
    [{ train: '/nowhere.csv', test: train }, 'There is no file'],
  ])('says what is wrong: %j', async (options, sentence) => {
    await expect(figures(options)).rejects.toThrow(sentence);
  });
});
