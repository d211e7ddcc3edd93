import { setTimeout as pause } from 'node:timers/promises';
import { AuthenticationFailure, ImapFlow } from 'imapflow';
import type { ChannelIo } from '../connector.ts';
import type { EmailSettings } from './settings.ts';

type Io = ChannelIo<EmailSettings>;
type Take = (payload: Uint8Array) => Promise<void>;

const seconds = 1000;
const firstPause = 0.25 * seconds;
const longestPause = 60 * seconds;
/** A server that drops IDLE notices is asked anew this often. */
const sweepEvery = 120 * seconds;
/** A letter beyond this is taken without its tail: its text comes first, its files are cut. */
const largestLetterBytes = 64 * 1024 * 1024;

/** What is known of the folder while this process lives; letters are numbered anew when `uidValidity` changes. */
interface Place {
  uidValidity: bigint | null;
  /** Every letter up to here existed when the folder was last read. */
  lastUid: number;
  /** Stored letters that a search may bring again: not marked yet, or behind one that could not be stored. */
  readonly stored: Set<number>;
}

/**
 * Takes letters as they come until `io.signal` aborts. A letter is marked only after `take` has stored it, so a
 * crash in between brings it again, with the same external id. Connection losses are waited out.
 */
export async function listenToMailbox(io: Io, take: Take): Promise<void> {
  const place: Place = { uidValidity: null, lastUid: 0, stored: new Set() };
  let wait = firstPause;
  while (!io.signal.aborted) {
    try {
      await watch(io, take, place, () => (wait = firstPause));
    } catch (error) {
      if (error instanceof AuthenticationFailure) wait = longestPause;
      io.log('email_connection_lost', { code: codeOf(error), waitSeconds: wait / seconds });
      await pause(wait, undefined, { signal: io.signal }).catch(() => undefined);
      wait = Math.min(wait * 2, longestPause);
    }
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AuthenticationFailure) return 'login_refused';
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : 'unknown';
}

function open({ imap }: EmailSettings): ImapFlow {
  return new ImapFlow({
    host: imap.host,
    port: imap.port,
    secure: imap.secure === 'tls',
    ...(imap.secure === 'tls' ? {} : { doSTARTTLS: imap.secure === 'starttls' }),
    auth: { user: imap.user, pass: imap.password },
    logger: false,
    disableAutoIdle: true,
    maxIdleTime: 240 * seconds,
    connectionTimeout: 20 * seconds,
  });
}

/** Wakes the reader when something may have changed; a change noticed while nobody waits is not lost. */
class Bell {
  private rung = false;
  private wake: (() => void) | null = null;

  readonly ring = (): void => {
    this.rung = true;
    this.wake?.();
  };

  async heard(withinMs: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = null;
    this.rung = false;
  }
}

/** One connection: reads what is there, then again whenever the server tells. Rejects when the connection is lost. */
async function watch(io: Io, take: Take, place: Place, onRead: () => void): Promise<void> {
  const client = open(io.settings);
  const bell = new Bell();
  let lost: unknown = null;
  client.on('error', (error: unknown) => (lost = error));
  client.on('close', () => {
    lost ??= { code: 'closed' };
    bell.ring();
  });
  client.on('exists', bell.ring);
  // A quiet end is given its time; a hanging server is not waited for.
  const onAbort = () => {
    bell.ring();
    setTimeout(() => client.close(), 5 * seconds).unref();
  };
  io.signal.addEventListener('abort', onAbort, { once: true });
  try {
    await client.connect();
    const mark = await openFolder(client, io, place);
    while (!io.signal.aborted) {
      await takeNew(client, io, take, place, mark);
      onRead();
      client.idle().catch(() => undefined);
      await bell.heard(sweepEvery);
      if (lost !== null) throw lost;
    }
    await client.logout().catch(() => undefined);
  } finally {
    io.signal.removeEventListener('abort', onAbort);
    client.close();
  }
}

/** How letters already stored are told from new ones. */
interface Mark {
  readonly unread: { readonly all: true } | { readonly seen: false } | { readonly unKeyword: string };
  set(uid: number): Promise<void>;
}

/** A lost connection shows as `false` here, not as a rejection. */
function done(outcome: unknown): void {
  if (!outcome) throw Object.assign(new Error('the letter could not be marked'), { code: 'not_marked' });
}

async function openFolder(client: ImapFlow, io: Io, place: Place): Promise<Mark> {
  const { folder, afterReading } = io.settings.imap;
  const box = await client.mailboxOpen(folder);
  if (place.uidValidity !== box.uidValidity) {
    place.uidValidity = box.uidValidity;
    place.lastUid = box.uidNext - 1;
    place.stored.clear();
  }
  const flag = (name: string) => async (uid: number) =>
    done(await client.messageFlagsAdd(String(uid), [name], { uid: true }));
  if (afterReading === 'seen') return { unread: { seen: false }, set: flag('\\Seen') };
  if ('moveTo' in afterReading) {
    const { moveTo } = afterReading;
    await client.mailboxCreate(moveTo);
    return {
      unread: { all: true },
      set: async (uid) => done(await client.messageMove(String(uid), moveTo, { uid: true })),
    };
  }
  const { keyword } = afterReading;
  const allowed =
    box.permanentFlags === undefined || box.permanentFlags.has('\\*') || box.permanentFlags.has(keyword);
  if (allowed) return { unread: { unKeyword: keyword }, set: flag(keyword) };
  io.log('email_keyword_not_allowed');
  return { unread: { seen: false }, set: flag('\\Seen') };
}

/**
 * Everything unmarked, and everything that came since the last reading: a person who opens the mailbox in a
 * browser marks letters as seen before we do.
 */
async function takeNew(client: ImapFlow, io: Io, take: Take, place: Place, mark: Mark): Promise<void> {
  const unread = await uidsOf(client, mark.unread);
  const recent = await uidsOf(client, { uid: `${place.lastUid + 1}:*` });
  // A range that begins beyond the last letter still brings the last letter.
  const isNew = (uid: number) => uid > place.lastUid;
  const uids = [...new Set([...unread, ...recent.filter(isNew)])].toSorted((a, b) => a - b);
  let refused: unknown = null;
  for (const uid of uids) {
    if (io.signal.aborted) return;
    try {
      if (!place.stored.has(uid)) await takeOne(client, take, uid);
    } catch (error) {
      if (!client.usable) throw error;
      // Not stored: it stays unmarked and is tried again, those behind it need not wait for it.
      refused ??= error;
      continue;
    }
    place.stored.add(uid);
    await mark.set(uid);
    if (refused !== null) continue;
    place.lastUid = Math.max(place.lastUid, uid);
    place.stored.delete(uid);
  }
  if (refused !== null) throw refused;
}

async function uidsOf(client: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (!Array.isArray(found))
    throw Object.assign(new Error('the server refused to search'), { code: 'search_refused' });
  return found;
}

async function takeOne(client: ImapFlow, take: Take, uid: number): Promise<void> {
  const query = { source: { start: 0, maxLength: largestLetterBytes }, internalDate: true };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  // Deleted by a person between the search and now.
  if (!found || found.source === undefined) return;
  await take(withArrival(found.source, found.internalDate));
}

/** A letter that never passed a mail server and has no date gets the trace line its mail store would have written. */
function withArrival(source: Buffer, arrived: Date | string | undefined): Uint8Array {
  const end = source.indexOf('\n\r\n');
  const headers = source.subarray(0, end === -1 ? source.length : end).toString('latin1');
  if (arrived === undefined || /^(?:date|received):/im.test(headers)) return source;
  return Buffer.concat([
    Buffer.from(`Received: from mailbox; ${new Date(arrived).toUTCString().replace('GMT', '+0000')}\r\n`),
    source,
  ]);
}
