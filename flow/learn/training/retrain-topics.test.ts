import { describe, expect, test } from 'vitest';
import { readTopicModel } from '#flow/understand/rules/topic-model.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { learnClassifier } from '#flow/understand/training/learn-classifier.ts';
import { retrainTopics, type RetrainRequest, type TaughtCase } from './retrain-topics.ts';

const DAY_MS = 86_400_000;
const windowFrom = Date.UTC(2026, 1, 1);
const where = ['у школы', 'во дворе', 'на Мира', 'возле парка', 'у рынка', 'на углу', 'за домом'];
const said = {
  roads: ['Глубокая яма', 'Разбит асфальт', 'Выбоина на дороге'],
  lifts: ['Не работает лифт', 'Лифт застрял', 'Лифт гремит'],
  waste: ['Не вывозят мусор', 'Переполнены баки', 'Свалка мусора'],
  scooters: ['Самокат брошен', 'Прокатные самокаты мешают', 'Самокатчик сбил человека'],
} as const;
type Name = keyof typeof said;

const textOf = (topic: Name, n: number): string =>
  `${said[topic][n % 3] ?? ''} ${where[n % 7] ?? ''}, дом ${n}`;

/** Cases spread over the days before the window and within it. */
const casesOf = (topic: Name, earlier: number, later: number): TaughtCase[] =>
  Array.from({ length: earlier + later }, (_, n) => ({
    text: textOf(topic, n),
    topic,
    basis: 'corrected',
    at: windowFrom + (n < earlier ? n - earlier : n - earlier + 1) * (DAY_MS / 24),
  }));

const phrasesOf = (topic: Name) => Array.from({ length: 12 }, (_, n) => textOf(topic, 500 + n));
const inUse = (...topics: readonly Name[]) =>
  topics.map((topic) => ({ topic, name: topic, phrases: phrasesOf(topic) }));

/** What ships knows roads, lifts and waste; of scooters it never heard. */
const shipped = learnClassifier(
  (['roads', 'lifts', 'waste'] as const).flatMap((label) =>
    Array.from({ length: 20 }, (_, n) => ({
      words: readWords(textOf(label, n)),
      label,
      place: null,
      at: null,
    })),
  ),
  { trainedOn: '2026-01-01' },
).bytes;

const request = (cases: readonly TaughtCase[], topics: RetrainRequest['topics']): RetrainRequest => ({
  shipped,
  inForce: null,
  cases: cases.toSorted((one, other) => one.at - other.at),
  topics,
  windowFrom,
  trainedOn: '2026-03-01',
});

describe('learning anew', { timeout: 60_000 }, () => {
  const known = [...casesOf('roads', 100, 50), ...casesOf('lifts', 100, 50)];

  test('compares models as they work in the region: with its added topics', () => {
    const { comparison } = retrainTopics(
      request([...known, ...casesOf('scooters', 3, 40)], inUse('roads', 'lifts', 'waste', 'scooters')),
    );
    expect(comparison?.inForce.byTopic['scooters']?.right).toBeGreaterThan(20);
    expect(comparison?.candidate.byTopic['scooters']?.right).toBeGreaterThan(20);
  });

  test('learns an added topic once it has cases enough', () => {
    const labelsAfter = (cases: number): readonly string[] => {
      const taught = [...known, ...casesOf('scooters', cases, 0)];
      const { model } = retrainTopics(request(taught, inUse('roads', 'lifts', 'scooters')));
      return readTopicModel((model?.bytes ?? shipped).slice().buffer).labels;
    };
    expect(labelsAfter(5)).not.toContain('scooters');
    expect(labelsAfter(30)).toContain('scooters');
  });

  test('does not learn or guess topics that are out of use', () => {
    const { counts, comparison, model } = retrainTopics(
      request(
        [...known, ...casesOf('scooters', 60, 30), ...casesOf('waste', 60, 30)],
        inUse('roads', 'lifts'),
      ),
    );
    expect(counts).toEqual({ learnt: 200, cases: 100, checked: 100 });
    expect(Object.keys(comparison?.inForce.byTopic ?? {}).toSorted()).toEqual(['lifts', 'roads']);
    expect(readTopicModel((model?.bytes ?? shipped).slice().buffer).labels).not.toContain('scooters');
  });
});
