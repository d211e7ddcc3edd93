import type { OutgoingAnswer, SendOutcome } from '#kernel/channel.ts';
import { z } from 'zod';
import type { ChannelIo } from '../connector.ts';
import type { DialogueAddress, WallAddress } from './address.ts';
import type { VkParams, VkSession } from './call.ts';
import { outcomeOfError, unreached } from './outcomes.ts';
import { isSafeOrigin } from './settings.ts';
import type { VkSettings } from './settings.ts';

type File = OutgoingAnswer['files'][number];

/** Names of uploaded files as `messages.send` and `wall.createComment` want them, or why there are none. */
export type Uploaded =
  | { readonly ok: true; readonly attachments: readonly string[] }
  | { readonly ok: false; readonly outcome: SendOutcome };

/** Three steps each: ask where to upload, upload, save. https://dev.vk.com/api/upload/overview */
const routes = {
  message_photo: {
    server: 'photos.getMessagesUploadServer',
    field: 'photo',
    save: 'photos.saveMessagesPhoto',
  },
  message_document: { server: 'docs.getMessagesUploadServer', field: 'file', save: 'docs.save' },
  wall_photo: { server: 'photos.getWallUploadServer', field: 'photo', save: 'photos.saveWallPhoto' },
  wall_document: { server: 'docs.getWallUploadServer', field: 'file', save: 'docs.save' },
} as const;
type Route = keyof typeof routes;

/** What VK takes as a photo; everything else travels as a document. */
const photoTypes = ['image/jpeg', 'image/png', 'image/gif'];
/** Methods closed to community keys answer so; the wall's photo upload is one of them. */
const closedToCommunities = 27;
const uploadTimeoutMs = 60_000;

const server = z.object({ upload_url: z.url() });
const uploadReply = z.record(z.string(), z.union([z.string(), z.number()]));
const savedThing = z.object({ id: z.int(), owner_id: z.int(), access_key: z.string().optional() });
const savedPhotos = z.array(savedThing).nonempty();
const savedDocument = z.object({ doc: savedThing });

/** Uploads in order and stops at the first file that fails: an answer goes out whole or not at all. */
export async function uploadFiles(
  files: readonly File[],
  to: DialogueAddress | WallAddress,
  vk: VkSession,
  io: ChannelIo<VkSettings>,
): Promise<Uploaded> {
  const attachments: string[] = [];
  for (const file of files) {
    const uploaded = await uploadFile(file, to, vk, io);
    if (!uploaded.ok) return uploaded;
    attachments.push(...uploaded.attachments);
  }
  return { ok: true, attachments };
}

async function uploadFile(
  file: File,
  to: DialogueAddress | WallAddress,
  vk: VkSession,
  io: ChannelIo<VkSettings>,
): Promise<Uploaded> {
  const isPhoto = photoTypes.includes(file.mediaType);
  if (to.kind === 'dialogue') {
    const target = { peer_id: to.peerId };
    return follow(isPhoto ? 'message_photo' : 'message_document', file, target, {}, vk, io);
  }
  const target = { group_id: io.settings.groupId };
  const asDocument = () => follow('wall_document', file, target, {}, vk, io);
  if (!isPhoto) return asDocument();
  const asPhoto = await follow('wall_photo', file, target, target, vk, io);
  return 'isClosed' in asPhoto ? asDocument() : asPhoto;
}

type Followed = Uploaded & { readonly isClosed?: true };

async function follow(
  name: Route,
  file: File,
  serverParams: VkParams,
  saveParams: VkParams,
  vk: VkSession,
  io: ChannelIo<VkSettings>,
): Promise<Followed> {
  const route = routes[name];
  const asked = await ask(vk, route.server, serverParams, server);
  if (!asked.ok)
    return {
      ok: false,
      outcome: asked.outcome,
      ...(asked.code === closedToCommunities && { isClosed: true }),
    };
  const posted = await post(asked.value.upload_url, route.field, file, io);
  if (posted === null) return { ok: false, outcome: unreached };
  const params = { ...saveParams, ...posted, ...(route.save === 'docs.save' && { title: file.name }) };
  if (route.save === 'docs.save') {
    const saved = await ask(vk, route.save, params, savedDocument);
    return saved.ok ? { ok: true, attachments: [nameOf('doc', saved.value.doc)] } : saved;
  }
  const saved = await ask(vk, route.save, params, savedPhotos);
  return saved.ok ? { ok: true, attachments: saved.value.map((photo) => nameOf('photo', photo)) } : saved;
}

type Asked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly outcome: SendOutcome; readonly code: number | null };

/** A step before posting the answer: whatever is lost here may be done again. */
async function ask<T>(
  vk: VkSession,
  method: string,
  params: VkParams,
  shape: z.ZodType<T>,
): Promise<Asked<T>> {
  const reply = await vk.call(method, params);
  if (reply.kind === 'error') {
    return { ok: false, outcome: outcomeOfError(method, reply.code, reply.message), code: reply.code };
  }
  const value = reply.kind === 'response' ? shape.safeParse(reply.value).data : undefined;
  return value === undefined ? { ok: false, outcome: unreached, code: null } : { ok: true, value };
}

/** `null`: the upload server did not take the file now. */
async function post(
  url: string,
  field: string,
  file: File,
  io: ChannelIo<VkSettings>,
): Promise<VkParams | null> {
  if (!isSafeOrigin(new URL(url), io.settings.allowHttpHosts)) return null;
  const form = new FormData();
  form.append(field, new Blob([Uint8Array.from(file.bytes)], { type: file.mediaType }), file.name);
  try {
    const signal = AbortSignal.any([io.signal, AbortSignal.timeout(uploadTimeoutMs)]);
    const response = await fetch(url, { method: 'POST', body: form, redirect: 'error', signal });
    const parsed = uploadReply.safeParse(await response.json());
    return parsed.success && response.ok && !('error' in parsed.data) ? parsed.data : null;
  } catch {
    io.log('vk_upload_failed', { field });
    return null;
  }
}

function nameOf(type: string, { owner_id, id, access_key }: z.infer<typeof savedThing>): string {
  return [`${type}${owner_id}`, id, access_key].filter((part) => part !== undefined).join('_');
}
