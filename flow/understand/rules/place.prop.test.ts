import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { buildGazetteer } from './gazetteer.ts';
import { settleHouses } from './place-houses.ts';
import { readPlace } from './place.ts';
import type { HouseRow } from './place-reading.ts';
import { plainText } from './plain-text.ts';
import { readWords } from './words.ts';

const names = ['Ленина', 'Мира', 'Гражданский', 'Малая Балканская', '7-я Советская', 'Маршала Жукова'];
const kinds = ['улица', 'улица', 'проспект', 'улица', 'улица', 'проспект'];
const gazetteer = buildGazetteer({
  municipalities: [{ id: 'm', names: ['Липовский район'] }],
  settlements: [
    { id: 's', municipalityId: 'm', name: 'Липовск', point: { lat: 55, lon: 40 } },
    { id: 'z', municipalityId: 'm', name: 'Заречье', point: null },
  ],
  streets: names.map((name, i) => ({
    id: name,
    settlementId: 's',
    name,
    kind: kinds[i] ?? 'улица',
    point: { lat: 55 + i / 100, lon: 40 },
  })),
  objects: [],
});
const houses: readonly HouseRow[] = names.flatMap((streetId, i) =>
  Array.from({ length: 20 }, (_, n) => ({
    id: `${streetId} ${2 * n + 1}`,
    streetId,
    number: String(2 * n + 1),
    point: { lat: 55 + i / 100 + n / 10_000, lon: 40 },
  })),
);
const anywhere = { point: null, territory: null, municipalityAt: () => null };
const place = (text: string) =>
  settleHouses(readPlace(readWords(plainText(text)), gazetteer, anywhere), houses, gazetteer);

const piece = fc.oneof(
  fc.constantFrom(
    ...'ул. улица пр-т проспекте д. дом дома домах корп. к лит. А г. с. угол и от до живу прописан школы № остановка'.split(
      ' ',
    ),
  ),
  fc.constantFrom(
    'Ленина',
    'Гражданском',
    'М.',
    'Балканской',
    'Советскaя',
    'Липовске',
    'ЖУКОВА',
    '7-я',
    ',',
    '.',
    '\n',
    '/',
    '-',
  ),
  fc.nat(400).map(String),
  fc.string({ maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));

describe('whatever is written', () => {
  test('a point is never 0, 0, and a house always has one', () => {
    fc.assert(
      fc.property(text, (written) => {
        const found = place(written);
        expect(found.point?.lat === 0 && found.point.lon === 0).toBe(false);
        if (found.precision === 'house') expect(found.point).not.toBeNull();
        if (found.houseId !== null) expect(found.streetId).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  test('equal texts give equal places', () => {
    fc.assert(
      fc.property(text, (written) => {
        expect(place(written)).toEqual(place(written));
      }),
      { numRuns: 100 },
    );
  });

  test('what is ambiguous is offered and not taken', () => {
    fc.assert(
      fc.property(text, (written) => {
        const { alternatives, houseId } = place(written);
        if (alternatives.length > 1) expect(houseId).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

test('a registered house is found in any of its spellings', () => {
  const spelling = fc.record({
    i: fc.integer({ min: 0, max: 1 }),
    n: fc.integer({ min: 0, max: 19 }),
    kind: fc.constantFrom('ул. ', 'улица ', 'ул ', ''),
    comma: fc.constantFrom(', ', ' ', ','),
    house: fc.constantFrom('д. ', 'дом ', 'д.', '', 'дом № '),
    before: fc.constantFrom('', 'Яма: ', 'Липовск, ', 'г. Липовск, '),
    after: fc.constantFrom('', ', кв. 5', ' не горит фонарь', '. Темно'),
  });
  fc.assert(
    fc.property(spelling, ({ i, n, kind, comma, house, before, after }) => {
      const name = names[i] ?? '';
      const written = `${before}${kind}${name}${comma}${house}${2 * n + 1}${after}`;
      expect([written, place(written).houseId]).toEqual([written, `${name} ${2 * n + 1}`]);
    }),
  );
});
