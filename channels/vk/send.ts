import { createHash } from 'node:crypto';
import type { Address, OutgoingAnswer, SendOutcome } from '#kernel/channel.ts';
import { z } from 'zod';
import type { ChannelIo } from '../connector.ts';
import { commentExternalId, messageExternalId, readAddress } from './address.ts';
import type { DialogueAddress, WallAddress } from './address.ts';
import { openVk } from './call.ts';
import type { VkSession } from './call.ts';
import { outcomeOfError, repeatIsSafe, unreached } from './outcomes.ts';
import type { VkSettings } from './settings.ts';
import { uploadFiles } from './upload.ts';

/** UTF-16 units, never fewer than what VK counts. Messages; comments take more, one limit serves both. */
export const maxAnswerLength = 4096;
/** https://dev.vk.com/method/messages.send, `attachment` */
const maxFiles = 10;

const sentMessage = z.int().positive();
const sentComment = z.object({ comment_id: z.int().positive() });
const commentList = z.object({ items: z.array(z.unknown()) });
const listedComment = z.object({
  id: z.int().positive(),
  from_id: z.int(),
  text: z.string(),
  reply_to_comment: z.int().optional(),
});

/** Files first, then the answer: nothing is seen by the resident until everything is ready. */
export async function send(
  answer: OutgoingAnswer,
  to: Address,
  io: ChannelIo<VkSettings>,
): Promise<SendOutcome> {
  const address = readAddress(to);
  if (address === null) return { kind: 'misconfigured', detail: 'The address was not made by VK' };
  if (answer.text.length > maxAnswerLength || answer.files.length > maxFiles) {
    return { kind: 'undeliverable', reason: 'text_refused' };
  }
  const vk = openVk(io);
  try {
    const uploaded = await uploadFiles(answer.files, address, vk, io);
    if (!uploaded.ok) return uploaded.outcome;
    const attachments = uploaded.attachments.length === 0 ? undefined : uploaded.attachments.join(',');
    return address.kind === 'dialogue'
      ? await sendMessage(answer, address, attachments, vk)
      : await createComment(answer, address, attachments, vk, io.settings.groupId);
  } finally {
    vk.close();
  }
}

async function sendMessage(
  answer: OutgoingAnswer,
  to: DialogueAddress,
  attachment: string | undefined,
  vk: VkSession,
): Promise<SendOutcome> {
  const method = 'messages.send';
  const reply = await vk.call(method, {
    peer_id: to.peerId,
    random_id: randomIdOf(answer.idempotencyKey),
    message: answer.text,
    attachment,
  });
  if (reply.kind === 'error') return outcomeOfError(method, reply.code, reply.message);
  if (reply.kind === 'unreached') return unreached;
  const messageId = reply.kind === 'response' ? sentMessage.safeParse(reply.value).data : undefined;
  return messageId === undefined ? repeatIsSafe : { kind: 'sent', externalId: messageExternalId(messageId) };
}

async function createComment(
  answer: OutgoingAnswer,
  to: WallAddress,
  attachments: string | undefined,
  vk: VkSession,
  groupId: number,
): Promise<SendOutcome> {
  const method = 'wall.createComment';
  const reply = await vk.call(method, {
    owner_id: to.ownerId,
    post_id: to.postId,
    from_group: groupId,
    reply_to_comment: to.commentId ?? undefined,
    message: answer.text,
    attachments,
    guid: guidOf(answer.idempotencyKey),
  });
  if (reply.kind === 'error') return outcomeOfError(method, reply.code, reply.message);
  if (reply.kind === 'unreached') return unreached;
  const created = reply.kind === 'response' ? sentComment.safeParse(reply.value).data : undefined;
  if (created === undefined) return findComment(answer.text, to, vk, groupId);
  return { kind: 'sent', externalId: commentExternalId(to.ownerId, created.comment_id) };
}

/**
 * The reply about a comment was lost: we look at the wall, where everyone would see a second one. How long VK
 * remembers a `guid` is not published, so without a look the outcome stays `uncertain`.
 */
async function findComment(
  text: string,
  to: WallAddress,
  vk: VkSession,
  groupId: number,
): Promise<SendOutcome> {
  const reply = await vk.call('wall.getComments', {
    owner_id: to.ownerId,
    post_id: to.postId,
    comment_id: to.branchId ?? undefined,
    sort: 'desc',
    count: 100,
  });
  const list = reply.kind === 'response' ? commentList.safeParse(reply.value).data : undefined;
  if (list === undefined) return { kind: 'uncertain' };
  const ours = list.items
    .map((item) => listedComment.safeParse(item).data)
    .find(
      (item) =>
        item?.from_id === -groupId &&
        item.text.trim() === text.trim() &&
        (item.reply_to_comment ?? null) === to.commentId,
    );
  return ours === undefined
    ? repeatIsSafe
    : { kind: 'sent', externalId: commentExternalId(to.ownerId, ours.id) };
}

const digest = (key: string) => createHash('sha256').update(key).digest();

/** A positive 32-bit number that is the same for every attempt; VK takes 0 for "do not check". */
export function randomIdOf(idempotencyKey: string): number {
  return digest(idempotencyKey).readUInt32BE(0) & 0x7fff_ffff || 1;
}

export const guidOf = (idempotencyKey: string) => digest(idempotencyKey).toString('hex').slice(0, 32);
