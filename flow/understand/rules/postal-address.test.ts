import { describe, expect, test } from 'vitest';
import { normaliseHouse } from './house-number.ts';
import { parseAddress, parseStreet, writeHouse } from './postal-address.ts';

describe('an address is taken apart', () => {
  test.each([
    [
      'г.Энск, Вишнёвый проспект, дом 27, корпус 2, литера А',
      'город',
      'Энск',
      'проспект',
      'Вишнёвый',
      '27к2',
    ],
    ['г. Энск, ул. Липовая, 22', 'город', 'Энск', 'улица', 'Липовая', '22'],
    ['пос. Дальний, ул.Школьная 5', 'посёлок', 'Дальний', 'улица', 'Школьная', '5'],
    [
      'Энская область, Дальний район, д. Ближняя, ул. Старая Слобода, д.12а',
      'деревня',
      'Ближняя',
      'улица',
      'Старая Слобода',
      '12а',
    ],
    ['город Энск, набережная канала Тихого, дом 3/5', 'город', 'Энск', 'набережная', 'канала Тихого', '3/5'],
    [
      'посёлок Дальний, территория Заречье, Полевая улица, дом 14, строение 1',
      'территория',
      'Заречье',
      'улица',
      'Полевая',
      '14с1',
    ],
    ['г. Энск, пр-т Мира, д. 3', 'город', 'Энск', 'проспект', 'Мира', '3'],
  ])('%s', (written, settlementKind, settlement, kind, street, key) => {
    expect(parseAddress(written)).toMatchObject({
      settlement: { kind: settlementKind, name: settlement },
      street: { kind, name: street },
      house: { key },
    });
  });

  test.each([
    ['г. Энск, участок ж.д., дом б/н', 'no_house'],
    ['г. Энск', 'no_house'],
    ['деревня Ближняя, дом 7', 'no_street'],
  ])('%s is no address of a house', (written, why) => {
    expect(parseAddress(written)).toBe(why);
  });
});

describe('a street', () => {
  test('that is only an ordinal keeps its kind, so that a bare number is not taken for it', () => {
    expect(parseStreet('16-я линия')).toMatchObject({ name: '16-я линия', kind: 'линия' });
  });

  test('keeps the mark of its quarter as another spelling', () => {
    expect(parseStreet('Большой проспект З.О.')).toEqual({
      name: 'Большой',
      kind: 'проспект',
      otherNames: ['Большой проспект З.О.'],
    });
  });
});

test.each(['12', '12а', '12/3', '27 корп. 2', '27 корп. 2 стр. 1', '5 лит. Б', '44б лит. В'])(
  'the number %s is written so that it is read back as the same house',
  (written) => {
    const house = normaliseHouse(written);
    expect(house).not.toBeNull();
    expect(normaliseHouse(writeHouse(house!))?.key).toBe(house!.key);
  },
);
