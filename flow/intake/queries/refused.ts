import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';

/** Which of these details of refused inputs are kept already: an import run again must not keep them twice. */
export async function refusedBefore(
  tx: Db | Writer,
  regionId: number,
  accountId: number,
  details: readonly string[],
): Promise<Set<string>> {
  if (details.length === 0) return new Set();
  const rows = await tx
    .selectFrom('raw_payload')
    .select('detail')
    .where('region_id', '=', regionId)
    .where('account_id', '=', accountId)
    .where('outcome', '=', 'refused')
    .where('detail', '=', sql<string>`any(${details}::text[])`)
    .execute();
  return new Set(rows.flatMap((row) => row.detail ?? []));
}
