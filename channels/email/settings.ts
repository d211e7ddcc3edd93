import { z } from 'zod';

const server = (name: string) => ({
  host: z
    .string(`Укажите имя сервера ${name}.`)
    .regex(/^[\w.:[\]-]{1,253}$/u, `Имя сервера ${name} — как mail.example.ru, без пробелов и https://.`),
  port: z
    .int(`Порт ${name} — целое число от 1 до 65535.`)
    .min(1, `Порт ${name} — целое число от 1 до 65535.`)
    .max(65_535, `Порт ${name} — целое число от 1 до 65535.`),
  /** `none` lets the password be read on the way: for a mail server in the same network only. */
  secure: z
    .enum(['tls', 'starttls', 'none'], `Шифрование ${name}: tls, starttls или none.`)
    .default('tls')
    .describe('Encryption: from the first byte (tls), after the greeting (starttls), or none'),
});

const folder = (error: string) => z.string(error).min(1, error).max(200, error);

const user = z.string('Укажите имя для входа на почту.').min(1, 'Укажите имя для входа на почту.');
const password = z.string('Укажите пароль для почты.').min(1, 'Укажите пароль для почты.');

const howToMark =
  'Принятое письмо можно отметить прочитанным (seen), своей меткой латиницей (keyword) или перенести в папку (moveTo).';
const afterReading = z
  .union(
    [
      z.literal('seen', howToMark),
      z.strictObject({ keyword: z.string(howToMark).regex(/^[A-Za-z][\w-]{0,40}$/, howToMark) }, howToMark),
      z.strictObject({ moveTo: folder(howToMark) }, howToMark),
    ],
    howToMark,
  )
  .default('seen')
  .describe('How a letter is marked once it is safely stored');

/**
 * One mailbox of a region: where letters come from and whose name the answers carry. README.md tells where the
 * values are found. Sentences are shown to the administrator as they are.
 */
export const emailSettings = z.strictObject(
  {
    address: z
      .email('Адрес ящика записывается как priemnaya@example.ru.')
      .describe('Residents write here, answers leave from here'),
    displayName: z
      .string('Укажите имя отправителя, которое увидит житель.')
      .regex(/^[^\r\n]{1,120}$/, 'Имя отправителя — одна строка до 120 знаков.'),
    imap: z.strictObject(
      {
        ...server('входящей почты'),
        user,
        password,
        folder: folder('Укажите папку, из которой брать письма.').default('INBOX'),
        afterReading,
      },
      'Настройки входящей почты — сервер, порт, шифрование, имя, пароль, папка и отметка принятых писем.',
    ),
    smtp: z.strictObject(
      {
        ...server('исходящей почты'),
        /** Absent for a relay that knows us by our address. */
        login: z.strictObject({ user, password }, 'Для входа нужны имя и пароль.').optional(),
      },
      'Настройки исходящей почты — сервер, порт, шифрование и вход.',
    ),
  },
  'Настройки почты — адрес ящика, имя отправителя, входящая и исходящая почта.',
);

export type EmailSettings = z.infer<typeof emailSettings>;
