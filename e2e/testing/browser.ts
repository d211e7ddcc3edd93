import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { smallPassword } from '#house/testing/small-region.ts';
import { chromiumPath } from '#tools/chromium.ts';

/** A browser that asks the network for nothing of its own and draws maps without a graphics card. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--enable-unsafe-swiftshader',
      '--disable-quic',
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-domain-reliability',
      '--disable-sync',
      '--metrics-recording-only',
    ],
  });

/** A page of somebody, and what went wrong in it: errors of scripts and refusals of the content policy. */
export interface Visitor {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** Opens a page in a browser of its own: Russian, Moscow time. Its clock can be moved. */
export async function visit(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(10_000);
  await context.clock.install();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    const { url: at } = message.location();
    // Whoever comes to the console is asked who they are, and is nobody yet.
    const isDoorbell = at.endsWith('/api/session') && message.text().includes('401');
    if (message.type() === 'error' && !isDoorbell) faults.push(`${message.text()} ${at}`);
  });
  return { page, faults };
}

/** Signs in at the door of the console; `base` is the path of a region that is not the default one. */
export async function enterConsole(page: Page, login: string, base = ''): Promise<void> {
  await page.goto(`${base}/console/`);
  await page.getByLabel('Логин').fill(login);
  await page.getByLabel('Пароль', { exact: true }).fill(smallPassword);
  await page.getByRole('button', { name: 'Войти' }).click();
  await page.getByRole('navigation', { name: 'Разделы' }).waitFor();
}

/** The ten seconds in which a decision can be taken back are over. */
export const letItGo = (page: Page): Promise<void> => page.clock.runFor(11_000);

/** Goes along the queue by keys to the case about these words and opens it by Enter. */
export async function openByKeys(page: Page, words: string): Promise<void> {
  const list = page.getByRole('list', { name: 'Карточки' });
  const row = list.getByRole('link').filter({ hasText: words });
  await row.waitFor();
  for (let step = 0; step < 50; step += 1) {
    await page.keyboard.press('j');
    await page.evaluate('new Promise(requestAnimationFrame)');
    if ((await row.and(page.locator(':focus')).count()) === 1) break;
  }
  await page.keyboard.press('Enter');
  await page.getByText('Что написал житель').waitFor();
}
