import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { classifyTopic, readTopicModel } from './topic-model.ts';
import { readWords } from './words.ts';

const shipped = readTopicModel(
  new Uint8Array(readFileSync(new URL('../../../data/models/topics.bin', import.meta.url))).buffer,
);
const deciding = (text: string) => classifyTopic(readWords(text), shipped).decidingWords;

test('greetings, function words and numbers explain nothing', () => {
  const text =
    'Здравствуйте! Прошу вас обратить внимание: в нашем подъезде по адресу Мира 5 уже 3 недели не работает лифт. Спасибо заранее!';
  const words = deciding(text);
  expect(words).toContain('лифт');
  for (const empty of ['Здравствуйте', 'Прошу', 'вас', 'нашем', 'уже', '5', '3', 'Спасибо', 'заранее'])
    expect(words).not.toContain(empty);
});

test.each([
  ['На дороге глубокая яма', 'яма'],
  ['НЕ ВЫВОЗЯТ МУСОР', 'МУСОР'],
  ['Автобус 12 опять не пришёл по расписанию', 'Автобус'],
])('%s: the word that decided is named as written', (text, word) => {
  expect(deciding(text)).toContain(word);
});

test('at most four, in the order of the text, none twice', () => {
  const text = 'Мусор, мусор и снова мусор: контейнеры полны, баки полны, свалка у дома';
  const words = deciding(text);
  expect(words.length).toBeLessThanOrEqual(4);
  expect(new Set(words).size).toBe(words.length);
  const places = words.map((word) => text.indexOf(word));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('a text of nothing but courtesy has no deciding word', () => {
  expect(deciding('Здравствуйте! Спасибо вам')).toEqual([]);
});
