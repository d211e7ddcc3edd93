import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartFault } from '../start-fault.ts';
import { commandOf, type Seat } from './seat.ts';

const MAX_LOG_BYTES = 10 * 1024 * 1024;
const START_SECONDS = 60;
const STOP_SECONDS = 30;
/** Above every possible process number: a server that reads it knows that its predecessor is gone. */
const NO_PROCESS = '2147483646';

export const clusterOf = (folder: string): string => path.join(folder, 'cluster');

/** What `postmaster.pid` says, if that server still runs on this very cluster. */
export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** The server that runs on the cluster now, also one left over by a killed program. */
export function findRunning(folder: string): Running | null {
  const file = path.join(clusterOf(folder), 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (pid === undefined || port === undefined || !Number.isInteger(pid)) return null;
  return runsOn(pid, clusterOf(folder)) ? { pid, port } : null;
}

/** A process number may be reused or be a zombie, so the folder the process stands in decides where it can be read. */
function runsOn(pid: number, cluster: string): boolean {
  try {
    process.kill(pid, 0);
    if (!existsSync('/proc/self/cwd')) return true;
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    return false;
  }
}

/**
 * The server refuses to start while the number in a stale `postmaster.pid` belongs to any process. The file
 * itself stays: it also tells the server which shared memory to check for children that outlived a crash.
 */
function disarmStalePid(folder: string): void {
  const file = path.join(clusterOf(folder), 'postmaster.pid');
  if (!existsSync(file)) return;
  const [, ...rest] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [NO_PROCESS, ...rest].join('\n'));
}

/** Starts the server; it outlives the terminal's Ctrl-C so that the program can stop it in order. */
export async function startServer(
  seat: Seat,
  port: number,
  settings: readonly string[],
  url: string,
): Promise<void> {
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    disarmStalePid(seat.folder);
    const server = spawnServer(seat, port, settings);
    const ended = new Promise<'ended'>((resolve) => server.once('close', () => resolve('ended')));
    const outcome = await Promise.race([untilReady(url, deadline), ended]);
    if (outcome === 'ready') return;
    if (outcome === 'late') server.kill('SIGINT');
    // Children of a killed server hold its memory for a moment; the port may be gone too.
    if (outcome === 'late' || Date.now() > deadline - (START_SECONDS - 10) * 1000)
      throw startFailure(seat.folder);
    await sleep(300);
  }
}

function spawnServer(seat: Seat, port: number, settings: readonly string[]): ChildProcess {
  const cluster = clusterOf(seat.folder);
  const options = [`port=${port}`, ...settings].flatMap((setting) => ['-c', setting]);
  const [command, args] = commandOf(seat, 'postgres', ['-D', cluster, ...options]);
  const log = openLog(seat.folder);
  const server = spawn(command, args, {
    detached: true,
    stdio: ['ignore', log, log],
    cwd: cluster,
    ...seat.owner,
  });
  server.on('error', () => {});
  server.unref();
  closeSync(log);
  return server;
}

const logOf = (folder: string): string => path.join(folder, 'server.log');

function openLog(folder: string): number {
  const file = logOf(folder);
  const isLong = existsSync(file) && statSync(file).size > MAX_LOG_BYTES;
  return openSync(file, isLong ? 'w' : 'a', 0o600);
}

function startFailure(folder: string): StartFault {
  const lines = readFileSync(logOf(folder), 'utf8').trimEnd().split('\n');
  const fatal = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? 'no message';
  return new StartFault(
    `The bundled PostgreSQL did not start (${fatal.trim()}); its log is ${logOf(folder)}.`,
  );
}

/** Waits until the server takes connections; recovery after a crash may take a while. */
export async function untilReady(url: string, deadline: number): Promise<'ready' | 'late'> {
  while (Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return 'ready';
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === '28P01') {
        throw new StartFault(
          'The bundled PostgreSQL does not accept its own password: credentials.json belongs to another cluster.',
        );
      }
      await sleep(20);
    }
  }
  return 'late';
}

/** Stops the server: open transactions roll back, everything acknowledged is on disk. */
export async function stopServer(folder: string): Promise<void> {
  const running = findRunning(folder);
  if (running === null) return;
  const deadline = Date.now() + STOP_SECONDS * 1000;
  process.kill(running.pid, 'SIGINT');
  while (findRunning(folder) !== null) {
    if (Date.now() > deadline) process.kill(running.pid, 'SIGQUIT');
    await sleep(10);
  }
}

/** A loopback port nobody listens on; `wanted` when it is still free. */
export async function freePort(wanted: number): Promise<number> {
  const server = net.createServer();
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(wanted, '127.0.0.1', () => resolve(true));
  });
  if (!listening) return freePort(0);
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : freePort(0);
}
