import { describe, expect, test } from 'vitest';
import { mayHaveShape, readExtent, wholeStreet } from './extent.ts';

describe('how far a problem stretches', () => {
  test.each([
    ['По всей улице Ленина не горят фонари', 'street'],
    ['Вся улица Мира в ямах', 'street'],
    ['на всём протяжении дороги выбоины', 'street'],
    ['Улица Садовая полностью разбита', 'street'],
    ['Вдоль дороги лежат ветки', 'street'],
    ['весь двор в лужах', 'object'],
    ['По всему нашему парку разбросан мусор', 'object'],
    ['Детская площадка вся сломана', 'object'],
    ['Яма на улице Ленина у дома 5', null],
    ['Не горит фонарь у дома 12', null],
    ['Вся семья болеет, живём на улице Мира', null],
    ['Спасибо всем за наш двор', null],
  ])('%s', (text, extent) => {
    expect(readExtent(text)).toBe(extent);
  });

  test('is read in bounded time whatever the text', () => {
    const began = performance.now();
    readExtent('по всей '.repeat(20_000));
    readExtent('вся а. '.repeat(20_000));
    // Not a measurement: a slow path here would take minutes.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

test('what concerns a dwelling is never drawn', () => {
  const open = { isResidential: false, smallCounts: false, visibility: 'public' } as const;
  expect(mayHaveShape(open)).toBe(true);
  expect(mayHaveShape({ ...open, isResidential: true })).toBe(false);
  expect(mayHaveShape({ ...open, smallCounts: true })).toBe(false);
  expect(mayHaveShape({ ...open, visibility: 'sensitive' })).toBe(false);
  expect(mayHaveShape(undefined)).toBe(false);
});

test('a street is all its segments', () => {
  const line = (lon: number) =>
    ({
      type: 'LineString',
      coordinates: [
        [lon, 55],
        [lon + 1, 55],
      ],
    }) as const;
  expect(wholeStreet([line(40)])).toEqual(line(40));
  expect(wholeStreet([line(40), line(41)])).toEqual({
    type: 'MultiLineString',
    coordinates: [line(40).coordinates, line(41).coordinates],
  });
  expect(wholeStreet([])).toBeNull();
});
