import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Runs `work` while no other program prepares the same folder; a lock left by a killed program is ignored. */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(folder, 'start.lock');
  while (!tryLock(file)) await sleep(50);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  try {
    writeFileSync(file, nameOf(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    if (isStale(file)) rmSync(file, { force: true });
    return false;
  }
}

function isStale(file: string): boolean {
  if (!existsSync(file)) return false;
  const name = readFileSync(file, 'utf8');
  const pid = Number(name.split(' ')[0]);
  // An empty file is being written at this moment.
  return name !== '' && (!isAlive(pid) || nameOf(pid) !== name);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Process number and start time: the number alone may be used again by another process. */
function nameOf(pid: number): string {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return `${pid} -`;
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return `${pid} ${fields[19] ?? '-'}`;
}
