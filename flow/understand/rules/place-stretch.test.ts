import { describe, expect, test } from 'vitest';
import { metersBetween } from '#kernel/shape.ts';
import type { Point } from '#kernel/place.ts';
import { buildGazetteer } from './gazetteer.ts';
import { settleHouses } from './place-houses.ts';
import type { HouseRow } from './place-reading.ts';
import { settleStretch } from './place-stretch.ts';
import { readPlace } from './place.ts';
import { plainText } from './plain-text.ts';
import { readWords } from './words.ts';

const street = (name: string, kind = 'улица') => ({
  id: name,
  settlementId: 'Липовск',
  kind,
  name,
  point: { lat: 60, lon: 30 },
});
const gazetteer = buildGazetteer({
  municipalities: [{ id: 'округ', names: ['Липовский район'] }],
  settlements: [
    { id: 'Липовск', municipalityId: 'округ', name: 'Липовск', kind: 'город', parentId: null, point: null },
    { id: 'Хутор', municipalityId: 'округ', name: 'Хутор', kind: 'хутор', parentId: null, point: null },
  ],
  streets: [
    ...['Мира', 'Ленина', 'Победы', 'Кирова', 'Дальняя'].map((name) => street(name)),
    { ...street('Космонавтов', 'проспект'), id: 'проспект' },
    { ...street('Космонавтов'), id: 'улица в Хуторе', settlementId: 'Хутор' },
  ],
});

/** Мира runs east from 0 to 1,000 m; Ленина crosses it at 200 m, Победы at 800 m, Дальняя nowhere near. */
const at = (east: number, north: number): Point => ({
  lat: 60 + north / 111_195,
  lon: 30 + east / (111_195 * 0.5),
});
const house = (streetId: string, number: string, east: number, north: number): HouseRow => ({
  id: `${streetId} ${number}`,
  streetId,
  number,
  point: at(east, north),
});
const houses: readonly HouseRow[] = [
  ...Array.from({ length: 11 }, (_, i) => house('Мира', String(2 * i + 1), i * 100, 15)),
  ...Array.from({ length: 11 }, (_, i) => house('Мира', String(2 * i + 2), i * 100, -15)),
  house('Ленина', '1', 215, 40),
  house('Ленина', '9', 215, 400),
  house('Победы', '2', 790, -40),
  house('Победы', '8', 790, -400),
  house('проспект', '1', 505, 60),
  house('улица в Хуторе', '1', 9000, 9000),
  house('Дальняя', '1', 5000, 5000),
];

function read(text: string, pin: Point | null = null) {
  const around = { point: pin, territory: null, municipalityAt: () => 'округ' };
  const reading = readPlace(readWords(plainText(text)), gazetteer, around);
  return settleStretch(settleHouses(reading, houses, gazetteer), houses, gazetteer);
}
const eastOf = ({ lon }: Point): number => (lon - 30) * 111_195 * 0.5;

describe('a stretch of a street between two others', () => {
  test.each([
    'ямы на ул. Мира от Ленина до Победы',
    'Ул. Мира, от ул. Ленина до ул. Победы, сплошные ямы',
    'на улице Мира на участке от улицы Ленина до улицы Победы нет света',
    'От Ленина до Победы по ул. Мира не чистят снег',
    'не убирают ул. Мира между Ленина и Победы',
    'улица Мира (от ул. Победы до ул. Ленина)',
  ])('%s', (text) => {
    const { place, line } = read(text);
    expect(place).toMatchObject({ precision: 'street', streetId: 'Мира', approximate: 'stretch' });
    const ends = [line?.[0], line?.at(-1)].map((end) => eastOf(end!)).toSorted((a, b) => a - b);
    expect(ends[0]).toBeGreaterThan(150);
    expect(ends[0]).toBeLessThan(260);
    expect(ends[1]).toBeGreaterThan(740);
    expect(ends[1]).toBeLessThan(850);
    expect(eastOf(place.point!)).toBeGreaterThan(400);
    expect(eastOf(place.point!)).toBeLessThan(600);
  });

  test('follows the houses of the street', () => {
    const { line } = read('ямы на ул. Мира от Ленина до Победы');
    for (const point of line?.slice(1, -1) ?? [])
      expect(Math.abs(metersBetween(point, at(eastOf(point), 0)))).toBeLessThan(20);
    expect(line?.length).toBeGreaterThan(3);
  });

  test('ends at the street of its own town, of whatever kind', () => {
    expect(eastOf(read('ул. Мира от Ленина до Космонавтов').line!.at(-1)!)).toBeCloseTo(502.5, 0);
  });

  test('of which one end is nowhere near the street is the corner that is', () => {
    const { place, line } = read('ул. Мира от Ленина до Дальней');
    expect(line).toBeNull();
    expect(place).toMatchObject({ precision: 'street', streetId: 'Мира', approximate: 'crossing' });
    expect(eastOf(place.point!)).toBeLessThan(300);
  });

  test('of which neither end is there is the street', () => {
    const { place, line } = read('ул. Мира от Кирова до Дальней');
    expect(line).toBeNull();
    expect(place).toMatchObject({ precision: 'street', streetId: 'Мира', approximate: null });
  });

  test('beside a pin leaves the pin where it is, and is drawn while the pin is near', () => {
    const text = 'ул. Мира от Ленина до Победы';
    expect(read(text, at(500, 30))).toMatchObject({ place: { precision: 'point', point: at(500, 30) } });
    expect(read(text, at(500, 30)).line).not.toBeNull();
    expect(read(text, at(500, 3000)).line).toBeNull();
  });
});

describe('a stretch between two houses', () => {
  test.each([
    'ул. Мира от дома 5 до дома 17 нет асфальта',
    'Мира от д. 5 до д. 17',
    'от дома 5 до дома 17 по ул. Мира',
    'улица Мира между домами 5 и 17',
  ])('%s', (text) => {
    const { place, line } = read(text);
    expect(place).toMatchObject({ precision: 'street', streetId: 'Мира', houseId: null });
    expect(line?.map(eastOf).at(0)).toBeCloseTo(200, 0);
    expect(line?.map(eastOf).at(-1)).toBeCloseTo(800, 0);
  });

  test.each([
    ['ул. Мира от Ленина до дома 17', 205, 800],
    ['Мира от дома 5 до Победы, ямы', 200, 800],
  ])('or between a street and a house: %s', (text, from, to) => {
    const { place, line } = read(text);
    expect(place).toMatchObject({ streetId: 'Мира', houseId: null, approximate: 'stretch' });
    expect(Math.abs(eastOf(line!.at(0)!) - from)).toBeLessThan(60);
    expect(Math.abs(eastOf(line!.at(-1)!) - to)).toBeLessThan(60);
  });

  test('that the register does not have is what it was without it', () => {
    expect(read('ул. Мира от дома 5 до дома 99').line).toBeNull();
  });
});

test.each([
  'ул. Мира, дом 5',
  'угол Ленина и Мира',
  'ул. Мира от подъезда до подъезда',
  'автобус от Ленина до Победы не ходит',
  'от ул. Мира. До Победы далеко по Ленина',
  'ул. Мира от 5 до 17 лет',
])('no stretch: %s', (text) => {
  expect(read(text).line).toBeNull();
});
