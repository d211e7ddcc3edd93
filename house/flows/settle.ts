import { settleDelivery } from '#flow/answer/acts/settle-delivery.ts';
import { deliveriesOf } from '#flow/answer/queries/deliveries.ts';
import type { Settlement } from '#flow/answer/rules/delivery.ts';
import { lockState, touchState } from '#flow/work/queries/states.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';

/** A person settles a delivery; when nothing of the case waits for a person any more, its mark goes. */
export async function queuedSettlement(
  tx: Writer,
  regionId: number,
  deliveryId: string,
  as: Settlement,
  by: { readonly staffId: string; readonly at: Date },
): Promise<Result<Record<string, never>, 'not_found' | 'move_not_allowed'>> {
  const settled = await settleDelivery(tx, regionId, deliveryId, as, by);
  if (!settled.ok) return settled;
  const state = await lockState(tx, regionId, settled.value.appeal_id);
  if (!state.ok || state.value.needs_attention !== 'delivery_failed') return ok({});
  const stuck = new Set(['uncertain', 'undeliverable', 'misconfigured', 'manual']);
  const others = await deliveriesOf(tx, regionId, settled.value.appeal_id);
  if (!others.some((one) => one.settled_at === null && stuck.has(one.state)))
    await touchState(tx, state.value, { needs_attention: null }, by.at, by.staffId);
  return ok({});
}
