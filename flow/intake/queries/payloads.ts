import type { Db, Writer } from '#store/connection.ts';

export const payloadOutcomes = ['waiting', 'taken', 'unknown', 'ignored', 'refused'] as const;
export type PayloadOutcome = (typeof payloadOutcomes)[number];

export const readPayload = (tx: Db | Writer, regionId: number, payloadId: string) =>
  tx
    .selectFrom('raw_payload')
    .select(['id', 'account_id', 'received_at', 'sealed', 'outcome'])
    .where('region_id', '=', regionId)
    .where('id', '=', payloadId)
    .executeTakeFirst();

export async function settlePayload(
  tx: Writer,
  regionId: number,
  payloadId: string,
  outcome: PayloadOutcome,
  detail: string | null,
): Promise<void> {
  await tx
    .updateTable('raw_payload')
    .set({ outcome, detail })
    .where('region_id', '=', regionId)
    .where('id', '=', payloadId)
    .execute();
}

/** Inputs that nobody understood, newest first. */
export const payloadsNotUnderstood = (tx: Db | Writer, regionId: number, limit: number) =>
  tx
    .selectFrom('raw_payload as p')
    .innerJoin('channel_account as a', (join) =>
      join.onRef('a.region_id', '=', 'p.region_id').onRef('a.id', '=', 'p.account_id'),
    )
    .select(['p.id', 'a.name as account', 'p.received_at', 'p.detail', 'p.expires_at'])
    .where('p.region_id', '=', regionId)
    .where('p.outcome', 'in', ['unknown', 'refused'])
    .orderBy('p.received_at', 'desc')
    .limit(limit)
    .execute();

/** Erases what has outlived its term; returns how many. */
export async function erasePayloads(tx: Writer, regionId: number, now: Date): Promise<number> {
  const result = await tx
    .deleteFrom('raw_payload')
    .where('region_id', '=', regionId)
    .where('expires_at', '<=', now)
    .where('outcome', '<>', 'waiting')
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
