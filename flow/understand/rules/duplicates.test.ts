import { describe, expect, test } from 'vitest';

import { likelihoodOf, likelySame, sameProblem } from './duplicates.ts';
import { compareTraces, weigh } from './duplicates-features.ts';
import { ProblemIndex } from './duplicates-index.ts';
import { commonness } from './duplicates-rarity.ts';
import { problemTokens } from './duplicates-trace.ts';
import type { ProblemTrace } from './duplicates-trace.ts';
import { readWords } from './words.ts';

const trace = (text: string, more: Partial<ProblemTrace> = {}) =>
  weigh(
    {
      stems: problemTokens(readWords(text)),
      topics: [{ topic: 'lift', confidence: 0.97 }],
      label: null,
      point: null,
      shape: null,
      houseId: null,
      streetId: null,
      at: new Date('2026-03-01T10:00:00Z'),
      ...more,
    },
    commonness,
  );
const days = (count: number): Date => new Date(Date.UTC(2026, 2, 1 + count, 10));
const here = { lat: 55.75, lon: 37.61 };
const pit = { topics: [{ topic: 'road_potholes', confidence: 0.95 }] };
const lamps = { topics: [{ topic: 'street_lights', confidence: 0.95 }] };

describe('two appeals may be one problem', () => {
  test.each([
    [
      'one house, one topic, other words',
      trace('Лифт не работает', { houseId: 'h' }),
      trace('опять застряли между этажами', { houseId: 'h' }),
      'same_house_and_topic',
    ],
    [
      'the same three weeks later',
      trace('Лифт не работает', { houseId: 'h' }),
      trace('опять сломан лифт', { houseId: 'h', at: days(21) }),
      'same_house_and_topic',
    ],
    [
      'pins side by side',
      trace('Яма на дороге', { ...pit, point: here }),
      trace('выбоина, пробил колесо', { ...pit, point: { lat: 55.7502, lon: 37.6101 } }),
      'near_and_similar',
    ],
    [
      'a house named in both texts, no register',
      trace('Лифт стоит, Ленина 5'),
      trace('не работает лифт в доме 5 по улице Ленина'),
      'same_house_and_topic',
    ],
    [
      'one street, a like text',
      trace('на Садовой не горит фонарь', { ...lamps, streetId: 's' }),
      trace('Садовая: темно, фонарь не горит', { ...lamps, streetId: 's' }),
      'same_street_and_similar',
    ],
    [
      'a copied long text without a place',
      trace('Жители посёлка требуют вернуть вечерний автобус номер сорок до станции и обратно', {
        topics: [{ topic: 'buses', confidence: 0.9 }],
      }),
      trace('жители поселка требуют вернуть вечерний автобус номер сорок до станции и обратно!', {
        topics: [{ topic: 'buses', confidence: 0.9 }],
      }),
      'same_words',
    ],
  ])('%s', (_, one, two, reason) => {
    const found = sameProblem(one, two);
    expect(found?.reason).toBe(reason);
    expect(found?.score).toBeGreaterThanOrEqual(likelySame);
  });
});

describe('two appeals are joined with no person asked', () => {
  test('when one is a copy of the other at the same house, however unsure the guesses are', () => {
    const guessed = { topics: [{ topic: 'road_sidewalk', confidence: 0.7 }], houseId: 'h' };
    const said = 'Разбит тротуар вдоль дороги на улице Рыбацкой у дома 12';
    expect(sameProblem(trace(said, guessed), trace(said, guessed))?.isSure).toBe(true);
    const other = 'Тротуар перекопан трубами, обойти негде, улица Рыбацкая 12';
    expect(sameProblem(trace(said, guessed), trace(other, guessed))?.isSure).toBe(false);
  });

  test('when place, topic and words are the same', () => {
    const same = sameProblem(
      trace('Лифт не работает', { houseId: 'h' }),
      trace('Не работает лифт!', { houseId: 'h' }),
    );
    expect(same?.isSure).toBe(true);
  });

  test.each([
    ['other entrance', 'Не работает лифт, подъезд 3', { houseId: 'h' }],
    ['other floor', 'Не работает лифт на 7 этаже', { houseId: 'h' }],
    ['other words', 'Застряли, просим починить кабину', { houseId: 'h' }],
    ['another topic', 'Лифт не работает, подъезд 1, 2 этаж', { houseId: 'h', ...lamps }],
  ])('but not: %s', (_, text, more) => {
    const one = trace('Лифт не работает, подъезд 1, 2 этаж', { houseId: 'h' });
    expect(sameProblem(one, trace(text, more))?.isSure ?? false).toBe(false);
  });
});

describe('two appeals are different problems', () => {
  test.each([
    ['of different houses, however alike', { houseId: 'a' }, { houseId: 'b' }],
    ['more than thirty days apart', { houseId: 'h' }, { houseId: 'h', at: days(31) }],
    ['of other topics in one house', { houseId: 'h' }, { houseId: 'h', ...lamps }],
    ['a kilometre apart', { point: here }, { point: { lat: 55.76, lon: 37.61 } }],
    ['with no place in common and few words', {}, {}],
  ])('%s', (_, one, two) => {
    expect(sameProblem(trace('Лифт не работает', one), trace('Лифт не работает', two))).toBeNull();
  });

  test('of houses named apart in the texts', () => {
    const text = 'не работает лифт, просим управляющую компанию прислать мастера, Ленина';
    expect(sameProblem(trace(`${text} 5`), trace(`${text} 7`))).toBeNull();
  });
});

describe('what a text says', () => {
  const common = (one: string, two: string): boolean => {
    const { saidHouse, saidOtherHouse } = compareTraces(trace(one), trace(two));
    return saidHouse === 1 && saidOtherHouse === 0;
  };

  test.each([
    ['Ленина 5', 'ул. Ленина, д. 5'],
    ['Мебельная улица, дом 47, корпус 1, литера А', 'мебельная 47к1'],
    ['Мебельная 47', 'Мебельная 47 к 1'],
    ['в доме 12 по улице Казакова', 'Казакова, 12'],
  ])('«%s» and «%s» may be one house', (one, two) => {
    expect(common(one, two)).toBe(true);
  });

  test.each([
    ['Ленина 5', 'Ленина 7'],
    ['Мебельная 47 к 1', 'Мебельная 47 к 2'],
    ['яма 5 метров', 'яма 5 метров'],
  ])('«%s» and «%s» are not', (one, two) => {
    expect(common(one, two)).toBe(false);
  });

  test('politeness is not likeness', () => {
    const said = compareTraces(
      trace('Добрый день! Прошу принять меры: яма'),
      trace('Добрый день! Прошу принять меры: мусор'),
    );
    expect(said.words).toBe(0);
  });
});

test('a missing label, point or address speaks neither for nor against', () => {
  const known = compareTraces(trace('Яма', pit), trace('Яма', pit));
  expect([known.near, known.far, known.sameHouse, known.otherHouse]).toEqual([0, 0, 0, 0]);
});

test('equal labels of a source outweigh the guesses of the model', () => {
  const filed = { label: 'Ямы' };
  const [agree, differ] = [
    likelihoodOf(compareTraces(trace('Яма', { ...pit, ...filed }), trace('Яма', { ...lamps, ...filed }))),
    likelihoodOf(compareTraces(trace('Яма', pit), trace('Яма', lamps))),
  ];
  expect(agree).toBeGreaterThan(differ);
});

describe('the index', () => {
  test('finds by pin, by house and by rare words, the likeliest among many', () => {
    const index = new ProblemIndex<string>(commonness);
    for (let i = 0; i < 500; i += 1)
      index.add(`other${i}`, trace(`скамейка сломана ${i}`, { point: { lat: 50, lon: 30 + i } }));
    index.add('pin', trace('Выбоина', { ...pit, point: here }));
    index.add('house', trace('Темно', { ...lamps, houseId: 'h' }));
    index.add('words', trace('Бродячий верблюд у гастронома'));
    const idsNear = (sought: ProblemTrace) => index.near(sought).found.map(({ id }) => id);
    expect(idsNear(trace('Яма', { ...pit, point: { lat: 55.7501, lon: 37.61 } }))).toContain('pin');
    expect(idsNear(trace('нет света', { houseId: 'h' }))).toContain('house');
    expect(idsNear(trace('верблюд гуляет'))).toContain('words');
  });

  test('does not find itself where it was never added, and nothing in an empty one', () => {
    expect(new ProblemIndex<string>(commonness).near(trace('Яма')).found).toEqual([]);
  });
});
