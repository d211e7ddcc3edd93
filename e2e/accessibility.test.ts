import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitDraft, saveDraft } from '#contract/answer.ts';
import { sendMessage } from '#contract/intake.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { faultsOf } from './testing/accessibility.ts';
import { enterConsole, openBrowser, visit, type Visitor } from './testing/browser.ts';
import {
  answerCase,
  cardOf,
  caseAbout,
  gatherTeam,
  goodAnswer,
  takeToWork,
  type Team,
} from './testing/case-work.ts';
import { guestCall, valueOf } from './testing/staff.ts';
import { startCentre, type Centre } from './testing/start-centre.ts';

const database = await testDatabase();
let centre: Centre;
let browser: Browser;
let team: Team;
/** The resident's page of an answered case, and the cases staff look at. */
let tracking = '';
const cases = { answered: '', onApproval: '', fresh: '' };

async function send(text: string): Promise<{ readonly id: string; readonly trackingUrl: string }> {
  const body = { key: crypto.randomUUID(), text, address: 'Приозёрск, улица Садовая, 5', files: [] };
  const { trackingUrl } = valueOf(await guestCall(centre.url)(sendMessage, { body }));
  return { id: (await caseAbout(team.coordinator, text)).id, trackingUrl };
}

beforeAll(async () => {
  centre = await startCentre({ database });
  browser = await openBrowser();
  team = await gatherTeam(centre);
  const answered = await send('Яма на дороге, пробил колесо');
  tracking = answered.trackingUrl;
  cases.answered = answered.id;
  await takeToWork(team, answered.id);
  await answerCase(team, answered.id);
  cases.onApproval = (await send('Провал асфальта у обочины дороги')).id;
  await takeToWork(team, cases.onApproval);
  const params = { appealId: cases.onApproval };
  const draft = { kind: 'final', text: goodAnswer, resolution: 'fixed' } as const;
  const { version: answerVersion } = valueOf(await team.executor.call(saveDraft, { params, body: draft }));
  const { version } = await cardOf(team.executor, cases.onApproval);
  valueOf(await team.executor.call(submitDraft, { params, body: { version, answerVersion } }));
  cases.fresh = (await send('Оборванный провод висит над тротуаром, искрит')).id;
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

const looks = [
  ['light', { width: 1366, height: 768 }],
  ['dark', { width: 390, height: 844 }],
] as const;

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
};

async function expectNothing(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await settled(page);
  expect([address, await faultsOf(page)]).toEqual([address, []]);
  const beyond = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect([address, await page.evaluate(beyond)]).toEqual([address, 0]);
}

/** The frame of the console fills the window: only what is inside it scrolls. */
async function expectStill(page: Page, address: string): Promise<void> {
  await expectNothing(page, address);
  const below = 'document.documentElement.scrollHeight - document.documentElement.clientHeight';
  expect([address, await page.evaluate(below)]).toEqual([address, 0]);
}

describe.each(looks)('in %s at %o', (colorScheme, viewport) => {
  test('residents’ pages have nothing in the way of anybody', async () => {
    const { page, faults } = await visit(browser, centre.url, { colorScheme, viewport });
    for (const address of ['/', '/find', '/map', '/privacy', new URL(tracking).pathname, '/no-such-page'])
      await expectNothing(page, address);
    expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    await page.context().close();
  });

  test('nor have the screens of staff', async () => {
    const visitors: Visitor[] = [];
    const as = async (login: string): Promise<Page> => {
      const visitor = await visit(browser, centre.url, { colorScheme, viewport });
      visitors.push(visitor);
      await enterConsole(visitor.page, login);
      return visitor.page;
    };
    const door = await visit(browser, centre.url, { colorScheme, viewport });
    visitors.push(door);
    await expectNothing(door.page, '/console/sign-in');
    const coordinator = await as('coordinator');
    for (const address of [
      '/console/queue?view=all',
      `/console/queue/${cases.fresh}?view=all`,
      `/console/queue/${cases.answered}?view=all`,
      '/console/map',
      '/console/figures',
      '/console/register',
      '/console/desk',
      '/console/topics',
    ])
      await expectStill(coordinator, address);
    const approver = await as('approver');
    await expectStill(approver, `/console/approvals?case=${cases.onApproval}`);
    const administrator = await as('administrator');
    for (const [who, address] of [
      [coordinator, '/console/quality'],
      [administrator, '/console/quality'],
    ] as const)
      await expectStill(who, address);
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
    await Promise.all(visitors.map(({ page }) => page.context().close()));
  });
});
