import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { insertRows } from '#store/insert-rows.ts';
import type { Seals } from '#store/seal.ts';
import type { PayloadOutcome } from '../queries/payloads.ts';

const RETENTION_DAYS = 30;
const DAY_MS = 86_400_000;

export interface RawInput {
  readonly regionId: number;
  readonly accountId: number;
  readonly bytes: Uint8Array;
  readonly at: Date;
  readonly outcome: PayloadOutcome;
  readonly detail: string | null;
}

/**
 * Keeps what came from a channel exactly as it came, sealed, before anything else is done with it. It is gone after
 * 30 days. Returns the ids in the order given.
 */
export async function keepPayloads(tx: Writer, inputs: readonly RawInput[], seals: Seals): Promise<string[]> {
  const rows = inputs.map((input) => ({
    region_id: input.regionId,
    id: newId(input.at),
    account_id: input.accountId,
    received_at: input.at,
    sealed: seals.sealBytes('raw', input.bytes),
    outcome: input.outcome,
    detail: input.detail,
    expires_at: new Date(input.at.getTime() + RETENTION_DAYS * DAY_MS),
  }));
  await insertRows(tx, 'raw_payload', rows);
  return rows.map((row) => row.id);
}
