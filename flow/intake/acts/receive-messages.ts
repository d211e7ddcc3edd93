import type { IncomingMessage } from '#kernel/channel.ts';
import type { Regime } from '#kernel/appeal.ts';
import { isPossiblePoint } from '#kernel/place.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Seals } from '#store/seal.ts';
import type { MessageContent } from '../rules/message-content.ts';
import { newestContent, sealContent } from '../queries/content.ts';
import { caseNumber, parseCaseNumber } from '../rules/number.ts';
import { keptText, longestKeptText } from '../rules/text.ts';
import { attachPrepared, type PreparedFile } from './attach-prepared.ts';
import { caseByNumber, newestCases, nextNumbers, takenBefore, type ThreadCase } from '../queries/messages.ts';

export interface PreparedMessage {
  readonly message: IncomingMessage;
  readonly files: readonly PreparedFile[];
  readonly receivedAt: Date;
  readonly address: string | null;
  readonly contact: string | null;
}

/** The account the messages came by, and what its channel says about threads. */
export interface ReceivingAccount {
  readonly regionId: number;
  readonly id: number;
  readonly regime: Regime;
  readonly threadIsOneCase: boolean;
  /** Local year of an instant in the region, for numbers. */
  readonly yearOf: (at: Date) => number;
  /** What of typed words may stand outside the seal: without what names a person. */
  readonly hidden: (words: string) => string;
}

export interface Received {
  readonly registered: readonly {
    readonly appealId: string;
    readonly number: string;
    readonly externalId: string;
  }[];
  readonly additions: readonly { readonly appealId: string; readonly messageId: string }[];
  readonly pendingFiles: readonly { readonly appealId: string; readonly messageId: string }[];
}

interface Placed extends PreparedMessage {
  readonly messageId: string;
  readonly thread: Buffer;
}

/** A case in these stages takes further messages of its thread; after them a new message is a new case. */
const takesAdditions = new Set<string | null>([
  null,
  'triage',
  'assigned',
  'in_work',
  'clarifying',
  'on_approval',
  'answered',
]);

/**
 * Takes messages in: each is stored once by (account, external id), then joins the open case of its thread or becomes a
 * case of its own with a human number. A repeat changes nothing. Automatic letters are stored and open nothing.
 */
export async function receiveMessages(
  tx: Writer,
  account: ReceivingAccount,
  prepared: readonly PreparedMessage[],
  seals: Seals,
): Promise<Received> {
  const fresh = await newOnes(tx, account, prepared, seals);
  if (fresh.length === 0) return { registered: [], additions: [], pendingFiles: [] };

  const threads = await newestCases(
    tx,
    account.regionId,
    account.id,
    fresh.map((one) => one.thread),
  );
  const named = await casesNamed(tx, account, fresh, seals);
  await storeMessages(tx, account, fresh, seals);

  const opened = new Map<string, string>();
  const opening: { readonly one: Placed; readonly appealId: string }[] = [];
  const additions: { appealId: string; messageId: string; at: Date }[] = [];
  for (const one of fresh) {
    if (one.message.isAutomatic) continue;
    const thread = one.thread.toString('hex');
    const joined =
      named.get(one.messageId) ??
      openCase(threads.get(thread), account) ??
      (account.threadIsOneCase ? opened.get(thread) : undefined);
    if (joined === undefined) {
      const appealId = newId(one.receivedAt);
      opened.set(thread, appealId);
      opening.push({ one, appealId });
    } else {
      additions.push({ appealId: joined, messageId: one.messageId, at: one.receivedAt });
    }
  }
  const registered = await registerAppeals(tx, account, opening);
  await joinCases(tx, account, additions);
  const caseOf = new Map([
    ...opening.map(({ one, appealId }) => [one.messageId, appealId] as const),
    ...additions.map((a) => [a.messageId, a.appealId] as const),
  ]);
  const pendingFiles = await attachPrepared(tx, account.regionId, fresh, caseOf);
  return { registered, additions, pendingFiles };
}

const openCase = (found: ThreadCase | undefined, account: ReceivingAccount): string | undefined =>
  found !== undefined && account.threadIsOneCase && takesAdditions.has(found.stage)
    ? found.appealId
    : undefined;

async function newOnes(
  tx: Writer,
  account: ReceivingAccount,
  prepared: readonly PreparedMessage[],
  seals: Seals,
): Promise<Placed[]> {
  const taken = await takenBefore(
    tx,
    account.regionId,
    account.id,
    prepared.map((one) => one.message.externalId),
  );
  const seen = new Set(taken.keys());
  const fresh: Placed[] = [];
  for (const one of prepared) {
    if (seen.has(one.message.externalId)) continue;
    seen.add(one.message.externalId);
    fresh.push({
      ...one,
      messageId: newId(one.receivedAt),
      thread: seals.fingerprint('thread', `${account.id}:${one.message.threadKey}`),
    });
  }
  return fresh;
}

/** A message may name a case by number; it joins only if its author wrote that case too and it is still open. */
async function casesNamed(
  tx: Writer,
  account: ReceivingAccount,
  fresh: readonly Placed[],
  seals: Seals,
): Promise<Map<string, string>> {
  const joined = new Map<string, string>();
  for (const one of fresh) {
    const number = one.message.namesCase === null ? null : parseCaseNumber(one.message.namesCase);
    if (number === null || one.message.author.externalId === null) continue;
    const found = await caseByNumber(tx, account.regionId, number);
    if (found === undefined || found.account_id !== account.id || !takesAdditions.has(found.stage)) continue;
    const content = await newestContent(tx, account.regionId, found.message_id, seals);
    if (content?.author.externalId === one.message.author.externalId) joined.set(one.messageId, found.id);
  }
  return joined;
}

async function storeMessages(
  tx: Writer,
  account: ReceivingAccount,
  fresh: readonly Placed[],
  seals: Seals,
): Promise<void> {
  await insertRows(
    tx,
    'message',
    fresh.map((one) => ({
      region_id: account.regionId,
      id: one.messageId,
      account_id: account.id,
      external_id: one.message.externalId,
      thread_hash: one.thread,
      direction: 'in',
      is_public: one.message.isPublic,
      is_automatic: one.message.isAutomatic,
      sent_at: one.message.sentAt,
      received_at: one.receivedAt,
    })),
  );
  await insertRows(
    tx,
    'message_version',
    fresh.map((one) => ({
      region_id: account.regionId,
      message_id: one.messageId,
      version: 1,
      at: one.receivedAt,
      sealed: sealContent(seals, contentOf(one)),
    })),
  );
}

const contentOf = (one: PreparedMessage): MessageContent => ({
  text: keptText(one.message.text).slice(0, longestKeptText),
  address: one.message.address,
  givenAddress: one.address,
  author: one.message.author,
  contact: one.contact,
  pendingFiles: one.files.flatMap((file) => (file.kind === 'later' ? [file.url] : [])),
});

async function registerAppeals(
  tx: Writer,
  account: ReceivingAccount,
  opening: readonly { readonly one: Placed; readonly appealId: string }[],
) {
  const numbers = await nextNumbers(tx, opening.length);
  const rows = opening.map(({ one, appealId }, index) => {
    const point = one.message.point !== null && isPossiblePoint(one.message.point) ? one.message.point : null;
    return {
      region_id: account.regionId,
      id: appealId,
      number: caseNumber(account.yearOf(one.receivedAt), numbers[index]!),
      account_id: account.id,
      message_id: one.messageId,
      regime: account.regime,
      received_at: one.receivedAt,
      given_lat: point?.lat ?? null,
      given_lon: point?.lon ?? null,
      given_address: one.address === null ? null : account.hidden(one.address),
    };
  });
  await insertRows(tx, 'appeal', rows);
  await joinCases(
    tx,
    account,
    rows.map((row) => ({ appealId: row.id, messageId: row.message_id, at: row.received_at })),
  );
  return opening.map(({ one, appealId }, index) => ({
    appealId,
    number: rows[index]!.number,
    externalId: one.message.externalId,
  }));
}

const joinCases = (
  tx: Writer,
  account: ReceivingAccount,
  joins: readonly { appealId: string; messageId: string; at: Date }[],
): Promise<void> =>
  insertRows(
    tx,
    'appeal_message',
    joins.map((join) => ({
      region_id: account.regionId,
      appeal_id: join.appealId,
      message_id: join.messageId,
      added_at: join.at,
    })),
  );
