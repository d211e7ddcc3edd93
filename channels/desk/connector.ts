import { z } from 'zod';
import type { Connector } from '../connector.ts';

export const deskSettings = z.strictObject({});

/** Telephone, visit and paper: an operator enters the words and a person carries the answer back (a call, a printed letter). */
export const desk: Connector<z.infer<typeof deskSettings>> = {
  channel: 'desk',
  settings: deskSettings,
  traits: {
    maxAnswerLength: 20_000,
    answersArePublic: 'never',
    dropsRepeatedSends: true,
    regime: 'platform',
    comesBy: 'desk_form',
    threadIsOneCase: false,
  },
  parse: () => ({ items: [{ kind: 'unknown', detail: 'the desk is not called from outside' }] }),
  send: async () => ({ kind: 'manual' }),
};
