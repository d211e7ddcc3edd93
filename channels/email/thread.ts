import { createHash } from 'node:crypto';

const digest = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');

/** Message-IDs in a header, without angle brackets, in order. */
export function messageIds(header: string | null): string[] {
  if (header === null) return [];
  const bracketed = [...header.matchAll(/<([^<>\s]{1,500})>/g)].flatMap((match) => match[1] ?? []);
  if (bracketed.length > 0) return bracketed;
  const bare = header.trim();
  return /^[^\s<>]{1,500}@[^\s<>]{1,250}$/.test(bare) ? [bare] : [];
}

/** The Message-ID, or where a program left it out, a hash of the letter: the same bytes are the same letter. */
export const externalIdOf = (messageId: string | null, raw: Uint8Array): string =>
  messageId ?? `sha256:${digest(raw)}`;

const caseNumber = /(?:№|#|\bN[oо]?\.?)\s*((?:20)?\d{2}-\d{4,9})(?!\d)/iu;

/** Number of a case in a subject («Re: Яма [№ 26-000123]» → `26-000123`). */
export const caseNamedIn = (subject: string | null): string | null =>
  caseNumber.exec(subject ?? '')?.[1] ?? null;

const replyPrefix = /^\s*(?:(?:re|fwd?|fw|aw|отв|ответ|пер|пересл|нa|на)(?:\s*\[\d+\])?\s*:\s*)+/i;
const numberTag = /\s*\[?\s*(?:№|#|\bN[oо]?\.?)\s*(?:20)?\d{2}-\d{4,9}\s*\]?\s*/giu;

export const isReplySubject = (subject: string | null): boolean =>
  /^\s*(?:re|aw|отв|ответ)(?:\s*\[\d+\])?\s*:/i.test(subject ?? '');

/** The subject without «Re:», «Fwd:» and case numbers. */
export function plainSubject(subject: string | null): string {
  return (subject ?? '')
    .replace(replyPrefix, '')
    .replace(numberTag, ' ')
    .replace(/[\u0000-\u001f\s]+/g, ' ')
    .trim();
}

/**
 * Letters of one conversation with one author: the letter it began with (or the case it names) and whose it is.
 * The author stands there as a hash: keys are kept where addresses must not be.
 */
export function threadKeyOf(letter: {
  readonly references: readonly string[];
  readonly inReplyTo: string | null;
  readonly namesCase: string | null;
  readonly externalId: string;
  readonly author: string | null;
}): string {
  const root =
    letter.references[0] ??
    letter.inReplyTo ??
    (letter.namesCase === null ? letter.externalId : `case:${letter.namesCase}`);
  return `${root} ${digest(letter.author ?? '').slice(0, 16)}`;
}

const ownPrefix = 'otklik.';

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The same for every attempt to send one answer. */
export function ownMessageId(idempotencyKey: string, address: string): string {
  return `${ownPrefix}${digest(`${address.toLowerCase()}\n${idempotencyKey}`).slice(0, 40)}@${domainOf(address)}`;
}

export const isOwnMessageId = (messageId: string, address: string): boolean =>
  new RegExp(`^${ownPrefix.replace('.', '\\.')}[0-9a-f]{40}@`).test(messageId) &&
  domainOf(messageId) === domainOf(address);

/** Own Message-IDs named anywhere in a text: how bounces without a proper report are recognised. */
export function ownMessageIdsIn(text: string, address: string): string[] {
  return [...text.matchAll(/otklik\.[0-9a-f]{40}@[\w.-]+/gi)]
    .map(([id]) => id)
    .filter((id) => isOwnMessageId(id, address));
}
