import { sql } from 'kysely';
import type { Writer } from '#store/connection.ts';

/**
 * One import of a kind into a region at a time: two would give one number to two rows. A file of a whole region takes minutes, and
 * whoever imports the next one waits for it.
 */
export async function lockImport(
  tx: Writer,
  regionId: number,
  of: 'objects' | 'addresses' | 'boundaries' | 'bodies',
): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${of}:${regionId}`}, 0))`.execute(tx);
}
