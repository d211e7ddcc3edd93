import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { addJobs } from '#store/jobs.ts';
import { addDeliveries } from '../queries/deliveries.ts';
import type { DeliveryPurpose } from '../rules/delivery.ts';

export interface OutgoingLetter {
  readonly appealId: string;
  readonly answerId: string | null;
  readonly purpose: DeliveryPurpose;
  readonly text: string;
}

/** Writes down what must reach residents and the jobs that send it, in the transaction that decided it. */
export async function queueDeliveries(
  tx: Writer,
  regionId: number,
  letters: readonly OutgoingLetter[],
  at: Date,
): Promise<void> {
  const rows = letters.map((letter) => ({ id: newId(at), at, ...letter }));
  await addDeliveries(tx, regionId, rows);
  await addJobs(
    tx,
    'deliver',
    rows.map((row) => ({ payload: { regionId, deliveryId: row.id }, key: `deliver:${row.id}` })),
  );
}
