import type { SendOutcome } from '#kernel/channel.ts';

export const deliveryPurposes = [
  'registered',
  'question',
  'extended',
  'interim',
  'final',
  'confirm_request',
  'declined',
] as const;
export type DeliveryPurpose = (typeof deliveryPurposes)[number];

export const deliveryStates = [
  'pending',
  'sending',
  'sent',
  'retry',
  'uncertain',
  'undeliverable',
  'misconfigured',
  'manual',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What follows an attempt: the state to show, when to try again, and whether a person must look. */
export interface AfterAttempt {
  readonly state: DeliveryState;
  readonly retryAt: Date | null;
  readonly detail: string | null;
  readonly externalId: string | null;
  readonly needsPerson: boolean;
}

/** A channel that is away for a day and a half is not coming back by itself. */
const MOST_ATTEMPTS = 12;
const LONGEST_PAUSE_SECONDS = 6 * 3600;

/**
 * @param attempt 1 for the first
 */
export function afterAttempt(outcome: SendOutcome, attempt: number, at: Date): AfterAttempt {
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        retryAt: null,
        detail: null,
        externalId: outcome.externalId,
        needsPerson: false,
      };
    case 'retry': {
      if (attempt >= MOST_ATTEMPTS) return stuck('undeliverable', 'gone');
      const pause = Math.min(LONGEST_PAUSE_SECONDS, Math.max(outcome.afterSeconds, 5 * 2 ** (attempt - 1)));
      return {
        state: 'retry',
        retryAt: new Date(at.getTime() + pause * 1000),
        detail: null,
        externalId: null,
        needsPerson: false,
      };
    }
    case 'uncertain':
      return stuck('uncertain', null);
    case 'undeliverable':
      return stuck('undeliverable', outcome.reason);
    case 'misconfigured':
      return stuck('misconfigured', outcome.detail);
    case 'manual':
      return stuck('manual', null);
  }
}

const stuck = (state: DeliveryState, detail: string | null): AfterAttempt => ({
  state,
  retryAt: null,
  detail,
  externalId: null,
  needsPerson: true,
});

/** What a person may do with a delivery that a machine could not finish. */
export const settlements = {
  sent_by_hand: { from: ['manual', 'undeliverable', 'misconfigured', 'uncertain'], to: 'sent' },
  arrived: { from: ['uncertain'], to: 'sent' },
  send_again: { from: ['uncertain', 'misconfigured', 'undeliverable', 'retry'], to: 'pending' },
} as const satisfies Record<string, { readonly from: readonly DeliveryState[]; readonly to: DeliveryState }>;
export type Settlement = keyof typeof settlements;
