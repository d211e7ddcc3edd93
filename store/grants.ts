import { sql, type Kysely } from 'kysely';

/** Any number that nobody else locks: two programs granting at once would collide in the catalogue. */
const GRANT_LOCK = 7_310_572;

/**
 * Gives the application's role the rows of our tables (row-level security decides which) and the job queue.
 * The queue's tables have row-level security switched on and no policies: without ours `add_job` fails for
 * everyone but their owner.
 */
export async function grantToApplication(db: Kysely<unknown>, role: string): Promise<void> {
  const to = sql.id(role);
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${GRANT_LOCK})`.execute(tx);
    for (const schema of ['public', 'graphile_worker'].map((name) => sql.id(name))) {
      await sql`grant usage on schema ${schema} to ${to}`.execute(tx);
      await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${to}`.execute(tx);
      await sql`grant usage, select on all sequences in schema ${schema} to ${to}`.execute(tx);
      await sql`grant execute on all functions in schema ${schema} to ${to}`.execute(tx);
    }
    await sql`revoke insert, update, delete on graphile_worker.migrations from ${to}`.execute(tx);
    await openJobTables(tx, role);
  });
}

async function openJobTables(tx: Kysely<unknown>, role: string): Promise<void> {
  const { rows } = await sql<{ table: string }>`
    select c.relname as table
    from pg_class as c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
      and not exists (
        select from pg_policies as p
        where p.schemaname = 'graphile_worker' and p.tablename = c.relname and p.roles @> array[${role}]::name[]
      )
    order by c.relname`.execute(tx);
  for (const { table } of rows) {
    const target = sql`graphile_worker.${sql.id(table)}`;
    await sql`create policy ${sql.id(`open to ${role}`)} on ${target} to ${sql.id(role)} using (true) with check (true)`.execute(
      tx,
    );
  }
}
