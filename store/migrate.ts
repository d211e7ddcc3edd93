import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import pg from 'pg';
import { grantToApplication } from './grants.ts';
import { quietJobLogger } from './job-logger.ts';
import { StartFault } from './start-fault.ts';

export const migrationsFolder = path.join(import.meta.dirname, 'migrations');

const TEXTS_LOCK = 7_310_575;

export interface MigrateOptions {
  readonly ownerUrl: string;
  /** The role that gets row access and nothing else. */
  readonly appRole: string;
  readonly folder?: string;
}

/**
 * Brings the database to the newest schema as its owner: our migrations, the job queue's own, then what the
 * application's role may touch. Runs any number of times, also from several programs at once.
 *
 * @returns names of the migrations applied by this call
 * @throws StartFault when the database is newer than this program or a migration fails
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const pool = new pg.Pool({
    connectionString: options.ownerUrl,
    max: 2,
    application_name: 'otklik migrate',
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  // Notices ("already exists, skipping") would otherwise be lost anyway; the schema below is ours alone.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const applied = await applyMigrations(db, options.folder ?? migrationsFolder);
    await runMigrations({ pgPool: pool, logger: quietJobLogger });
    await grantToApplication(db, options.appRole);
    return applied;
  } finally {
    await db.destroy();
  }
}

async function applyMigrations(db: Kysely<unknown>, folder: string): Promise<string[]> {
  const texts = await readMigrations(folder);
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: async () =>
        Object.fromEntries([...texts].map(([name, text]) => [name, asMigration(text)])),
    },
    migrationTableSchema: 'migration',
    migrationTableName: 'applied',
    migrationLockTableName: 'applied_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  const failed = results?.find((result) => result.status === 'Error');
  if (error !== undefined) throw explain(error, failed?.migrationName);
  await compareTexts(db, texts);
  return (results ?? []).map((result) => result.migrationName);
}

/** `NNNN-name.sql`, in the order of their numbers. */
async function readMigrations(folder: string): Promise<Map<string, string>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const texts = new Map<string, string>();
  for (const file of files)
    texts.set(path.basename(file, '.sql'), await readFile(path.join(folder, file), 'utf8'));
  return texts;
}

const asMigration = (text: string): Migration => ({
  up: async (tx) => {
    await sql.raw(text).execute(tx);
  },
});

/** A migration changed after it was applied would leave this database unlike every other one. */
async function compareTexts(db: Kysely<unknown>, texts: ReadonlyMap<string, string>): Promise<void> {
  await sql`create table if not exists migration.text (name text primary key, sha256 text not null)`.execute(
    db,
  );
  const hashes = [...texts].map(([name, text]) => ({
    name,
    sha256: createHash('sha256').update(text).digest('hex'),
  }));
  const [changed] = await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${TEXTS_LOCK})`.execute(tx);
    await sql`create table if not exists migration.text (name text primary key, sha256 text not null)`.execute(
      tx,
    );
    const { rows } = await sql<{ name: string }>`
    with given as (select * from json_to_recordset(${JSON.stringify(hashes)}::json) as t (name text, sha256 text)),
         added as (insert into migration.text select name, sha256 from given on conflict (name) do nothing)
    select given.name from given join migration.text as known using (name) where known.sha256 <> given.sha256
    order by given.name`.execute(tx);
    return rows;
  });
  if (changed === undefined) return;
  throw new StartFault(
    `The migration ${changed.name} was changed after it had been applied to this database: put it back and add a new migration instead.`,
  );
}

function explain(error: unknown, migration: string | undefined): Error {
  const text = error instanceof Error ? error.message : String(error);
  if (/corrupted migrations/.test(text)) {
    return new StartFault(
      `The database was made by a newer Otklik than this one (${text}): update the program.`,
    );
  }
  return new Error(`Migration ${migration ?? '(none)'} failed: ${text}`, { cause: error });
}
