import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { withAddedTopics } from './added-topics.ts';
import { classifyTopic, readTopicModel, scoreLabels } from './topic-model.ts';
import { readWords } from './words.ts';

const shipped = readTopicModel(
  new Uint8Array(readFileSync(new URL('../../../data/models/topics.bin', import.meta.url))).buffer,
);
const scooters = {
  topic: 'rental_scooters',
  phrases: [
    'Самокаты брошены посреди тротуара',
    'Электросамокаты перекрыли проход у метро',
    'Прокатные самокаты мешают ходить с коляской',
    'Самокатчики гоняют по тротуару и сбивают людей',
    'Уберите самокаты от подъезда',
    'Стоянка самокатов прямо на газоне',
    'самокаты валяются на пешеходном переходе',
    'Дети катаются на арендных самокатах вдвоём',
    'Парковка электросамокатов загородила вход в магазин',
    'Когда наведут порядок с самокатами',
    'Сбили ребёнка на электросамокате во дворе',
    'Самокат оставили на велодорожке',
  ],
};
const model = withAddedTopics(shipped, [scooters]);
const first = (text: string, by = model) => classifyTopic(readWords(text), by);

describe('a topic added by a dozen phrases', () => {
  test.each([
    'Опять электросамокаты брошены на тротуаре, не пройти',
    'Прокатные самокаты загородили вход в подъезд',
    'Самокаты валяются у остановки, уберите',
  ])('is named first for a text like them: %s', (text) => {
    expect(first(text).topics[0]?.topic).toBe('rental_scooters');
  });

  test('never acts alone', () => {
    for (const phrase of scooters.phrases) {
      const judged = first(phrase);
      expect(judged.topics[0]?.topic).toBe('rental_scooters');
      expect(judged.isSure).toBe(false);
    }
  });

  test('does not touch texts about something else', () => {
    for (const text of ['Не работает лифт в подъезде', 'Яма на дороге', 'Не вывозят мусор третью неделю']) {
      expect(first(text).topics[0]?.topic).toBe(first(text, shipped).topics[0]?.topic);
      expect(first(text).isSure).toBe(first(text, shipped).isSure);
    }
  });

  test.each([
    'Чуть не сбил самокат на дорожке, носятся как угорелые',
    'Куда жаловаться на самокатчиков, ездят вдвоём',
    'Сомокаты всюду валяются',
  ])('is among the three for a text in other words: %s', (text) => {
    expect(first(text).topics.map(({ topic }) => topic)).toContain('rental_scooters');
  });

  test.each([
    'В поликлинике толпа в регистратуру, сидели четыре часа с талоном, никто не выходит и не объясняет',
    'Гречка по 140, магазин один, деваться некуда, примите меры к ценам, пожалуйста',
    'Заявитель сообщает: грохочет вентиляция магазина, грудной ребёнок не спит',
    'Гудит подстанция, спать невозможно, окна не открыть',
  ])('is not proposed where only doubt speaks for it: %s', (text) => {
    expect(first(text).topics.map(({ topic }) => topic)).not.toContain('rental_scooters');
  });

  test('names words of the text as the reason', () => {
    expect(first('Опять электросамокаты брошены на тротуаре').decidingWords).toContain('электросамокаты');
  });

  test('shares the certainty of a text with the trained ones', () => {
    const shares = scoreLabels(readWords('Самокаты на тротуаре'), model);
    expect(shares).toHaveLength(model.labels.length);
    expect(shares?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(model.labels.at(-1)).toBe('rental_scooters');
  });
});

test('what cannot be learnt from is passed over', () => {
  const odd = withAddedTopics(model, [
    { topic: 'empty', phrases: [] },
    { topic: 'wordless', phrases: ['', '!!!', '😀'] },
    { topic: shipped.labels[0] ?? '', phrases: ['Самокаты на тротуаре'] },
  ]);
  expect(odd.labels).toEqual(shipped.labels);
  expect(classifyTopic(readWords('Самокаты на тротуаре'), odd)).toEqual(
    classifyTopic(readWords('Самокаты на тротуаре'), shipped),
  );
  expect(withAddedTopics(shipped, []).labels).toEqual(shipped.labels);
});

test('a text without words is judged like before', () => {
  expect(classifyTopic(readWords(''), model)).toEqual({ topics: [], isSure: false, decidingWords: [] });
});
