import { readFileSync, readdirSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { connectorContract } from '../connector.contract.ts';
import { email } from './connector.ts';
import { expected } from './recorded/expected.ts';
import { emailSettings } from './settings.ts';
import { startSmtp } from './testing/smtp.ts';

const folder = new URL('recorded/', import.meta.url);
const login = { user: 'priemnaya@example.ru', password: 'made-up-password' };
const settings = emailSettings.parse({
  address: 'priemnaya@example.ru',
  displayName: 'Приёмная области',
  imap: { host: 'imap.example.ru', port: 993, ...login },
  smtp: { host: 'smtp.example.ru', port: 465, login },
});

const conversation = { kind: 'letter', to: 'anna@example.org', subject: 'Яма', references: '' };

async function startLive() {
  const smtp = await startSmtp();
  return {
    smtp,
    settings: {
      ...settings,
      smtp: { ...settings.smtp, host: '127.0.0.1', port: smtp.port, secure: 'none' as const },
    },
    addresses: [
      { name: 'an answer in a conversation', to: { ...conversation, messageId: 'a1@example.org' } },
      { name: 'a letter that had no id', to: { ...conversation, messageId: null } },
    ],
    answers: () =>
      Promise.all(smtp.letters.map(async ({ raw }) => (await PostalMime.parse(raw)).text?.trim() ?? '')),
    fallSilent: () => smtp.fallSilent(),
    stop: () => smtp.stop(),
  };
}

type Live = Awaited<ReturnType<typeof startLive>>;

connectorContract('email', email, {
  settings,
  wrongSettings: [
    { name: 'no settings at all', input: {} },
    { name: 'an address without a domain', input: { ...settings, address: 'priemnaya' } },
    { name: 'a name of two lines', input: { ...settings, displayName: 'Приёмная\nBcc: all@example.org' } },
    {
      name: 'a web address for a server',
      input: { ...settings, imap: { ...settings.imap, host: 'https://x' } },
    },
    { name: 'an impossible port', input: { ...settings, smtp: { ...settings.smtp, port: 70_000 } } },
    { name: 'an unknown encryption', input: { ...settings, smtp: { ...settings.smtp, secure: 'ssl' } } },
    { name: 'no password', input: { ...settings, imap: { ...settings.imap, password: '' } } },
    {
      name: 'a strange mark',
      input: { ...settings, imap: { ...settings.imap, afterReading: { keyword: 'ё' } } },
    },
    { name: 'a misspelt field', input: { ...settings, adress: 'priemnaya@example.ru' } },
  ],
  recorded: Object.entries(expected).map(([name, items]) => ({
    name,
    payload: new Uint8Array(readFileSync(new URL(`${name}.eml`, folder))),
    items,
  })),
  startLive,
  outcomes: {
    sent: { arrange: () => undefined },
    retry: {
      arrange: ({ smtp }: Live) => smtp.failNext('451 4.7.1 Greylisted, come back later'),
      expected: { kind: 'retry', afterSeconds: 300 },
    },
    uncertain: { arrange: ({ smtp }: Live) => smtp.loseNext('data') },
    undeliverable: {
      arrange: ({ smtp }: Live) => smtp.failNext('550 5.1.1 No such user'),
      expected: { kind: 'undeliverable', reason: 'gone' },
    },
    misconfigured: {
      arrange: ({ smtp }: Live) => smtp.failNext('535 5.7.8 Wrong password', 'login'),
      expected: { kind: 'misconfigured', detail: 'EAUTH 535 AUTH PLAIN' },
    },
    manual: { never: 'A mail server takes what a machine writes' },
  },
  unspeakable: [login.password, 'anna@example.org', 'example.ru'],
});

test('every recorded letter is expected to say something', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  expect(names.map((name) => name.replace('.eml', '')).toSorted()).toEqual(Object.keys(expected).toSorted());
});
