import { expect, test } from 'vitest';
import { emptyTopic, hasEnough, topicFrom } from './typed-topic.ts';

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
