import { readFileSync } from 'node:fs';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settleDelivery } from '#contract/answer.ts';
import { dovecotIsInstalled } from '#channels/email/testing/dovecot.ts';
import { letterAuthor, type PostOffice } from '#e2e/testing/post-office.ts';
import { lastTuesday, startCentre, type Centre } from '#e2e/testing/start-centre.ts';
import {
  answerCase,
  cardOf,
  caseAbout,
  casesAbout,
  eventually,
  gatherTeam,
  goodAnswer,
  takeToWork,
  type Team,
} from '#e2e/testing/case-work.ts';
import { refusalOf, valueOf } from '#e2e/testing/staff.ts';
import { testDatabase } from '#store/testing/test-database.ts';

if (!dovecotIsInstalled)
  console.warn('Dovecot (/usr/sbin/dovecot) is not installed: letters through a whole centre are not tested');

const database = await testDatabase();

describe.runIf(dovecotIsInstalled)('a letter', () => {
  let centre: Centre;
  let team: Team;
  let mail: PostOffice;
  let appealId = '';

  beforeAll(async () => {
    centre = await startCentre({ database, hasMail: true, startsAt: lastTuesday() });
    team = await gatherTeam(centre);
    mail = centre.mail();
  });
  afterAll(() => centre.stop());

  const sentLetters = (): Promise<Email[]> =>
    Promise.all(mail.smtp.letters.map(({ raw }) => PostalMime.parse(raw)));
  const sentWith = (words: string): Promise<Email> =>
    eventually(async () => (await sentLetters()).find((letter) => letter.text?.includes(words)));
  const payloadOutcomes = async (): Promise<string[]> =>
    (await centre.run((tx) => tx.selectFrom('raw_payload').select('outcome').execute())).map(
      (row) => row.outcome,
    );

  test('becomes a case with the words of the author and of the subject', async () => {
    await mail.arrive({
      id: 'pit@example.org',
      subject: 'Яма на Садовой',
      text: 'Огромная яма на дороге, Приозёрск, улица Садовая, 5. Пробил колесо.\r\n\r\n-- \r\nАнна, 8 912 345-67-89',
    });
    appealId = (await caseAbout(team.coordinator, 'Огромная яма')).id;
    const card = await cardOf(team.coordinator, appealId);
    expect(card).toMatchObject({ channel: 'email', regime: 'platform', isPublic: false });
    expect(card.text).toContain('Яма на Садовой');
    expect(card.text).not.toContain('345-67-89');
  });

  test('is confirmed by a letter of the same conversation, with the number and the link', async () => {
    const receipt = await sentWith('Приняли ваше сообщение');
    const { number } = await cardOf(team.coordinator, appealId);
    expect(receipt).toMatchObject({
      inReplyTo: '<pit@example.org>',
      subject: `Re: Яма на Садовой [№ ${number}]`,
      to: [{ address: letterAuthor }],
    });
    expect(receipt.text).toContain(`${centre.url}/case/`);
  });

  test('is joined by a further letter of its author', async () => {
    await mail.arrive({
      id: 'more@example.org',
      subject: 'Re: Яма на Садовой',
      text: 'Забыла сказать: яма напротив второго подъезда.',
      headers: ['In-Reply-To: <pit@example.org>', 'References: <pit@example.org>'],
    });
    const entry = await eventually(async () =>
      (await cardOf(team.coordinator, appealId)).timeline.find((one) => one.what === 'wrote'),
    );
    expect(entry).toMatchObject({ text: 'Забыла сказать: яма напротив второго подъезда.' });
  });

  test('is answered in the same conversation, once', async () => {
    await takeToWork(team, appealId);
    await answerCase(team, appealId);
    const answer = await sentWith(goodAnswer);
    expect(answer).toMatchObject({ inReplyTo: '<pit@example.org>', to: [{ address: letterAuthor }] });
    expect(answer.references).toContain('<pit@example.org>');
    expect(mail.smtp.letters).toHaveLength(2);
  });

  test('an answering machine opens nothing and is not answered', async () => {
    const before = mail.smtp.letters.length;
    await mail.arrive({
      id: 'vacation@example.org',
      subject: 'Автоответ',
      text: 'Я в отпуске до понедельника, пишите коллегам.',
      headers: ['Auto-Submitted: auto-replied'],
    });
    await mail.arriveRaw(readFileSync('channels/email/recorded/text_of_noise.eml'));
    await eventually(async () => ((await payloadOutcomes()).includes('unknown') ? true : undefined));
    expect(await casesAbout(team.coordinator, 'Я в отпуске')).toEqual([]);
    expect(mail.smtp.letters).toHaveLength(before);
  });

  test('of a stranger who names the number is a case of the stranger', async () => {
    const { number } = await cardOf(team.coordinator, appealId);
    await mail.arrive({
      id: 'stranger@example.org',
      from: 'boris@example.org',
      subject: `Re: [№ ${number}]`,
      text: 'Да, всё сделали, закрывайте чужое сообщение',
    });
    const theirs = await caseAbout(team.coordinator, 'закрывайте чужое');
    expect(theirs.id).not.toBe(appealId);
    expect(await cardOf(team.coordinator, appealId)).toMatchObject({ stage: 'answered' });
  });

  test('of the author with «да» closes the case as confirmed', async () => {
    const answer = await sentWith(goodAnswer);
    await mail.arrive({
      id: 'thanks@example.org',
      subject: answer.subject ?? '',
      text: `Да, убрали, спасибо!\r\n\r\n> ${goodAnswer}`,
      headers: [
        `In-Reply-To: ${answer.messageId ?? ''}`,
        `References: <pit@example.org> ${answer.messageId ?? ''}`,
      ],
    });
    const closed = await eventually(async () => {
      const card = await cardOf(team.coordinator, appealId);
      return card.stage === 'closed' ? card : undefined;
    });
    expect(closed).toMatchObject({ closedAs: 'confirmed', incident: { state: 'fixed_confirmed' } });
  });

  test('that comes back makes its delivery undeliverable, and a person sees and settles it', async () => {
    await mail.arrive({
      id: 'lost@example.org',
      from: 'gone@example.org',
      subject: 'Лужа',
      text: 'Провал асфальта на дороге, Приозёрск, улица Рыбацкая, 12',
    });
    const { id } = await caseAbout(team.coordinator, 'Провал асфальта');
    await takeToWork(team, id);
    await answerCase(
      team,
      id,
      'Дорожная служба засыпала провал у дома 12 по улице Рыбацкой 10 марта щебнем.',
    );
    const answer = await sentWith('засыпала провал');
    await eventually(async () =>
      (await cardOf(team.coordinator, id)).deliveries.find(
        (one) => one.purpose === 'final' && one.state === 'sent',
      ),
    );
    await mail.arriveRaw(bounceOf(answer.messageId ?? ''));
    const card = await eventually(async () => {
      const found = await cardOf(team.coordinator, id);
      return found.attention === 'delivery_failed' ? found : undefined;
    });
    const [failed] = card.deliveries.filter((one) => one.state === 'undeliverable');
    expect(failed).toMatchObject({ purpose: 'final', detail: 'gone' });
    expect(await casesAbout(team.coordinator, 'could not be delivered')).toEqual([]);
    const settling = { params: { deliveryId: failed?.id ?? '' }, body: { as: 'sent_by_hand' } } as const;
    expect(refusalOf(await team.coordinator.callWithoutToken(settleDelivery, settling))).toBe(
      'wrong_csrf_token',
    );
    valueOf(await team.coordinator.call(settleDelivery, settling));
    expect(await cardOf(team.coordinator, id)).toMatchObject({ attention: null });
  });
});

const bounceOf = (messageId: string): Buffer =>
  Buffer.from(
    [
      'From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.org>',
      'To: priemnaya@example.ru',
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <bounce@mx.example.org>',
      `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
      'Return-Path: <>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=dsn',
      '',
      '--dsn',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'Your message could not be delivered.',
      '--dsn',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.org',
      '',
      'Final-Recipient: rfc822; gone@example.org',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
      '--dsn',
      'Content-Type: message/rfc822',
      '',
      'From: priemnaya@example.ru',
      `Message-ID: ${messageId}`,
      'Subject: Re: x',
      '',
      'Text',
      '--dsn--',
      '',
    ].join('\r\n'),
  );
