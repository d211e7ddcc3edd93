import { z } from 'zod';
import type { Connector } from '../connector.ts';

/** The portal has nothing to set up. */
export const portalSettings = z.strictObject({});

/**
 * Our own portal. Messages come through the HTTP contract and never as raw calls; an answer is there as soon as the case
 * holds it, on the tracking page its author has the link to.
 */
export const portal: Connector<z.infer<typeof portalSettings>> = {
  channel: 'portal',
  settings: portalSettings,
  traits: {
    maxAnswerLength: 20_000,
    answersArePublic: 'never',
    dropsRepeatedSends: true,
    regime: 'platform',
    comesBy: 'portal_form',
    threadIsOneCase: false,
  },
  parse: () => ({ items: [{ kind: 'unknown', detail: 'the portal is not called from outside' }] }),
  send: async (answer) => ({ kind: 'sent', externalId: answer.idempotencyKey }),
};
