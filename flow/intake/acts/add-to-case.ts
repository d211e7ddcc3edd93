import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Seals } from '#store/seal.ts';
import type { MessageContent } from '../rules/message-content.ts';
import { sealContent } from '../queries/content.ts';
import { attachFiles } from '../queries/files.ts';
import { lockSubmission, takenBefore } from '../queries/messages.ts';

/** A further message that the author of a case typed on its page; checked before. */
export interface TypedAddition {
  readonly appealId: string;
  /** The form's own key: the same key twice is the same message. */
  readonly key: string;
  readonly text: string;
  /** Hashes of photos that are kept already. */
  readonly files: readonly string[];
  readonly at: Date;
}

/**
 * Stores a message typed into a known case and joins it to the case, whatever channel the case came by. A form sent twice
 * is one message, also when both arrive at once.
 *
 * @param accountId account of the form it was typed into
 */
export async function addToCase(
  tx: Writer,
  regionId: number,
  accountId: number,
  typed: TypedAddition,
  seals: Seals,
): Promise<{ readonly messageId: string; readonly isRepeat: boolean }> {
  const externalId = `${typed.appealId}:${typed.key}`;
  await lockSubmission(tx, regionId, externalId);
  const known = (await takenBefore(tx, regionId, accountId, [externalId])).get(externalId);
  if (known !== undefined) return { messageId: known, isRepeat: true };

  const messageId = newId(typed.at);
  await storeMessage(tx, regionId, accountId, { ...typed, messageId, externalId }, seals);
  await insertRows(tx, 'appeal_message', [
    { region_id: regionId, appeal_id: typed.appealId, message_id: messageId, added_at: typed.at },
  ]);
  await attachFiles(tx, regionId, {
    appealId: typed.appealId,
    messageId,
    hashes: typed.files,
    side: 'resident',
    at: typed.at,
  });
  return { messageId, isRepeat: false };
}

async function storeMessage(
  tx: Writer,
  regionId: number,
  accountId: number,
  typed: {
    readonly messageId: string;
    readonly externalId: string;
    readonly text: string;
    readonly at: Date;
  },
  seals: Seals,
): Promise<void> {
  const { messageId, externalId } = typed;
  const content: MessageContent = {
    text: typed.text,
    address: {},
    author: { externalId: null, name: null },
    contact: null,
    pendingFiles: [],
  };
  await insertRows(tx, 'message', [
    {
      region_id: regionId,
      id: messageId,
      account_id: accountId,
      external_id: externalId,
      thread_hash: seals.fingerprint('thread', `${accountId}:${externalId}`),
      direction: 'in',
      is_public: false,
      is_automatic: false,
      sent_at: typed.at,
      received_at: typed.at,
    },
  ]);
  await insertRows(tx, 'message_version', [
    {
      region_id: regionId,
      message_id: messageId,
      version: 1,
      at: typed.at,
      sealed: sealContent(seals, content),
    },
  ]);
}
