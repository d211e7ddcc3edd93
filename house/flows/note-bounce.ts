import { recordOutcome } from '#flow/answer/acts/settle-delivery.ts';
import { deliveryByExternalId, setDeliveryState } from '#flow/answer/queries/deliveries.ts';
import type { Jobs } from '#kernel/events.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '../app.ts';
import { callPerson } from './call-person.ts';

/** The network tells that something sent did not arrive: what was "sent" becomes undeliverable and a person looks. */
export async function noteBounce(app: App, bounce: Jobs['note_bounce']): Promise<void> {
  const at = app.now();
  await withScope(app.db, wholeRegion(bounce.regionId), async (tx) => {
    const row = await deliveryByExternalId(tx, bounce.regionId, bounce.accountId, bounce.externalId);
    if (row === undefined) return;
    if (row.state === 'sending')
      await recordOutcome(tx, row, { kind: 'undeliverable', reason: bounce.reason }, at);
    else
      await setDeliveryState(tx, row, {
        state: 'undeliverable',
        settledAt: null,
        settledBy: null,
        detail: bounce.reason,
      });
    await callPerson(tx, bounce.regionId, row.appeal_id, at);
  });
}
