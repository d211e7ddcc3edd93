import type { FakeComment, FakeFile, FakeMessage, FakePost, FakeWorld } from './world.ts';

/** The objects of VK as API version 5.199 shows them. https://dev.vk.com/reference/objects */
export type VkObject = Readonly<Record<string, unknown>>;

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** Photos come in several sizes; here all of them are the same picture. */
const sizes = [
  { type: 's', width: 75, height: 56 },
  { type: 'm', width: 130, height: 98 },
  { type: 'x', width: 604, height: 453 },
  { type: 'y', width: 807, height: 605 },
  { type: 'z', width: 1280, height: 960 },
];

export function fileObject(file: FakeFile, baseUrl: string): VkObject {
  const url = `${baseUrl}/files/${file.id}`;
  const common = { id: file.id, owner_id: file.ownerId, access_key: `k${file.id}` };
  return file.kind === 'photo'
    ? {
        ...common,
        album_id: -3,
        text: '',
        sizes: sizes.map((size) => ({ ...size, url: `${url}?size=${size.type}` })),
      }
    : {
        ...common,
        title: file.name,
        ext: file.name.split('.').at(-1),
        size: file.bytes.byteLength,
        type: 1,
        url,
      };
}

const attachments = (files: readonly FakeFile[], baseUrl: string) =>
  files.map((file) => ({ type: file.kind, [file.kind]: fileObject(file, baseUrl) }));

export function messageObject(message: FakeMessage, world: FakeWorld, baseUrl: string): VkObject {
  const isOut = message.from === 'community';
  const replied = world.messages.find((other) => other.id === message.replyTo);
  return {
    id: message.id,
    conversation_message_id: message.numberInDialogue,
    peer_id: message.userId,
    from_id: isOut ? -world.groupId : message.userId,
    out: isOut ? 1 : 0,
    date: seconds(message.at),
    version: 10_000_000 + message.id,
    ...(message.editedAt !== null && { update_time: seconds(message.editedAt) }),
    text: message.text,
    attachments: attachments(message.files, baseUrl),
    fwd_messages: [],
    important: false,
    is_hidden: false,
    random_id: 0,
    ...(replied !== undefined && {
      reply_message: {
        id: replied.id,
        conversation_message_id: replied.numberInDialogue,
        peer_id: replied.userId,
        from_id: replied.from === 'community' ? -world.groupId : replied.userId,
        date: seconds(replied.at),
        text: replied.text,
        attachments: [],
      },
    }),
    ...(message.point !== null && {
      geo: { type: 'point', coordinates: { latitude: message.point.lat, longitude: message.point.lon } },
    }),
  };
}

export function commentObject(comment: FakeComment, world: FakeWorld, baseUrl: string): VkObject {
  const replied = comment.replyTo === null ? undefined : world.comment(comment.replyTo);
  return {
    id: comment.id,
    from_id: comment.fromId,
    date: seconds(comment.at),
    text: comment.text,
    post_id: comment.postId,
    owner_id: -world.groupId,
    parents_stack: comment.branchId === null ? [] : [comment.branchId],
    ...(replied !== undefined && { reply_to_comment: replied.id, reply_to_user: replied.fromId }),
    ...(comment.files.length > 0 && { attachments: attachments(comment.files, baseUrl) }),
    ...(comment.branchId === null && {
      thread: {
        count: branchOf(world, comment.id).length,
        items: [],
        can_post: true,
        show_reply_button: true,
      },
    }),
  };
}

export const branchOf = (world: FakeWorld, commentId: number) =>
  world.comments.filter((comment) => comment.branchId === commentId && !comment.isDeleted);

export function postObject(post: FakePost, world: FakeWorld, baseUrl: string): VkObject {
  return {
    id: post.id,
    from_id: post.fromId,
    owner_id: -world.groupId,
    date: seconds(post.at),
    marked_as_ads: 0,
    post_type: post.isSuggested ? 'suggest' : 'post',
    text: post.text,
    can_edit: 1,
    attachments: attachments(post.files, baseUrl),
    comments: {
      count: world.comments.filter((comment) => comment.postId === post.id && !comment.isDeleted).length,
    },
    ...(post.point !== null && {
      geo: { type: 'point', coordinates: `${post.point.lat} ${post.point.lon}`, showmap: 1 },
    }),
  };
}
