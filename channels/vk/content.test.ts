import { describe, expect, test } from 'vitest';
import { readContent, readPoint, unfoldMentions } from './content.ts';

const say = (text: string, attachments: readonly unknown[] = [], quoted: readonly unknown[] = []) =>
  readContent({ text, attachments, quoted });

describe('a mention', () => {
  test.each([
    ['of a person', '[id1|Анна], спасибо', 'Анна, спасибо'],
    ['of a community', 'Спросите [club219000001|Город на связи]', 'Спросите Город на связи'],
    ['with an address inside', '[public12|@gorod] ответьте', '@gorod ответьте'],
    ['of the person replied to', '[id5:bp-21_120|Тимур], и у нас', 'Тимур, и у нас'],
    ['of a page by its address', 'См. [https://vk.com/wall-1_2|запись]', 'См. запись'],
    ['beside another', '[id1|Анна] и [id2|Пётр]', 'Анна и Пётр'],
  ])('%s is shown as a name', (_, written, shown) => {
    expect(unfoldMentions(written)).toBe(shown);
  });
  test.each(['[дом 4|корпус 2]', '[id|Анна]', 'a [b] | c', '[club1|'])('is not seen in %s', (text) => {
    expect(unfoldMentions(text)).toBe(text);
  });
});

describe('a photo', () => {
  const sizes = [
    { url: 'https://sun1.userapi.com/s.jpg', width: 75, height: 100 },
    { url: 'https://sun1.userapi.com/w.jpg', width: 1080, height: 1440 },
    { url: 'https://sun1.userapi.com/x.jpg', width: 604, height: 805 },
  ];
  const first = (photo: unknown) => say('', [{ type: 'photo', photo }]).files[0]?.source;

  test('is taken in its largest size', () => {
    expect(first({ sizes })).toEqual({ kind: 'url', url: 'https://sun1.userapi.com/w.jpg' });
  });
  test('is taken as it was uploaded where VK keeps the original', () => {
    const orig_photo = { url: 'https://sun1.userapi.com/o.jpg', width: 3000, height: 4000 };
    expect(first({ sizes, orig_photo })).toEqual({ kind: 'url', url: 'https://sun1.userapi.com/o.jpg' });
  });
  test('without sizes is named among what could not be shown', () => {
    expect(say('', [{ type: 'photo', photo: { sizes: [] } }])).toEqual({
      text: '',
      files: [],
      notShown: ['photo'],
    });
  });
});

describe('forwarded messages', () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? { text: 'дно' } : { text: `уровень ${levels}`, fwd_messages: [nested(levels - 1)] };

  test('are quoted as deep as VK shows them, and no deeper', () => {
    const shown = say('', [], [nested(50)]);
    expect(shown.text.split('\n')).toHaveLength(8);
    expect(shown.notShown).toEqual(['quoted']);
  });
  test('do not exhaust the stack', () => {
    expect(say('Помогите', [], [nested(5_000)]).text).toContain('Помогите');
  });
});

describe('a place', () => {
  test.each([
    ['of a message', { coordinates: { latitude: 51.73, longitude: 36.19 } }, { lat: 51.73, lon: 36.19 }],
    ['of a post', { coordinates: '51.73 -36.19' }, { lat: 51.73, lon: -36.19 }],
    ['that was not given', undefined, null],
    ['at the edge of nowhere', { coordinates: { latitude: 0, longitude: 0 } }, null],
    ['beyond the poles', { coordinates: '91 36' }, null],
    ['in words', { coordinates: 'Курск' }, null],
  ])('%s', (_, geo, point) => {
    expect(readPoint(geo)).toEqual(point);
  });
});

test('a kind of attachment with a hostile name is not repeated', () => {
  expect(say('', [{ type: '__proto__' }, { type: 'a b\n' }, { type: 'constructor' }]).notShown).toEqual([
    '__proto__',
    'malformed',
    'constructor',
  ]);
});
