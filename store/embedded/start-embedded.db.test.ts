import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { installedBinaries, linkLibraries } from './binaries.ts';
import { findRunning, stopServer } from './postmaster.ts';
import { takeSeat } from './seat.ts';
import { startEmbedded, type Embedded } from './start-embedded.ts';

const isRoot = process.getuid?.() === 0;
let root = '';
let dataDir = '';
const holders: ChildProcess[] = [];
const opened: Embedded[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'otklik-embedded-'));
  chmodSync(root, 0o755);
  dataDir = path.join(root, 'postgres');
});
afterEach(async () => {
  for (const holder of holders.splice(0)) holder.kill('SIGKILL');
  await Promise.all(opened.splice(0).map((embedded) => embedded.stop()));
  await stopServer(dataDir);
  rmSync(root, { recursive: true, force: true });
});

async function start(): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir });
  opened.push(embedded);
  return embedded;
}

const held = z.object({ pid: z.int(), appUrl: z.string(), folder: z.string() });

/** Starts the server from another program, as another user if asked. */
async function hold(folder: string, user: { uid?: number; gid?: number } = {}) {
  const node = path.resolve('node_modules/.bin/node');
  const program = path.join(import.meta.dirname, 'hold-server.ts');
  const child = spawn(node, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'], ...user });
  holders.push(child);
  const [line] = await once(child.stdout, 'data');
  return { child, ...held.parse(JSON.parse(String(line))) };
}

async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return rows;
  } finally {
    await client.end();
  }
}

const kill9 = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};

const ownerOf = (pid: number): number => statSync(`/proc/${pid}`).uid;

describe('a fresh folder', () => {
  test('becomes a server with two roles, the application being neither owner nor privileged', async () => {
    const { appUrl, ownerUrl } = await start();
    const [app] = await query(
      appUrl,
      `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as privileged, current_user as role,
         pg_get_userbyid(datdba) as owner from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    );
    expect(app).toEqual({ privileged: false, role: 'otklik_app', owner: 'otklik_owner' });
    await query(ownerUrl, 'create table proof (id int)');
    await expect(query(appUrl, 'create table proof2 (id int)')).rejects.toThrow('permission denied');
  });

  test('listens on the loopback only, without a socket file, and wants a scram password', async () => {
    const { superuserUrl, folder, appUrl } = await start();
    const settings = await query(
      superuserUrl,
      `select name, setting from pg_settings where name in ('listen_addresses', 'unix_socket_directories', 'password_encryption', 'synchronous_commit', 'fsync', 'jit') order by name`,
    );
    expect(Object.fromEntries(settings.map((row) => [row['name'], row['setting']]))).toEqual({
      fsync: 'on',
      jit: 'off',
      listen_addresses: '127.0.0.1',
      password_encryption: 'scram-sha-256',
      synchronous_commit: 'on',
      unix_socket_directories: '',
    });
    expect(readFileSync(path.join(folder, 'cluster/pg_hba.conf'), 'utf8')).toBe(
      'host all all 127.0.0.1/32 scram-sha-256\n',
    );
    const wrong = new URL(appUrl);
    wrong.password = 'wrong';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
  });

  test('keeps its passwords in a file of its owner and leaves none elsewhere', async () => {
    const { folder } = await start();
    expect(statSync(path.join(folder, 'credentials.json')).mode & 0o777).toBe(0o600);
    expect(existsSync(path.join(folder, 'initial-password'))).toBe(false);
  });

  test('knows Russian letters', async () => {
    const { appUrl } = await start();
    expect(await query(appUrl, "select lower('ЯМА Ё') as lower")).toEqual([{ lower: 'яма ё' }]);
  });

  test('is made once by two programs that start together', async () => {
    const [one, two] = await Promise.all([hold(dataDir), hold(dataDir)]);
    expect(one.pid).toBe(two.pid);
  });
});

describe('a stop and a start', () => {
  test('keep the data and the port', async () => {
    const first = await start();
    await query(first.ownerUrl, "create table note as select 'яма' as text");
    await first.stop();
    expect(findRunning(first.folder)).toBeNull();
    const second = await start();
    expect(second.ownerUrl).toBe(first.ownerUrl);
    expect(await query(second.ownerUrl, 'select text from note')).toEqual([{ text: 'яма' }]);
  });

  test('a program that stops leaves the server to another that still uses it', async () => {
    const other = await hold(dataDir);
    const mine = await start();
    await mine.stop();
    expect(await query(other.appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    other.child.kill('SIGTERM');
    await once(other.child, 'exit');
    expect(findRunning(dataDir)).toBeNull();
  });
});

describe('after kill -9', () => {
  test('of the program, the next start joins the server that still runs', async () => {
    const before = await hold(dataDir);
    await kill9(before.child);
    const after = await start();
    expect(after.pid).toBe(before.pid);
    await after.stop();
    expect(findRunning(after.folder)).toBeNull();
  });

  test('of the server under writes, every acknowledged row is there', async () => {
    const before = await start();
    await query(before.ownerUrl, 'create table note (id int primary key)');
    const client = new pg.Client({ connectionString: before.ownerUrl });
    client.on('error', () => {});
    await client.connect();
    let acknowledged = 0;
    const writing = (async () => {
      for (let id = 1; ; id += 1) {
        await client.query('insert into note values ($1)', [id]);
        acknowledged = id;
      }
    })().catch(() => {});
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(50), 10_000);
    process.kill(before.pid, 'SIGKILL');
    await writing;
    const after = await start();
    expect(after.pid).not.toBe(before.pid);
    const [row] = await query(after.ownerUrl, 'select count(*)::int as n from note');
    expect(row?.['n']).toBeGreaterThanOrEqual(acknowledged);
  });

  test('a stale process number that now belongs to somebody else does not stop the start', async () => {
    const { folder, stop } = await start();
    await stop();
    const pidFile = path.join(folder, 'cluster/postmaster.pid');
    writeFileSync(pidFile, `${process.pid}\n${folder}/cluster\n1\n5432\n\n127.0.0.1\n0 0\n`);
    const { appUrl } = await start();
    expect(await query(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a half-made cluster is made anew', async () => {
    mkdirSync(path.join(dataDir, 'unfinished/base'), { recursive: true });
    writeFileSync(path.join(dataDir, 'initial-password'), 'left');
    const { appUrl } = await start();
    expect(await query(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a start lock left behind is ignored', async () => {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(path.join(dataDir, 'start.lock'), '2147483646 1');
    const { appUrl } = await start();
    expect(await query(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('the binaries', () => {
  test('find their libraries when install scripts were skipped', () => {
    const native = path.join(root, 'package/native');
    cpSync(installedBinaries(), native, {
      recursive: true,
      filter: (file) => !lstatSync(file).isSymbolicLink(),
    });
    linkLibraries(native);
    expect(lstatSync(path.join(native, 'lib/libpq.so.5')).isSymbolicLink()).toBe(true);
  });
});

describe.runIf(isRoot && process.platform === 'linux')('started by root', () => {
  test('the server runs as an ordinary user', async () => {
    const { pid } = await start();
    expect(ownerOf(pid)).not.toBe(0);
  });

  test('under a folder closed to others it runs in a user namespace, its data where asked', async () => {
    chmodSync(root, 0o700);
    const { appUrl, folder } = await start();
    expect(folder).toBe(dataDir);
    expect(await query(appUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('data keep the owner they were made with, whatever is possible later', async () => {
    chmodSync(root, 0o700);
    const before = await start();
    await before.stop();
    chmodSync(root, 0o755);
    await start();
    expect(statSync(path.join(dataDir, 'cluster')).uid).toBe(0);
  });

  test('binaries in a folder closed to others are copied beside the data', () => {
    const closed = path.join(root, 'closed');
    cpSync(path.dirname(installedBinaries()), path.join(closed, 'package'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    chmodSync(closed, 0o700);
    const seat = takeSeat(dataDir, path.join(closed, 'package/native'));
    expect(seat.native).toMatch(/postgres\/programs-/);
    expect(seat.owner).not.toBeNull();
  });

  test('an ordinary user starts it as well', async () => {
    const nobody = { uid: 65_534, gid: 65_534 };
    const folder = path.join(root, 'of-nobody');
    mkdirSync(folder);
    chmodSync(root, 0o777);
    chmodSync(folder, 0o777);
    const before = await hold(path.join(folder, 'postgres'), nobody);
    expect(ownerOf(before.pid)).toBe(nobody.uid);
    before.child.kill('SIGTERM');
    await once(before.child, 'exit');
  });
});
