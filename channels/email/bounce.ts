import type { DeliveryItem } from '#kernel/channel.ts';
import { decodeText } from './charset.ts';
import type { Enclosure, Letter } from './mime.ts';
import { bounceReason } from './outcomes.ts';
import { messageIds, ownMessageIdsIn } from './thread.ts';

const words = (enclosure: Enclosure | undefined) =>
  enclosure === undefined ? '' : (decodeText(enclosure.bytes, null) ?? '');

/** A field of a machine-readable report, unfolded; the last one when several recipients are listed. */
function field(report: string, name: string): string | null {
  const found = [...report.replace(/\r?\n[ \t]+/g, ' ').matchAll(new RegExp(`^${name}:[ \\t]*(.*)$`, 'gim'))];
  return found.at(-1)?.[1]?.trim() ?? null;
}

const bounceSubject =
  /undeliver|delivery (?:status|failure|has failed)|mail delivery failed|failure notice|returned mail|не доставлен|недоставлен|невозможно доставить|доставка сообщения/i;

/**
 * What a report on our own letter says: it did not arrive (`bounced`), or a notice of no interest (delayed,
 * delivered, opened). `null` when the letter is not a report.
 */
export function readReport(letter: Letter, ownAddress: string): DeliveryItem | null {
  const status = letter.enclosures.find(
    ({ mediaType }) =>
      mediaType === 'message/delivery-status' || mediaType === 'message/global-delivery-status',
  );
  if (status !== undefined) return readDeliveryStatus(letter, words(status), ownAddress);
  const receipt = letter.enclosures.some(({ mediaType }) => mediaType === 'message/disposition-notification');
  if (receipt) return { kind: 'ignored', what: 'read_receipt' };
  return readPlainBounce(letter, ownAddress);
}

function originalId(letter: Letter, ownAddress: string): string | null {
  const original = letter.enclosures.find(({ mediaType }) =>
    /^(?:message\/(?:global|rfc822)|text\/rfc822-headers)/.test(mediaType),
  );
  const named = messageIds(field(words(original), 'Message-ID'))[0];
  return named ?? ownMessageIdsIn(everything(letter), ownAddress)[0] ?? null;
}

/** All places where a bounce may name the letter it returns. */
const everything = (letter: Letter) =>
  [
    letter.first('in-reply-to'),
    letter.first('references'),
    letter.text,
    ...letter.enclosures.map(words),
  ].join('\n');

function readDeliveryStatus(letter: Letter, report: string, ownAddress: string): DeliveryItem | null {
  const action = field(report, 'Action')?.toLowerCase() ?? 'failed';
  if (action !== 'failed')
    return { kind: 'ignored', what: `delivery_${/^[a-z]+/.exec(action)?.[0] ?? 'notice'}` };
  const externalId = originalId(letter, ownAddress);
  if (externalId === null) return null;
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(field(report, 'Status') ?? '')?.[0] ?? null;
  return {
    kind: 'bounced',
    externalId,
    reason: bounceReason(status, field(report, 'Diagnostic-Code') ?? ''),
  };
}

/** Bounces of old servers (qmail, Exim) in plain words: taken only when they name a letter of ours. */
function readPlainBounce(letter: Letter, ownAddress: string): DeliveryItem | null {
  const fromServer =
    /mailer-daemon@|postmaster@|mail-daemon@/i.test(letter.first('from') ?? '') ||
    letter.first('x-failed-recipients') !== null;
  const looksSo =
    bounceSubject.test(letter.first('subject') ?? '') ||
    letter.all('return-path').some((path) => /^<\s*>$/.test(path));
  if (!fromServer || !looksSo) return null;
  const externalId = ownMessageIdsIn(everything(letter), ownAddress)[0];
  return externalId === undefined
    ? null
    : { kind: 'bounced', externalId, reason: bounceReason(null, letter.text ?? '') };
}
