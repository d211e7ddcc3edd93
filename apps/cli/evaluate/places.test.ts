import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { figuresTyped } from '../testing/run-typed.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-places-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function save(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

const evaluate = (options: Readonly<Record<string, string>>) =>
  figuresTyped([
    'evaluate',
    'places',
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
  ]);

const register = save(
  'register.csv',
  [
    'building_id,address,municipality,lat,lon',
    '1,"г.Энск, улица Мира, дом 1, литера А",Левый,55.0,40',
    '2,"г.Энск, улица Мира, дом 5, литера А",Левый,55.002,40',
    '3,"город Дальний, улица Ленина, дом 7",Правый,56,41',
  ].join('\n'),
);

test('houses are found, one the register lacks is placed by its neighbours, the rest is told apart', async () => {
  const written = save(
    'written.csv',
    [
      'text,lat,lon,municipality',
      'ул. Мира 5 не горит фонарь,55.002,40,Левый',
      '"Мира, 3",55.001,40,Левый',
      'в Дальнем на Ленина 7 яма,56,41,Правый',
      'Нет света,55,40,Левый',
      'Мира 1,,,Левый',
    ].join('\n'),
  );
  expect(await evaluate({ register, test: written })).toMatchObject({
    n: 4,
    found: 0.75,
    foundHouse: 0.5,
    foundNear: 0.25,
    medianMeters: 0,
    withinMunicipality: 0.75,
    ambiguous: 0,
    byPrecision: { house: 0.5, near: 0.25, none: 0.25 },
    leftOut: 1,
  });
});

test('columns may have other names, or be named', async () => {
  const written = save('other.csv', 'Адрес,Широта,Долгота\n"Мира, 5",55.002,40\n');
  expect(await evaluate({ register, test: written })).toMatchObject({ n: 1, found: 1 });
  const named = save('named.csv', 'q,a,b\n"Мира, 5",55.002,40\n');
  expect(await evaluate({ register, test: named, text: 'q', lat: 'a', lon: 'b' })).toMatchObject({
    found: 1,
  });
});

test('where the test names no municipality, the houses around the real point do', async () => {
  const written = save('bare.csv', 'text,lat,lon\n"Мира, 5",55.002,40\n"Дальний, Ленина, 7",55,40\n');
  expect(await evaluate({ register, test: written })).toMatchObject({ n: 2, withinMunicipality: 0.5 });
});

test('one municipality may be called in two ways; where nobody names any, nothing is said of them', async () => {
  const row = '"Энск, Мира, 5",муниципальный округ Левый,55.002,40';
  const districts = save('districts.csv', `address,municipality,lat,lon\n${row}\n`);
  const written = save('mo.csv', 'text;lat;lon;МО\nМира, 5;55,002;40;МО Левый\n');
  expect(await evaluate({ register: districts, test: written })).toMatchObject({ withinMunicipality: 1 });
  const plain = save('plain.csv', 'address,lat,lon\n"Энск, Мира, 5",55.002,40\n');
  const texts = save('texts.csv', 'text,lat,lon\n"Мира, 5",55.002,40\n');
  expect(await evaluate({ register: plain, test: texts })).toMatchObject({ withinMunicipality: null });
});

test('the register may be GeoJSON of buildings', async () => {
  const buildings = save(
    'buildings.geojson',
    JSON.stringify({
      type: 'FeatureCollection',
      features: ['5', ''].map((housenumber) => ({
        type: 'Feature',
        properties: { building: 'yes', housenumber, street: 'улица Мира' },
        geometry: { type: 'Point', coordinates: [40, 55.002] },
      })),
    }),
  );
  const written = save('texts.csv', 'text,lat,lon\n"Мира, 5",55.002,40\n');
  expect(await evaluate({ register: buildings, test: written })).toMatchObject({ n: 1, found: 1 });
});

test('what is missing is told in a sentence', async () => {
  const bad = save('bad.csv', 'q,a,b\n1,2,3\n');
  await expect(evaluate({ register, test: bad })).rejects.toThrow(
    'bad.csv lacks the columns of texts (--text), lat, lon; it has q, a, b.',
  );
});
