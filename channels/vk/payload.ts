import { z } from 'zod';

/**
 * Shapes of VK objects, only the fields we read. Everything inside may be anything, so nested lists
 * stay `unknown` and are read one by one: a strange attachment must not lose the text beside it.
 * https://dev.vk.com/reference/objects
 */
const list = z.array(z.unknown()).catch([]);
const seconds = z.number().nonnegative().optional().catch(undefined);
const text = z.string().catch('');

export const vkEvent = z.object({
  type: z.string(),
  group_id: z.int(),
  object: z.unknown().optional(),
});

export const vkMessage = z.object({
  id: z.int().catch(0),
  conversation_message_id: z.int().optional().catch(undefined),
  peer_id: z.int(),
  from_id: z.int(),
  date: z.int().nonnegative(),
  update_time: seconds,
  out: z.number().optional().catch(undefined),
  text,
  attachments: list,
  fwd_messages: list,
  reply_message: z.unknown().optional(),
  geo: z.unknown().optional(),
});
export type VkMessage = z.infer<typeof vkMessage>;

/** A message quoted by another one, at any depth. */
export const vkQuoted = z.object({ text, attachments: list, fwd_messages: list });

export const vkComment = z.object({
  id: z.int().positive(),
  from_id: z.int(),
  date: z.int().nonnegative(),
  text,
  post_id: z.int().positive(),
  owner_id: z.int().optional(),
  post_owner_id: z.int().optional(),
  reply_to_comment: z.int().optional(),
  parents_stack: z.array(z.int()).catch([]),
  attachments: list,
});

export const vkDeletedComment = z.object({ id: z.int().positive(), owner_id: z.int() });

export const vkPost = z.object({
  id: z.int().positive(),
  from_id: z.int(),
  owner_id: z.int(),
  date: z.int().nonnegative(),
  text,
  post_type: z.string().catch('post'),
  attachments: list,
  copy_history: list,
  geo: z.unknown().optional(),
});

export const vkAttachment = z.looseObject({ type: z.string() });

export const vkPhoto = z.object({
  text,
  sizes: z
    .array(z.object({ url: z.url(), width: z.number().catch(0), height: z.number().catch(0) }))
    .catch([]),
  orig_photo: z.object({ url: z.url(), width: z.number(), height: z.number() }).optional().catch(undefined),
});

export const vkDocument = z.object({ url: z.url(), title: text, ext: text });
export const vkAudioMessage = z.object({ link_mp3: z.url().optional(), link_ogg: z.url().optional() });
export const vkLink = z.object({ url: z.url() });
/** Things that have no file of their own but a page: video, a repost, a poll, an album. */
export const vkPaged = z.object({ id: z.int(), owner_id: z.int() });
export const vkSharedPost = z.looseObject({
  id: z.int().optional(),
  owner_id: z.int().optional(),
  to_id: z.int().optional(),
  text,
  attachments: list,
  copy_history: list,
});

/** Messages bring coordinates as an object, posts as a string of two numbers. */
export const vkGeo = z.object({
  coordinates: z.union([
    z.object({ latitude: z.number(), longitude: z.number() }),
    z
      .string()
      .regex(/^-?\d+(\.\d+)? -?\d+(\.\d+)?$/)
      .transform((pair) => {
        const [latitude = Number.NaN, longitude = Number.NaN] = pair.split(' ').map(Number);
        return { latitude, longitude };
      }),
  ]),
});

/** `undefined`: not JSON in UTF-8. */
export function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
