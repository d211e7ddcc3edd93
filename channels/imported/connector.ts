import { z } from 'zod';
import type { Connector } from '../connector.ts';

export const importedSettings = z.strictObject({});

/** Messages that came in a file from another system. Their answers belong there: a person carries them back. */
export const imported: Connector<z.infer<typeof importedSettings>> = {
  channel: 'imported',
  settings: importedSettings,
  traits: {
    maxAnswerLength: 20_000,
    answersArePublic: 'as_asked',
    dropsRepeatedSends: true,
    regime: 'platform',
    comesBy: 'file',
    threadIsOneCase: false,
  },
  parse: () => ({ items: [{ kind: 'unknown', detail: 'files are read by the replay command' }] }),
  send: async () => ({ kind: 'manual' }),
};
