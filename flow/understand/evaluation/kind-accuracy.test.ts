import { describe, expect, test } from 'vitest';
import { judgeText, measureKinds, readKindTexts } from './kind-accuracy.ts';
import { readRecords, sharedData } from './real-data.ts';

const texts = readKindTexts();

describe('kinds of invented messages', () => {
  const figures = measureKinds(texts);

  test('there are enough of each, and none twice', () => {
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(300);
  });

  test('are told', () => {
    expect(figures.accuracy).toBeGreaterThanOrEqual(0.9);
    expect(figures.recall['problem']).toBeGreaterThanOrEqual(0.95);
  });

  test('a complaint is not lost: what is put aside as no case is none', () => {
    expect(figures.precision['spam']).toBeGreaterThanOrEqual(0.97);
    expect(figures.precision['not_a_problem']).toBeGreaterThanOrEqual(0.95);
    const lost = texts
      .filter(({ kind }) => kind === 'problem')
      .map(({ text }) => ({ text, ...judgeText(text) }))
      .filter(({ kind, confidence }) => (kind === 'spam' || kind === 'not_a_problem') && confidence >= 0.7);
    expect(lost).toEqual([]);
  });

  test('abuse beside facts is seen, and the facts count', () => {
    const rude = texts.filter(({ isRude }) => isRude).map(({ text }) => judgeText(text));
    expect(rude.filter(({ isRude }) => isRude).length / rude.length).toBeGreaterThanOrEqual(0.85);
    expect(rude.filter(({ kind }) => kind === 'problem').length / rude.length).toBeGreaterThanOrEqual(0.95);
    const polite = texts.filter(({ isRude, kind }) => !isRude && kind !== 'not_a_problem');
    expect(polite.filter(({ text }) => judgeText(text).isRude)).toEqual([]);
  });
});

const portal = sharedData('spb/appeals.csv.gz');

test.skipIf(portal === null)(
  'next to none of the accepted messages of a real portal is surely no case',
  async () => {
    const rows = portal === null ? [] : await readRecords(portal);
    const aside = rows
      .map((row) => judgeText(row['text'] ?? ''))
      .filter(({ kind, confidence }) => (kind === 'spam' || kind === 'not_a_problem') && confidence >= 0.7);
    expect(aside.length / rows.length).toBeLessThan(0.0005);
  },
  60_000,
);
