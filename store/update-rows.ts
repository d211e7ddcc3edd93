import { sql, type Updateable } from 'kysely';
import type { Writer } from './connection.ts';
import type { Database } from './schema.gen.ts';

/**
 * Changes many rows, each to values of its own, by one statement: the counterpart of `insertRows`.
 *
 * Every row names its key and the same columns; a row whose key is not there changes nothing.
 *
 * @param key columns that find the row
 */
export async function updateRows<T extends keyof Database & string>(
  tx: Writer,
  table: T,
  key: readonly (keyof Database[T] & string)[],
  rows: readonly Updateable<Database[T]>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const keys: readonly string[] = key;
  const changed = Object.keys(first).filter((name) => !keys.includes(name));
  const set = sql.join(changed.map((name) => sql`${sql.ref(name)} = n.${sql.ref(name)}`));
  const same = sql.join(
    keys.map((name) => sql`t.${sql.ref(name)} = n.${sql.ref(name)}`),
    sql` and `,
  );
  await sql`update ${sql.table(table)} t set ${set}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json) n where ${same}`.execute(
    tx,
  );
}
