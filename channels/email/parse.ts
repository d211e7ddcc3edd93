import { addressParser } from 'postal-mime';
import type { Delivery, DeliveryItem, IncomingFile, IncomingMessage } from '#kernel/channel.ts';
import type { LetterAddress } from './address.ts';
import { automaticSign, isRobot } from './automatic.ts';
import { readReport } from './bounce.ts';
import { repairText } from './charset.ts';
import { readLetter } from './mime.ts';
import type { Enclosure, Letter } from './mime.ts';
import { ownWords } from './own-words.ts';
import type { EmailSettings } from './settings.ts';
import {
  caseNamedIn,
  externalIdOf,
  isReplySubject,
  messageIds,
  plainSubject,
  threadKeyOf,
} from './thread.ts';

/** Smaller pictures inside the text are logos, smileys and tracking pixels. */
const smallestInlineImageBytes = 5 * 1024;
/** Parts that serve programs. */
const machineParts =
  /^(?:application\/(?:pgp-signature|(?:x-)?pkcs7-signature)|message\/(?:global-)?delivery-status|text\/rfc822-headers|text\/x-amp-html)$/;
/** How many Message-IDs of the conversation an answer repeats: the first and the latest. */
const latestReferences = 20;

/** Subjects programs or habit fill in. */
const emptySubject =
  /^(?:без темы|\(?без темы\)?|<без темы>|no subject|\(no subject\)|обращение|жалоба|письмо|сообщение|вопрос|заявление)?[.!\s]*$/i;

/** One letter, RFC 5322 bytes → what it brings. Never rejects. */
export async function parseLetter(
  raw: Uint8Array,
  settings: Pick<EmailSettings, 'address'>,
): Promise<Delivery> {
  if (isFlood(raw)) return unknown('letter_unreadable: lines');
  let letter: Letter;
  try {
    letter = await readLetter(raw);
  } catch (error) {
    return unknown(`letter_unreadable: ${error instanceof Error ? error.name : 'error'}`);
  }
  const isLetter = ['from', 'message-id', 'date', 'received', 'subject'].some(
    (name) => letter.first(name) !== null,
  );
  if (!isLetter) return unknown('not_a_letter');
  const report = readReport(letter, settings.address);
  if (report !== null) return { items: [report] };
  if (letter.text === null) return unknown('text_undecodable');
  const sentAt = momentOf(letter);
  if (sentAt === null) return unknown('date_missing');
  const skipped = letter.enclosures.filter(isDecoration).length;
  const items: DeliveryItem[] = [
    { kind: 'message', message: messageOf(letter, letter.text, sentAt, raw, settings.address) },
  ];
  if (skipped > 0) items.push({ kind: 'ignored', what: `inline_images: ${skipped}` });
  return { items };
}

/** Each line costs microseconds to split, so a few megabytes of line ends would stop the server for a minute. */
function isFlood(raw: Uint8Array): boolean {
  let lines = 0;
  for (const byte of raw) if (byte === 0x0a) lines += 1;
  return lines > 200_000 && raw.length / lines < 40;
}

const unknown = (detail: string): Delivery => ({ items: [{ kind: 'unknown', detail }] });

const isDecoration = ({ isInline, mediaType, bytes }: Enclosure) =>
  isInline && mediaType.startsWith('image/') && bytes.length < smallestInlineImageBytes;

function messageOf(
  letter: Letter,
  text: string,
  sentAt: Date,
  raw: Uint8Array,
  ownAddress: string,
): IncomingMessage {
  const author = authorOf(letter, ownAddress);
  const subject = subjectOf(letter);
  const messageId = messageIds(letter.first('message-id'))[0] ?? null;
  const references = messageIds(letter.all('references').join(' '));
  const inReplyTo = messageIds(letter.first('in-reply-to'))[0] ?? references.at(-1) ?? null;
  const namesCase = caseNamedIn(subject);
  const externalId = externalIdOf(messageId, raw);
  const isReply = inReplyTo !== null || isReplySubject(subject);
  return {
    externalId,
    threadKey: threadKeyOf({ references, inReplyTo, namesCase, externalId, author: author.address }),
    address: {
      kind: 'letter',
      to: author.address,
      messageId,
      references: shortened(references)
        .map((id) => `<${id}>`)
        .join(' '),
      subject: plainSubject(subject),
    } satisfies LetterAddress,
    isPublic: false,
    text: textOf(ownWords(text, isReply), subject, isReply),
    sentAt,
    author: { externalId: author.address, name: author.name },
    files: letter.enclosures
      .filter((file) => !isDecoration(file) && !machineParts.test(file.mediaType))
      .map(fileOf),
    point: null,
    inReplyTo,
    namesCase,
    isAutomatic: automaticSign(letter, author.address, ownAddress) !== null,
  };
}

const fileOf = ({ name, bytes }: Enclosure): IncomingFile => ({ name, source: { kind: 'bytes', bytes } });

const shortened = (references: readonly string[]) =>
  references.length <= latestReferences
    ? references
    : [...references.slice(0, 1), ...references.slice(-latestReferences)];

const subjectOf = (letter: Letter) => letter.first('subject')?.replace(/\s+/g, ' ').slice(0, 1000) ?? null;

/** A first letter often says what and where in its subject alone; in an answer the subject is ours. */
function textOf(own: string, subject: string | null, isReply: boolean): string {
  const heading = plainSubject(subject);
  const isNews =
    !isReply && !emptySubject.test(heading) && !own.toLowerCase().startsWith(heading.toLowerCase());
  return isNews ? `${heading}\n\n${own}`.trim() : own;
}

interface Author {
  readonly address: string | null;
  readonly name: string | null;
}

function mailboxIn(header: string | null): Author {
  const first = header === null ? undefined : addressParser(header, { flatten: true })[0];
  const address = first?.address?.trim().toLowerCase() ?? '';
  const name = repairText(first?.name ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    address: /^[^\s@<>]{1,128}@[^\s@<>]{1,255}$/.test(address) ? address : null,
    name: name === '' || name.toLowerCase() === address ? null : name.slice(0, 200),
  };
}

/**
 * Whose letter it is and where the answer goes. `Reply-To` counts only where the sender is a robot or ourselves (a
 * form on a site): otherwise a stranger could write in a resident's name and have the answer sent to himself.
 */
function authorOf(letter: Letter, ownAddress: string): Author {
  const from = mailboxIn(letter.raw('from') ?? letter.raw('sender'));
  if (from.address !== null && !isRobot(from.address) && from.address !== ownAddress.toLowerCase())
    return from;
  const replyTo = mailboxIn(letter.raw('reply-to'));
  return replyTo.address === null ? from : replyTo;
}

const minutes = 60_000;
const days = 24 * 60 * minutes;

function dateIn(header: string | undefined): Date | null {
  const text = (header ?? '')
    .slice(-200)
    .replace(/\([^)]*\)/g, ' ')
    .trim();
  // The engine makes a date of almost anything.
  if (!/\b\d{4}\b/.test(text) || !/\d{1,2}:\d{2}/.test(text)) return null;
  // Without a zone the machine's own would be taken, and the same letter would mean two moments.
  const at = Date.parse(/(?:[+-]\d{4}|[A-Z]{1,4})$/.test(text) ? text : `${text} +0000`);
  const isSane = at > Date.UTC(1990, 0, 1) && at < Date.UTC(2200, 0, 1);
  return isSane ? new Date(at) : null;
}

/** When it was sent. A resident's clock is believed within a month before the servers that carried the letter. */
function momentOf(letter: Letter): Date | null {
  const received = dateIn(letter.all('received')[0]?.split(';').at(-1));
  const sent =
    letter
      .all('date')
      .map(dateIn)
      .find((date) => date !== null) ?? null;
  if (received === null || sent === null) return sent ?? received;
  const lag = received.getTime() - sent.getTime();
  return lag >= -10 * minutes && lag <= 30 * days ? sent : received;
}
