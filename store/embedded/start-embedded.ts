import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { StartFault } from '../start-fault.ts';
import { installedBinaries, linkLibraries } from './binaries.ts';
import {
  inventCredentials,
  readCredentials,
  roleNames,
  urlOf,
  writeCredentials,
  type Credentials,
} from './credentials.ts';
import { clusterOf, findRunning, freePort, startServer, stopServer, untilReady } from './postmaster.ts';
import { commandOf, takeSeat, type Seat } from './seat.ts';
import { alone } from './start-lock.ts';
import { settingsFor } from './tuning.ts';

/** The bundled PostgreSQL 18, running. */
export interface Embedded {
  /** Owner of the tables: migrations only. */
  readonly ownerUrl: string;
  /** The application's role: owns nothing, obeys row-level security. */
  readonly appUrl: string;
  /** Makes and clones databases; only tests and backups need it. */
  readonly superuserUrl: string;
  /** Where the files really are; differs from the folder asked for when root may not share it. */
  readonly folder: string;
  /** Process number of the server. */
  readonly pid: number;
  /** Stops the server unless another program still uses it. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  /** Nothing is flushed to disk: for tests only. */
  readonly disposable?: boolean;
}

/** Every program that uses the server shares this lock; whoever can take it alone is the last. */
const IN_USE = '7310571';
const DATABASE = 'otklik';
const STOPPED_UNDER_US = new Set(['57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET']);

/**
 * Starts the bundled PostgreSQL in `dataDir`, or joins the server that already runs there: after a
 * `kill -9` of the program, or because a second program works on the same data.
 *
 * @throws StartFault with a sentence for the person at the terminal
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const native = installedBinaries();
  linkLibraries(native);
  const seat = takeSeat(path.resolve(options.dataDir), native);
  return alone(seat.folder, () => open(seat, options.disposable ?? false));
}

async function open(seat: Seat, disposable: boolean): Promise<Embedded> {
  for (;;) {
    const credentials = await ensureRunning(seat, disposable);
    const keeper = await keepInUse(urlOf(credentials, 'superuser', 'postgres'));
    const running = findRunning(seat.folder);
    if (keeper === null || running === null) continue;
    await prepareRoles(keeper, credentials);
    return {
      ownerUrl: urlOf(credentials, 'owner', DATABASE),
      appUrl: urlOf(credentials, 'app', DATABASE),
      superuserUrl: urlOf(credentials, 'superuser', 'postgres'),
      folder: seat.folder,
      pid: running.pid,
      stop: () => leave(seat.folder, keeper),
    };
  }
}

async function ensureRunning(seat: Seat, disposable: boolean): Promise<Credentials> {
  const known = readCredentials(seat.folder);
  const running = findRunning(seat.folder);
  if (known !== null && running !== null) {
    const credentials = { ...known, port: running.port };
    const state = await untilReady(urlOf(credentials, 'superuser', 'postgres'), Date.now() + 60_000);
    if (state === 'ready') return credentials;
    throw new StartFault(
      `The PostgreSQL server ${running.pid} left in ${seat.folder} does not answer: stop it and start again.`,
    );
  }
  const credentials = { ...(known ?? inventCredentials(0)), port: await freePort(known?.port ?? 0) };
  if (known === null && existsSync(clusterOf(seat.folder))) {
    throw new StartFault(
      `The file ${path.join(seat.folder, 'credentials.json')} is lost: put it back from a backup, the data cannot be opened without it.`,
    );
  }
  writeCredentials(seat.folder, credentials);
  if (!existsSync(clusterOf(seat.folder))) makeCluster(seat, credentials);
  const settings = settingsFor({ memory: os.totalmem(), processors: os.availableParallelism(), disposable });
  await startServer(seat, credentials.port, settings, urlOf(credentials, 'superuser', 'postgres'));
  return credentials;
}

/** Builds the cluster aside and moves it into place, so a killed start leaves no half of one. */
function makeCluster(seat: Seat, credentials: Credentials): void {
  const unfinished = path.join(seat.folder, 'unfinished');
  const passwords = path.join(seat.folder, 'initial-password');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwords, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  try {
    writeFileSync(passwords, credentials.superuser, { mode: 0o600, flag: 'wx' });
    if (seat.owner !== null)
      for (const file of [unfinished, passwords]) chownSync(file, seat.owner.uid, seat.owner.gid);
    runInitdb(seat, unfinished, passwords);
    const loopbackOnly = 'host all all 127.0.0.1/32 scram-sha-256\n';
    writeFileSync(path.join(unfinished, 'pg_hba.conf'), loopbackOnly);
    renameSync(unfinished, clusterOf(seat.folder));
  } finally {
    rmSync(passwords, { force: true });
  }
}

function runInitdb(seat: Seat, cluster: string, passwords: string): void {
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const access = ['--auth=scram-sha-256', `--username=${roleNames.superuser}`, `--pwfile=${passwords}`];
  const [command, args] = commandOf(seat, 'initdb', [
    '-D',
    cluster,
    ...locale,
    ...access,
    '--no-instructions',
  ]);
  const made = spawnSync(command, args, {
    cwd: seat.folder,
    encoding: 'utf8',
    env: { LC_ALL: 'C' },
    ...seat.owner,
  });
  if (made.status === 0) return;
  const why = made.error?.message ?? made.stderr.trim().split('\n').at(-1) ?? 'no message';
  throw new StartFault(`PostgreSQL could not make its data folder in ${seat.folder}: ${why}.`);
}

/** Connects for as long as the program runs; `null` when the server is being stopped by its last user. */
async function keepInUse(url: string): Promise<pg.Client | null> {
  const keeper = new pg.Client({ connectionString: url, application_name: 'otklik keeper', keepAlive: true });
  keeper.on('error', () => {});
  try {
    await keeper.connect();
    await keeper.query(`select pg_advisory_lock_shared(${IN_USE})`);
    return keeper;
  } catch (error) {
    if (error instanceof Error && 'code' in error && STOPPED_UNDER_US.has(String(error.code))) return null;
    throw error;
  }
}

/** Two roles and a database; repeats after a start that was killed half way. */
async function prepareRoles(keeper: pg.Client, credentials: Credentials): Promise<void> {
  const existing = await keeper.query<{ rolname: string }>('select rolname from pg_roles');
  const known = new Set(existing.rows.map((row) => row.rolname));
  for (const role of ['owner', 'app'] as const) {
    if (known.has(roleNames[role])) continue;
    const password = keeper.escapeLiteral(credentials[role]);
    await keeper.query(
      `create role ${roleNames[role]} login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`,
    );
  }
  const databases = await keeper.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (databases.rowCount === 0) await keeper.query(`create database ${DATABASE} owner ${roleNames.owner}`);
}

async function leave(folder: string, keeper: pg.Client): Promise<void> {
  const isLast = await keeper
    .query(`select pg_advisory_unlock_shared(${IN_USE})`)
    .then(() => keeper.query<{ alone: boolean }>(`select pg_try_advisory_lock(${IN_USE}) as alone`))
    .then(({ rows }) => rows[0]?.alone === true)
    .catch(() => false);
  if (isLast) await stopServer(folder);
  await keeper.end().catch(() => {});
}
