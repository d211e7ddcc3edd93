import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { enterConsole, openBrowser, visit } from './testing/browser.ts';
import { caseAbout, cardOf, gatherTeam, takeToWork } from './testing/case-work.ts';
import { lastTuesday, startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
const pit = 'Огромная яма на дороге на улице Садовой напротив дома 5 в Приозёрске';
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

test('neighbours of a pit are told of it while they write, and join it with a case of their own', async () => {
  const phone = await browser.newContext({ locale: 'ru-RU', viewport: { width: 390, height: 844 } });
  const page = await phone.newPage();
  const team = await gatherTeam(centre);

  await page.goto(`${centre.url}/`);
  await page.getByLabel('Что случилось').fill(pit);
  await page.getByRole('button', { name: 'Отправить' }).click();
  await page.getByText('Сообщение принято').waitFor();
  const first = await caseAbout(team.coordinator, 'Огромная яма');
  await takeToWork(team, first.id);
  centre.pass(2);

  await page.goto(`${centre.url}/`);
  await page.getByLabel('Что случилось').fill('Глубокая яма, пробил колесо');
  await page.getByLabel('Где это').fill('Приозёрск, Садовая 5');
  const offer = page.getByRole('button', { name: 'Я тоже это вижу' });
  await offer.waitFor();
  expect(await page.locator('[data-neighbours-list]').innerText()).toContain('1\u00a0сосед уже сообщил');
  await offer.click();
  await page.getByRole('button', { name: 'Отправить' }).click();
  await page.getByText('Сообщение принято').waitFor();
  const second = await caseAbout(team.coordinator, 'пробил колесо');
  const card = await cardOf(team.coordinator, second.id);
  expect(card.number).not.toBe(first.number);
  expect(card.incident?.appeals).toBe(2);
  expect(card.incident?.others.map(({ appealId, reason }) => [appealId, reason])).toEqual([
    [first.id, 'first_report'],
  ]);
});

test('an operator sees them beside the form and ties the call to the problem', async () => {
  const { page } = await visit(browser, centre.url);
  await enterConsole(page, 'operator');
  await page.goto('/console/desk');
  await page.getByLabel('Что случилось').fill('Звонят: яма на Садовой у дома 5 в Приозёрске');
  await page.clock.runFor(600);
  const tie = page.getByRole('button', { name: 'Та же проблема' });
  await tie.first().waitFor();
  await tie.first().click();
  await page.getByRole('button', { name: 'Зарегистрировать' }).click();
  await page.getByText('Зарегистрировано').waitFor();
  const team = await gatherTeam(centre);
  const called = await caseAbout(team.coordinator, 'Звонят');
  expect((await cardOf(team.coordinator, called.id)).incident?.others).toHaveLength(2);
});
