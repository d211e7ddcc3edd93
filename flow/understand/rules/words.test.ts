import { describe, expect, test } from 'vitest';

import { isHeld } from './hash.ts';
import { plainText } from './plain-text.ts';
import { sentences } from './sentences.ts';
import { fold, readWords } from './words.ts';

describe('a plain text is what a person reads', () => {
  test.each([
    ['Снег<br>не&nbsp;убран', 'Снег\nне убран'],
    ['<p style=`color:rgb(1,2,3);`>Яма</p>', 'Яма'],
    ['&laquo;Мир&raquo; &amp; труд &#1103;&#x44F;', '«Мир» & труд яя'],
    ['[id1|Иван], здравствуйте! [club3|Больница]', 'Иван, здравствуйте! Больница'],
    ['строка\r\nвторая\rтретья', 'строка\nвторая\nтретья'],
    ['я\u200bма\u00ad на\u00a0дороге\ufeff', 'яма на дороге'],
    ['и\u0306ога', 'йога'],
    ['меньше 5 < 6 и 7 > 3', 'меньше 5 < 6 и 7 > 3'],
    ['a &lt;b&gt; c', 'a c'],
    ['  пробелы   \n\n\n\n и строки ', 'пробелы\n\nи строки'],
    ['&#0; &#xD800; &нет;', '&нет;'],
    ['😤 Когда?', '😤 Когда?'],
    ['', ''],
  ])('%j → %j', (raw, plain) => {
    expect(plainText(raw)).toBe(plain);
  });
});

describe('words', () => {
  const stems = (text: string) => readWords(text).list.map(({ stem }) => stem);

  test('folding keeps every offset', () => {
    const text = 'ЁЛКА İ №5 Straße';
    expect(fold(text)).toHaveLength(text.length);
    expect(fold('ЁЛКА')).toBe('елка');
  });

  test('ё, case and endings are one word', () => {
    expect(stems('Ямы яму ЯМОЙ')).toEqual(['ям', 'ям', 'ям']);
    expect(stems('ёлки елки')).toEqual(['елк', 'елк']);
  });

  test('Latin look-alikes are seen through', () => {
    expect(stems('мycop')).toEqual(stems('мусор'));
    expect(stems('CHEГ')).toEqual(stems('снег'));
  });

  test('a text typed in Latin letters is read as Russian', () => {
    expect(stems('yama na doroge musor')).toEqual(stems('яма на дороге мусор'));
  });

  test('a foreign name among Russian words stays', () => {
    expect(stems('машина Ford стоит во дворе')).toContain('ford');
  });

  test('digits and letters are parted', () => {
    expect(readWords('12к3').list.map(({ text }) => text)).toEqual(['12', 'к', '3']);
  });

  test('a very long word does no harm', () => {
    expect(readWords('а'.repeat(100_000)).list).toHaveLength(1);
  });
});

test('an abbreviation does not end a sentence', () => {
  const words = readWords('Яма на ул. Мира. Света нет. И. Петров видел!');
  expect(sentences(words).map(({ from, to }) => [from, to])).toEqual([
    [0, 4],
    [4, 6],
    [6, 9],
  ]);
});

test('about a fifth of messages is kept aside, always the same', () => {
  const held = Array.from({ length: 10_000 }, (_, i) => isHeld(String(i))).filter(Boolean);
  expect(held.length / 10_000).toBeCloseTo(0.2, 1);
  expect(isHeld('2947909')).toBe(isHeld('2947909'));
});
