import type { SendOutcome } from '#kernel/channel.ts';
import { recordOutcome } from '#flow/answer/acts/settle-delivery.ts';
import { claimDelivery, type DeliveryRow } from '#flow/answer/queries/deliveries.ts';
import { answerFilesOf } from '#flow/answer/queries/answers.ts';
import { readAppeal } from '#flow/intake/queries/appeals.ts';
import { newestContent } from '#flow/intake/queries/content.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '../app.ts';
import { lettersIn } from '../letters.ts';
import { callPerson } from './call-person.ts';
import { carrierOf } from './carrier.ts';
import { channelIo } from './channel-io.ts';

/** Sending may not take longer than this; a channel that hangs is tried again or called uncertain by its connector. */
const SEND_TIMEOUT_MS = 60_000;

/**
 * One attempt to deliver: claimed in a transaction, sent outside any, its outcome written in another. Whoever claims sends;
 * an attempt that nobody lived to record is found later and called uncertain.
 */
export async function deliver(
  app: App,
  payload: { readonly regionId: number; readonly deliveryId: string },
  signal: AbortSignal,
): Promise<void> {
  const { regionId, deliveryId } = payload;
  const scope = wholeRegion(regionId);
  const claimed = await withScope(app.db, scope, async (tx) => {
    const row = await claimDelivery(tx, regionId, deliveryId, app.now());
    if (row === null) return null;
    const appeal = await readAppeal(tx, regionId, row.appeal_id);
    if (appeal === undefined) return null;
    const content = await newestContent(tx, regionId, appeal.message_id, app.seals);
    const files = row.answer_id === null ? [] : await answerFilesOf(tx, regionId, [row.answer_id]);
    return { row, appeal, content, files: files.map((file) => file.file_hash) };
  });
  if (claimed === null) return;

  const knowledge = await app.knowledge.of(regionId);
  const account = knowledge.accounts.get(claimed.appeal.account_id);
  const carrier =
    account === undefined || claimed.content === undefined
      ? null
      : carrierOf(knowledge, account, claimed.content);
  const outcome: SendOutcome =
    carrier === null || !carrier.account.isEnabled
      ? { kind: 'misconfigured', detail: 'channel_not_connected' }
      : await carrier.account.connector.send(
          {
            idempotencyKey: claimed.row.id,
            text: claimed.row.text,
            caseNumber: claimed.appeal.number,
            subject: lettersIn('ru').subject(claimed.appeal.number),
            files: await readFiles(app, claimed.files),
          },
          carrier.address,
          channelIo(app, carrier.account, AbortSignal.any([signal, AbortSignal.timeout(SEND_TIMEOUT_MS)])),
        );
  app.metrics.deliveries.inc({ channel: carrier?.account.channel ?? 'none', outcome: outcome.kind });
  await record(app, claimed.row, outcome);
}

async function readFiles(app: App, hashes: readonly string[]) {
  const files: { name: string; mediaType: string; bytes: Uint8Array }[] = [];
  for (const [index, hash] of hashes.entries()) {
    const bytes = await app.files.read(hash);
    if (bytes !== null) files.push({ name: `photo-${index + 1}.jpg`, mediaType: 'image/jpeg', bytes });
  }
  return files;
}

/** The outcome, and, where a person must look, a mark on the case. */
async function record(app: App, row: DeliveryRow, outcome: SendOutcome): Promise<void> {
  const at = app.now();
  await withScope(app.db, wholeRegion(row.region_id), async (tx) => {
    const after = await recordOutcome(tx, row, outcome, at);
    if (after.needsPerson) await callPerson(tx, row.region_id, row.appeal_id, at);
  });
}
