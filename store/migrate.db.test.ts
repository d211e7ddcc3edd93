import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { emptyDatabase } from './testing/test-database.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-migrations-'));
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string): void => writeFileSync(path.join(folder, `${name}.sql`), text);
write('0001-first', 'create table first (id int primary key); create table second (id int primary key);');

const { db, owner, ownerUrl } = await emptyDatabase();
const run = (): Promise<string[]> => migrate({ ownerUrl, appRole: 'otklik_app', folder });

describe('migrations', () => {
  test('run once, in the order of their numbers', async () => {
    expect(await run()).toEqual(['0001-first']);
    write('0002-next', 'alter table first add text text;');
    expect(await run()).toEqual(['0002-next']);
    expect(await run()).toEqual([]);
  });

  test('run by several programs at once are applied once', async () => {
    write('0003-together', 'create table third (id int primary key);');
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat()).toEqual(['0003-together']);
  });

  test('let the application change rows and nothing else', async () => {
    await sql`insert into first (id) values (1)`.execute(db);
    await sql`update first set text = 'яма'`.execute(db);
    await sql`delete from first`.execute(db);
    await expect(sql`truncate first`.execute(db)).rejects.toThrow('permission denied');
    await expect(sql`alter table first add more int`.execute(db)).rejects.toThrow('must be owner');
    await expect(sql`select * from migration.applied`.execute(db)).rejects.toThrow('permission denied');
  });

  test('let the application add a job, though the queue protects its tables', async () => {
    await sql`select graphile_worker.add_job('anything')`.execute(db);
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from graphile_worker._private_jobs`.execute(db);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('fail whole: nothing of a broken one stays', async () => {
    write('0004-broken', 'create table fourth (id int); select 1 / 0;');
    await expect(run()).rejects.toThrow('0004-broken failed: division by zero');
    const { rows } = await sql`select to_regclass('fourth') as found`.execute(owner());
    expect(rows).toEqual([{ found: null }]);
    rmSync(path.join(folder, '0004-broken.sql'));
  });

  test('may not be changed after they were applied', async () => {
    write('0002-next', 'alter table first add something_else text;');
    await expect(run()).rejects.toThrow('0002-next was changed after it had been applied');
    write('0002-next', 'alter table first add text text;');
    expect(await run()).toEqual([]);
  });

  test('of a newer program are not undone by an older one', async () => {
    rmSync(path.join(folder, '0003-together.sql'));
    await expect(run()).rejects.toThrow('made by a newer Otklik');
  });
});
