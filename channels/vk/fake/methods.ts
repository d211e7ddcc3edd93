import { branchOf, commentObject, fileObject } from './objects.ts';
import type { FakeComment, FakeFile, FakeMessage, FakeWorld } from './world.ts';

export type Params = Readonly<Record<string, string | undefined>>;

/** A refusal as VK words it. https://dev.vk.com/reference/errors */
export interface VkError {
  readonly code: number;
  readonly message: string;
}
export type MethodReply = { readonly response: unknown } | { readonly error: VkError };

/** What methods know besides their parameters. */
export interface MethodContext {
  readonly world: FakeWorld;
  readonly baseUrl: string;
  readonly now: () => number;
  /** Repeats within an hour are dropped: `random_id` or `guid` → what was made, and when. */
  readonly remembered: Map<string, { readonly id: number; readonly at: number }>;
  /** Files between upload and save, by the mark the upload server gave out. */
  readonly uploads: Map<string, Pick<FakeFile, 'name' | 'mediaType' | 'bytes'>>;
  messageSent(message: FakeMessage): void;
  commentCreated(comment: FakeComment): void;
}

type Method = (params: Params, context: MethodContext) => MethodReply;

const memoryMs = 3_600_000;
const maxMessageLength = 4096;
const maxCommentLength = 16_384;
/** What a community key may not call. */
const closedToCommunities = ['photos.getWallUploadServer', 'photos.saveWallPhoto'];

const fine = (response: unknown): MethodReply => ({ response });
const refuse = (code: number, message: string): MethodReply => ({ error: { code, message } });
const wrong = (what: string) =>
  refuse(100, `One of the parameters specified was missing or invalid: ${what}`);

/** Checks what VK checks before any method, then runs it. */
export function callMethod(
  name: string,
  params: Params,
  accessToken: string,
  context: MethodContext,
): MethodReply {
  if (params['v'] === undefined) return refuse(8, 'Invalid request: v (version) is required');
  if (params['access_token'] === undefined)
    return refuse(5, 'User authorization failed: no access_token passed.');
  if (params['access_token'] !== accessToken) {
    return refuse(5, 'User authorization failed: invalid access_token (4).');
  }
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method === undefined && !closedToCommunities.includes(name)) return refuse(3, 'Unknown method passed');
  return (
    method?.(params, context) ??
    refuse(27, 'Group authorization failed: method is unavailable with group auth.')
  );
}

const methods: Readonly<Record<string, Method>> = {
  'messages.send': sendMessage,
  'wall.createComment': createComment,
  'wall.getComments': getComments,
  'users.get': ({ user_ids = '' }, { world }) =>
    fine(
      user_ids.split(',').flatMap((id) => {
        const user = world.user(Number(id));
        return user === undefined
          ? []
          : [{ id: user.id, first_name: user.firstName, last_name: user.lastName, is_closed: false }];
      }),
    ),
  'groups.getById': (_params, { world }) =>
    fine({
      groups: [
        { id: world.groupId, name: 'Город на связи', screen_name: `club${world.groupId}`, is_closed: 0 },
      ],
      profiles: [],
    }),
  'photos.getMessagesUploadServer': (_params, { baseUrl }) => fine({ upload_url: `${baseUrl}/upload/photo` }),
  'photos.saveMessagesPhoto': (params, context) => {
    const file = saveUpload('photo', params['photo'], params['hash'], context);
    return file === null ? refuse(129, 'Invalid photo') : fine([fileObject(file, context.baseUrl)]);
  },
  'docs.getMessagesUploadServer': (_params, { baseUrl }) => fine({ upload_url: `${baseUrl}/upload/file` }),
  'docs.getWallUploadServer': (_params, { baseUrl }) => fine({ upload_url: `${baseUrl}/upload/file` }),
  'docs.save': (params, context) => {
    const file = saveUpload('doc', params['file'], params['file'], context);
    return file === null
      ? wrong('file is undefined')
      : fine({ type: 'doc', doc: fileObject(file, context.baseUrl) });
  },
};

function sendMessage(params: Params, context: MethodContext): MethodReply {
  const { world } = context;
  const { random_id, peer_id, message = '' } = params;
  if (random_id === undefined) return wrong('random_id is a required parameter');
  if (!/^-?\d+$/.test(random_id)) return wrong('random_id should be integer');
  if (peer_id === undefined)
    return wrong('you should specify peer_id, user_id, domain, chat_id or user_ids param');
  const user = world.user(Number(peer_id));
  if (user === undefined) return refuse(901, "Can't send messages for users without permission");
  if (Array.from(message).length > maxMessageLength) return refuse(914, 'Message is too long');
  const files = enclosedFiles(params['attachment'], world);
  if (message === '' && files.length === 0) return wrong('message is empty or invalid');
  const key = random_id === '0' ? null : `random_id ${random_id}`;
  return fine(
    once(key, context, () => {
      const sent = world.addMessage(user.id, 'community', message, { files });
      context.messageSent(sent);
      return sent.id;
    }),
  );
}

function createComment(params: Params, context: MethodContext): MethodReply {
  const { world } = context;
  const { owner_id, post_id, from_group, reply_to_comment, message = '', guid } = params;
  if (post_id === undefined) return wrong('post_id is undefined');
  if (Number(owner_id) !== -world.groupId) return wrong('owner_id is invalid');
  const post = world.post(Number(post_id));
  if (post === undefined || post.isSuggested) return refuse(15, 'Access denied: no access to this post');
  if (reply_to_comment !== undefined && world.comment(Number(reply_to_comment)) === undefined) {
    return refuse(211, "Access to wall's comment denied");
  }
  if (Array.from(message).length > maxCommentLength) return wrong('message is too long');
  const files = enclosedFiles(params['attachments'], world);
  if (message === '' && files.length === 0) return wrong('message is empty or invalid');
  if (Number(from_group) !== world.groupId) return wrong('from_group is invalid');
  const id = once(guid === undefined ? null : `guid ${guid}`, context, () => {
    const replyTo = reply_to_comment === undefined ? null : Number(reply_to_comment);
    const comment = world.addComment(post.id, -world.groupId, message, { files, replyTo });
    context.commentCreated(comment);
    return comment.id;
  });
  const branchId = world.comment(id)?.branchId ?? null;
  return fine({ comment_id: id, parents_stack: branchId === null ? [] : [branchId] });
}

function getComments(params: Params, { world, baseUrl }: MethodContext): MethodReply {
  const { owner_id, post_id, comment_id, sort = 'asc', count = '10' } = params;
  if (Number(owner_id) !== -world.groupId || post_id === undefined) return wrong('owner_id is invalid');
  if (Number(count) > 100) return wrong('count should be less or equal to 100');
  const found =
    comment_id === undefined
      ? world.comments.filter(
          (one) => one.postId === Number(post_id) && one.branchId === null && !one.isDeleted,
        )
      : branchOf(world, Number(comment_id));
  const ordered = sort === 'desc' ? found.toReversed() : found;
  return fine({
    count: found.length,
    current_level_count: found.length,
    can_post: true,
    items: ordered.slice(0, Number(count)).map((comment) => commentObject(comment, world, baseUrl)),
  });
}

function once(key: string | null, { remembered, now }: MethodContext, make: () => number): number {
  const known = key === null ? undefined : remembered.get(key);
  if (known !== undefined && now() - known.at < memoryMs) return known.id;
  const id = make();
  if (key !== null) remembered.set(key, { id, at: now() });
  return id;
}

/** `photo-1_2_key,doc-1_3_key` → files; unknown names are left out, as VK does. */
function enclosedFiles(names: string | undefined, world: FakeWorld): readonly FakeFile[] {
  return (names ?? '').split(',').flatMap((name) => {
    const [, kind, ownerId, id] = /^(photo|doc)(-?\d+)_(\d+)/.exec(name) ?? [];
    return world.files.filter(
      (file) => file.kind === kind && file.ownerId === Number(ownerId) && file.id === Number(id),
    );
  });
}

function saveUpload(
  kind: FakeFile['kind'],
  mark: string | undefined,
  hash: string | undefined,
  { uploads, world }: MethodContext,
): FakeFile | null {
  const upload = mark === undefined || mark !== hash ? undefined : uploads.get(mark);
  if (mark === undefined || upload === undefined) return null;
  uploads.delete(mark);
  return world.addFile(-world.groupId, { kind, ...upload });
}
