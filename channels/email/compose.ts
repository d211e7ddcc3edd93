import type { OutgoingAnswer } from '#kernel/channel.ts';
import type { LetterAddress } from './address.ts';
import type { EmailSettings } from './settings.ts';
import { ownMessageId, plainSubject } from './thread.ts';

/** A letter ready to be posted, in the words of nodemailer. */
export interface OutgoingLetter {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: ''; readonly address: string };
  readonly subject: string;
  readonly messageId: string;
  readonly inReplyTo?: string;
  readonly references?: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: { filename: string; contentType: string; content: Buffer }[];
  readonly headers: Readonly<Record<string, string>>;
}

/** The answer as a letter of the same conversation. */
export function composeLetter(
  answer: OutgoingAnswer,
  address: LetterAddress,
  recipient: string,
  settings: Pick<EmailSettings, 'address' | 'displayName'>,
): OutgoingLetter {
  const answered = address.messageId === null ? null : `<${address.messageId}>`;
  const subject = address.subject || plainSubject(answer.subject);
  return {
    from: { name: settings.displayName, address: settings.address },
    // As one address: a comma in it must not make two.
    to: { name: '', address: recipient },
    subject: `Re: ${subject === '' ? '' : `${subject} `}[№ ${answer.caseNumber}]`,
    messageId: `<${ownMessageId(answer.idempotencyKey, settings.address)}>`,
    ...(answered === null
      ? {}
      : { inReplyTo: answered, references: `${address.references} ${answered}`.trim() }),
    text: answer.text,
    html: htmlOf(answer.text),
    attachments: answer.files.map(({ name, mediaType, bytes }) => ({
      filename: name,
      contentType: mediaType,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    })),
    headers: {
      // RFC 3834: asks vacation programs to keep silent; X-Loop tells us our own letter when it comes back.
      'Auto-Submitted': answered === null ? 'auto-generated' : 'auto-replied',
      'X-Auto-Response-Suppress': 'All',
      'X-Loop': settings.address,
    },
  };
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (char) => entities[char] ?? char);

/** Addresses become links; sentences do not lose their last full stop to them. */
const linked = (html: string) =>
  html.replace(/https?:\/\/[^\s<>]+[^\s<>.,;:!?)»]/g, (url) => `<a href="${url}">${url}</a>`);

function htmlOf(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${linked(escaped(paragraph)).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"></head><body>${paragraphs.join('')}</body></html>`;
}
