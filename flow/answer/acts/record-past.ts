import type { SendOutcome } from '#kernel/channel.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { addPastDeliveries, type PastDelivery } from '../queries/deliveries.ts';
import { afterAttempt } from '../rules/delivery.ts';
import type { OutgoingLetter } from './queue-delivery.ts';

/** A letter that was sent, or tried, before this program kept the books. */
export interface PastLetter extends OutgoingLetter {
  readonly at: Date;
  /** Attempts in their order; the last tells how the letter stands. */
  readonly attempts: readonly { readonly at: Date; readonly outcome: SendOutcome }[];
  /** Whoever carried by hand what no machine could. */
  readonly byHand: { readonly staffId: string; readonly at: Date } | null;
}

/** Writes down letters of the past as the settled facts they are: nothing is sent and no job is made. */
export async function recordPastDeliveries(
  tx: Writer,
  regionId: number,
  letters: readonly PastLetter[],
): Promise<void> {
  await addPastDeliveries(
    tx,
    regionId,
    letters.map((letter): PastDelivery => {
      const afters = letter.attempts.map(({ at, outcome }, index) => afterAttempt(outcome, index + 1, at));
      const after = afters.at(-1);
      const last = letter.attempts.at(-1);
      if (after === undefined || last === undefined) throw new Error('a letter of the past was never tried');
      return {
        ...letter,
        id: newId(letter.at),
        after,
        attempts: letter.attempts.map(({ at, outcome }, index) => ({
          at,
          outcome: outcome.kind,
          detail: afters[index]?.detail ?? null,
        })),
        settledBy: letter.byHand?.staffId ?? null,
        settledAt: letter.byHand?.at ?? (after.state === 'sent' ? last.at : null),
      };
    }),
  );
}
