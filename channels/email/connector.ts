import type { Connector } from '../connector.ts';
import { firstAddress } from './address.ts';
import { listenToMailbox } from './listen.ts';
import { parseLetter } from './parse.ts';
import { maxAnswerLength, sendLetter } from './send.ts';
import { emailSettings } from './settings.ts';
import type { EmailSettings } from './settings.ts';

/** Letters of one mailbox: in by IMAP, out by SMTP. */
export const email: Connector<EmailSettings> = {
  channel: 'email',
  settings: emailSettings,
  traits: {
    maxAnswerLength,
    answersArePublic: 'never',
    // Some mail programs hide a second letter with the same Message-ID, most do not.
    dropsRepeatedSends: false,
    regime: 'platform',
    comesBy: 'network',
    threadIsOneCase: true,
  },
  addressOf: firstAddress,
  parse: parseLetter,
  send: sendLetter,
  listen: listenToMailbox,
};
