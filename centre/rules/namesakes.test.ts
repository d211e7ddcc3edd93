import { describe, expect, test } from 'vitest';
import { tellNamesakes, type SettlementMention } from './namesakes.ts';

const village = (lat: number, municipality: string, more: Partial<SettlementMention> = {}) => ({
  name: 'Ивановка',
  kind: 'деревня',
  point: { lat, lon: 40 },
  ties: [municipality],
  ...more,
});

describe('settlements of one name', () => {
  test.each<[string, SettlementMention[], number[]]>([
    ['in two municipalities are two', [village(55, 'a'), village(56, 'b'), village(55.2, 'a')], [0, 1, 0]],
    ['on a border are one', [village(55, 'a'), village(55.01, 'b')], [0, 0]],
    [
      'are joined by what stands between',
      [village(55, 'a'), village(55.06, 'b'), village(55.03, 'b')],
      [0, 0, 0],
    ],
    [
      'far apart where no municipality is said are two',
      [village(55, 'a', { ties: [] }), village(56, 'a', { ties: [] })],
      [0, 1],
    ],
    [
      'that are towns are one',
      [village(55, 'a', { kind: 'город' }), village(56, 'b', { kind: 'город' })],
      [0, 0],
    ],
    [
      'that are a village and a town are numbered apart',
      [village(55, 'a'), village(56, 'b', { kind: 'город' })],
      [0, 0],
    ],
    [
      'are compared without case and ё',
      [village(55, 'a', { name: 'Берёзовка' }), village(55, 'a', { name: 'БЕРЕЗОВКА' })],
      [0, 0],
    ],
    [
      'one of which is known by its number',
      [village(55, 'a', { ties: ['a', '#1'] }), village(56, 'b', { ties: ['#1'] })],
      [0, 0],
    ],
  ])('%s', (_, mentions, numbers) => {
    expect(tellNamesakes(mentions)).toEqual(numbers);
  });

  test('a million houses of one village are no long way up', () => {
    const mentions = Array.from({ length: 100_000 }, (_, i) => village(55 + (i % 900) * 0.01, `${i % 7}`));
    expect(new Set(tellNamesakes(mentions))).toEqual(new Set([0]));
  });
});
