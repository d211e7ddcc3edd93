import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { faultsOf } from './testing/accessibility.ts';
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

test('the desk says when no place is known and when the search failed, and keeps what was chosen', async () => {
  const { page, faults } = await visit(browser, centre.url);
  await enterConsole(page, 'operator');
  await page.goto('/console/desk');
  const type = async (label: string, words: string) => {
    await page.getByLabel(label).fill(words);
    await page.clock.runFor(600);
  };
  await page.getByRole('button', { name: 'Зарегистрировать' }).click();
  await page.getByText('Запишите, что случилось').waitFor();
  await type('Что случилось', 'Яма на дороге, пробил колесо');
  await page.getByText('Место пока не определено').waitFor();
  await type('Адрес или примета', 'Приозёрск, Садовая 5');
  const aside = page.getByRole('complementary', { name: 'Уже сообщали рядом' });
  await aside
    .getByText(/в\u00a0?.*от указанного места|на этом же месте/)
    .first()
    .waitFor();
  await aside.getByRole('button', { name: 'Та же проблема' }).first().click();
  expect(await aside.getByRole('listitem').count()).toBe(1);
  await type('Что случилось', 'Не горит фонарь, темно');
  await aside.getByText('Похожих открытых проблем рядом нет').waitFor();
  expect(await aside.getByRole('button', { name: 'Отменить' }).count()).toBe(1);
  expect(faults).toEqual([]);

  await page.route('**/desk/neighbours', (route) => route.fulfill({ status: 500, json: {} }));
  await type('Что случилось', 'Не горит фонарь, темно, дети ходят');
  await aside.getByText('Похожие проблемы не загрузились').waitFor();
  expect(await aside.getByText('рядом нет').count()).toBe(0);
  await page.unroute('**/desk/neighbours');
  await aside.getByRole('button', { name: 'Искать ещё раз' }).click();
  await aside.getByText('Похожих открытых проблем рядом нет').waitFor();
  expect(await aside.getByRole('button', { name: 'Отменить' }).count()).toBe(1);
  await page.context().close();
});

test('a resident who said «я тоже» has said it, whatever is typed next; the count alone is read out', async () => {
  const { page, faults } = await visit(browser, centre.url, { viewport: { width: 390, height: 844 } });
  await page.goto('/');
  await page.getByLabel('Что случилось').fill('Глубокая яма, пробил колесо');
  await page.getByLabel('Где это').fill('Приозёрск, Садовая 5');
  await page.clock.runFor(600);
  const offer = page.getByRole('button', { name: 'Я тоже это вижу' });
  await offer.waitFor();
  expect(await page.locator('[data-neighbours-status]').innerText()).toBe('Рядом 1\u00a0похожая проблема');
  await offer.click();
  await page.getByLabel('Что случилось').fill('Темно и сыро');
  await page.clock.runFor(600);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Отменить' }).waitFor();
  expect(await page.locator('input[name=same]').inputValue()).toMatch(/^[0-9a-f-]{36}$/);
  expect(await faultsOf(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});
