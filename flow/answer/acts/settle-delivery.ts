import { fail, ok, type Result } from '#kernel/result.ts';
import type { SendOutcome } from '#kernel/channel.ts';
import type { Writer } from '#store/connection.ts';
import { addJob } from '#store/jobs.ts';
import { lockDelivery, recordAttempt, setDeliveryState, type DeliveryRow } from '../queries/deliveries.ts';
import {
  afterAttempt,
  settlements,
  type AfterAttempt,
  type DeliveryState,
  type Settlement,
} from '../rules/delivery.ts';

/** Writes down what became of an attempt and when the next one is. */
export async function recordOutcome(
  tx: Writer,
  row: DeliveryRow,
  outcome: SendOutcome,
  at: Date,
): Promise<AfterAttempt> {
  const after = afterAttempt(outcome, row.attempts, at);
  await recordAttempt(tx, row, after, outcome.kind, at);
  if (after.retryAt !== null)
    await addJob(
      tx,
      'deliver',
      { regionId: row.region_id, deliveryId: row.id },
      { runAt: after.retryAt, key: `deliver:${row.id}` },
    );
  return after;
}

/** A person finishes what a machine could not. */
export async function settleDelivery(
  tx: Writer,
  regionId: number,
  deliveryId: string,
  as: Settlement,
  by: { readonly staffId: string; readonly at: Date },
): Promise<Result<DeliveryRow, 'not_found' | 'move_not_allowed'>> {
  const row = await lockDelivery(tx, regionId, deliveryId);
  if (row === undefined) return fail({ code: 'not_found' });
  const rule: { readonly from: readonly DeliveryState[]; readonly to: DeliveryState } = settlements[as];
  if (!rule.from.includes(row.state)) return fail({ code: 'move_not_allowed', from: row.state, to: rule.to });
  const isSent = rule.to === 'sent';
  await setDeliveryState(tx, row, {
    state: rule.to,
    settledAt: isSent ? by.at : null,
    settledBy: by.staffId,
    detail: isSent ? as : null,
  });
  if (!isSent) await addJob(tx, 'deliver', { regionId, deliveryId }, { key: `deliver:${deliveryId}` });
  return ok(row);
}
