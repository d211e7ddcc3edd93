import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { close, openDatabase, type Db } from '#store/connection.ts';
import { startEmbedded } from '#store/embedded/start-embedded.ts';
import { makeFolder } from '#store/make-folder.ts';
import { migrate } from '#store/migrate.ts';
import { checkServer, roleOf } from '#store/roles.ts';
import { StartFault } from '#store/start-fault.ts';
import type { Config } from './config.ts';

/** The house with the lights on: a database that is running, migrated and checked. */
export interface House {
  /** Signed in as the application. */
  readonly db: Db;
  /** For the job runner, which opens connections of its own. */
  readonly appUrl: string;
  /** For seeding and imports that row-level security would stop. */
  readonly ownerUrl: string;
  /** Encrypts and signs; 32 characters or more. */
  readonly secret: string;
  /** Names of migrations applied by this start. */
  readonly migrated: readonly string[];
  /** Closes the pool, then stops the bundled server if nobody else uses it. */
  stop(): Promise<void>;
}

/**
 * Opens everything a program needs before it may serve.
 *
 * @throws StartFault with one sentence: port taken, folder closed, database unreachable or too old
 */
export async function openHouse(config: Config): Promise<House> {
  prepareFolder(config.dataFolder);
  const database = await openServer(config);
  try {
    const secret = config.secret ?? keepSecret(config.dataFolder);
    const { ownerUrl, appUrl } = database;
    const migrated = await migrate({ ownerUrl, appRole: roleOf(appUrl) });
    const db = openDatabase(appUrl, { poolSize: config.databasePool, applicationName: 'otklik' });
    return {
      db,
      appUrl,
      ownerUrl,
      secret,
      migrated,
      stop: async () => {
        await close(db);
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

interface Server {
  readonly ownerUrl: string;
  readonly appUrl: string;
  stop(): Promise<void>;
}

async function openServer({ database, dataFolder }: Config): Promise<Server> {
  if (database.kind === 'embedded') return startEmbedded({ dataDir: path.join(dataFolder, 'postgres') });
  await checkServer(database.appUrl, database.ownerUrl);
  return { ...database, stop: async () => {} };
}

function prepareFolder(folder: string): void {
  const probe = path.join(folder, `.write-${process.pid}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new StartFault(
      `Cannot write into ${folder}${code}: give this user the folder or set OTKLIK_DATA to another.`,
    );
  }
}

/** Made by the first start, read by every other; two first starts agree because only one may create the file. */
function keepSecret(folder: string): string {
  const file = path.join(folder, 'secret');
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length >= 32) return secret;
  throw new StartFault(
    `The file ${file} is damaged: put it back from a backup, contacts and texts cannot be read without it.`,
  );
}

/** Fails with a sentence when somebody else listens there; called before anything slow. */
export async function checkPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const server = net.createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(explainListening(error, host, port)));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

function explainListening(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE')
    return new StartFault(`Port ${port} on ${host} is taken by another program: stop it or set PORT.`);
  if (code === 'EACCES')
    return new StartFault(`Port ${port} needs more rights than this user has: set PORT to 1024 or above.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartFault(`This machine has no address ${host}: mend HOST.`);
  return error;
}

/**
 * Runs a program; a start fault is printed as its sentence alone and ends with exit code 1. When the process that
 * started us is killed, the channel to it closes and we stop as if told to.
 */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  if (process.connected) {
    process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
    process.channel?.unref();
  }
  try {
    await program();
  } catch (error) {
    const text = error instanceof StartFault ? error.message : error;
    console.error(text);
    process.exitCode = 1;
    // Pools half opened would keep the process; there is nothing left to wait for.
    setTimeout(() => process.exit(1), 500).unref();
  }
}
