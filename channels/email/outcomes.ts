import type { SendOutcome } from '#kernel/channel.ts';

type Undeliverable = Extract<SendOutcome, { kind: 'undeliverable' }>['reason'];
type Meaning = Undeliverable | 'misconfigured';

/**
 * Enhanced status codes (RFC 3463, IANA registry "SMTP Enhanced Status Codes") without the class digit → what
 * they mean for an answer. The longest prefix that is listed decides.
 */
const meaningOfStatus: Readonly<Record<string, Meaning>> = {
  '1': 'gone', // addressing: no such mailbox, system, syntax
  '1.7': 'misconfigured', // our own address is malformed
  '1.8': 'misconfigured', // our own domain does not exist
  '2': 'gone', // mailbox disabled
  '2.2': 'blocked', // mailbox full
  '2.3': 'text_refused', // longer than the mailbox takes
  '3': 'blocked', // their mail system is full or not accepting
  '3.4': 'text_refused', // too big for their system
  '4': 'gone', // no route, no answer, expired on the way
  '5': 'misconfigured', // protocol: commands in disorder
  '5.3': 'misconfigured', // too many recipients
  '6': 'text_refused', // content or conversion
  '7': 'blocked', // policy
  '7.8': 'misconfigured', // credentials
  '7.9': 'misconfigured',
  '7.11': 'misconfigured', // encryption needed
  '7.14': 'misconfigured',
};

/** Basic replies (RFC 5321, RFC 4954) of servers that give no enhanced code. */
const meaningOfReply: Readonly<Record<number, Meaning>> = {
  500: 'misconfigured',
  501: 'misconfigured',
  502: 'misconfigured',
  503: 'misconfigured',
  504: 'misconfigured',
  530: 'misconfigured',
  534: 'misconfigured',
  535: 'misconfigured',
  538: 'misconfigured',
  521: 'gone',
  550: 'gone',
  551: 'gone',
  552: 'blocked',
  553: 'gone',
  554: 'blocked',
  555: 'misconfigured',
  556: 'gone',
};

/** Seconds to wait: greylisting opens after minutes, a full or closing server needs longer. */
const retrySeconds: Readonly<Record<number, number>> = { 421: 600, 450: 300, 451: 300, 452: 1800, 454: 900 };
const otherRetrySeconds = 300;
const noConnectionRetrySeconds = 60;

const aboutText = /spam|спам|content|virus|вирус|phish|blacklisted url|нежелательн|suspicious/i;
const aboutRelay = /relay|ретранс/i;
const aboutCertificate = /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY|ISSUER/;

function byStatus(status: string): Meaning | null {
  const [, subject = '', detail = ''] = status.split('.');
  return meaningOfStatus[`${subject}.${detail}`] ?? meaningOfStatus[subject] ?? null;
}

const statusIn = (text: string): string | null =>
  /(?:^|[^\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(text)?.[1] ?? null;

/** Why an answer came back, by the status code of the bounce and its words. */
export function bounceReason(status: string | null, words: string): Undeliverable {
  const found = status ?? statusIn(words);
  const meaning = found === null ? null : byStatus(found);
  if (meaning === 'blocked' && aboutText.test(words)) return 'text_refused';
  if (meaning === null) return /\b55[013]\b/.test(words) ? 'gone' : 'blocked';
  return meaning === 'misconfigured' ? 'blocked' : meaning;
}

/** What nodemailer tells of a failed attempt. */
export interface SendFailure {
  readonly code: string;
  /** The system's own code when `code` only names the step: `ECONNREFUSED`, `CERT_HAS_EXPIRED`. */
  readonly originalCode: string | null;
  /** SMTP command that was refused: `MAIL FROM`, `RCPT TO`, `DATA`. */
  readonly command: string;
  readonly reply: number | null;
  readonly response: string;
}

/**
 * What became of a failed attempt.
 * @param handedOver whether any byte of the letter went out; then a lost connection leaves it unknown
 */
export function outcomeOf(failure: SendFailure, handedOver: boolean): SendOutcome {
  if (failure.reply !== null && failure.reply >= 400) return outcomeOfReply(failure, failure.reply);
  switch (failure.code) {
    case 'ECONNECTION':
    case 'ESOCKET':
    case 'ETIMEDOUT':
    case 'ETLS':
    case 'EDNS':
    case 'EPROTOCOL':
    case 'EPROXY':
    case 'EABORT':
      if (handedOver) return { kind: 'uncertain' };
      if (aboutCertificate.test(failure.originalCode ?? '')) return misconfigured(failure);
      return { kind: 'retry', afterSeconds: noConnectionRetrySeconds };
    // The address itself cannot be written to: no server was asked.
    case 'EENVELOPE':
      return { kind: 'undeliverable', reason: 'gone' };
    // Larger than the server announced it takes.
    case 'EMESSAGE':
      return { kind: 'undeliverable', reason: 'text_refused' };
    default:
      return handedOver ? { kind: 'uncertain' } : misconfigured(failure);
  }
}

function outcomeOfReply(failure: SendFailure, reply: number): SendOutcome {
  if (reply < 500) return { kind: 'retry', afterSeconds: retrySeconds[reply] ?? otherRetrySeconds };
  if (failure.code === 'EAUTH' || failure.code === 'ENOAUTH') return misconfigured(failure);
  const meaning = meaningOf(failure, reply);
  return meaning === 'misconfigured' ? misconfigured(failure) : { kind: 'undeliverable', reason: meaning };
}

function meaningOf({ command, response }: SendFailure, reply: number): Meaning {
  const status = statusIn(response);
  const meaning = (status === null ? null : byStatus(status)) ?? meaningOfReply[reply] ?? 'blocked';
  // Refused by policy: at our address it is our settings, after the text was read it is the text.
  if (aboutRelay.test(response)) return 'misconfigured';
  if (command === 'MAIL FROM') return meaning === 'text_refused' ? meaning : 'misconfigured';
  if (command === 'DATA' && (meaning === 'blocked' || (status === null && meaning === 'gone')))
    return 'text_refused';
  return meaning === 'blocked' && aboutText.test(response) ? 'text_refused' : meaning;
}

/** Codes only: a server's words may hold addresses. */
const misconfigured = ({ code, originalCode, reply, command }: SendFailure): SendOutcome => ({
  kind: 'misconfigured',
  detail: [code, originalCode, reply, command].filter((word) => word !== null && word !== '').join(' '),
});
