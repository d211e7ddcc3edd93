import { describe, expect, test } from 'vitest';

import { parseAddress } from '../rules/postal-address.ts';
import type { PostalAddress } from '../rules/postal-address.ts';
import { kindIn, nameIn, ordinalForms, shortForms } from './address-grammar.ts';
import { writeVariant } from './address-variants.ts';
import type { Way } from './address-variants.ts';
import { findPlace, placesOfRegister } from './register-places.ts';

const addressOf = (written: string): PostalAddress => {
  const address = parseAddress(written);
  if (typeof address === 'string') throw new Error(`${written}: ${address}`);
  return address;
};
const addresses = [
  'г. Энск, Вишнёвый проспект, дом 27, корпус 2, литера А',
  'г. Энск, улица Петра Алексеева, дом 3',
  'г. Энск, Малая Балканская улица, дом 34/2, литера Б',
  'г. Энск, 7-я Советская улица, дом 4а',
  'г. Энск, проспект Маршала Жукова, дом 60, корпус 2, строение 1',
  'г. Энск, набережная реки Тихой, дом 144',
  'посёлок Дальний, Краснопутиловское шоссе, дом 105, корпус 3',
  'посёлок Дальний, территория Заречье, Берёзовая аллея, дом 8',
].map(addressOf);
const seeds = Array.from({ length: 60 }, (_, i) => i + 1);

describe('an address is written as people write it', () => {
  test('equal seeds give equal texts, others differ', () => {
    const [address] = addresses;
    const texts = seeds.map((seed) => writeVariant(address!, seed, 'Энск').text);
    expect(seeds.map((seed) => writeVariant(address!, seed, 'Энск').text)).toEqual(texts);
    expect(new Set(texts).size).toBeGreaterThan(40);
  });

  test('every way of writing occurs', () => {
    const ways = new Set(
      addresses.flatMap((address) => seeds.flatMap((seed) => writeVariant(address, seed, 'Энск').ways)),
    );
    const all: readonly Way[] = [
      'kind_short',
      'kind_after',
      'kind_before',
      'no_kind',
      'name_short',
      'ordinal',
      'inflected',
      'no_settlement',
      'house_first',
      'sentence',
      'lower',
      'capitals',
      'no_commas',
      'no_yo',
      'typo',
      'latin',
      'spaces',
    ];
    expect(all.filter((way) => !ways.has(way))).toEqual([]);
  });

  test('the number of the house is always in it', () => {
    for (const address of addresses)
      for (const seed of seeds)
        expect(writeVariant(address, seed, 'Энск').text).toContain(String(address.house.base));
  });
});

describe('grammar of addresses', () => {
  test.each([
    ['Малая Балканская', 'улица', 'по Малой Балканской улице'],
    ['Гражданский', 'проспект', 'по Гражданскому проспекту'],
    ['Южное', 'шоссе', 'по Южному шоссе'],
    ['Мира', 'улица', 'по Мира улице'],
    ['7-я Советская', 'улица', 'по 7-й Советской улице'],
    ['2-й Верхний', 'переулок', 'по 2-му Верхнему переулку'],
  ])('%s %s: %s', (name, kind, expected) => {
    expect(`по ${nameIn(name, kind, 'dative')} ${kindIn(kind, 'dative')}`).toBe(expected);
  });

  test('ordinals', () => {
    expect(ordinalForms('1-я')).toEqual(['1-я', '1я', '1', '1 я', 'первая']);
    expect(ordinalForms('26-й')).toEqual(['26-й', '26й', '26', '26 й']);
  });

  test('first names and ranks are shortened or left out, other words are not', () => {
    expect(shortForms('Петра', true)).toEqual(['П.', '']);
    expect(shortForms('Маршала', false)).toContain('');
    expect(shortForms('Червонного', false)).toEqual([]);
  });
});

test('variants of one address settle to the same house, or to nothing, never to another one', () => {
  const places = placesOfRegister(
    addresses.map((address, i) => ({
      ...address,
      point: { lat: 55 + i / 100, lon: 40 },
      municipality: 'Энск',
    })),
  );
  const anywhere = { point: null, territory: null, municipalityAt: () => null };
  const outcomes = addresses.flatMap((address) =>
    seeds.map((seed) => {
      const { text } = writeVariant(address, seed, 'Энск');
      const { houseId } = findPlace(text, places, anywhere);
      return { text, house: houseId?.split('/').at(-1) ?? null, meant: address.house };
    }),
  );
  const others = outcomes.filter(
    ({ house, meant }) => house !== null && !house.startsWith(String(meant.base)),
  );
  expect(others.filter(({ meant }) => meant.fraction === null)).toEqual([]);
  const found = outcomes.filter(({ house }) => house !== null);
  expect(found.length / outcomes.length).toBeGreaterThan(0.95);
});
