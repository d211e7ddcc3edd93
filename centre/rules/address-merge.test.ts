import { describe, expect, test } from 'vitest';
import {
  mergeAddresses,
  type AddressBook,
  type AddressChanges,
  type ImportedAddress,
} from './address-merge.ts';

const nothing: AddressBook = { settlements: [], streets: [], houses: [] };
const line = (number: string, lat: number, more: Partial<ImportedAddress> = {}): ImportedAddress => ({
  settlement: { name: 'Дальний', kind: 'посёлок' },
  within: null,
  municipalityId: 1,
  street: { name: 'Мира', kind: 'улица', otherNames: [] },
  house: { number, base: Number.parseInt(number, 10) },
  point: { lat, lon: 40 },
  population: null,
  ...more,
});

/** What the region has after a file. */
const after = (book: AddressBook, changes: AddressChanges): AddressBook => ({
  settlements: [...book.settlements, ...changes.settlements],
  streets: [...book.streets, ...changes.streets],
  houses: [...book.houses, ...changes.houses].map((house) => ({
    ...house,
    ...changes.moved.find(({ id }) => id === house.id),
  })),
});

describe('a register of addresses', () => {
  const first = [line('1', 55), line('3', 55.001), line('3 корп. 2', 55.002)];

  test('is added: the settlement and the street once, each house', () => {
    const changes = mergeAddresses(nothing, first);
    expect(changes.settlements).toMatchObject([{ id: 1, name: 'Дальний', parentId: null }]);
    expect(changes.streets).toMatchObject([{ id: 1, settlementId: 1, name: 'Мира', point: { lat: 55.001 } }]);
    expect(changes.houses.map(({ id, number }) => [id, number])).toEqual([
      [1, '1'],
      [2, '3'],
      [3, '3 корп. 2'],
    ]);
  });

  test('taken twice changes nothing, in other letters too', () => {
    const book = after(nothing, mergeAddresses(nothing, first));
    const again = first.map((one) => ({
      ...one,
      settlement: { name: 'дальний', kind: 'посёлок' },
      street: { name: 'МИРА', kind: 'улица', otherNames: [] },
    }));
    expect(mergeAddresses(book, again)).toMatchObject({
      settlements: [],
      streets: [],
      houses: [],
      moved: [],
      same: 3,
    });
  });

  test('a newer one adds and moves; what it no longer names is kept', () => {
    const book = after(nothing, mergeAddresses(nothing, first));
    const changes = mergeAddresses(book, [line('1', 55.01), line('5', 55.003)]);
    expect(changes.moved).toEqual([{ id: 1, lat: 55.01, lon: 40 }]);
    expect(changes.houses).toMatchObject([{ id: 4, number: '5' }]);
    expect(after(book, changes).houses).toHaveLength(4);
  });

  test('names a house twice: the first line counts, so the file stays the same file', () => {
    const twice = [line('1', 55), line('1', 55.1)];
    const changes = mergeAddresses(nothing, twice);
    expect(changes).toMatchObject({ repeated: 1, moved: [] });
    expect(mergeAddresses(after(nothing, changes), twice)).toMatchObject({ repeated: 1, moved: [], same: 1 });
  });

  test('a part of a settlement is one, whatever its kind is called', () => {
    const within = { name: 'Дальний', kind: 'посёлок' };
    const changes = mergeAddresses(nothing, [
      line('1', 55, { within, settlement: { name: 'Заречье', kind: 'территория' } }),
      line('3', 55, { within, settlement: { name: 'Заречье', kind: 'населённый пункт' } }),
    ]);
    expect(changes.settlements).toMatchObject([
      { id: 1, name: 'Дальний', parentId: null },
      { id: 2, name: 'Заречье', parentId: 1 },
    ]);
    expect(changes.streets).toHaveLength(1);
  });

  test('namesakes of two municipalities are two settlements, and stay so', () => {
    const both = [line('1', 55), line('1', 57, { municipalityId: 2 }), line('3', 57, { municipalityId: 2 })];
    const changes = mergeAddresses(nothing, both);
    expect(changes).toMatchObject({
      settlements: [
        { id: 1, municipalityId: 1 },
        { id: 2, municipalityId: 2 },
      ],
      streets: [{ settlementId: 1 }, { settlementId: 2 }],
      repeated: 0,
    });
    expect(changes.houses.map(({ streetId, number }) => [streetId, number])).toEqual([
      [1, '1'],
      [2, '1'],
      [2, '3'],
    ]);
    const book = after(nothing, changes);
    expect(mergeAddresses(book, both)).toMatchObject({
      settlements: [],
      streets: [],
      houses: [],
      moved: [],
      same: 3,
    });
    // A part of the file alone is known, too.
    expect(mergeAddresses(book, both.slice(2))).toMatchObject({ settlements: [], houses: [], same: 1 });
  });

  test('a village on a border is one, whatever municipality its houses fall into', () => {
    const changes = mergeAddresses(nothing, [line('1', 55), line('3', 55.001, { municipalityId: 2 })]);
    expect(changes.settlements).toHaveLength(1);
  });

  test('namesakes a region once took for one stay one: the same file adds nothing again', () => {
    const both = [line('1', 55), line('3', 57, { municipalityId: 2 })];
    const book: AddressBook = {
      settlements: [
        {
          id: 1,
          name: 'Дальний',
          kind: 'посёлок',
          parentId: null,
          municipalityId: 1,
          point: { lat: 55, lon: 40 },
        },
      ],
      streets: [{ id: 1, settlementId: 1, name: 'Мира', kind: 'улица', oldNames: [] }],
      houses: [
        { id: 1, streetId: 1, number: '1', lat: 55, lon: 40 },
        { id: 2, streetId: 1, number: '3', lat: 57, lon: 40 },
      ],
    };
    expect(mergeAddresses(book, both)).toMatchObject({ settlements: [], houses: [], same: 2 });
  });

  test('a street under its former name is the same street', () => {
    const book = {
      ...nothing,
      settlements: [
        { id: 1, name: 'Дальний', kind: 'посёлок', parentId: null, municipalityId: 1, point: null },
      ],
      streets: [{ id: 7, settlementId: 1, name: 'Новая', kind: 'улица', oldNames: ['Мира'] }],
    };
    expect(mergeAddresses(book, [line('1', 55)])).toMatchObject({ streets: [], houses: [{ streetId: 7 }] });
  });

  test('settlements and streets alone are taken too', () => {
    const changes = mergeAddresses(nothing, [
      line('', 55, { street: null, house: null, population: 381 }),
      line('', 55, { house: null }),
    ]);
    expect(changes.settlements).toMatchObject([{ name: 'Дальний', population: 381 }]);
    expect(changes).toMatchObject({ streets: [{ name: 'Мира' }], houses: [] });
  });
});
