import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingAnswer } from '#kernel/channel.ts';
import type { LetterAddress } from './address.ts';
import { parseLetter } from './parse.ts';
import { sendLetter } from './send.ts';
import { emailSettings } from './settings.ts';
import { startSmtp } from './testing/smtp.ts';
import type { Smtp } from './testing/smtp.ts';

const answer: OutgoingAnswer = {
  idempotencyKey: 'answer-1',
  text: 'Здравствуйте!\n\nЛюк <закрыт> 1 марта.\nФото: https://example.ru/photo.',
  caseNumber: '26-000123',
  subject: 'Яма на дороге',
  files: [{ name: 'после.jpg', mediaType: 'image/jpeg', bytes: Uint8Array.of(0xff, 0xd8, 0xff, 1, 2, 3) }],
};
const to: LetterAddress = {
  kind: 'letter',
  to: 'anna@example.org',
  messageId: 'b@example.org',
  references: '<a@example.org>',
  subject: 'Открытый люк',
};

let smtp: Smtp;
let stop: AbortController;

const settings = () =>
  emailSettings.parse({
    address: 'priemnaya@example.ru',
    displayName: 'Приёмная «области»',
    imap: { host: 'imap.example.ru', port: 993, user: 'x', password: 'x' },
    smtp: {
      host: '127.0.0.1',
      port: smtp.port,
      secure: 'none',
      login: { user: smtp.user, password: smtp.password },
    },
  });
const send = (changed: Partial<OutgoingAnswer> = {}, address: LetterAddress = to, given = settings()) =>
  sendLetter({ ...answer, ...changed }, address, {
    settings: given,
    signal: stop.signal,
    log: () => undefined,
  });

beforeEach(async () => {
  smtp = await startSmtp();
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await smtp.stop();
});

describe('an answer on paper', () => {
  test('goes on the conversation it answers', async () => {
    const outcome = await send();
    expect(smtp.letters).toHaveLength(1);
    expect(smtp.letters[0]).toMatchObject({ from: 'priemnaya@example.ru', to: ['anna@example.org'] });
    const letter = await PostalMime.parse(smtp.letters[0]?.raw ?? '');
    expect(letter).toMatchObject({
      from: { name: 'Приёмная «области»', address: 'priemnaya@example.ru' },
      subject: 'Re: Открытый люк [№ 26-000123]',
      inReplyTo: '<b@example.org>',
      references: '<a@example.org> <b@example.org>',
    });
    expect(outcome).toEqual({ kind: 'sent', externalId: letter.messageId?.slice(1, -1) });
    expect(letter.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-replied');
  });

  test('says the same in plain words and as a page, and carries its files', async () => {
    await send();
    const letter = await PostalMime.parse(smtp.letters[0]?.raw ?? '');
    expect(letter.text?.trim()).toBe(answer.text);
    expect(letter.html).toContain(
      '<p>Люк &lt;закрыт&gt; 1 марта.<br>Фото: <a href="https://example.ru/photo">',
    );
    expect(letter.attachments).toMatchObject([{ filename: 'после.jpg', mimeType: 'image/jpeg' }]);
    const content = letter.attachments[0]?.content;
    expect(content instanceof ArrayBuffer && new Uint8Array(content)).toEqual(answer.files[0]?.bytes);
  });

  test('begins a conversation when there is nothing to answer', async () => {
    await send({}, { ...to, messageId: null, references: '', subject: '' });
    const letter = await PostalMime.parse(smtp.letters[0]?.raw ?? '');
    expect(letter).toMatchObject({ subject: 'Re: Яма на дороге [№ 26-000123]' });
    expect(letter.inReplyTo).toBeUndefined();
  });

  test('cannot be made to carry headers of a stranger', async () => {
    await send(
      { subject: 'x' },
      { ...to, subject: 'Люк\r\nBcc: all@example.org', references: '<a@x>\r\nX-Evil: 1' },
    );
    const letter = await PostalMime.parse(smtp.letters[0]?.raw ?? '');
    expect(smtp.letters[0]?.to).toEqual(['anna@example.org']);
    expect(letter.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(letter.headers.map(({ key }) => key)).not.toContain('x-evil');
  });

  test('has the same Message-ID at every attempt', async () => {
    expect(await send()).toEqual(await send());
    expect(await send({ idempotencyKey: 'answer-2' })).not.toEqual(await send());
  });

  test('is known for ours when it comes back', async () => {
    await send();
    const { items } = await parseLetter(smtp.letters[0]?.raw ?? new Uint8Array(), settings());
    expect(items[0]).toMatchObject({ kind: 'message', message: { isAutomatic: true } });
  });
});

describe('what became of it', () => {
  test.each([
    ['login', '535 5.7.8 No', { kind: 'misconfigured' }],
    ['login', '454 4.7.0 Later', { kind: 'retry', afterSeconds: 900 }],
    ['from', '553 5.7.1 Not yours', { kind: 'misconfigured' }],
    ['from', '451 4.3.0 Later', { kind: 'retry', afterSeconds: 300 }],
    ['to', '550 5.1.1 No such user', { kind: 'undeliverable', reason: 'gone' }],
    ['to', '550 5.7.1 Blocked', { kind: 'undeliverable', reason: 'blocked' }],
    ['to', '421 4.3.2 Closing', { kind: 'retry', afterSeconds: 600 }],
    ['data', '554 5.7.1 Looks like spam', { kind: 'undeliverable', reason: 'text_refused' }],
    ['data', '452 4.3.1 Full', { kind: 'retry', afterSeconds: 1800 }],
  ] as const)('refused at %s with %s', async (at, reply, outcome) => {
    smtp.failNext(reply, at);
    expect(await send()).toMatchObject(outcome);
    expect(smtp.letters).toHaveLength(0);
  });

  test('the connection breaks before the text: again later', async () => {
    smtp.loseNext('to');
    expect(await send()).toEqual({ kind: 'retry', afterSeconds: 60 });
  });

  test('the connection breaks after the text: nobody knows, and it is not resent', async () => {
    smtp.loseNext('data');
    expect(await send()).toEqual({ kind: 'uncertain' });
    expect(smtp.letters).toHaveLength(0);
  });

  test('nobody listens at the port: again later', async () => {
    const gone = settings();
    await smtp.stop();
    expect(await send({}, to, gone)).toEqual({ kind: 'retry', afterSeconds: 60 });
  });

  test('a letter without a sender cannot be answered', async () => {
    expect(await send({}, { ...to, to: null })).toEqual({ kind: 'undeliverable', reason: 'gone' });
  });

  test('one refusal does not spoil the connection for the next answer', async () => {
    smtp.failNext('550 5.1.1 No such user');
    await send();
    expect(await send({ idempotencyKey: 'answer-2' })).toMatchObject({ kind: 'sent' });
  });

  test('many answers at once all arrive, each once', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `answer-${index}`);
    const outcomes = await Promise.all(keys.map((idempotencyKey) => send({ idempotencyKey })));
    expect(outcomes.every(({ kind }) => kind === 'sent')).toBe(true);
    expect(smtp.letters).toHaveLength(keys.length);
  });
});
