import type { Db, Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import type { MessageContent } from '../rules/message-content.ts';
import { sealedContents } from './messages.ts';

/** Seals what names or reaches a person, and the words as they came. */
export const sealContent = (seals: Seals, content: MessageContent): Buffer => seals.seal('contact', content);

/** What `sealContent` sealed; throws if the bytes were changed or the key is another. */
export const openContent = (seals: Seals, sealed: Uint8Array): MessageContent =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the seal is authenticated: what opens was made by sealContent
  seals.open('contact', sealed) as MessageContent;

/** The content of a message as it is now, after its edits; `undefined`: there is no such message. */
export async function newestContent(
  tx: Db | Writer,
  regionId: number,
  messageId: string,
  seals: Seals,
): Promise<MessageContent | undefined> {
  const sealed = (await sealedContents(tx, regionId, [messageId])).get(messageId);
  return sealed === undefined ? undefined : openContent(seals, sealed);
}
