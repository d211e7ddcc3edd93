import { startDovecot } from '#channels/email/testing/dovecot.ts';
import { startSmtp, type Smtp } from '#channels/email/testing/smtp.ts';
import { emailSettings, type EmailSettings } from '#channels/email/settings.ts';

/** A letter as a resident's mail program writes it. */
export interface ResidentLetter {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly from?: string;
  readonly headers?: readonly string[];
}

/** The mail of a centre: a real mailbox to read, a real server to post by. */
export interface PostOffice {
  readonly settings: EmailSettings;
  readonly smtp: Smtp;
  /** A letter of a resident arrives in the mailbox. */
  arrive(letter: ResidentLetter): Promise<void>;
  /** Any bytes arrive in the mailbox. */
  arriveRaw(bytes: Uint8Array): Promise<void>;
  stop(): Promise<void>;
}

export const letterAuthor = 'anna@example.org';

export async function openPostOffice(): Promise<PostOffice> {
  const [mailbox, smtp] = [await startDovecot(), await startSmtp()];
  const { user, password } = mailbox;
  return {
    smtp,
    settings: emailSettings.parse({
      address: user,
      displayName: 'Приёмная Озёрного края',
      imap: { host: '127.0.0.1', port: mailbox.port, secure: 'none', user, password },
      smtp: { host: '127.0.0.1', port: smtp.port, secure: 'none', login: { user: smtp.user, password } },
    }),
    arrive: (letter) => mailbox.deliver(letterBytes(letter, user)),
    arriveRaw: (bytes) => mailbox.deliver(bytes),
    stop: async () => {
      await mailbox.stop();
      await smtp.stop();
    },
  };
}

const encoded = (words: string): string => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;

const letterBytes = (letter: ResidentLetter, to: string): Buffer =>
  Buffer.from(
    [
      `From: ${encoded('Анна Примерова')} <${letter.from ?? letterAuthor}>`,
      `To: ${to}`,
      `Message-ID: <${letter.id}>`,
      `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
      `Subject: ${encoded(letter.subject)}`,
      ...(letter.headers ?? []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(letter.text).toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
      '',
    ].join('\r\n'),
  );
