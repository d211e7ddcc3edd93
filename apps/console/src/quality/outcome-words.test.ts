import { describe, expect, test } from 'vitest';
import { quality as russian } from '#texts/ru/quality.ts';
import { modelNameOf } from './model-name.ts';
import { outcomeWords, type Training } from './outcome-words.ts';

const needs = { learnt: 200, cases: 100, checked: 30 };
const counts = { learnt: 900, cases: 500, checked: 90 };
const side = (right: number) => ({ version: 'v', right, alone: 300, aloneRight: 290 });
const compared = (before: number, after: number): NonNullable<Training['comparison']> => ({
  from: '2026-02-01T00:00:00Z',
  to: '2026-03-01T00:00:00Z',
  ...counts,
  candidate: side(after),
  inForce: side(before),
  topics: [],
});
const told = (run: Partial<Training>) =>
  outcomeWords({ outcome: 'kept_old', against: [], counts, comparison: null, ...run }, needs, russian);

describe('a run of learning tells', () => {
  test('that the new model is worse, and by how much', () => {
    const { sentence, reasons } = told({ comparison: compared(430, 424), against: ['more_right'] });
    expect(sentence).toBe(
      'Новая модель хуже на 1,2\u00a0пункта за последний месяц (500\u00a0карточек) — оставлена прежняя.',
    );
    expect(reasons).toEqual([]);
  });

  test('that it is better and works now', () => {
    expect(told({ outcome: 'promoted', comparison: compared(430, 435) }).sentence).toBe(
      'Новая модель лучше на 1\u00a0пункт за последний месяц (500\u00a0карточек). Теперь работает она.',
    );
  });

  test('why a better one was not taken', () => {
    const { sentence, reasons } = told({ comparison: compared(430, 435), against: ['precise_alone'] });
    expect(sentence).toContain('но оставлена прежняя');
    expect(reasons).toEqual(['когда решает одна, ошибается чаще чем в 5\u00a0% случаев']);
  });

  test('what there is too little of', () => {
    const few = { learnt: 12, cases: 500, checked: 90 };
    expect(told({ outcome: 'too_few', counts: few, against: ['enough_learnt'] }).reasons).toEqual([
      'до последнего месяца карточек с известной темой 12, а нужно 200',
    ]);
  });
});

describe('a model is called', () => {
  const day = (written: string) => `<${written}>`;

  test('by the day it was learnt and a mark that tells it from others of that day', () => {
    expect(modelNameOf('topics-2026-11-22-6a455e4f', russian, day)).toBe('модель от <2026-11-22> (6a45)');
  });

  test('as it stands where its version says no day', () => {
    expect(modelNameOf('own model', russian, day)).toBe('own model');
  });
});
