import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../embedded/start-embedded.ts';
import { migrate } from '../migrate.ts';

/** What a test file needs to clone the template and sign in; survives the way into a vitest worker. */
export interface TestServer {
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Name of the migrated database and the beginning of the names of its clones. */
  readonly template: string;
}

export interface RunningTestServer {
  readonly server: TestServer;
  stop(): Promise<void>;
}

/**
 * One server for a whole run, with the template database migrated once: the bundled PostgreSQL, or the one
 * of OTKLIK_TEST_DATABASE_URL (a superuser's address).
 */
export async function startTestServer(externalUrl: string | undefined): Promise<RunningTestServer> {
  const host = externalUrl === undefined ? await startDisposable() : await useExternal(externalUrl);
  const template = `otklik_test_${randomBytes(4).toString('hex')}`;
  await onServer(host.superuserUrl, `create database ${template} owner otklik_owner`);
  const { superuserUrl, ownerUrl, appUrl } = host;
  const server = { superuserUrl, ownerUrl, appUrl, template };
  await migrate({ ownerUrl: urlFor(ownerUrl, template), appRole: 'otklik_app' });
  return {
    server,
    stop: async () => {
      await dropAll(server);
      await host.stop();
    },
  };
}

type Host = Omit<TestServer, 'template'> & { stop(): Promise<void> };

async function startDisposable(): Promise<Host> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-test-'));
  chmodSync(folder, 0o755);
  const embedded = await startEmbedded({ dataDir: path.join(folder, 'postgres'), disposable: true });
  const undertaker = cleanAfterKill(embedded.pid, [folder, embedded.folder]);
  return {
    superuserUrl: embedded.superuserUrl,
    ownerUrl: embedded.ownerUrl,
    appUrl: embedded.appUrl,
    stop: async () => {
      undertaker.kill();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A shell that waits at a pipe: when this process dies, however, the pipe closes, and it stops the server. */
function cleanAfterKill(pid: number, folders: readonly string[]): { kill(): void } {
  const script = 'read -r word; [ "$word" = done ] && exit; kill -INT "$0"; sleep 1; rm -rf "$@"';
  const shell = spawn('/bin/sh', ['-c', script, String(pid), ...folders], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  return { kill: () => void shell.stdin.end('done\n') };
}

/** The roles belong to the whole server, so runs at the same time must agree on their passwords. */
async function useExternal(superuserUrl: string): Promise<Host> {
  const password = createHash('sha256').update(superuserUrl).digest('hex');
  for (const role of ['otklik_owner', 'otklik_app']) {
    const make = `create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password '${password}'`;
    await onServer(superuserUrl, `do $$ begin ${make}; exception when duplicate_object then null; end $$`);
  }
  const as = (role: string): string => {
    const url = new URL(superuserUrl);
    url.username = role;
    url.password = password;
    return url.href;
  };
  return { superuserUrl, ownerUrl: as('otklik_owner'), appUrl: as('otklik_app'), stop: async () => {} };
}

/** The same server and role, another database. */
export function urlFor(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** Runs one statement as the superuser. */
export async function onServer(superuserUrl: string, statement: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(statement);
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

async function dropAll({ superuserUrl, template }: TestServer): Promise<void> {
  const names = await onServer(
    superuserUrl,
    `select datname as name from pg_database where starts_with(datname, '${template}')`,
  );
  for (const name of names) await onServer(superuserUrl, `drop database if exists ${name} with (force)`);
}
