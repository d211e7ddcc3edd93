import { sql } from 'kysely';
import { close, openDatabase, type Db } from './connection.ts';

/** From this size on autovacuum keeps up by itself. */
const SMALL_ROWS = 20_000;

/**
 * Tells the planner the truth about tables that grow quickly from nothing. Every key begins with the region, so on an empty
 * table any index of a table looks as good as its primary key, and a plan chosen then reads the whole region
 * until autovacuum comes by.
 *
 * @param ownerUrl only the owner of the tables may do it
 * @param table a table that grows with all the others
 * @returns whether it was needed
 */
export async function refreshStatistics(db: Db, ownerUrl: string, table: string): Promise<boolean> {
  const { rows } = await sql<{ known: number }>`
    select reltuples as known from pg_class where oid = ${table}::regclass`.execute(db);
  if ((rows[0]?.known ?? 0) >= SMALL_ROWS) return false;
  const owner = openDatabase(ownerUrl, { poolSize: 1, applicationName: 'otklik statistics' });
  try {
    await sql`analyze`.execute(owner);
  } finally {
    await close(owner);
  }
  return true;
}
