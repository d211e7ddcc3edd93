import { describe, expect, test } from 'vitest';
import { writeNumber } from './number.ts';
import { plural, pluralEn, pluralWord } from './plural.ts';

describe('Russian counts', () => {
  test.each([
    [0, 'сообщений'],
    [1, 'сообщение'],
    [2, 'сообщения'],
    [5, 'сообщений'],
    [11, 'сообщений'],
    [21, 'сообщение'],
    [22, 'сообщения'],
    [111, 'сообщений'],
    [1.5, 'сообщения'],
  ])('%d takes «%s»', (n, word) => {
    expect(pluralWord(n, 'сообщение', 'сообщения', 'сообщений')).toBe(word);
  });

  test('number and word stay on one line, thousands are parted by a thin space', () => {
    expect(plural(1204, 'сообщение', 'сообщения', 'сообщений')).toBe('1\u202f204\u00a0сообщения');
  });
});

test('English has two forms', () => {
  expect(pluralEn(1, 'message', 'messages')).toBe('1\u00a0message');
  expect(pluralEn(1204, 'message', 'messages')).toBe('1,204\u00a0messages');
});

test.each([
  [0.5, '0,5'],
  [1234567, '1\u202f234\u202f567'],
  [71.26, '71,3'],
])('%d is written «%s» in Russian', (value, written) => {
  expect(writeNumber(value, 'ru')).toBe(written);
});
