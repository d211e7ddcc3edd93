import { describe, expect, test } from 'vitest';
import { readWords } from '../rules/words.ts';
import type { LabelledText } from './labelled-text.ts';
import { splitForValidation } from './validation-split.ts';

const day = (n: number): Date => new Date(Date.UTC(2024, 0, 1 + n));
const texts = (count: number, at: (n: number) => Date | null): LabelledText[] =>
  Array.from({ length: count }, (_, n) => ({
    words: readWords(`текст ${['яма', 'лифт', 'мусор'][n % 3] ?? ''} номер${n}`),
    label: 'a',
    place: null,
    at: at(n),
  }));
const shares = (examples: readonly LabelledText[]) =>
  splitForValidation(examples).map(({ fit, validation }) => ({
    fit: fit.length / examples.length,
    validation: validation.length / examples.length,
  }));

describe('what judges before it teaches', () => {
  test('is the newest part of many texts', () => {
    const [split] = splitForValidation(texts(6000, (n) => day(n % 100)));
    expect(split?.validation.length).toBe(900);
    expect(split?.validation.every(({ at }) => at !== null && at >= day(85))).toBe(true);
  });

  test.each([
    ['undated', () => null],
    ['all of one day', () => day(0)],
    ['mostly of the last day', (n: number) => (n < 1000 ? day(0) : day(1))],
  ])('is chosen by chance where texts are %s', (_, at) => {
    const [split, ...others] = shares(texts(6000, at));
    expect(others).toEqual([]);
    expect(split?.validation).toBeGreaterThan(0.1);
    expect(split?.validation).toBeLessThan(0.2);
    expect(split?.fit).toBeCloseTo(1 - (split?.validation ?? 0));
  });

  test('is each third of few texts in turn', () => {
    const thirds = shares(texts(300, () => null));
    expect(thirds).toHaveLength(3);
    for (const { validation } of thirds) expect(validation).toBeCloseTo(1 / 3, 0.1);
  });

  test('is never a phrase made up to teach', () => {
    const phrases = texts(300, () => null).map((one) => ({ ...one, isMadeUp: true }));
    for (const { fit, validation } of splitForValidation([...phrases, ...texts(30, () => null)])) {
      expect(validation.some(({ isMadeUp }) => isMadeUp === true)).toBe(false);
      expect(fit.filter(({ isMadeUp }) => isMadeUp === true)).toHaveLength(300);
    }
  });
});
