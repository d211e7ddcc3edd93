import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { faultsOf } from './testing/accessibility.ts';
import { enterConsole, openBrowser, visit } from './testing/browser.ts';
import { caseAbout, cardOf, gatherTeam } from './testing/case-work.ts';
import { lastTuesday, residents, startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;

beforeAll(async () => {
  centre = await startCentre({ database, startsAt: lastTuesday() });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

test('an operator types the address on the card, and the history names who chose the place', async () => {
  const team = await gatherTeam(centre);
  centre.vk.say(residents.vera, 'Не работает домофон, второй день');
  const { id } = await caseAbout(team.coordinator, 'домофон');
  const { page } = await visit(browser, centre.url);
  await enterConsole(page, 'operator');
  await page.goto(`/console/queue/${id}?view=all`);
  await page.getByRole('button', { name: 'Изменить место' }).click();
  await page.getByLabel('Адрес или примета').fill('Садовая 5');
  await page.getByRole('button', { name: 'Найти адрес' }).click();
  const found = page.getByRole('button', { name: /Садовая/ }).first();
  await found.waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await found.click();
  await page.getByText('место выбрано').waitFor();
  const { place, understanding } = await cardOf(team.coordinator, id);
  expect(place).toMatchObject({ precision: 'house', candidates: [] });
  expect(understanding.topicBy).toBeNull();
});
