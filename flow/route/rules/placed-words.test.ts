import { describe, expect, test } from 'vitest';
import { READ_WORDS } from '#flow/understand/rules/topic-features.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { placedWords } from './placed-words.ts';

const letter = (words: number): ReturnType<typeof readWords> =>
  readWords(Array.from({ length: words }, (_, i) => `слово${'абвгд'[i % 5]}`).join(' '));
const wholly = ['Невский район', 'округ № 54'];

describe('words said with their place', () => {
  test.each([1, 150, 299, 300, 601, 3000])(
    'a letter of %i words keeps its place in what is read',
    (count) => {
      const { list } = placedWords(letter(count), wholly);
      const read = list.slice(0, READ_WORDS).map(({ text }) => text);
      expect(read).toContain('@невский район');
      expect(read).toContain('@невский район, округ № 54');
      expect(list.length).toBeLessThanOrEqual(READ_WORDS);
    },
  );

  test('without a place nothing is added', () => {
    const words = letter(5);
    expect(placedWords(words, ['', ' '])).toBe(words);
  });
});
