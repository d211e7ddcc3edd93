import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { faultsOf } from './testing/accessibility.ts';
import { enterConsole, openBrowser, visit } from './testing/browser.ts';
import { startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;

beforeAll(async () => {
  centre = await startCentre({ database });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

const phrases = Array.from({ length: 12 }, (_, i) => `Самокаты бросают на тротуаре у дома ${i + 1}`).join(
  '\n',
);

test('a topic begun outlives a reload, tells what it lacks, and is in use once it is added', async () => {
  const { page, faults } = await visit(browser, centre.url);
  await enterConsole(page, 'administrator');
  await page.goto('/console/topics');
  await page.getByRole('button', { name: 'Новая тема' }).click();
  await page.getByLabel('Фразы, как их пишут жители').fill(phrases);
  await page.getByText('«Название», «На какую тему похожа»').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Продолжить новую тему' }).click();
  expect(await page.getByLabel('Фразы, как их пишут жители').inputValue()).toBe(phrases);
  const add = page.getByRole('button', { name: 'Добавить тему' });
  expect(await add.isDisabled()).toBe(true);
  await page.getByLabel('Название', { exact: true }).fill('Прокатные самокаты');
  await page.getByLabel('Что сюда относится').fill('Брошенные и мешающие самокаты');
  await page.getByLabel('Что не относится').fill('Езда по тротуару');
  await page.getByRole('combobox', { name: 'На какую тему похожа' }).fill('двор');
  await page.getByRole('option').first().click();
  expect(await faultsOf(page)).toEqual([]);
  await add.click();
  await page.getByText('Тема «Прокатные самокаты» добавлена').waitFor();
  await page.getByRole('button', { name: 'Новая тема' }).waitFor();
  await page.getByRole('button', { name: 'Убрать тему: Прокатные самокаты' }).click();
  await page.getByRole('button', { name: 'Убрать тему', exact: true }).click();
  await page.getByText('Напишите причину').waitFor();
  expect(faults).toEqual([]);
});
