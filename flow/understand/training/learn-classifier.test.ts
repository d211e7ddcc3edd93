import { describe, expect, test } from 'vitest';

import { readTopicModelHead } from '../rules/topic-model-file.ts';
import { classifyTopic, readTopicModel, scoreLabels } from '../rules/topic-model.ts';
import { readWords } from '../rules/words.ts';
import type { LabelledText } from './labelled-text.ts';
import { learnClassifier } from './learn-classifier.ts';

const said: Readonly<Record<string, readonly string[]>> = {
  roads: ['Глубокая яма', 'Разбит асфальт', 'Выбоина на дороге', 'Провалился асфальт'],
  lifts: ['Не работает лифт', 'Лифт застрял', 'В лифте нет света', 'Лифт гремит'],
  waste: ['Не вывозят мусор', 'Переполнены баки', 'Свалка мусора', 'Мусор не забирают'],
};
const where = ['у школы', 'во дворе', 'на Мира', 'возле парка', 'у рынка', 'на углу', 'за домом', 'у пруда'];
const examples = Object.entries(said).flatMap(([label, problems]) =>
  problems.flatMap((problem) =>
    where.map((place, day): LabelledText => ({
      words: readWords(`${problem} ${place}`),
      label,
      place: null,
      at: new Date(Date.UTC(2024, 0, day + 1)),
    })),
  ),
);
const options = { trainedOn: '2024-02-01' };

describe('a classifier learnt from labelled texts', { timeout: 60_000 }, () => {
  const { bytes, measured } = learnClassifier(examples, options);
  const model = readTopicModel(bytes.slice().buffer);

  test('tells texts it never saw apart, misspelt ones too', () => {
    expect(classifyTopic(readWords('огромная ямма посреди дороги'), model).topics[0]?.topic).toBe('roads');
    expect(classifyTopic(readWords('Снова стоит лифт'), model).topics[0]?.topic).toBe('lifts');
    expect(model.labels).toEqual(['lifts', 'roads', 'waste']);
  });

  test('gives every label its share', () => {
    const shares = scoreLabels(readWords('яма'), model);
    expect(shares?.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(scoreLabels(readWords('!!!'), model)).toBeNull();
  });

  test('says how good it will be by texts that were not learnt from', () => {
    expect(measured.texts).toBeGreaterThan(20);
    expect(measured.accuracy).toBeGreaterThan(0.9);
  });

  test('is the same, byte for byte, from the same texts', () => {
    expect(learnClassifier(examples, options).bytes).toEqual(bytes);
  });

  test('keeps no word of the texts in its file', () => {
    const file = new TextDecoder('utf-16le').decode(bytes) + new TextDecoder().decode(bytes);
    for (const word of ['яма', 'лифт', 'мусор']) expect(file).not.toContain(word);
  });
});

test('places are learnt from where they are known', { timeout: 60_000 }, () => {
  const words = readWords('Уберите во дворе');
  const placed = examples.flatMap((one): LabelledText[] => [
    { ...one, place: 'Северный район' },
    { words, label: 'north', place: 'Северный район', at: one.at },
    { words, label: 'south', place: 'Южный район', at: one.at },
  ]);
  const model = readTopicModel(learnClassifier(placed, options).bytes.slice().buffer);
  const label = (place: string) => classifyTopic(words, model, { place, at: null }).topics[0]?.topic;
  expect(label('северный район ')).toBe('north');
  expect(label('Южный район')).toBe('south');
});

test('one text is enough for a model, none is not', () => {
  const [only] = examples;
  const model = readTopicModel(
    learnClassifier(only === undefined ? [] : [only], options).bytes.slice().buffer,
  );
  expect(classifyTopic(readWords('Глубокая яма'), model)).toMatchObject({
    topics: [{ topic: 'roads', confidence: 1 }],
    isSure: false,
  });
  expect(() => learnClassifier([], options)).toThrow('from no texts');
});

test('made-up phrases teach and never judge', { timeout: 60_000 }, () => {
  const madeUp = examples.map((one) => ({ ...one, isMadeUp: true }));
  expect(learnClassifier(madeUp, options).measured.texts).toBe(0);
});

test('a file of another format is refused by its name', () => {
  const { bytes } = learnClassifier(examples.slice(0, 3), options);
  const text = new TextDecoder('latin1').decode(bytes).replace('otklik-classifier-2', 'otklik-classifier-1');
  const other = Uint8Array.from(text, (_, i) => {
    const is = bytes[i] ?? 0;
    return is < 128 ? text.charCodeAt(i) : is;
  });
  expect(() => readTopicModelHead(other.buffer)).toThrow('otklik-classifier-1');
});
