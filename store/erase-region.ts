import { sql } from 'kysely';
import { wholeRegion, withScope, type Db } from './connection.ts';
import type { Database } from './schema.gen.ts';

/** Tables whose rows others point at, those who point first; the rest goes with them. */
const inOrder = [
  'appeal',
  'incident',
  'message',
  'raw_payload',
  'file',
  'daily_count',
  'audit_entry',
  'staff',
  'sign_in_attempt',
  'register_finding_dismissal',
  'responsibility_rule',
  'executor',
  'asset',
  'house',
  'street',
  'settlement',
  'authority',
  'municipality',
  'topic',
  'channel_account',
] as const satisfies readonly (keyof Database)[];

/** Erases a region with everything in it. */
export async function eraseRegion(db: Db, regionId: number): Promise<void> {
  await withScope(db, wholeRegion(regionId), async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    for (const table of inOrder)
      await sql`delete from ${sql.table(table)} where region_id = ${regionId}`.execute(tx);
    await tx.deleteFrom('region').where('id', '=', regionId).execute();
  });
}
