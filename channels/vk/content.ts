import type { IncomingFile } from '#kernel/channel.ts';
import { isPossiblePoint } from '#kernel/place.ts';
import type { Point } from '#kernel/place.ts';
import type { z } from 'zod';
import {
  vkAttachment,
  vkAudioMessage,
  vkDocument,
  vkGeo,
  vkLink,
  vkPaged,
  vkPhoto,
  vkQuoted,
  vkSharedPost,
} from './payload.ts';

/** What a resident put into one message, post or comment, however nested. */
export interface Content {
  readonly text: string;
  readonly files: readonly IncomingFile[];
  /** Kinds of attachments of which nothing could be shown. */
  readonly notShown: readonly string[];
}

interface Source {
  readonly text: string;
  readonly attachments: readonly unknown[];
  /** Forwarded messages: quoted below the text. */
  readonly quoted: readonly unknown[];
}

/** VK itself shows no more levels of forwarded messages; deeper ones come only from an attacker. */
const maxDepth = 8;

/**
 * Gathers the text (mentions as names, quoted messages marked with `>`, links to what has no file)
 * and all files of a message.
 */
export function readContent(source: Source, depth = 0): Content {
  const parts = source.attachments.map((attachment) => readAttachment(attachment, depth));
  const quotes = source.quoted.map((quoted) => readQuoted(quoted, depth));
  const all = [...parts, ...quotes];
  const lines = [unfoldMentions(source.text), ...all.map((part) => part.text)].filter((line) => line !== '');
  return {
    text: lines.join('\n'),
    files: all.flatMap((part) => part.files),
    notShown: all.flatMap((part) => part.notShown),
  };
}

/** `[id1|Анна]` and `[club1|Администрация]` are shown by VK as the name; so are links to other objects. */
export function unfoldMentions(text: string): string {
  return text.replace(
    /\[(?:(?:id|club|public|event)\d+(?::[^|\]\s]*)?|https?:\/\/[^|\]\s]+)\|([^\]]*)\]/g,
    '$1',
  );
}

/** `null`: no place was given, or an impossible one. */
export function readPoint(geo: unknown): Point | null {
  const coordinates = vkGeo.safeParse(geo).data?.coordinates;
  if (coordinates === undefined) return null;
  const point = { lat: coordinates.latitude, lon: coordinates.longitude };
  return isPossiblePoint(point) ? point : null;
}

const nothing: Content = { text: '', files: [], notShown: [] };
const line = (text: string): Content => ({ ...nothing, text });
const file = (name: string | null, url: string, text = ''): Content => ({
  text,
  files: [{ name, source: { kind: 'url', url } }],
  notShown: [],
});

type Reader = (value: unknown, depth: number) => Content | null;

/** Reads one kind of attachment; a shape that does not fit ends in `notShown`. */
const reader =
  <T>(shape: z.ZodType<T>, read: (value: T, depth: number) => Content | null): Reader =>
  (value, depth) => {
    const parsed = shape.safeParse(value);
    return parsed.success ? read(parsed.data, depth) : null;
  };

const page = (kind: string) =>
  reader(vkPaged, ({ owner_id, id }) => line(`https://vk.com/${kind}${owner_id}_${id}`));

const readers: Readonly<Record<string, Reader>> = {
  photo: reader(vkPhoto, (photo) => {
    const largest = largestSize(photo);
    return largest === null ? null : file(null, largest, unfoldMentions(photo.text));
  }),
  doc: reader(vkDocument, ({ url, title, ext }) => file(documentName(title, ext), url)),
  audio_message: reader(vkAudioMessage, ({ link_mp3, link_ogg }) => {
    const url = link_mp3 ?? link_ogg;
    return url === undefined ? null : file(null, url);
  }),
  link: reader(vkLink, ({ url }) => line(url)),
  video: page('video'),
  poll: page('poll'),
  wall: reader(vkSharedPost, (post, depth) => sharedPost(post, depth)),
};

function readAttachment(value: unknown, depth: number): Content {
  const attachment = vkAttachment.safeParse(value).data;
  if (attachment === undefined) return { ...nothing, notShown: ['malformed'] };
  const read = Object.hasOwn(readers, attachment.type) ? readers[attachment.type] : undefined;
  return read?.(attachment[attachment.type], depth) ?? { ...nothing, notShown: [kindOf(attachment.type)] };
}

/** The kind goes into a log-safe detail, so it may be only a word. */
const kindOf = (type: string) => (/^[a-z_]{1,30}$/.test(type) ? type : 'malformed');

function largestSize(photo: z.infer<typeof vkPhoto>): string | null {
  const sizes = photo.orig_photo === undefined ? photo.sizes : [...photo.sizes, photo.orig_photo];
  const [largest] = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height);
  return largest?.url ?? null;
}

function documentName(title: string, ext: string): string | null {
  if (title === '') return null;
  return ext === '' || title.toLowerCase().endsWith(`.${ext.toLowerCase()}`) ? title : `${title}.${ext}`;
}

/** Posts that were reposted, as if they were attached: a resident's page shows them the same way. */
export const asAttachments = (posts: readonly unknown[]) => posts.map((wall) => ({ type: 'wall', wall }));

function sharedPost(post: z.infer<typeof vkSharedPost>, depth: number): Content | null {
  if (depth >= maxDepth) return null;
  const inside = readContent(
    { text: post.text, attachments: [...post.attachments, ...asAttachments(post.copy_history)], quoted: [] },
    depth + 1,
  );
  const owner = post.owner_id ?? post.to_id;
  const address =
    owner === undefined || post.id === undefined ? '' : `https://vk.com/wall${owner}_${post.id}`;
  return { ...inside, text: quote([inside.text, address].filter((part) => part !== '').join('\n')) };
}

function readQuoted(value: unknown, depth: number): Content {
  const message = vkQuoted.safeParse(value).data;
  if (message === undefined || depth >= maxDepth) return { ...nothing, notShown: ['quoted'] };
  const inside = readContent(
    { text: message.text, attachments: message.attachments, quoted: message.fwd_messages },
    depth + 1,
  );
  return { ...inside, text: quote(inside.text) };
}

const quote = (text: string) => (text === '' ? '' : text.replace(/^/gm, '> '));
