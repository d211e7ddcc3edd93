import { expect, test } from 'vitest';
import { topics } from '#data/topics/topics.ts';
import { distinctPhrases, ownTopic, ownTopicCode } from './own-topic.ts';
import { topicSchema } from './topic.ts';

test.each([
  ['a new name becomes a code', 'Самокаты на тротуаре', [], 'own_samokaty_na_trotuare'],
  ['a code that was ever used is not used again', 'Самокаты', ['own_samokaty'], 'own_samokaty_2'],
  ['and not the one after it', 'Самокаты', ['own_samokaty', 'own_samokaty_2'], 'own_samokaty_3'],
  [
    'a long name is cut at the end of a word',
    `${'Очень '.repeat(20)}`,
    [],
    'own_ochen_ochen_ochen_ochen_ochen_ochen_ochen_oc',
  ],
  ['signs and other alphabets fall out', '№ 5 — ҙур!', [], 'own_5_ur'],
])('%s', (_, name, taken, code) => {
  expect(ownTopicCode(name, new Set(taken))).toBe(code);
});

test('phrases that differ only in case, ё and spaces are one; scraps are none', () => {
  expect(
    distinctPhrases(['Ёлка упала во дворе', ' елка  упала во  дворе', 'яма', 'Елка стоит косо']),
  ).toEqual(['Ёлка упала во дворе', 'Елка стоит косо']);
});

test('a new topic is handled like its pattern and has a passport of its own', () => {
  const pattern = topics.find(({ code }) => code === 'open_manhole');
  if (pattern === undefined) throw new Error('no such topic ships');
  const draft = {
    name: 'Самокаты',
    nameEn: null,
    belongs: 'Кикшеринг',
    doesNotBelong: 'Велосипеды',
    phrases: ['а', 'б', 'в'],
  };
  const made = ownTopic(draft, pattern, 'own_samokaty');
  expect(made).toMatchObject({
    sector: pattern.sector,
    responsibleKind: pattern.responsibleKind,
    name: { ru: 'Самокаты', en: 'Самокаты' },
    doNotConfuseWith: ['open_manhole'],
    danger: 'none',
  });
  const { sector: _, ...passport } = made;
  expect(topicSchema.safeParse(passport).success).toBe(true);
});
