import { expect, test } from 'vitest';
import { emptyTopic, hasEnough, topicFrom, missingOf, readTyped, writeTyped } from './typed-topic.ts';

const dozen = Array.from({ length: 12 }, (_, i) => `самокат бросили у дома ${i}`).join('\n');
const whole = {
  name: ' Самокаты ',
  nameEn: '',
  like: 'sidewalk_snow',
  belongs: 'Езда и стоянка',
  doesNotBelong: 'Велосипеды',
  phrases: `${dozen}\n\n самокат бросили у дома 1\n`,
};

test('a form filled in becomes a topic: trimmed, repeated and empty lines left out', () => {
  expect(topicFrom(whole)).toMatchObject({ name: 'Самокаты', nameEn: null, phrases: { length: 12 } });
});

test.each([
  ['nothing is written', emptyTopic],
  ['no topic is named that it is like', { ...whole, like: null }],
  ['the name is a scrap', { ...whole, name: 'Са' }],
  ['a phrase is missing', { ...whole, phrases: dozen.split('\n').slice(1).join('\n') }],
])('it is not sent while %s', (_, typed) => {
  expect(topicFrom(typed)).toBeNull();
});

test('eleven phrases are not enough, twelve are', () => {
  expect(hasEnough(dozen)).toBe(true);
  expect(hasEnough(dozen.split('\n').slice(1).join('\n'))).toBe(false);
});

test.each(['', 'нечто', '{"name":5}', '[]'])('what was kept as «%s» is an empty form', (text) => {
  expect(readTyped(text)).toEqual(emptyTopic);
});

test('an empty form keeps nothing, a begun one comes back as it was', () => {
  expect(writeTyped(emptyTopic)).toBe('');
  const begun = { ...emptyTopic, phrases: 'самокат на тротуаре' };
  expect(readTyped(writeTyped(begun))).toEqual(begun);
});

test('what is missing is named in the order of the form', () => {
  expect(missingOf(emptyTopic)).toEqual(['name', 'like', 'belongs', 'doesNotBelong', 'phrases']);
  expect(missingOf({ ...emptyTopic, name: 'Самокаты', like: 'sidewalk' })).toEqual([
    'belongs',
    'doesNotBelong',
    'phrases',
  ]);
});
