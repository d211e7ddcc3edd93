import PostalMime from 'postal-mime';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dovecotIsInstalled } from '#channels/email/testing/dovecot.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { openBrowser, visit } from './testing/browser.ts';
import { cardOf, caseAbout, eventually } from './testing/case-work.ts';
import {
  answerAtScreen,
  approveAtScreen,
  assignAtScreen,
  expectNoFaults,
  takeDesks,
  type Desks,
} from './testing/console-work.ts';
import type { Staff } from './testing/staff.ts';
import { residents, startCentre, type Centre } from './testing/start-centre.ts';

if (!dovecotIsInstalled)
  console.warn('Dovecot (/usr/sbin/dovecot) is not installed: the journey of a letter is not made');

const database = await testDatabase();
let centre: Centre;
let browser: Browser;
let desks: Desks;
let coordinator: Staff;

beforeAll(async () => {
  centre = await startCentre({ database, hasMail: dovecotIsInstalled });
  browser = await openBrowser();
  desks = await takeDesks(browser, centre.url);
  coordinator = await centre.signIn('coordinator');
});
afterAll(async () => {
  await browser?.close();
  await centre?.stop();
});

const answer =
  'Дорожная служба заделала яму на Садовой, 5, сегодня, 10 марта, горячим асфальтом. Участок проверил мастер.';

/** From the queue to the answer, at the screens of three people. */
async function workAtScreens(words: string): Promise<void> {
  await assignAtScreen(desks.coordinator.page, words);
  await answerAtScreen(desks.executor.page, words, answer);
  await approveAtScreen(desks.approver.page, words, answer);
}

const closedAsConfirmed = (id: string) =>
  eventually(async () => {
    const card = await cardOf(coordinator, id);
    return card.stage === 'closed' && card.closedAs === 'confirmed' ? card : undefined;
  });

describe('from a message to the word of the resident', () => {
  test('on the portal', async () => {
    const resident = await visit(browser, centre.url);
    const { page } = resident;
    await page.goto('/');
    const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#667' } })
      .jpeg()
      .toBuffer();
    await page.getByLabel('Что случилось или что предлагаете?').fill('Яма на дороге, пробил колесо');
    await page
      .getByLabel('Фотографии')
      .setInputFiles({ name: 'yama.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByLabel('Где это').fill('Приозёрск, улица Садовая, 5');
    await page.getByRole('button', { name: 'Отправить' }).click();
    await page.getByRole('heading', { name: 'Сообщение принято' }).waitFor();
    await page.getByRole('link', { name: 'Открыть моё сообщение' }).click();
    await page.getByText('Яма на дороге, пробил колесо').waitFor();
    const { id } = await caseAbout(coordinator, 'Яма на дороге');

    await workAtScreens('Яма на дороге');

    await page.reload();
    await page.getByText(answer).waitFor();
    await page.getByRole('button', { name: 'Да, исправили' }).click();
    await page.getByText('Спасибо! Отметили, что исправлено.').waitFor();
    await page.getByRole('group', { name: 'Решение: как сделали на самом деле?' }).getByLabel('5').check();
    await page.getByRole('group', { name: 'Ответ: понятный, по делу, вовремя?' }).getByLabel('4').check();
    await page.getByRole('button', { name: 'Поставить оценку' }).click();
    await page.getByText('Оценку записали. Спасибо.').waitFor();
    expect(await closedAsConfirmed(id)).toMatchObject({ ratings: { answer: 4, fix: 5 } });
    expectNoFaults(desks, resident);
  });

  test('in a VK dialogue', async () => {
    centre.vk.say(residents.vera, 'Провал асфальта, Приозёрск, улица Рыбацкая, 12');
    const { id } = await caseAbout(coordinator, 'Провал асфальта');
    await workAtScreens('Провал асфальта');
    const said = await eventually(() =>
      centre.vk.dialogue(residents.vera).find((message) => message.text.includes(answer)),
    );
    centre.vk.say(residents.vera, 'Да, исправили, спасибо', { replyTo: said.id });
    await closedAsConfirmed(id);
    expectNoFaults(desks);
  });

  test.runIf(dovecotIsInstalled)('by e-mail', async () => {
    const mail = centre.mail();
    await mail.arrive({
      id: 'road@example.org',
      subject: 'Разбита дорога',
      text: 'Разбита дорога у дома, Приозёрск, улица Садовая, 7. Проехать нельзя.',
    });
    const { id } = await caseAbout(coordinator, 'Разбита дорога');
    await workAtScreens('Разбита дорога');
    const letter = await eventually(async () => {
      const letters = await Promise.all(mail.smtp.letters.map(({ raw }) => PostalMime.parse(raw)));
      return letters.find((one) => one.text?.includes(answer));
    });
    expect(letter).toMatchObject({ inReplyTo: '<road@example.org>' });
    await mail.arrive({
      id: 'yes@example.org',
      subject: letter.subject ?? '',
      text: 'Да, исправили',
      headers: [
        `In-Reply-To: ${letter.messageId ?? ''}`,
        `References: <road@example.org> ${letter.messageId ?? ''}`,
      ],
    });
    await closedAsConfirmed(id);
    expectNoFaults(desks);
  });
});
