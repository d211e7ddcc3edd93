import { describe, expect, test } from 'vitest';

import { buildGazetteer } from './gazetteer.ts';
import { placeLabel } from './place-label.ts';
import { settleCrossing } from './place-crossing.ts';
import { settleHouses } from './place-houses.ts';
import { readPlace } from './place.ts';
import type { HouseRow, PlaceReading } from './place-reading.ts';
import { plainText } from './plain-text.ts';
import { readWords } from './words.ts';

const street = (settlementId: string, kind: string, name: string, lat = 60) => ({
  id: `${settlementId}/${name} ${kind}`,
  settlementId,
  kind,
  name,
  point: { lat, lon: 30 },
});
const town = (id: string, name: string, kind = 'город', parentId: string | null = null) => ({
  id,
  municipalityId: `округ ${id}`,
  parentId,
  name,
  kind,
  point: { lat: 60, lon: 30 },
});
const school = (id: string, settlementId: string, lat: number, name = 'МБОУ «Школа № 5»') => ({
  id,
  kind: 'school' as const,
  name,
  number: null,
  municipalityId: `округ ${settlementId}`,
  settlementId,
  streetId: null,
  point: { lat, lon: 30 },
});

const gazetteer = buildGazetteer({
  municipalities: [{ id: 'округ Липовск', names: ['Липовский район'] }],
  settlements: [
    town('Липовск', 'Липовск'),
    town('Елец', 'Дальнелец'),
    town('Воздвиженка', 'Воздвиженка', 'село'),
    town('Нос', 'Лисий Нос', 'посёлок'),
    town('Ростов', 'Заростов'),
    town('Славянка', 'Славянка', 'территория', 'Липовск'),
    { ...town('Курск', 'Курск'), municipalityId: 'округ Курск' },
  ],
  streets: [
    street('Липовск', 'улица', 'Ленина'),
    street('Липовск', 'улица', 'Мира'),
    street('Липовск', 'проспект', 'Гражданский'),
    street('Липовск', 'улица', 'Гражданская'),
    street('Липовск', 'улица', 'Малая Балканская'),
    street('Липовск', 'проспект', 'Маршала Жукова'),
    street('Липовск', 'набережная', 'реки Фонтанки'),
    street('Липовск', 'улица', '7-я Советская'),
    street('Липовск', 'улица', 'Петра Алексеева'),
    street('Липовск', 'улица', 'Краснопутиловская'),
    { ...street('Липовск', 'улица', 'Новых Героев'), id: 'renamed' },
    { ...street('Липовск', 'улица', 'Старых Героев'), id: 'renamed' },
    street('Славянка', 'улица', 'Ростовская'),
    street('Курск', 'улица', 'Садовая'),
    street('Курск', 'улица', 'Заводская'),
    street('Липовск', 'улица', 'Заводская'),
  ],
  objects: [
    school('школа в Липовске', 'Липовск', 60.001),
    school('школа в Курске', 'Курск', 51),
    { ...school('фок', 'Липовск', 60.002, 'ФОК «Айсберг»'), kind: 'sports_place' as const },
    { ...school('остановка', 'Липовск', 60.003, 'Мира'), kind: 'stop' as const },
    { ...school('пятёрочка 1', 'Липовск', 60.004, 'Пятёрочка'), kind: 'shop' as const },
    { ...school('пятёрочка 2', 'Курск', 51.004, 'Пятёрочка'), kind: 'shop' as const },
  ],
});

const house = (streetId: string, number: string, lat = 60, lon = 30): HouseRow => ({
  id: `${streetId} ${number}`,
  streetId,
  number,
  point: { lat, lon },
});
const houses: readonly HouseRow[] = [
  house('Липовск/Ленина улица', '5', 60.001),
  house('Липовск/Ленина улица', '7', 60.002),
  house('Липовск/Ленина улица', '9', 60.003),
  house('Липовск/Ленина улица', '17', 60.007),
  house('Липовск/Мира улица', '5', 60.0071, 30.001),
  house('Липовск/Мира улица', '27 корп. 2 лит. Б', 60.01),
  house('Липовск/Мира улица', '27 корп. 2 лит. В', 60.0101),
  house('Липовск/Мира улица', '44 лит. Б', 60.02),
  house('Липовск/Мира улица', '44 лит. В', 60.03),
  house('Липовск/Гражданский проспект', '27 корп. 2'),
  house('Липовск/Гражданская улица', '27'),
  house('Липовск/Малая Балканская улица', '34'),
  house('Липовск/Маршала Жукова проспект', '60 корп. 2'),
  house('Липовск/реки Фонтанки набережная', '144'),
  house('Липовск/7-я Советская улица', '4а'),
  house('Липовск/Петра Алексеева улица', '3'),
  house('Липовск/Краснопутиловская улица', '105'),
  house('renamed', '8'),
  house('Славянка/Ростовская улица', '6 корп. 3'),
  house('Курск/Заводская улица', '10'),
  house('Липовск/Заводская улица', '10'),
];

const anywhere = { point: null, territory: null, municipalityAt: () => null };
const read = (text: string): PlaceReading => {
  const reading = readPlace(readWords(plainText(text)), gazetteer, anywhere);
  return settleCrossing(settleHouses(reading, houses, gazetteer), houses, gazetteer);
};

describe('one house in the ways people write it', () => {
  const ways: Readonly<Record<string, readonly string[]>> = {
    'Липовск/Гражданский проспект 27 корп. 2': [
      'Гражданский пр., 27 к2',
      'пр-т Гражданский, д.27, корп. 2',
      'Гражданский просп д.27корп.2',
      'ГРАЖДАНСКИЙ ПР., Д. 27, КОРП. 2',
      'дом 27 корпус 2 по Гражданскому проспекту',
      'на Гражданском 27/2 не горит фонарь',
      '27/2 Гражданский пр-т',
      'во дворе дома 27 к. 2 по пр. Гражданскому, 3 подъезд, кв. 15, яма',
      'Грaждaнский пp. 27к2',
      'г. Липовск,  Гражданский  проспект, 27-2',
      'Граждаский пр. 27к2',
      'Гражданский пр-кт, д. 27, корп. 2, лит. А, кв. 5',
    ],
    'Липовск/Гражданская улица 27': ['Гражданская 27', 'по Гражданской улице, 27', 'гражданская 27'],
    'Липовск/Мира улица 5': ['ул. Мира уч5', 'ул. Мира, уч. № 5', 'на Мира, участок № 5'],
    'Липовск/Малая Балканская улица 34': [
      'М. Балканская 34',
      'ул. Балканская М., 34',
      'на Мал. Балканской улице, дом 34',
      'ул. Малая Баланская, д.34',
    ],
    'Липовск/Маршала Жукова проспект 60 корп. 2': [
      'М.Жукова, 60/2',
      'Жукова пр. 60 к. 2',
      'пр. марш. Жукова 60к2',
    ],
    'Липовск/реки Фонтанки набережная 144': ['Фонтанка 144', 'наб. р. Фонтанки д. 144', 'наб. Фонтанки, 144'],
    'Липовск/7-я Советская улица 4а': [
      '7я Советская 4 А',
      'Седьмая Советская, 4а',
      'по 7-й Советской улице д. 4 А',
      'Советская 7-я, 4а',
    ],
    'Липовск/Петра Алексеева улица 3': ['П. Алексеева, 3', 'ул. Петра Алексева 3', 'Алексеева 3'],
    'Липовск/Краснопутиловская улица 105': ['Красноптиловская 105', 'по Краснопутиловской, дом 105'],
    'renamed 8': ['Старых Героев 8', 'ул. Новых Героев, 8'],
    'Славянка/Ростовская улица 6 корп. 3': ['Липовск, Ростовская ул. 6к3', 'Славянка, Ростовская 6/3'],
    'Курск/Заводская улица 10': [
      'Курск ул. Заводская 10',
      'Курск ул Заводская, д.10',
      'В Курске на ул. Заводской 10',
    ],
  };
  test.each(Object.entries(ways).flatMap(([id, texts]) => texts.map((text) => [text, id])))(
    '%s → %s',
    (text, id) => {
      expect(read(text)).toMatchObject({ precision: 'house', houseId: id });
    },
  );
});

describe('a settlement in the cases of grammar', () => {
  test.each([
    ['живые ямы из Липовска до трассы', 'Липовск'],
    ['Яма под Курском', 'Курск'],
    ['В Воздвиженке нет света', 'Воздвиженка'],
    ['В Дальнельце нет воды', 'Елец'],
    ['в Заростове отключили газ', 'Ростов'],
    ['В Лисьем Носу темно', 'Нос'],
  ])('%s', (text, settlementId) => {
    expect(read(text)).toMatchObject({ precision: 'settlement', settlementId });
  });
});

describe('the place of the author is not the place of the problem', () => {
  test.each([
    'Я живу на Мира 5, а яма на Ленина 7',
    'Прописан: г. Липовск, ул. Мира, д. 5. Проблема: на ул. Ленина, 7 открыт люк',
    'Мой адрес: ул. Мира 5. На Ленина 7 не убирают снег',
    'Яма у дома Ленина 7. Ответ прошу направить по адресу: ул. Мира, 5',
  ])('%s', (text) => {
    expect(read(text)).toMatchObject({ precision: 'house', houseId: 'Липовск/Ленина улица 7' });
  });

  test('where the author lives is the place when nothing else is named', () => {
    expect(read('Проживаю по адресу Мира 5, нет отопления').houseId).toBe('Липовск/Мира улица 5');
  });

  test('where the author is registered is offered, not taken', () => {
    const place = read('Зарегистрирован по адресу: ул. Мира, 5. Не работает светофор');
    expect(place).toMatchObject({ precision: 'none', point: null });
    expect(place.alternatives.map(({ streetId }) => streetId)).toEqual(['Липовск/Мира улица']);
  });
});

describe('a house no register has', () => {
  test('stands between its neighbours, and the place stays a street', () => {
    const place = read('Ленина 13');
    expect(place).toMatchObject({ precision: 'street', houseId: null, approximate: 'between_houses' });
    expect(place.point?.lat).toBeCloseTo(60.005, 6);
    expect(placeLabel(place, null, gazetteer)).toBe('Липовск, ул. Ленина, около д. 13');
  });

  test('of another corpus stands by its number', () => {
    expect(read('Гражданский пр. 27к4')).toMatchObject({ precision: 'street', approximate: 'same_number' });
  });

  test('far from every known number is only its street', () => {
    expect(read('Ленина 250')).toMatchObject({ precision: 'street', approximate: null });
  });
});

describe('several buildings of one number', () => {
  test('that stand together are one house', () => {
    expect(read('Мира 27к2')).toMatchObject({ precision: 'house', approximate: null });
  });

  test('that stand apart are offered', () => {
    const place = read('Мира 44');
    expect(place).toMatchObject({ precision: 'street', houseId: null });
    expect(place.alternatives.map(({ houseId }) => houseId)).toEqual([
      'Липовск/Мира улица 44 лит. Б',
      'Липовск/Мира улица 44 лит. В',
    ]);
  });
});

test.each(['В домах 5, 7 и 9 по ул. Ленина нет воды', 'ул. Ленина, дома 5, 7, 9', 'ул. Ленина 5, 7 и 9'])(
  'several houses are a stretch of the street: %s',
  (text) => {
    const place = read(text);
    expect(place).toMatchObject({ precision: 'street', streetId: 'Липовск/Ленина улица', houseId: null });
    expect(place.alternatives).toHaveLength(3);
    expect(place.point?.lat).toBeCloseTo(60.002, 6);
  },
);

describe('two streets that meet', () => {
  test.each([
    'Угол Ленина и Мира, светофор не работает',
    'на перекрёстке ул. Ленина и ул. Мира',
    'На пересечении улицы Ленина с улицей Мира яма',
    'ул. Ленина / ул. Мира',
  ])('%s', (text) => {
    const place = read(text);
    expect(place).toMatchObject({ precision: 'street', approximate: 'crossing' });
    expect(place.point?.lat).toBeCloseTo(60.00705, 4);
  });
});

describe('a landmark of the register', () => {
  test.each([
    ['Липовск, напротив школы № 5 яма', 'школа в Липовске'],
    ['в Курске у школы №5 темно', 'школа в Курске'],
    ['возле ФОК Айсберг не убран снег', 'фок'],
    ['скамейка у «Айсберга» сломана', 'фок'],
    ['На остановке Мира разбито стекло', 'остановка'],
    ['у Пятёрочки на Ленина гололёд', 'пятёрочка 1'],
  ])('%s', (text, objectId) => {
    expect(read(text)).toMatchObject({
      precision: 'house',
      approximate: 'landmark',
      objectId,
      houseId: null,
    });
  });

  test('of which there are several is offered', () => {
    const place = read('напротив школы № 5 яма');
    expect(place).toMatchObject({ precision: 'none', point: null });
    expect(place.alternatives.map(({ objectId }) => objectId)).toEqual([
      'школа в Липовске',
      'школа в Курске',
    ]);
  });

  test('gives way to a house', () => {
    expect(read('Ленина 7, напротив школы № 5').houseId).toBe('Липовск/Ленина улица 7');
  });
});

test.each([
  'На территории школы яма',
  'Уже 5 лет просим',
  'новый дом 5 этажей',
  'в мире 7 чудес',
  'первая парадная',
  'Кв. 15, 3 подъезд',
])('no place: %s', (text) => {
  expect(read(text)).toMatchObject({ precision: 'none', point: null, houseId: null });
});
