import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { sendMessage } from '#contract/intake.ts';
import { assign } from '#contract/work.ts';
import { bodies } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { faultsOf } from './testing/accessibility.ts';
import { enterConsole, openBrowser, visit } from './testing/browser.ts';
import { casesAbout } from './testing/case-work.ts';
import { guestCall, valueOf } from './testing/staff.ts';
import { startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;

const places = ['магазина', 'школы', 'почты', 'клуба', 'пруда', 'фермы', 'церкви', 'аптеки', 'бани'];
const others = ['стадиона', 'мельницы', 'амбулатории'];

/** Residents of the district write of stray dogs; the register sends them to the government, people pass them on. */
beforeAll(async () => {
  centre = await startCentre({ database });
  browser = await openBrowser();
  const coordinator = await centre.signIn('coordinator');
  const send = (place: string, at: number) => {
    const text = `Сосновка, возле ${place}: бродячие собаки, ${at + 2} штук, просим отлов`;
    const body = { key: crypto.randomUUID(), text, files: [] };
    return guestCall(centre.url)(sendMessage, { body });
  };
  for (const sent of await Promise.all([...places, ...others].map(send))) valueOf(sent);
  const cases = await vi.waitFor(
    async () => {
      const found = await casesAbout(coordinator, 'бродячие собаки');
      expect(found).toHaveLength(places.length + others.length);
      return found;
    },
    { timeout: 60_000, interval: 200 },
  );
  const passOn = async ({ id: appealId, version }: (typeof cases)[number]) => {
    const body = { version, authorityId: bodies.houseManager, executorId: null };
    return coordinator.call(assign, { params: { appealId }, body });
  };
  for (const passed of await Promise.all(cases.map(passOn))) valueOf(passed);
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

test('a coordinator sees the cases a rule would have sent elsewhere, and changes nothing', async () => {
  const { page, faults } = await visit(browser, centre.url);
  await enterConsole(page, 'coordinator');
  await page.goto('/console/register');
  await page.getByRole('list', { name: 'Расхождения с историей' }).waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: /Проверить на прошлом/ }).click();
  await page.getByText('Примеры').click();
  await page
    .getByRole('link', { name: /^\d{2}-\d{6}$/ })
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Добавить правило' }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
  expect(faults).toEqual([]);
  await page.context().close();
});

/** Somebody changes the register between the trial and the press: the trial is shown anew, and the press works again. */
async function otherWasFirst(page: Page): Promise<void> {
  const json = { failure: { code: 'register_changed' }, message: '' };
  await page.route('**/api/register/rules', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 409, json }) : route.continue(),
  );
  const triedAgain = page.waitForResponse((response) => response.url().endsWith('/api/register/trials'));
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByText('Проверка на прошлом уже новая').waitFor();
  await triedAgain;
  await page.unroute('**/api/register/rules');
}

test('an administrator tries what history says on the past, adds the rule, and sees who added it', async () => {
  const { page, faults } = await visit(browser, centre.url);
  await enterConsole(page, 'administrator');
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Реестр' }).click();
  const findings = page.getByRole('list', { name: 'Расхождения с историей' });
  await findings.getByText('12 из 12 таких карточек').waitFor({ timeout: 30_000 });
  await findings.getByRole('button', { name: /Проверить на прошлом/ }).click();
  await page.getByText('Все они и так там закончились').waitFor();
  await page.getByText('Сами карточки видят те, кто их ведёт').waitFor();
  await page.getByRole('button', { name: 'Новое правило' }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Отмена' }).click();
  await otherWasFirst(page);
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByText('Правило добавлено и уже действует').waitFor();
  await page.getByText('Расхождений нет').waitFor();
  await page.getByRole('searchbox').fill('лесной животные');
  const rule = page.getByRole('list', { name: 'Строки реестра' }).getByRole('listitem');
  await rule.getByText('Добавлено: Сотрудник administrator').waitFor();
  expect(await rule.count()).toBe(1);
  expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
});
