import { describe, expect, test } from 'vitest';

import { buildGazetteer } from './gazetteer.ts';
import { isOneEditAway } from './name-index.ts';
import { plainText } from './plain-text.ts';
import { readPlace } from './place.ts';
import { settleHouses } from './place-houses.ts';
import type { HouseRow, PlaceContext, PlaceReading } from './place-reading.ts';
import { readWords } from './words.ts';

const street = (settlementId: string, kind: string, name: string) => ({
  id: `${settlementId}:${name} ${kind}`,
  settlementId,
  kind,
  name,
  point: { lat: 50, lon: 40 },
});

const gazetteer = buildGazetteer({
  municipalities: [
    { id: 'snezh', names: ['городской округ Снежный', 'Снежный городской округ'] },
    { id: 'ozer', names: ['Озёрский район', 'Озёрский муниципальный район'] },
    { id: 'luga', names: ['Лужский район'] },
  ],
  settlements: [
    { id: 'Снежный', municipalityId: 'snezh', name: 'Снежный', point: { lat: 51, lon: 41 } },
    { id: 'Озёры', municipalityId: 'ozer', name: 'Озёры', point: { lat: 52, lon: 42 } },
    { id: 'Берёзовка-1', municipalityId: 'ozer', name: 'Берёзовка', point: null },
    { id: 'Берёзовка-2', municipalityId: 'luga', name: 'Берёзовка', point: null },
  ],
  streets: [
    street('Снежный', 'улица', 'Ленина'),
    street('Озёры', 'улица', 'Ленина'),
    street('Снежный', 'улица', 'Мира'),
    street('Снежный', 'проспект', 'Мира'),
    street('Снежный', 'улица', 'Маршала Казакова'),
    street('Снежный', 'улица', '7-я Советская'),
    street('Снежный', 'улица', 'Петра Алексеева'),
    street('Снежный', 'улица', 'Малая Балканская'),
    street('Снежный', 'бульвар', 'Цветной'),
    street('Снежный', 'улица', 'Краснопутиловская'),
    street('Снежный', 'улица', 'Школьная'),
    street('Берёзовка-1', 'улица', 'Полевая'),
  ],
});

const house = (streetId: string, number: string): HouseRow => ({
  id: `${streetId} ${number}`,
  streetId,
  number,
  point: { lat: 50.5, lon: 40.5 },
});
const houses: readonly HouseRow[] = [
  house('Снежный:Ленина улица', '5'),
  house('Снежный:Ленина улица', '12, корпус 3, литера А'),
  house('Озёры:Ленина улица', '7'),
  house('Снежный:Мира улица', '16/25'),
  house('Снежный:Маршала Казакова улица', '28 корп. 1'),
  house('Снежный:Краснопутиловская улица', '105'),
  house('Снежный:Школьная улица', '5'),
  house('Снежный:7-я Советская улица', '8А'),
];

const anywhere: PlaceContext = { point: null, territory: null, municipalityAt: () => null };
const read = (text: string, context: PlaceContext = anywhere): PlaceReading => {
  const reading = readPlace(readWords(plainText(text)), gazetteer, context);
  const found = houses.filter((row) =>
    reading.houses.some(
      ({ streetId, base }) => row.streetId === streetId && row.number.startsWith(String(base)),
    ),
  );
  return settleHouses(reading, found, gazetteer);
};

describe('a house', () => {
  test.each([
    ['Яма у дома ул. Ленина, д. 5', 'Снежный:Ленина улица 5'],
    ['На Ленина 5 темно', 'Снежный:Ленина улица 5'],
    ['в доме 5 по улице Ленина', 'Снежный:Ленина улица 5'],
    ['ленина ул, 12 корп. 3 лит. А', 'Снежный:Ленина улица 12, корпус 3, литера А'],
    ['ул.Ленина 12/3 нет света', 'Снежный:Ленина улица 12, корпус 3, литера А'],
    ['Ленина 12к3', 'Снежный:Ленина улица 12, корпус 3, литера А'],
    ['Озёры, Ленина 7', 'Озёры:Ленина улица 7'],
    ['Мира 16', 'Снежный:Мира улица 16/25'],
    ['дом 28 корп. 1 по ул. Казакова', 'Снежный:Маршала Казакова улица 28 корп. 1'],
    ['ул. М. Казакова 28к1', 'Снежный:Маршала Казакова улица 28 корп. 1'],
    ['вдоль дома 105 по Краснопутиловской улице', 'Снежный:Краснопутиловская улица 105'],
    ['ул. Красноптиловская 105', 'Снежный:Краснопутиловская улица 105'],
    ['Когда почистят Школьную улицу, 5?', 'Снежный:Школьная улица 5'],
    ['7-я Советская, д.8а', 'Снежный:7-я Советская улица 8А'],
    ['7 Советская 8 А', 'Снежный:7-я Советская улица 8А'],
  ])('%s', (text, id) => {
    expect(read(text)).toMatchObject({ precision: 'house', houseId: id, point: { lat: 50.5, lon: 40.5 } });
  });
});

describe('a street without a known house', () => {
  test.each([
    ['Снег на улице Петра Алексеева', 'Снежный:Петра Алексеева улица'],
    ['по б-ру Цветному не пройти', 'Снежный:Цветной бульвар'],
    ['М. Балканская ул., темно', 'Снежный:Малая Балканская улица'],
    ['пр-т Мира весь в ямах', 'Снежный:Мира проспект'],
    ['д. Берёзовка, ул. Полевая, д. 1', 'Берёзовка-1:Полевая улица'],
    ['ул. Школьная 99', 'Снежный:Школьная улица'],
  ])('%s', (text, id) => {
    expect(read(text)).toMatchObject({ precision: 'street', streetId: id, houseId: null });
  });
});

describe('less than a street, said honestly', () => {
  test('a settlement in any case of grammar', () => {
    expect(read('В Снежном нет воды')).toMatchObject({
      precision: 'settlement',
      settlementId: 'Снежный',
      municipalityId: 'snezh',
    });
    expect(read('г. Озёры, отключили свет')).toMatchObject({
      precision: 'settlement',
      settlementId: 'Озёры',
    });
  });

  test('a district', () => {
    expect(read('Дороги в Озёрском районе разбиты')).toMatchObject({
      precision: 'municipality',
      municipalityId: 'ozer',
    });
  });

  test('two villages of one name stay two alternatives', () => {
    const place = read('в деревне Берёзовка нет автобуса');
    expect(place.precision).toBe('none');
    expect(place.alternatives.map((one) => one.municipalityId)).toEqual(['ozer', 'luga']);
  });

  test('a district decides between villages of one name', () => {
    expect(read('Лужский район, д. Берёзовка, нет автобуса')).toMatchObject({
      precision: 'settlement',
      settlementId: 'Берёзовка-2',
    });
  });

  test('one street of two towns: alternatives until the territory of the channel decides', () => {
    expect(read('улица Ленина без света').alternatives).toHaveLength(2);
    const territory = { municipalityId: 'ozer', settlementId: null };
    expect(read('улица Ленина без света', { ...anywhere, territory })).toMatchObject({
      precision: 'street',
      streetId: 'Озёры:Ленина улица',
    });
  });

  test('the whole region', () => {
    expect(read('По всей области нет лекарств').precision).toBe('region');
  });

  test.each([
    'Мусор',
    'Сосулька длиной 5 метров',
    '3 парадная, 2 этаж',
    'школьная форма дорогая',
    'мира вам и добра',
    '',
  ])('no place: %s', (text) => {
    expect(read(text)).toMatchObject({ precision: 'none', alternatives: [] });
  });
});

describe('a pin', () => {
  const pin = { lat: 50, lon: 40 };

  test('wins over the text and keeps the street of its own municipality', () => {
    const place = read('ул. Ленина 5', { ...anywhere, point: pin, municipalityAt: () => 'snezh' });
    expect(place).toMatchObject({
      precision: 'point',
      point: pin,
      municipalityId: 'snezh',
      houseId: 'Снежный:Ленина улица 5',
      outside: false,
    });
  });

  test('is not moved by an address elsewhere', () => {
    const place = read('г. Озёры, ул. Ленина 7', { ...anywhere, point: pin, municipalityAt: () => 'snezh' });
    expect(place).toMatchObject({ precision: 'point', municipalityId: 'snezh', houseId: null });
  });

  test('outside the region is said', () => {
    expect(read('яма', { ...anywhere, point: pin })).toMatchObject({
      precision: 'point',
      municipalityId: null,
      outside: true,
    });
  });

  test('at 0, 0 is no pin', () => {
    expect(read('яма', { ...anywhere, point: { lat: 0, lon: 0 } }).precision).toBe('none');
  });
});

test('a landmark is kept as written', () => {
  expect(read('Яма напротив школы № 5, объехать нельзя').landmarks).toEqual(['напротив школы № 5']);
});

test('one mistyped letter is forgiven, two are not', () => {
  expect([
    isOneEditAway('ленинградск', 'ленинрадск'),
    isOneEditAway('ленинградск', 'леннградскк'),
    isOneEditAway('абв', 'авб'),
  ]).toEqual([true, false, true]);
});
