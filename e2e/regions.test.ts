import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSmallRegion } from '#house/testing/small-region.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { enterConsole, openBrowser, visit } from './testing/browser.ts';
import { startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;

beforeAll(async () => {
  centre = await startCentre({ database, hasWorker: false });
  await makeSmallRegion(database.db, centre.app.seals, { slug: 'stepnoy', isDefault: false });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

test('the staff of a second region work at the console under its path, beside a session of the first', async () => {
  const { page, faults } = await visit(browser, centre.url);
  await enterConsole(page, 'coordinator');
  await enterConsole(page, 'operator', '/r/stepnoy');
  expect(new URL(page.url()).pathname).toMatch(/^\/r\/stepnoy\/console\/./);
  await page.reload();
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor();
  await page.goto('/console/');
  await page.getByRole('link', { name: 'Реестр' }).waitFor();
  expect(faults).toEqual([]);
});
