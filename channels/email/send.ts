import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import type { Address, OutgoingAnswer, SendOutcome } from '#kernel/channel.ts';
import type { ChannelIo } from '../connector.ts';
import { readAddress } from './address.ts';
import { composeLetter } from './compose.ts';
import { outcomeOf } from './outcomes.ts';
import type { SendFailure } from './outcomes.ts';
import type { EmailSettings } from './settings.ts';

/** Connections to one mail server, kept open between answers. */
interface Pool {
  readonly transport: Transporter;
  /** Bytes of the letters on their way, by Message-ID: whether any were read tells whether DATA began. */
  readonly streams: Map<string, Readable>;
  readonly signals: WeakSet<AbortSignal>;
}

/** Keyed by the server's settings, so that a changed password gets connections of its own. */
const pools = new Map<string, Pool>();

/** Mail has no limit of its own; beyond this an answer belongs in a file. */
export const maxAnswerLength = 50_000;

const stopped: SendOutcome = { kind: 'retry', afterSeconds: 60 };
const seconds = 1000;

function openPool(smtp: EmailSettings['smtp']): Pool {
  const streams = new Map<string, Readable>();
  const transport = createTransport({
    pool: true,
    host: smtp.host,
    port: smtp.port,
    secure: smtp.secure === 'tls',
    requireTLS: smtp.secure === 'starttls',
    ignoreTLS: smtp.secure === 'none',
    ...(smtp.login === undefined ? {} : { auth: { user: smtp.login.user, pass: smtp.login.password } }),
    maxConnections: 3,
    // The pool must not resend by itself: a letter whose reply was lost may have arrived.
    maxRequeues: 0,
    idleTimeout: 30 * seconds,
    connectionTimeout: 20 * seconds,
    greetingTimeout: 20 * seconds,
    socketTimeout: 120 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transport.use('stream', (mail, done) => {
    const create = mail.message.createReadStream.bind(mail.message);
    mail.message.createReadStream = (options) => {
      const stream = create(options);
      streams.set(String(mail.data.messageId), stream);
      return stream;
    };
    done();
  });
  return { transport, streams, signals: new WeakSet() };
}

function poolFor({ smtp }: EmailSettings, signal: AbortSignal): Pool {
  const key = JSON.stringify(smtp);
  const pool = pools.get(key) ?? openPool(smtp);
  pools.set(key, pool);
  if (!pool.signals.has(signal)) {
    pool.signals.add(signal);
    const close = () => {
      if (pools.get(key) === pool) pools.delete(key);
      pool.transport.close();
    };
    signal.addEventListener('abort', close, { once: true });
  }
  return pool;
}

/** Posts an answer in the conversation it answers. Never rejects. */
export async function sendLetter(
  answer: OutgoingAnswer,
  to: Address,
  io: ChannelIo<EmailSettings>,
): Promise<SendOutcome> {
  if (io.signal.aborted) return stopped;
  const address = readAddress(to);
  if (address === null) return { kind: 'misconfigured', detail: 'The address was not made by e-mail' };
  if (address.to === null) return { kind: 'undeliverable', reason: 'gone' };
  if (answer.text.length > maxAnswerLength) return { kind: 'undeliverable', reason: 'text_refused' };
  const letter = composeLetter(answer, address, address.to, io.settings);
  const pool = poolFor(io.settings, io.signal);
  const mail = { ...letter, signal: io.signal };
  try {
    await pool.transport.sendMail(mail);
    return { kind: 'sent', externalId: letter.messageId.slice(1, -1) };
  } catch (error) {
    const failure = failureOf(error);
    const handedOver = pool.streams.get(letter.messageId)?.readableDidRead ?? false;
    io.log('email_send_failed', { code: failure.code, reply: failure.reply ?? 0, handedOver });
    return outcomeOf(failure, handedOver);
  } finally {
    pool.streams.delete(letter.messageId);
  }
}

function failureOf(error: unknown): SendFailure {
  const fields: Readonly<Record<string, unknown>> =
    typeof error === 'object' && error !== null ? { ...error } : {};
  const word = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  return {
    code: word('code') ?? 'UNKNOWN',
    originalCode: word('originalCode'),
    command: word('command') ?? '',
    reply: typeof fields['responseCode'] === 'number' ? fields['responseCode'] : null,
    response: word('response') ?? '',
  };
}
