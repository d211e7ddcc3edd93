import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { owners } from './owners.ts';
import { testDatabase } from './testing/test-database.ts';

const { owner } = await testDatabase();

/** Names of what breaks the rule: an empty list is the law kept. */
async function offenders(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  const { rows } = await query.execute(owner());
  return rows.map((row) => row.name);
}

const tables = sql`pg_class as c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;
const isTenant = sql`exists (select from pg_attribute as a where a.attrelid = c.oid and a.attname = 'region_id' and not a.attisdropped)`;

describe('every table of a region', () => {
  test('is protected by row-level security with at least one policy', async () => {
    const open = await offenders(sql`select c.relname as name from ${tables} and ${isTenant} and not
      (c.relrowsecurity and exists (select from pg_policy as p where p.polrelid = c.oid))`);
    expect(open).toEqual([]);
  });

  test('enables that security without forcing it: the owner must be able to backfill', async () => {
    expect(await offenders(sql`select c.relname as name from ${tables} and c.relforcerowsecurity`)).toEqual(
      [],
    );
  });

  test('begins every key with region_id', async () => {
    const wrong = await offenders(sql`
      select k.conname as name from pg_constraint as k join pg_class as c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u') and ${isTenant}
        and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'region_id'
      union all
      select i.indexrelid::regclass::text from pg_index as i join pg_class as c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique and ${isTenant}
        and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'region_id'`);
    expect(wrong).toEqual([]);
  });

  test('refers to other tables of regions by a key that begins with region_id', async () => {
    const wrong = await offenders(sql`
      select k.conname as name from pg_constraint as k join pg_class as c on c.oid = k.confrelid
      where c.relnamespace = 'public'::regnamespace and k.contype = 'f' and ${isTenant}
        and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'region_id'`);
    expect(wrong).toEqual([]);
  });
});

describe('the schema', () => {
  test('lets no view look past the policies of its reader', async () => {
    const wrong = await offenders(sql`select c.relname as name from pg_class as c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
        and not coalesce(c.reloptions, '{}') && array['security_invoker=true', 'security_invoker=on']`);
    expect(wrong).toEqual([]);
  });

  test('pins the search path of every function that runs as its owner', async () => {
    const wrong = await offenders(sql`select p.proname as name from pg_proc as p
      where p.pronamespace = 'public'::regnamespace and p.prosecdef
        and not exists (select from unnest(p.proconfig) as setting where setting like 'search_path=%')`);
    expect(wrong).toEqual([]);
  });

  test('names an owner for every table, and only for tables that exist', async () => {
    expect(await offenders(sql`select c.relname as name from ${tables} order by 1`)).toEqual(
      Object.keys(owners).sort(),
    );
  });
});
