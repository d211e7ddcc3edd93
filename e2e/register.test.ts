import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendMessage } from '#contract/intake.ts';
import { assign } from '#contract/work.ts';
import { bodies } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { faultsOf } from './testing/accessibility.ts';
import { enterConsole, openBrowser, visit } from './testing/browser.ts';
import { caseAbout, cardOf } from './testing/case-work.ts';
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
  for (const place of [...places, ...others]) {
    const text = `Сосновка, возле ${place}: бродячие собаки, просим отлов`;
    valueOf(
      await guestCall(centre.url)(sendMessage, { body: { key: crypto.randomUUID(), text, files: [] } }),
    );
    const { id: appealId } = await caseAbout(coordinator, place);
    const { version } = await cardOf(coordinator, appealId);
    const body = { version, authorityId: bodies.houseManager, executorId: null };
    valueOf(await coordinator.call(assign, { params: { appealId }, body }));
  }
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

test('an administrator tries what history says on the past, adds the rule, and sees who added it', async () => {
  const { page, faults } = await visit(browser, centre.url);
  await enterConsole(page, 'administrator');
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Реестр' }).click();
  const findings = page.getByRole('list', { name: 'Расхождения с историей' });
  await findings.getByText('12 из 12 таких сообщений').waitFor();
  await findings.getByRole('button', { name: /Проверить на прошлом/ }).click();
  await page.getByText('все они и так закончились там').waitFor();
  await page.getByText('Примеры').click();
  await page.getByRole('button', { name: 'Новое правило' }).click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Отмена' }).click();
  await page.getByRole('button', { name: 'Добавить правило' }).click();
  await page.getByText('Правило добавлено и уже действует').waitFor();
  await page.getByText('Расхождений нет').waitFor();
  await page.getByRole('searchbox').fill('лесной животные');
  const rule = page.getByRole('list', { name: 'Строки реестра' }).getByRole('listitem');
  await rule.getByText('Добавлено: Сотрудник administrator').waitFor();
  expect(await rule.count()).toBe(1);
  expect(faults).toEqual([]);
});
