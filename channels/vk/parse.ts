import type { Delivery, DeliveryItem } from '#kernel/channel.ts';
import type { z } from 'zod';
import {
  chatMessageExternalId,
  chatPeerOffset,
  commentExternalId,
  messageExternalId,
  postExternalId,
} from './address.ts';
import { asAttachments, readContent, readPoint } from './content.ts';
import type { Content } from './content.ts';
import { readJson, vkComment, vkDeletedComment, vkEvent, vkMessage, vkPost } from './payload.ts';
import type { VkMessage } from './payload.ts';
import type { VkSettings } from './settings.ts';

/** One call of the Callback API is one event: https://dev.vk.com/api/community-events/json-schema */
export function parse(payload: Uint8Array, settings: VkSettings): Delivery {
  const event = vkEvent.safeParse(readJson(payload)).data;
  if (event === undefined) return { items: [unknown('not an event of VK')] };
  if (event.group_id !== settings.groupId) return { items: [unknown('an event of another community')] };
  const read = Object.hasOwn(events, event.type) ? events[event.type] : undefined;
  return { items: [read?.(event.object, settings.groupId) ?? unknown(`event ${safeWord(event.type)}`)] };
}

type EventReader = (object: unknown, groupId: number) => DeliveryItem;

const events: Readonly<Record<string, EventReader>> = {
  message_new: (object, groupId) => newMessage(unwrapMessage(object), groupId),
  message_edit: (object, groupId) => editedMessage(unwrapMessage(object), groupId),
  wall_reply_new: shaped('wall_reply_new', vkComment, newComment),
  wall_reply_edit: shaped('wall_reply_edit', vkComment, editedComment),
  wall_reply_restore: shaped('wall_reply_restore', vkComment, editedComment),
  wall_reply_delete: shaped('wall_reply_delete', vkDeletedComment, ({ owner_id, id }) => ({
    kind: 'deleted',
    externalId: commentExternalId(owner_id, id),
    at: null,
  })),
  wall_post_new: shaped('wall_post_new', vkPost, newPost),
  ...Object.fromEntries(
    [
      'message_reply',
      'message_allow',
      'message_deny',
      'message_read',
      'message_typing_state',
      'message_reaction_event',
      'like_add',
      'like_remove',
      'wall_repost',
      'group_join',
      'group_leave',
    ].map((type) => [type, () => ignored(type)]),
  ),
};

function shaped<T>(
  type: string,
  shape: z.ZodType<T>,
  read: (object: T, groupId: number) => DeliveryItem,
): EventReader {
  return (object, groupId) => {
    const parsed = shape.safeParse(object);
    return parsed.success ? read(parsed.data, groupId) : unknown(`${type} of an unknown shape`);
  };
}

/** Since version 5.103 `message_new` wraps the message, `message_edit` never does. */
function unwrapMessage(object: unknown): VkMessage | undefined {
  const inner =
    typeof object === 'object' && object !== null && 'message' in object ? object.message : object;
  return vkMessage.safeParse(inner).data;
}

function newMessage(message: VkMessage | undefined, groupId: number): DeliveryItem {
  if (message === undefined) return unknown('message_new of an unknown shape');
  if (isOwn(message, groupId)) return ignored('own message');
  const externalId = externalIdOf(message);
  if (externalId === null) return unknown('message_new without a number');
  const content = messageContent(message);
  const point = readPoint(message.geo);
  if (isEmpty(content) && point === null) return withoutContent('message_new', content);
  const isChat = message.peer_id >= chatPeerOffset;
  return {
    kind: 'message',
    message: {
      externalId,
      threadKey: isChat ? `chat_${message.peer_id}_${message.from_id}` : `dialogue_${message.peer_id}`,
      address: { kind: 'dialogue', peerId: message.peer_id },
      isPublic: isChat,
      text: content.text,
      sentAt: moment(message.date),
      author: { externalId: String(message.from_id), name: null },
      files: content.files,
      point,
      inReplyTo: repliedTo(message),
      namesCase: null,
      isAutomatic: false,
    },
  };
}

function editedMessage(message: VkMessage | undefined, groupId: number): DeliveryItem {
  if (message === undefined) return unknown('message_edit of an unknown shape');
  if (isOwn(message, groupId)) return ignored('own message');
  const externalId = externalIdOf(message);
  if (externalId === null) return unknown('message_edit without a number');
  const at = message.update_time === undefined ? null : moment(message.update_time);
  return { kind: 'edited', externalId, text: messageContent(message).text, at };
}

function newComment(comment: z.infer<typeof vkComment>, groupId: number): DeliveryItem {
  if (comment.from_id === -groupId) return ignored('own comment');
  const ownerId = ownerOf(comment);
  if (ownerId === null) return unknown('wall_reply_new without an owner');
  const content = readContent({ text: comment.text, attachments: comment.attachments, quoted: [] });
  if (isEmpty(content)) return withoutContent('wall_reply_new', content);
  const branchId = comment.parents_stack[0] ?? comment.reply_to_comment ?? comment.id;
  return {
    kind: 'message',
    message: {
      externalId: commentExternalId(ownerId, comment.id),
      threadKey: `wall_${ownerId}_${comment.post_id}_${branchId}_${comment.from_id}`,
      address: { kind: 'wall', ownerId, postId: comment.post_id, commentId: comment.id, branchId },
      isPublic: true,
      text: content.text,
      sentAt: moment(comment.date),
      author: { externalId: String(comment.from_id), name: null },
      files: content.files,
      point: null,
      inReplyTo:
        comment.reply_to_comment === undefined
          ? postExternalId(ownerId, comment.post_id)
          : commentExternalId(ownerId, comment.reply_to_comment),
      namesCase: null,
      isAutomatic: false,
    },
  };
}

function editedComment(comment: z.infer<typeof vkComment>, groupId: number): DeliveryItem {
  if (comment.from_id === -groupId) return ignored('own comment');
  const ownerId = ownerOf(comment);
  if (ownerId === null) return unknown('a changed comment without an owner');
  const { text } = readContent({ text: comment.text, attachments: comment.attachments, quoted: [] });
  return { kind: 'edited', externalId: commentExternalId(ownerId, comment.id), text, at: null };
}

function newPost(post: z.infer<typeof vkPost>, groupId: number): DeliveryItem {
  if (post.from_id === -groupId) return ignored('own post');
  if (post.post_type === 'postpone' || post.post_type === 'post_ads')
    return ignored(`post of type ${post.post_type}`);
  const attachments = [...post.attachments, ...asAttachments(post.copy_history)];
  const content = readContent({ text: post.text, attachments, quoted: [] });
  const point = readPoint(post.geo);
  if (isEmpty(content) && point === null) return withoutContent('wall_post_new', content);
  return {
    kind: 'message',
    message: {
      externalId: postExternalId(post.owner_id, post.id),
      threadKey: `wall_${post.owner_id}_${post.id}_${post.from_id}`,
      address: { kind: 'wall', ownerId: post.owner_id, postId: post.id, commentId: null, branchId: null },
      // A suggested post is seen by editors of the community alone.
      isPublic: post.post_type !== 'suggest',
      text: content.text,
      sentAt: moment(post.date),
      author: { externalId: String(post.from_id), name: null },
      files: content.files,
      point,
      inReplyTo: null,
      namesCase: null,
      isAutomatic: false,
    },
  };
}

function messageContent(message: VkMessage): Content {
  return readContent({ text: message.text, attachments: message.attachments, quoted: message.fwd_messages });
}

const isEmpty = (content: Content) => content.text.trim() === '' && content.files.length === 0;

/** A lone sticker says nothing; anything else that could not be shown waits for an administrator. */
function withoutContent(type: string, content: Content): DeliveryItem {
  return content.notShown.length > 0 && content.notShown.every((kind) => kind === 'sticker')
    ? ignored('sticker')
    : unknown(`${type} with nothing to show: ${content.notShown.join(', ') || 'empty'}`);
}

const isOwn = (message: VkMessage, groupId: number) => message.out === 1 || message.from_id === -groupId;

function externalIdOf(message: {
  id: number;
  peer_id: number;
  conversation_message_id?: number | undefined;
}) {
  if (message.id > 0) return messageExternalId(message.id);
  if (message.conversation_message_id === undefined) return null;
  return chatMessageExternalId(message.peer_id, message.conversation_message_id);
}

function repliedTo(message: VkMessage): string | null {
  const replied = vkMessage
    .pick({ id: true, conversation_message_id: true })
    .safeParse(message.reply_message).data;
  return replied === undefined ? null : externalIdOf({ ...replied, peer_id: message.peer_id });
}

const ownerOf = (comment: z.infer<typeof vkComment>) => comment.post_owner_id ?? comment.owner_id ?? null;
/** Seconds since 1970. The largest date of JavaScript bounds what a strange payload may say. */
const moment = (seconds: number) => new Date(Math.min(seconds * 1000, 8_640_000_000_000_000));
const ignored = (what: string): DeliveryItem => ({ kind: 'ignored', what });
const unknown = (detail: string): DeliveryItem => ({ kind: 'unknown', detail });
const safeWord = (word: string) => (/^[a-z_]{1,40}$/.test(word) ? word : 'of a malformed name');
