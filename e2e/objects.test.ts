import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importAssets, type ImportedAsset } from '#centre/acts/import-assets.ts';
import { readAssetGeometry } from '#centre/rules/asset-geometry.ts';
import type { AssetKind } from '#centre/rules/asset-kind.ts';
import { sendMessage } from '#contract/intake.ts';
import { bodies, knownAddress, town } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { faultsOf } from './testing/accessibility.ts';
import { enterConsole, openBrowser, visit } from './testing/browser.ts';
import { caseAbout, cardOf } from './testing/case-work.ts';
import { guestCall, valueOf } from './testing/staff.ts';
import { startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;

/** So many metres east and north of the known house. */
const at = (east: number, north = 0): [lon: number, lat: number] => [
  knownAddress.lon + east / (111_195 * Math.cos((knownAddress.lat * Math.PI) / 180)),
  knownAddress.lat + north / 111_195,
];

function asset(number: string, kind: AssetKind, ownerId: number, geometry: unknown): ImportedAsset {
  const read = readAssetGeometry(geometry);
  if (typeof read === 'string') throw new Error(read);
  return {
    kind,
    externalId: `${kind} ${number}`,
    name: kind === 'road_segment' ? 'улица Садовая' : null,
    number: kind === 'road_segment' ? null : number,
    ownerId,
    municipalityId: town,
    settlementId: 1,
    streetId: 1,
    geometry: read,
    sourceDate: null,
  };
}

const lamp = (number: string, ownerId: number, east: number) =>
  asset(number, 'lamp', ownerId, { type: 'Point', coordinates: at(east) });

async function write(text: string, east: number, north = 0): Promise<void> {
  const [lon, lat] = at(east, north);
  const body = { key: crypto.randomUUID(), text, files: [], point: { lat, lon } };
  valueOf(await guestCall(centre.url)(sendMessage, { body }));
}

beforeAll(async () => {
  centre = await startCentre({ database });
  browser = await openBrowser();
  const road = { type: 'LineString', coordinates: [at(-400, 300), at(0, 310), at(400, 330)] };
  await centre.run((tx) =>
    importAssets(
      tx,
      centre.region.id,
      'test',
      [
        lamp('214', bodies.houseManager, 0),
        lamp('300', bodies.houseManager, 1000),
        lamp('301', bodies.roads, 1006),
        asset('1', 'road_segment', bodies.roads, road),
      ],
      centre.app.now(),
    ),
  );
  centre.app.knowledge.forget();
  await write('Не горит уличный фонарь у аптеки, вечером темно', 12);
  await write('Не горит уличный фонарь у пруда, вечером темно', 1003);
  await write('На улице яма на яме возле рынка, ехать можно только по встречке', 100, 312);
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

async function openCase(words: string, viewport?: { readonly width: number; readonly height: number }) {
  const coordinator = await centre.signIn('coordinator');
  const { id } = await caseAbout(coordinator, words);
  const visitor = await visit(browser, centre.url, viewport === undefined ? {} : { viewport });
  await enterConsole(visitor.page, 'coordinator');
  await visitor.page.goto(`/console/queue/${id}`);
  return { ...visitor, id, coordinator };
}

describe('the object of a case', () => {
  test('is named with its distance and its keeper, who answers', async () => {
    const { page, faults, id, coordinator } = await openCase('аптеки');
    await page.getByText('Фонарь № 214').first().waitFor();
    await page.getByText('Балансодержатель: УК «Причал»').waitFor();
    expect((await cardOf(coordinator, id)).responsible.authorityId).toBe(bodies.houseManager);
    expect(await faultsOf(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('objects that did not load are not called absent, and are asked for again', async () => {
    const { page } = await openCase('аптеки');
    await page.route('**/objects', (route) => route.fulfill({ status: 500, json: {} }));
    await page.getByRole('button', { name: 'Выбрать другой' }).click();
    await page.getByText('Объекты рядом не загрузились').waitFor();
    expect(await page.getByText('Других объектов рядом нет').count()).toBe(0);
    await page.unroute('**/objects');
    await page.getByRole('button', { name: 'Попробовать ещё раз' }).click();
    await page.getByText('Других объектов рядом нет').waitFor();
    await page.context().close();
  });

  test('is chosen by a person where two keepers are equally near, on a phone too', async () => {
    const { page, id, coordinator } = await openCase('пруда', { width: 390, height: 844 });
    await page.getByText('Рядом одинаково близко').waitFor();
    await page.getByRole('button', { name: /Фонарь № 301/ }).click();
    await page.getByText('Выбран сотрудником').waitFor();
    expect((await cardOf(coordinator, id)).responsible.authorityId).toBe(bodies.roads);
    await page.context().close();
  });
});

describe('a problem along a road', () => {
  test('takes its whole object, or what a person draws, or is a point again', async () => {
    const { page, id, coordinator } = await openCase('рынка');
    const extent = async () => (await cardOf(coordinator, id)).incident?.shapeOrigin ?? null;
    await page.getByRole('button', { name: 'Весь объект' }).click();
    await page.getByText('Отмечена вся длина или площадь объекта').waitFor();
    expect(await extent()).toBe('object');
    await page.getByRole('button', { name: 'Отметить на карте' }).click();
    const map = page.getByRole('region', { name: 'Карта: отметьте линию или площадь проблемы' });
    await map.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(600);
    await page.keyboard.press('Enter');
    await page.getByText('2 точки').waitFor();
    await page.getByRole('button', { name: 'Сохранить' }).click();
    await page.getByText('Отмечена на карте сотрудником').waitFor();
    expect(await extent()).toBe('drawn');
    await page.getByRole('button', { name: 'Точка', exact: true }).click();
    await expect.poll(extent).toBeNull();
    await page.context().close();
  });
});
