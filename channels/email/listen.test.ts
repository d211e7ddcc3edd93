import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { ImapFlow } from 'imapflow';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenToMailbox } from './listen.ts';
import { parseLetter } from './parse.ts';
import { emailSettings } from './settings.ts';
import type { EmailSettings } from './settings.ts';
import { dovecotIsInstalled, startDovecot } from './testing/dovecot.ts';
import type { Dovecot } from './testing/dovecot.ts';

if (!dovecotIsInstalled)
  console.warn('Dovecot (/usr/sbin/dovecot) is not installed: receiving mail is not tested');

let dovecot: Dovecot;
let listeners: { stop: AbortController; ended: Promise<void> }[] = [];

const letter = (id: string) =>
  Buffer.from(
    `From: anna@example.org\r\nMessage-ID: <${id}@example.org>\r\nDate: Mon, 2 Mar 2026 10:15:00 +0300\r\n\r\nЯма\r\n`,
  );
const idOf = (payload: Uint8Array) => /<(\w+)@/.exec(Buffer.from(payload).toString())?.[1] ?? '';

function settings(afterReading: EmailSettings['imap']['afterReading'] = 'seen'): EmailSettings {
  const { port, user, password } = dovecot;
  return emailSettings.parse({
    address: user,
    displayName: 'Приёмная',
    imap: { host: '127.0.0.1', port, secure: 'none', user, password, afterReading },
    smtp: { host: '127.0.0.1', port: 25 },
  });
}

/** Starts listening; `taken` grows as letters are stored. */
function listen(options: { take?: (payload: Uint8Array) => Promise<void>; settings?: EmailSettings } = {}) {
  const taken: string[] = [];
  const events: string[] = [];
  const stop = new AbortController();
  const io = {
    settings: options.settings ?? settings(),
    signal: stop.signal,
    log: (event: string) => void events.push(event),
  };
  const ended = listenToMailbox(io, async (payload) => {
    await options.take?.(payload);
    taken.push(idOf(payload));
  });
  listeners.push({ stop, ended });
  return { taken, events, stop, ended };
}

/** A wire to the server that can be cut, while the server lives on. */
async function wire() {
  const sockets = new Set<Socket>();
  let isCut = false;
  const proxy = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(dovecot.port, '127.0.0.1');
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => (near.destroy(), far.destroy()));
    }
    near.pipe(far);
    far.pipe(near);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const { imap, ...others } = settings();
  return {
    settings: { ...others, imap: { ...imap, port: typeof address === 'object' ? (address?.port ?? 0) : 0 } },
    cut: () => {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    mend: () => (isCut = false),
    remove: () => proxy.close(),
  };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

/** Looks into the mailbox as a person with another program would. */
async function look<T>(work: (client: ImapFlow) => Promise<T>, folder = 'INBOX'): Promise<T> {
  const { port, user, password } = dovecot;
  const client = new ImapFlow({
    host: '127.0.0.1',
    port,
    secure: false,
    auth: { user, pass: password },
    logger: false,
  });
  await client.connect();
  await client.mailboxOpen(folder);
  const result = await work(client);
  await client.logout();
  return result;
}
const flags = (folder?: string) =>
  look(
    async (client) =>
      (await client.fetchAll('1:*', { flags: true })).map((found) => [...(found.flags ?? [])]),
    folder,
  );

describe.skipIf(!dovecotIsInstalled)('a mailbox', () => {
  beforeEach(async () => {
    dovecot = await startDovecot();
  });
  afterEach(async () => {
    for (const { stop } of listeners) stop.abort();
    await Promise.all(listeners.map(({ ended }) => ended));
    listeners = [];
    await dovecot.stop();
  });

  test('gives what waits in it, then what comes, in order and marked as seen', async () => {
    await dovecot.deliver(letter('first'));
    const { taken } = listen();
    await until(() => expect(taken).toEqual(['first']));
    await dovecot.deliver(letter('second'));
    await until(() => expect(taken).toEqual(['first', 'second']));
    await vi.waitFor(async () => expect(await flags()).toEqual([['\\Seen'], ['\\Seen']]));
  });

  test('gives the bytes of the letter unchanged', async () => {
    const payloads: Uint8Array[] = [];
    await dovecot.deliver(letter('first'));
    listen({ take: async (payload) => void payloads.push(payload) });
    await until(() => expect(payloads).toHaveLength(1));
    expect(Buffer.from(payloads[0] ?? []).equals(letter('first'))).toBe(true);
  });

  test('dates a letter that has no date by its arrival', async () => {
    const before = new Date();
    const payloads: Uint8Array[] = [];
    await dovecot.deliver(Buffer.from('From: anna@example.org\r\nSubject: x\r\n\r\ntext\r\n'));
    listen({ take: async (payload) => void payloads.push(payload) });
    await until(() => expect(payloads).toHaveLength(1));
    const item = (await parseLetter(payloads[0] ?? new Uint8Array(), settings())).items[0];
    expect(item).toMatchObject({ kind: 'message' });
    const sentAt = item?.kind === 'message' ? item.message.sentAt.getTime() : 0;
    expect(Math.abs(sentAt - before.getTime())).toBeLessThan(60_000);
  });

  test('is found again after its server died, and nothing is given twice', async () => {
    const { taken, events } = listen();
    await dovecot.deliver(letter('before'));
    await until(() => expect(taken).toEqual(['before']));
    await dovecot.halt();
    await until(() => expect(events).toContain('email_connection_lost'));
    await dovecot.deliver(letter('meanwhile'));
    await dovecot.resume();
    await dovecot.deliver(letter('after'));
    await until(() => expect(taken).toEqual(['before', 'meanwhile', 'after']));
  });

  test('waits for a server that is not there yet', async () => {
    await dovecot.halt();
    const { taken, events } = listen();
    await until(() => expect(events).toContain('email_connection_lost'));
    await dovecot.resume();
    await dovecot.deliver(letter('first'));
    await until(() => expect(taken).toEqual(['first']));
  });

  test('gives a letter again when we die between storing and marking', async () => {
    await dovecot.deliver(letter('first'));
    const died = listen({ take: () => dovecot.halt() });
    await until(() => expect(died.taken).toEqual(['first']));
    died.stop.abort();
    await died.ended;
    await dovecot.resume();
    const next = listen();
    await until(() => expect(next.taken).toEqual(['first']));
  });

  test('marks a stored letter without giving it again when only the connection died', async () => {
    await dovecot.deliver(letter('first'));
    const line = await wire();
    const { taken } = listen({ settings: line.settings, take: async () => line.cut() });
    await until(() => expect(taken).toEqual(['first']));
    line.mend();
    await vi.waitFor(async () => expect(await flags()).toEqual([['\\Seen']]), { timeout: 5000 });
    expect(taken).toEqual(['first']);
    line.remove();
  });

  test('keeps a letter that could not be stored, and does not hold up the others', async () => {
    await dovecot.deliver(letter('hard'));
    await dovecot.deliver(letter('easy'));
    let refusals = 2;
    const { taken } = listen({
      take: async (payload) => {
        if (idOf(payload) === 'hard' && refusals-- > 0) throw new Error('the database is away');
      },
    });
    await until(() => expect(taken).toEqual(['easy', 'hard']));
  });

  test('gives a letter that a person read before us', async () => {
    const line = await wire();
    const { taken } = listen({ settings: line.settings });
    await dovecot.deliver(letter('first'));
    await until(() => expect(taken).toEqual(['first']));
    line.cut();
    await dovecot.deliver(letter('second'));
    await look((client) => client.messageFlagsAdd('1:*', ['\\Seen']));
    line.mend();
    await until(() => expect(taken).toEqual(['first', 'second']));
    line.remove();
  });

  test('is marked with a word of our own where people read the same mailbox', async () => {
    await dovecot.deliver(letter('first'));
    await look((client) => client.messageFlagsAdd('1:*', ['\\Seen']));
    const { taken } = listen({ settings: settings({ keyword: 'Otklik' }) });
    await until(() => expect(taken).toEqual(['first']));
    await vi.waitFor(async () => expect(await flags()).toEqual([expect.arrayContaining(['Otklik'])]));
  });

  test('is emptied into another folder', async () => {
    await dovecot.deliver(letter('first'));
    const { taken } = listen({ settings: settings({ moveTo: 'Принято' }) });
    await until(() => expect(taken).toEqual(['first']));
    await vi.waitFor(async () => expect(await flags('Принято')).toHaveLength(1));
    expect(await look((client) => client.search({ all: true }))).toEqual([]);
    await dovecot.deliver(letter('second'));
    await until(() => expect(taken).toEqual(['first', 'second']));
  });

  test('gives two hundred letters once each', async () => {
    const ids = Array.from({ length: 200 }, (_, index) => `letter${index}`);
    for (const id of ids) await dovecot.deliver(letter(id));
    const { taken } = listen();
    await until(() => expect(taken.toSorted()).toEqual(ids.toSorted()));
  });

  test('tells of a wrong password once a minute, not more', async () => {
    const wrong = settings();
    const { events, taken } = listen({ settings: { ...wrong, imap: { ...wrong.imap, password: 'wrong' } } });
    await until(() => expect(events).toEqual(['email_connection_lost']));
    expect(taken).toEqual([]);
  });

  test('is left at once when we are told to stop', async () => {
    const { stop, ended } = listen();
    stop.abort();
    await ended;
  });
});
