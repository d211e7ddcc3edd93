import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#store/testing/test-database.ts';
import { openBrowser } from './testing/browser.ts';
import { answerCase, caseAbout, gatherTeam, takeToWork } from './testing/case-work.ts';
import { lastTuesday, startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  centre = await startCentre({ database, startsAt: lastTuesday() });
  browser = await openBrowser();
  const phone = await browser.newContext({
    javaScriptEnabled: false,
    locale: 'ru-RU',
    viewport: { width: 360, height: 640 },
  });
  page = await phone.newPage();
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

/** Without scripts a page does not change by itself: its reader looks again. */
async function reloadUntil(words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.locator('main').innerText();
      },
      { timeout: 15_000 },
    )
    .toContain(words);
}

describe('a resident with an old phone and no scripts', () => {
  const words = 'Огромная яма на дороге на улице Садовой напротив дома 5 в Приозёрске';
  let address = '';

  test('is told what is missing, and keeps what was typed', async () => {
    await page.goto(`${centre.url}/`);
    await page.getByLabel('Где это').fill('у моста');
    await page.getByRole('button', { name: 'Отправить' }).click();
    expect(await page.locator('main').innerText()).toContain('Вы ничего не написали');
    expect(await page.getByLabel('Где это').inputValue()).toBe('у моста');
  });

  test('sends a message with a photo and gets a number and a link', async () => {
    const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#665544' } })
      .jpeg()
      .toBuffer();
    await page.getByLabel('Что случилось').fill(words);
    await page
      .getByLabel('Фотографии')
      .setInputFiles({ name: 'pit.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: 'Отправить' }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Сообщение принято');
    address = await page.locator('#secret-link').innerText();
    expect(address).toMatch(/^http.*\/case\/\d{2}-\d{6}\/[\w-]{20}$/);
  });

  test('follows it: the photo is there, and soon a body with a date', async () => {
    await page.getByRole('link', { name: 'Открыть моё сообщение' }).click();
    expect(page.url()).toBe(address);
    expect(await page.locator('main').innerText()).toContain(words);
    const photo = await page.locator('.photos a').first().getAttribute('href');
    expect((await page.request.get(`${centre.url}${photo}`)).headers()['content-type']).toBe('image/jpeg');
    const team = await gatherTeam(centre);
    const found = await caseAbout(team.coordinator, 'Огромная яма');
    await takeToWork(team, found.id);
    await reloadUntil('Дорожная служба Озёрного края');
    await answerCase(team, found.id);
    await reloadUntil('Исправлено на самом деле?');
  });

  test('says that it is not fixed, with words, and it goes back to work', async () => {
    await page.getByText('Нет, не исправили').click();
    await page.getByLabel('Что не так').first().fill('Засыпали щебнем');
    await page.getByRole('button', { name: 'Вернуть в работу' }).click();
    const shown = await page.locator('main').innerText();
    expect(shown).toContain('Вернули в работу и сказали, что не так');
    expect(shown).toContain('Засыпали щебнем');
  });

  test('finds the message again by its number and code', async () => {
    const [number = '', secret = ''] = address.split('/').slice(-2);
    await page.goto(`${centre.url}/find`);
    await page.getByLabel('Номер сообщения').fill(number);
    await page.getByLabel('Код').fill(secret);
    await page.getByRole('button', { name: 'Показать' }).click();
    expect(page.url()).toBe(address);
  });

  test('reads the map as a list, in the language they choose', async () => {
    await page.getByRole('link', { name: 'Карта проблем' }).click();
    expect(await page.locator('main').innerText()).toContain('То же списком');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });
});
