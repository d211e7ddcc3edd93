import { describe, expect, test } from 'vitest';

import {
  likelySame,
  likeness,
  meaningfulStems,
  sameProblem,
  surelySame,
  textFingerprint,
} from './duplicates.ts';
import type { ProblemTrace } from './duplicates.ts';
import { readWords } from './words.ts';

const stems = (text: string) => meaningfulStems(readWords(text));
const trace = (text: string, more: Partial<ProblemTrace> = {}): ProblemTrace => ({
  stems: stems(text),
  topic: 'lift',
  sector: 'housing',
  point: null,
  houseId: null,
  streetId: null,
  at: new Date('2026-03-01T10:00:00Z'),
  ...more,
});

describe('two appeals are one problem', () => {
  test('when they speak of the same house and topic', () => {
    const found = sameProblem(
      trace('Лифт не работает', { houseId: 'h' }),
      trace('опять сломан лифт', { houseId: 'h' }),
    );
    expect(found?.reason).toBe('same_house_and_topic');
    expect(found?.score).toBeGreaterThanOrEqual(likelySame);
  });

  test('surely, when the words are the same too', () => {
    const found = sameProblem(
      trace('Лифт не работает', { houseId: 'h' }),
      trace('Не работает лифт!', { houseId: 'h' }),
    );
    expect(found?.score).toBeGreaterThanOrEqual(surelySame);
  });

  test('when pins lie side by side and topics are equal', () => {
    const one = trace('Яма на дороге', {
      topic: 'road_potholes',
      sector: 'roads',
      point: { lat: 55.75, lon: 37.61 },
    });
    const two = trace('яма на дороге, колесо пробил', {
      topic: 'road_potholes',
      sector: 'roads',
      point: { lat: 55.7502, lon: 37.6101 },
    });
    expect(sameProblem(one, two)).toMatchObject({ reason: 'near_and_similar' });
    expect(sameProblem(one, two)?.score).toBeGreaterThanOrEqual(likelySame);
  });

  test('when a long text is copied and no place is known', () => {
    const text = 'Жители посёлка требуют вернуть вечерний автобус номер сорок до станции и обратно';
    expect(sameProblem(trace(text), trace(`${text}!`))).toMatchObject({ reason: 'same_words' });
  });
});

describe('two appeals are different problems', () => {
  test('of different houses, however alike', () => {
    expect(
      sameProblem(trace('Лифт не работает', { houseId: 'a' }), trace('Лифт не работает', { houseId: 'b' })),
    ).toBeNull();
  });

  test('more than thirty days apart', () => {
    expect(
      sameProblem(
        trace('Лифт', { houseId: 'h' }),
        trace('Лифт', { houseId: 'h', at: new Date('2026-04-15T10:00:00Z') }),
      ),
    ).toBeNull();
  });

  test('of different sectors', () => {
    expect(
      sameProblem(trace('Лифт', { houseId: 'h' }), trace('Лифт', { houseId: 'h', sector: 'roads' })),
    ).toBeNull();
  });

  test('a kilometre apart', () => {
    const one = trace('Яма', { point: { lat: 55.75, lon: 37.61 } });
    expect(sameProblem(one, trace('Яма', { point: { lat: 55.76, lon: 37.61 } }))).toBeNull();
  });
});

test('politeness is not likeness', () => {
  expect(
    likeness(stems('Добрый день! Прошу принять меры: яма'), stems('Добрый день! Прошу принять меры: мусор')),
  ).toBe(0);
});

test('a fingerprint does not see case, ё, punctuation', () => {
  expect(textFingerprint(readWords('Ещё не убран СНЕГ!'))).toBe(
    textFingerprint(readWords('еще не убран, снег')),
  );
});
