import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { columnTypes } from './column-types.ts';
import type { Database } from './schema.gen.ts';

/** Reads outside a transaction and starts transactions. */
export type Db = Kysely<Database>;
/** An open transaction. Acts and writing queries ask for it, so a write outside one does not compile. */
export type Writer = Transaction<Database>;

export interface PoolOptions {
  /** Connections held at most. */
  readonly poolSize: number;
  /** Name shown in pg_stat_activity. */
  readonly applicationName: string;
  /** A statement running longer than this many milliseconds is cancelled; 0 switches the limit off. */
  readonly statementTimeoutMs?: number;
}

/** A pool of `pg` connections with the session settings every part of the program expects. */
export function openPool(url: string, options: PoolOptions, types?: pg.CustomTypesConfig): pg.Pool {
  const pool = new pg.Pool({
    ...(types === undefined ? {} : { types }),
    connectionString: url,
    max: options.poolSize,
    application_name: options.applicationName,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    options: '-c timezone=UTC -c jit=off',
  });
  // A connection lost while idle or in use also fails the next query on it, and that failure is handled there.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Opens the database. `close` waits for queries under way. */
export function openDatabase(url: string, options: PoolOptions): Db {
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: openPool(url, options, columnTypes) }),
  });
}

/** Closes every connection of the pool behind `db`. */
export const close = (db: Db): Promise<void> => db.destroy();

/** Who asks and how far they may see. Row-level security reads it from the transaction's settings. */
export interface Scope {
  readonly regionId: number;
  /** `own`: only rows of the listed municipalities and authorities. */
  readonly sees: 'all' | 'own';
  readonly municipalities: readonly number[];
  readonly authorities: readonly number[];
  /** The signed-in person, for the audit; `null` for a guest or the system. */
  readonly actor: string | null;
}

/** The scope of the program itself, and of residents' own pages, which ask by secret. */
export const wholeRegion = (regionId: number): Scope => ({
  regionId,
  sees: 'all',
  municipalities: [],
  authorities: [],
  actor: null,
});

/**
 * Runs `work` in one transaction that sees what `scope` may see.
 *
 * A returned failure rolls everything back and is returned; an exception rolls back and is thrown.
 * A deadlock or serialization conflict repeats `work` up to three times, so it must not change
 * anything but the database.
 */
export async function withScope<T>(db: Db, scope: Scope, work: (tx: Writer) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(db, scope, work);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isConflict(error)) throw error;
      await pause(attempt * 20 + Math.random() * 20);
    }
  }
}

const MAX_ATTEMPTS = 3;

async function runOnce<T>(db: Db, scope: Scope, work: (tx: Writer) => Promise<T>): Promise<T> {
  const refused: { value: T }[] = [];
  try {
    return await db.transaction().execute(async (tx) => {
      await enterScope(tx, scope);
      const value = await work(tx);
      if (!isFailure(value)) return value;
      refused.push({ value });
      throw new RolledBack();
    });
  } catch (error) {
    const [first] = refused;
    if (error instanceof RolledBack && first !== undefined) return first.value;
    throw error;
  }
}

/** Sets the scope of a transaction that is already open; it ends with the transaction. */
export async function enterScope(tx: Writer, scope: Scope): Promise<void> {
  await sql`select
    set_config('otklik.region', ${String(scope.regionId)}, true),
    set_config('otklik.sees', ${scope.sees}, true),
    set_config('otklik.municipalities', ${scope.municipalities.join(',')}, true),
    set_config('otklik.authorities', ${scope.authorities.join(',')}, true),
    set_config('otklik.actor', ${scope.actor ?? ''}, true)`.execute(tx);
}

class RolledBack extends Error {}

function isFailure(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}

/** serialization_failure and deadlock_detected */
function isConflict(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code === '40001' || error.code === '40P01');
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
