import type { Point } from '#kernel/place.ts';
import type { EventQueue } from './events.ts';
import { commentObject, messageObject, postObject } from './objects.ts';
import type { Enclosed, FakeComment, FakeFile, FakeMessage, FakePost, FakeWorld } from './world.ts';

/** What a resident adds to a text. */
export interface Extras {
  readonly photos?: readonly Uint8Array[];
  readonly documents?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly point?: Point;
  /** Number of the message or comment replied to. */
  readonly replyTo?: number;
}

export type FakeChange =
  | { readonly kind: 'message'; readonly message: FakeMessage }
  | { readonly kind: 'comment'; readonly comment: FakeComment }
  | { readonly kind: 'post'; readonly post: FakePost };
export type Tell = (change: FakeChange) => void;

export interface Residents {
  /** A resident writes to the community. */
  say(userId: number, text: string, extras?: Extras): FakeMessage;
  editMessage(messageId: number, text: string): void;
  /** A resident comments on a post. */
  comment(userId: number, postId: number, text: string, extras?: Extras): FakeComment;
  editComment(commentId: number, text: string): void;
  deleteComment(commentId: number): void;
  /** A resident writes on the wall; a suggested post is seen by editors alone. */
  post(userId: number, text: string, extras?: Extras & { readonly isSuggested?: boolean }): FakePost;
}

/** What residents do, each with the event VK sends about it. Doing the impossible is a bug of the caller. */
export function residents(world: FakeWorld, events: EventQueue, url: string, tell: Tell): Residents {
  const commentEvent = (type: string, comment: FakeComment) =>
    events.push(type, { ...commentObject(comment, world, url), post_owner_id: -world.groupId });
  return {
    say(userId, text, extras = {}) {
      known(world.user(userId), 'user');
      const message = world.addMessage(userId, 'resident', text, enclosed(world, userId, extras));
      const client_info = { button_actions: ['text'], keyboard: true, inline_keyboard: true, lang_id: 0 };
      events.push('message_new', { message: messageObject(message, world, url), client_info });
      tell({ kind: 'message', message });
      return message;
    },
    editMessage(messageId, text) {
      const message = known(
        world.messages.find((one) => one.id === messageId),
        'message',
      );
      Object.assign(message, { text, editedAt: new Date() });
      events.push('message_edit', messageObject(message, world, url));
      tell({ kind: 'message', message });
    },
    comment(userId, postId, text, extras = {}) {
      known(world.user(userId), 'user');
      known(world.post(postId), 'post');
      const comment = world.addComment(postId, userId, text, enclosed(world, userId, extras));
      commentEvent('wall_reply_new', comment);
      tell({ kind: 'comment', comment });
      return comment;
    },
    editComment(commentId, text) {
      const comment = known(world.comment(commentId), 'comment');
      comment.text = text;
      commentEvent('wall_reply_edit', comment);
      tell({ kind: 'comment', comment });
    },
    deleteComment(commentId) {
      const comment = known(world.comment(commentId), 'comment');
      comment.isDeleted = true;
      const { id, postId, fromId } = comment;
      events.push('wall_reply_delete', { owner_id: -world.groupId, id, deleter_id: fromId, post_id: postId });
      tell({ kind: 'comment', comment });
    },
    post(userId, text, extras = {}) {
      known(world.user(userId), 'user');
      const post = world.addPost(userId, text, enclosed(world, userId, extras), extras.isSuggested ?? false);
      events.push('wall_post_new', postObject(post, world, url));
      tell({ kind: 'post', post });
      return post;
    },
  };
}

function enclosed(world: FakeWorld, ownerId: number, extras: Extras): Enclosed {
  const photos = (extras.photos ?? []).map(
    (bytes): Pick<FakeFile, 'kind' | 'name' | 'mediaType' | 'bytes'> => ({
      kind: 'photo',
      name: 'photo.jpg',
      mediaType: 'image/jpeg',
      bytes,
    }),
  );
  const documents = (extras.documents ?? []).map(
    ({ name, bytes }): Pick<FakeFile, 'kind' | 'name' | 'mediaType' | 'bytes'> => ({
      kind: 'doc',
      name,
      mediaType: 'application/octet-stream',
      bytes,
    }),
  );
  return {
    files: [...photos, ...documents].map((file) => world.addFile(ownerId, file)),
    point: extras.point ?? null,
    replyTo: extras.replyTo ?? null,
  };
}

function known<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`There is no such ${what} in the demo network`);
  return thing;
}
