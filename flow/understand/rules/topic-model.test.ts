import { describe, expect, test } from 'vitest';

import { eachTopicFeature } from './topic-features.ts';
import { writeTopicModel } from './topic-model-file.ts';
import type { TopicModelHead } from './topic-model-file.ts';
import { classifyTopic, readTopicModel } from './topic-model.ts';
import { readWords } from './words.ts';

const head: TopicModelHead = {
  format: 'otklik-classifier-2',
  version: 'topics-test',
  trainedOn: '2026-01-01',
  labels: ['road_potholes', 'lift', 'other'],
  features: 0,
  weights: 0,
  hidden: { dims: 0, features: 0, labels: 0 },
  temperature: 1,
  actsAloneFrom: 0.9,
  actsAlonePrecision: 0.95,
  learntFrom: {},
  measured: {},
};

/** A model that knows words by hand: word → column of its topic. */
function handMade(known: Readonly<Record<string, number>>) {
  const rows = new Map<number, number>();
  for (const [word, topic] of Object.entries(known)) {
    let first = true;
    eachTopicFeature(readWords(word), null, (hash) => {
      if (first) rows.set(hash, topic);
      first = false;
    });
  }
  const count = rows.size;
  const bytes = writeTopicModel({
    head: { ...head, features: count, weights: count },
    bias: new Float32Array([0, 0, 0.1]),
    hashes: Uint32Array.from(rows.keys()),
    rarity: new Float32Array(count).fill(1),
    step: new Float32Array(count).fill(0.05),
    from: Uint32Array.from({ length: count + 1 }, (_, row) => row),
    columns: Uint16Array.from(rows.values()),
    weights: new Int8Array(count).fill(100),
    hidden: {
      dims: 0,
      step: new Float32Array(0),
      places: new Int8Array(0),
      placeBias: new Float32Array(0),
      output: new Float32Array(0),
    },
  });
  return readTopicModel(bytes.slice().buffer);
}

const model = handMade({ яма: 0, асфальт: 0, лифт: 1 });

describe('a model of topics', () => {
  test('names the topic, its confidence and the deciding words as written', () => {
    const judged = classifyTopic(readWords('Глубокая ЯМА в асфальте у дома'), model);
    expect(judged.topics[0]).toMatchObject({ topic: 'road_potholes' });
    expect(judged.topics[0]?.confidence).toBeGreaterThan(0.9);
    expect(judged.decidingWords).toEqual(['ЯМА', 'асфальте']);
    expect(judged.topics).toHaveLength(3);
    expect(judged.topics.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1);
  });

  test('gives the same answer whatever was asked between', () => {
    const first = classifyTopic(readWords('лифт'), model);
    classifyTopic(readWords('яма яма асфальт'), model);
    expect(classifyTopic(readWords('лифт'), model)).toEqual(first);
  });

  test('says nothing of a text without a known word', () => {
    expect(classifyTopic(readWords('привет'), model)).toEqual({
      topics: [],
      isSure: false,
      decidingWords: [],
    });
    expect(classifyTopic(readWords(''), model)).toEqual({
      topics: [],
      isSure: false,
      decidingWords: [],
    });
  });

  test('refuses a file that is not whole', () => {
    expect(() => readTopicModel(new ArrayBuffer(4))).toThrow('Not a topic model');
    expect(() => readTopicModel(new Uint8Array(64).buffer)).toThrow('Not a topic model');
  });
});
