import type { DeliveryItem, IncomingFile, IncomingMessage } from '#kernel/channel.ts';
import { acceptPhoto, type PhotoLimits } from '#flow/intake/acts/accept-photo.ts';
import type { PreparedFile } from '#flow/intake/acts/attach-prepared.ts';
import type { PreparedMessage } from '#flow/intake/acts/receive-messages.ts';
import { newestContent, sealContent } from '#flow/intake/queries/content.ts';
import { addFiles, type KeptFile } from '#flow/intake/queries/files.ts';
import { addVersion, markDeleted, takenBefore } from '#flow/intake/queries/messages.ts';
import { readPayload, settlePayload, type PayloadOutcome } from '#flow/intake/queries/payloads.ts';
import { keptText, longestKeptText } from '#flow/intake/rules/text.ts';
import { addJob } from '#store/jobs.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import type { Account, RegionKnowledge } from '../knowledge.ts';
import { channelIo } from './channel-io.ts';
import { takeIn } from './take-in.ts';

/**
 * Reads a stored payload with its connector and takes in what it holds. The raw row is there before and stays after; a
 * repeat takes nothing twice. What the connector does not understand is left for an administrator, told by a metric.
 */
export async function readStoredPayload(
  app: App,
  regionId: number,
  payloadId: string,
  signal: AbortSignal,
): Promise<void> {
  const knowledge = await app.knowledge.of(regionId);
  const scope = wholeRegion(regionId);
  const raw = await withScope(app.db, scope, (tx) => readPayload(tx, regionId, payloadId));
  if (raw === undefined || raw.outcome !== 'waiting') return;
  const account = knowledge.accounts.get(raw.account_id);
  if (account === undefined) throw new Error(`account ${raw.account_id} is not connected`);

  const delivery = await account.connector.parse(app.seals.openBytes('raw', raw.sealed), account.settings);
  const messages = delivery.items.filter(
    (item): item is Extract<DeliveryItem, { kind: 'message' }> => item.kind === 'message',
  );
  const photos = new Map<string, KeptFile>();
  const prepared: PreparedMessage[] = [];
  for (const { message } of messages)
    prepared.push(await prepare(app, account, message, raw.received_at, photos, signal));

  await withScope(app.db, scope, async (tx) => {
    await addFiles(tx, regionId, [...photos.values()], raw.received_at);
    await takeIn(tx, account, knowledge, app.seals, prepared);
    for (const item of delivery.items) await applyItem(tx, app, knowledge, account, item, raw.received_at);
    const [outcome, detail] = outcomeOf(delivery.items);
    await settlePayload(tx, regionId, payloadId, outcome, detail);
    if (outcome === 'unknown') app.metrics.refused.inc({ channel: account.channel, reason: 'unknown' });
    app.metrics.messages.inc({ channel: account.channel }, prepared.length);
  });
}

function outcomeOf(items: readonly DeliveryItem[]): [PayloadOutcome, string | null] {
  const unknown = items.find((item) => item.kind === 'unknown');
  if (unknown !== undefined) return ['unknown', unknown.detail];
  return items.every((item) => item.kind === 'ignored') ? ['ignored', null] : ['taken', null];
}

async function prepare(
  app: App,
  account: Account,
  message: IncomingMessage,
  receivedAt: Date,
  photos: Map<string, KeptFile>,
  signal: AbortSignal,
): Promise<PreparedMessage> {
  const files: PreparedFile[] = [];
  for (const file of message.files.slice(0, app.config.uploads.maxFiles))
    files.push(await prepareFile(app, account, file, photos, signal));
  for (const _ of message.files.slice(app.config.uploads.maxFiles))
    files.push({ kind: 'refused', reason: 'too_many_files' });
  return { message, files, receivedAt, address: null, contact: null };
}

async function prepareFile(
  app: App,
  account: Account,
  file: IncomingFile,
  photos: Map<string, KeptFile>,
  signal: AbortSignal,
): Promise<PreparedFile> {
  const { source } = file;
  const bytes =
    source.kind === 'bytes'
      ? source.bytes
      : await account.connector.download?.(source.url, channelIo(app, account, signal));
  if (bytes === null || bytes === undefined)
    return source.kind === 'url'
      ? { kind: 'later', url: source.url }
      : { kind: 'refused', reason: 'image_broken' };
  const accepted = await acceptPhoto(bytes, photoLimits(app), app.files);
  if (!accepted.ok) return { kind: 'refused', reason: accepted.failure.code };
  photos.set(accepted.value.hash, accepted.value);
  return { kind: 'kept', hash: accepted.value.hash };
}

export const photoLimits = (app: App): PhotoLimits => ({
  maxBytes: app.config.uploads.maxBytes,
  maxPixels: app.config.uploads.maxPixels,
});

/** Edits, deletions and bounces: what is not a new message. */
async function applyItem(
  tx: Writer,
  app: App,
  knowledge: RegionKnowledge,
  account: Account,
  item: DeliveryItem,
  at: Date,
): Promise<void> {
  const regionId = knowledge.region.id;
  if (item.kind === 'deleted') await markDeleted(tx, regionId, account.id, item.externalId, at);
  if (item.kind === 'bounced')
    await addJob(tx, 'note_bounce', {
      regionId,
      accountId: account.id,
      externalId: item.externalId,
      reason: item.reason,
    });
  if (item.kind !== 'edited') return;
  const messageId = (await takenBefore(tx, regionId, account.id, [item.externalId])).get(item.externalId);
  const before =
    messageId === undefined ? undefined : await newestContent(tx, regionId, messageId, app.seals);
  if (messageId === undefined || before === undefined) return;
  const text = keptText(item.text).slice(0, longestKeptText);
  if (text === before.text) return;
  const appealId = await addVersion(tx, regionId, messageId, sealContent(app.seals, { ...before, text }), at);
  if (appealId !== null) await addJob(tx, 'read_again', { regionId, appealId });
}
