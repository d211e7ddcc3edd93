import fc from 'fast-check';
import { expect, test } from 'vitest';

import { likelihoodOf, likelySame, sameProblem } from './duplicates.ts';
import { compareTraces, weigh } from './duplicates-features.ts';
import { commonness } from './duplicates-rarity.ts';
import { problemTokens } from './duplicates-trace.ts';
import { readWords } from './words.ts';

const words = [
  'яма',
  'дорога',
  'Ленина',
  '5',
  'подъезд',
  '3',
  'этаж',
  'не',
  'горит',
  'фонарь',
  'дом',
  '12к1',
  '\n',
  ',',
  'течёт',
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((list) => list.join(' ')),
  fc.string({ maxLength: 60 }),
);
const topics = fc.array(
  fc.record({
    topic: fc.constantFrom('a', 'b', 'c', 'd'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { maxLength: 3 },
);
const point = fc.option(
  fc.record({
    lat: fc.double({ min: -89, max: 89, noNaN: true }),
    lon: fc.double({ min: -179, max: 179, noNaN: true }),
  }),
);
const trace = fc
  .record({
    text,
    topics,
    label: fc.option(fc.constantFrom('x', 'y')),
    point,
    shape: fc.constant(null),
    houseId: fc.option(fc.constantFrom('h', 'i')),
    streetId: fc.option(fc.constantFrom('s', 't')),
    at: fc.date({ min: new Date('2025-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  })
  .map(({ text: said, ...rest }) => weigh({ ...rest, stems: problemTokens(readWords(said)) }, commonness));

test('order does not matter', () => {
  fc.assert(
    fc.property(trace, trace, (a, b) => {
      const [ab, ba] = [sameProblem(a, b), sameProblem(b, a)];
      expect(ab === null).toBe(ba === null);
      expect(ab?.score ?? 0).toBeCloseTo(ba?.score ?? 0, 9);
      expect(ab?.isSure).toBe(ba?.isSure);
    }),
  );
});

test('a score and every sign of likeness lie between 0 and 1', () => {
  fc.assert(
    fc.property(trace, trace, (a, b) => {
      const likeness = compareTraces(a, b);
      for (const [name, value] of Object.entries(likeness)) {
        expect(value, name).toBeGreaterThanOrEqual(0);
        expect(value, name).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(likelihoodOf(likeness)).toBeGreaterThanOrEqual(0);
      expect(likelihoodOf(likeness)).toBeLessThanOrEqual(1);
    }),
  );
});

test('one text about one topic at one house is one problem', () => {
  fc.assert(
    fc.property(trace, (one) => {
      const known = { ...one, houseId: 'h', topics: [{ topic: 'a', confidence: 1 }], label: null };
      expect(sameProblem(known, known)?.score ?? 0).toBeGreaterThanOrEqual(likelySame);
    }),
  );
});

test('the tokens of a text ascend, are distinct and exact whole numbers', () => {
  fc.assert(
    fc.property(text, (said) => {
      const tokens = problemTokens(readWords(said));
      expect(tokens.every(Number.isSafeInteger)).toBe(true);
      expect(tokens.every((token, i) => i === 0 || token > (tokens[i - 1] ?? 0))).toBe(true);
    }),
  );
});
