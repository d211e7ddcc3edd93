import { z } from 'zod';
import type { Address } from '#kernel/channel.ts';

/** Conversations of several people have peer ids from here on. https://dev.vk.com/method/messages.send */
export const chatPeerOffset = 2_000_000_000;

const dialogue = z.object({ kind: z.literal('dialogue'), peerId: z.int() });
const wall = z.object({
  kind: z.literal('wall'),
  ownerId: z.int(),
  postId: z.int().positive(),
  /** The comment to answer; null: answer the post itself. */
  commentId: z.int().positive().nullable(),
  /** The top comment of the branch; null when the post itself is answered. */
  branchId: z.int().positive().nullable(),
});
const vkAddress = z.discriminatedUnion('kind', [dialogue, wall]);

export type DialogueAddress = z.infer<typeof dialogue>;
export type WallAddress = z.infer<typeof wall>;

/** `null`: the address was not made by this connector. */
export function readAddress(address: Address): DialogueAddress | WallAddress | null {
  return vkAddress.safeParse(address).data ?? null;
}

export const messageExternalId = (messageId: number) => `message_${messageId}`;
/** Members of one chat see numbers of the chat, not of the mailbox: VK sends `id: 0` there. */
export const chatMessageExternalId = (peerId: number, numberInChat: number) =>
  `chat_${peerId}_${numberInChat}`;
export const postExternalId = (ownerId: number, postId: number) => `post_${ownerId}_${postId}`;
export const commentExternalId = (ownerId: number, commentId: number) => `comment_${ownerId}_${commentId}`;
