import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { fail, ok } from '#kernel/result.ts';
import { withScope, type Scope } from './connection.ts';
import { testDatabase } from './testing/test-database.ts';

const { db, owner } = await testDatabase();
await sql`create table sheet (region_id int not null, text text primary key)`.execute(owner());
await sql`alter table sheet enable row level security`.execute(owner());
await sql`create policy own_region on sheet using (region_id = current_setting('otklik.region')::int)`.execute(
  owner(),
);
await sql`grant select, insert, update, delete on sheet to otklik_app`.execute(owner());

const scope: Scope = { regionId: 16, sees: 'own', municipalities: [1, 2], authorities: [7], actor: null };
const notes = async (within: Scope = scope): Promise<string[]> =>
  withScope(db, within, async (tx) => {
    const { rows } = await sql<{ text: string }>`select text from sheet order by text`.execute(tx);
    return rows.map((row) => row.text);
  });
const write = (text: string) => sql`insert into sheet values (16, ${text})`;

describe('a scope', () => {
  test('is what the database sees during the transaction', async () => {
    const seen = await withScope(db, scope, async (tx) => {
      const { rows } = await sql<Record<string, string>>`select
        current_setting('otklik.region') as region, current_setting('otklik.sees') as sees,
        current_setting('otklik.municipalities') as municipalities, current_setting('otklik.authorities') as authorities,
        current_setting('otklik.actor') as actor, current_user as role`.execute(tx);
      return rows[0];
    });
    expect(seen).toEqual({
      region: '16',
      sees: 'own',
      municipalities: '1,2',
      authorities: '7',
      actor: '',
      role: 'otklik_app',
    });
  });

  test('does not outlive its transaction on the same connection', async () => {
    await withScope(db, scope, async () => ok(null));
    const { rows } = await sql<{
      region: string | null;
    }>`select current_setting('otklik.region', true) as region`.execute(db);
    expect(rows[0]?.region ?? '').toBe('');
  });

  test('shows no row of another region', async () => {
    await withScope(db, scope, (tx) => write('ours').execute(tx));
    expect(await notes()).toContain('ours');
    expect(await notes({ ...scope, regionId: 77 })).toEqual([]);
  });
});

describe('a transaction', () => {
  test('is undone by a returned failure, which is returned', async () => {
    const result = await withScope(db, scope, async (tx) => {
      await write('refused').execute(tx);
      return fail({ code: 'not_found' });
    });
    expect(result).toEqual({ ok: false, failure: { code: 'not_found' } });
    expect(await notes()).not.toContain('refused');
  });

  test('is undone by an exception, which is thrown', async () => {
    const work = withScope(db, scope, async (tx) => {
      await write('thrown').execute(tx);
      throw new Error('bug');
    });
    await expect(work).rejects.toThrow('bug');
    expect(await notes()).not.toContain('thrown');
  });

  test('is repeated after a deadlock', async () => {
    await withScope(db, scope, async (tx) => {
      await write('left').execute(tx);
      await write('right').execute(tx);
    });
    const tries = { count: 0 };
    const arrived = new Set<string>();
    const met = async () => {
      while (arrived.size < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const lock = (text: string) => sql`update sheet set text = text where text = ${text}`;
    const cross = (first: string, second: string) =>
      withScope(db, scope, async (tx) => {
        tries.count += 1;
        await lock(first).execute(tx);
        arrived.add(first);
        await met();
        await lock(second).execute(tx);
        return ok(first);
      });
    const both = await Promise.all([cross('left', 'right'), cross('right', 'left')]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
    expect(tries.count).toBeGreaterThan(2);
  });
});

describe('values', () => {
  test('come as the program expects them', async () => {
    const { rows } = await sql`select 42::int8 as big, date '2026-05-09' as day, '{1,2}'::int8[] as many,
      '{"a": [1]}'::jsonb as json, timestamptz '2026-05-09 12:00+03' as at`.execute(db);
    expect(rows).toEqual([
      { big: 42, day: '2026-05-09', many: [1, 2], json: { a: [1] }, at: new Date('2026-05-09T09:00:00Z') },
    ]);
  });

  test('a whole number beyond 2^53 is refused rather than rounded', async () => {
    await expect(sql`select 9007199254740993::int8 as big`.execute(db)).rejects.toThrow('does not fit');
  });
});
