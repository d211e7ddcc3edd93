import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markText } from './marked-text.ts';

const marked = (text: string, topic: string[], danger: string[] = []) =>
  markText(text, topic, danger)
    .filter(({ as }) => as !== 'plain')
    .map(({ as, text: part }) => `${as}: ${part}`);

describe('deciding words in the text', () => {
  test('are found in another form, with a capital and with ё', () => {
    expect(marked('Ямы на дороге, жёлтый свет', ['яма', 'дорога', 'желтый'])).toEqual([
      'topic: дороге',
      'topic: жёлтый',
    ]);
    expect(marked('Не горят фонари', ['фонарь'])).toEqual(['topic: фонари']);
  });

  test('a short word must be the very same', () => {
    expect(marked('Газ и газета', ['газ'])).toEqual(['topic: Газ']);
  });

  test('danger wins over the topic', () => {
    expect(marked('открытый люк', ['люк'], ['открытый люк'])).toEqual(['danger: открытый', 'danger: люк']);
  });

  test('what was masked is shown as masked and never highlighted', () => {
    expect(marked('Звоните [телефон скрыт] дворнику', ['телефон'])).toEqual(['masked: [телефон скрыт]']);
  });

  test('nothing of the text is lost or added', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.array(fc.string()), (text, topic, danger) => {
        expect(
          markText(text, topic, danger)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
