import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '#contract/work.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { enterConsole, openBrowser, visit, type Visitor } from './testing/browser.ts';
import { cardOf, caseAbout, gatherTeam, soon, takeToWork, type Team } from './testing/case-work.ts';
import { colleague, residents, startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;
let team: Team;
let appealId = '';
let first: Visitor;
let second: Visitor;

const openAnswer = async (page: Page): Promise<void> => {
  await page.goto(`/console/queue/${appealId}?view=all`);
  await page.getByRole('button', { name: 'Написать ответ' }).click();
  await page.getByLabel('Результат').selectOption({ label: 'Исправлено' });
};
const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Сохранить черновик' }).click();

beforeAll(async () => {
  centre = await startCentre({ database });
  browser = await openBrowser();
  team = await gatherTeam(centre);
  centre.vk.say(residents.vera, 'Яма на дороге, Приозёрск, улица Садовая, 5');
  appealId = (await caseAbout(team.coordinator, 'Яма на дороге')).id;
  await takeToWork(team, appealId);
  [first, second] = [await visit(browser, centre.url), await visit(browser, centre.url)];
  await enterConsole(first.page, 'executor');
  await enterConsole(second.page, colleague);
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

const draftText = async () => (await cardOf(team.executor, appealId)).answers[0]?.text;

const mine = 'Дорожная служба засыпала яму щебнем 10 марта, асфальт положит 14 марта.';
const theirs = 'Участок № 1 заделает яму у дома 5 по Садовой до 12 марта.';

test('the second of two who write is told who changed the case, and loses nothing', async () => {
  await openAnswer(first.page);
  await openAnswer(second.page);
  await second.page.getByLabel('Текст ответа').fill(mine);
  await first.page.getByLabel('Текст ответа').fill(theirs);
  await save(first.page);
  await expect.poll(draftText, soon).toBe(theirs);

  await save(second.page);
  const told = second.page.getByText(/Пока вы писали, карточка изменилась: Сотрудник executor/);
  await told.waitFor();
  expect(await second.page.getByLabel('Текст ответа').inputValue()).toBe(mine);
  expect((await cardOf(team.executor, appealId)).answers[0]?.text).toBe(theirs);

  await second.page.getByRole('button', { name: 'Обновить карточку и продолжить' }).click();
  await told.waitFor({ state: 'hidden' });
  expect(await second.page.getByLabel('Текст ответа').inputValue()).toBe(mine);
  await save(second.page);
  await expect.poll(draftText, soon).toBe(mine);
});

test('what was typed outlives the page', async () => {
  const more = `${mine} Мастер участка проверит место 15 марта.`;
  await second.page.getByLabel('Текст ответа').fill(more);
  await second.page.reload();
  await second.page
    .getByRole('button', { name: /Написать ответ|Править/ })
    .first()
    .click();
  await second.page.getByText('Вернули то, что вы не успели сохранить.').waitFor();
  expect(await second.page.getByLabel('Текст ответа').inputValue()).toBe(more);
});

test('two who act at once: one is done, the other is told', async () => {
  const other = await centre.signIn(colleague);
  const { version } = await cardOf(other, appealId);
  await first.page.goto(`/console/queue/${appealId}?view=all`);
  await first.page.getByRole('button', { name: 'Не наше, вернуть' }).click();
  await first.page.getByLabel('Почему это не ваше').fill('Это двор, а не дорога');
  const asked = await other.call(ask, {
    params: { appealId },
    body: { version, question: 'Где именно яма?' },
  });
  expect(asked.ok).toBe(true);
  await first.page.getByRole('button', { name: 'Вернуть координатору' }).click();
  await first.page.getByText(/Пока вы писали, карточка изменилась: Павел Дорожкин/).waitFor();
  expect(await first.page.getByLabel('Почему это не ваше').inputValue()).toBe('Это двор, а не дорога');
  expect([first.faults, second.faults].flat().filter((fault) => !fault.includes('412'))).toEqual([]);
});
