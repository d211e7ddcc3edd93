import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { foreignTopicKey } from '../rules/foreign-topic.ts';
import { seedExamples, shippedTopics } from './examples.ts';

const map = (name: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(new URL(`../../../data/topics/maps/${name}.json`, import.meta.url), 'utf8'));

describe.each(['spb', 'kursk', 'incident'])('the map of %s', (name) => {
  test('leads only to topics that ship, by keys as they are looked up', () => {
    const topics = shippedTopics();
    for (const [key, topic] of Object.entries(map(name))) {
      expect(topics.has(topic), `${key} → ${topic}`).toBe(true);
      expect(foreignTopicKey(...key.split('›'))).toBe(key);
    }
  });
});

test('seeds teach every topic that ships', () => {
  const taught = new Set(seedExamples().map(({ label }) => label));
  expect([...shippedTopics().keys()].filter((topic) => !taught.has(topic))).toEqual([]);
  expect([...taught].filter((topic) => !shippedTopics().has(topic))).toEqual([]);
});

test('a star and doubled spaces do not make another key', () => {
  expect(foreignTopicKey('★ Уборка/Вывоз  мусора')).toBe('Уборка/Вывоз мусора');
  expect(foreignTopicKey('Двор', 'Благоустройство ', 'Лужи')).toBe('Двор›Благоустройство›Лужи');
});
