import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../make-folder.ts';
import { StartFault } from '../start-fault.ts';
import { copyBinaries } from './binaries.ts';

/** Where the server's files lie and under whose name it runs: PostgreSQL refuses to run as root. */
export interface Seat {
  /** Holds the cluster, the log and the credentials. */
  readonly folder: string;
  /** Holds `bin/postgres` and `bin/initdb`. */
  readonly native: string;
  /** Who must own the cluster; `null` keeps whoever started the program. */
  readonly owner: User | null;
  /** Put before every command of the server. */
  readonly prefix: readonly string[];
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Chooses the seat. Not root: the folder as asked, as ourselves. Root: as `postgres` or `nobody` when
 * they can enter the folder; else in a user namespace where root's files belong to an ordinary user;
 * else under /var/lib/otklik. A cluster made earlier keeps the owner it was made with.
 *
 * @param asked the folder the person chose; made if it is missing
 */
export function takeSeat(asked: string, native: string): Seat {
  prepareFolder(asked);
  if (process.getuid?.() !== 0) return { folder: asked, native, owner: null, prefix: [] };
  const keeper = ownerOfCluster(asked);
  if (keeper === null) return newSeat(asked, native);
  if (keeper.uid === 0) return namespaceSeat(asked, native) ?? refuse(asked);
  return userSeat(asked, native, keeper) ?? refuse(asked);
}

/** How to run one of the server's programs from this seat; the caller adds `owner` to the options. */
export function commandOf(
  seat: Seat,
  program: 'postgres' | 'initdb',
  args: readonly string[],
): [string, string[]] {
  const file = path.join(seat.native, 'bin', program);
  const [command, ...before] = [...seat.prefix, file, ...args];
  return [command ?? file, before];
}

function newSeat(asked: string, native: string): Seat {
  for (const user of ['postgres', 'nobody'].flatMap(findUser)) {
    const seat = userSeat(asked, native, user);
    if (seat !== null) return seat;
  }
  return namespaceSeat(asked, native) ?? elsewhere(asked, native);
}

function userSeat(folder: string, native: string, owner: User): Seat | null {
  chownSync(folder, owner.uid, owner.gid);
  if (!canUse(folder, owner)) {
    chownSync(folder, 0, 0);
    return null;
  }
  return { folder, native: canRun(native, owner) ? native : copyBinaries(native, folder), owner, prefix: [] };
}

function namespaceSeat(folder: string, native: string): Seat | null {
  const prefix = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'];
  const seat: Seat = { folder, native, owner: null, prefix };
  const [command, args] = commandOf(seat, 'postgres', ['--version']);
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0 ? seat : null;
}

/** The last resort of root in a closed folder where namespaces are forbidden too, as in many containers. */
function elsewhere(asked: string, native: string): Seat {
  const name = createHash('sha256').update(asked).digest('hex').slice(0, 12);
  const folder = path.join('/var/lib/otklik', name);
  prepareFolder(folder);
  const users = ['postgres', 'nobody'].flatMap(findUser);
  const keeper = ownerOfCluster(folder);
  for (const user of keeper === null ? users : [keeper]) {
    const seat = userSeat(folder, native, user);
    if (seat !== null) return seat;
  }
  return refuse(asked);
}

function refuse(folder: string): never {
  throw new StartFault(
    `PostgreSQL may not run as root and no other user can enter ${folder}: set OTKLIK_DATA to a folder others can enter, or start as an ordinary user.`,
  );
}

function prepareFolder(folder: string): void {
  try {
    const made = makeFolder(folder);
    // Only what we made: the server's user has to pass through it, whatever the umask says.
    if (process.getuid?.() === 0) for (const each of made) chmodSync(each, 0o755);
  } catch (error) {
    throw new StartFault(`Cannot write into the folder ${folder}: ${reason(error)}.`);
  }
}

const reason = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

function ownerOfCluster(folder: string): User | null {
  const cluster = path.join(folder, 'cluster');
  if (!existsSync(cluster)) return null;
  const { uid, gid } = statSync(cluster);
  return { uid, gid };
}

function findUser(name: string): User[] {
  if (!existsSync('/etc/passwd')) return [];
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? [] : [{ uid: Number(uid), gid: Number(gid) }];
}

const canUse = (folder: string, user: User): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$0" && test -w .', folder], { stdio: 'ignore', cwd: '/', ...user })
    .status === 0;

const canRun = (native: string, user: User): boolean =>
  spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], { stdio: 'ignore', cwd: '/', ...user })
    .status === 0;
