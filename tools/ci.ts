import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort, untilReady } from '#store/embedded/postmaster.ts';

// The steps of .ci/run after the packages are there.
const root = path.resolve(import.meta.dirname, '..');
const oldest = '/usr/lib/postgresql/15/bin';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a program of ours, shows what it prints and returns its exit code and its last line. */
function run(
  title: string,
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; last: string }> {
  console.log(`\n── ${title}`);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, file), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      printed.push(chunk);
    });
    child.on('close', (code) => {
      resolve({
        code: code ?? 1,
        last: Buffer.concat(printed).toString('utf8').trimEnd().split('\n').at(-1) ?? '',
      });
    });
  });
}

/** The laws count as one test. */
async function laws(): Promise<Tally> {
  const { code } = await run('Laws', 'tools/check.mjs', []);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function tests(title: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Tally> {
  const { code, last } = await run(title, 'tools/test.mjs', args, env);
  const [, passed, failed] = /^(\d+) passed, (\d+) failed/.exec(last) ?? [];
  if (passed === undefined || failed === undefined) return { passed: 0, failed: 1 };
  return { passed: Number(passed), failed: code === 0 ? 0 : Math.max(1, Number(failed)) };
}

/** A PostgreSQL 15 of its own for the time of `work`: in a temporary folder, as the user `postgres` when we are root. */
async function onOldestPostgres(work: (superuserUrl: string) => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-postgres15-'));
  chmodSync(folder, 0o755);
  const password = randomBytes(16).toString('hex');
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const isRoot = process.getuid?.() === 0;
  const owner = isRoot ? userOf('postgres') : undefined;
  if (owner !== undefined) for (const file of [folder, passwordFile]) chownSync(file, owner.uid, owner.gid);
  const prefix = isRoot ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', '--'] : [];
  const cluster = path.join(folder, 'cluster');
  const start = (program: string, args: readonly string[]): [string, string[]] => {
    const [command = '', ...rest] = [...prefix, path.join(oldest, program), ...args];
    return [command, rest];
  };
  const access = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${passwordFile}`];
  spawnSync(...start('initdb', ['-D', cluster, '--encoding=UTF8', '--locale=C.UTF-8', ...access]), {
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort(0);
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 200,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(...start('postgres', ['-D', cluster, ...options]), { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('close', resolve));
  try {
    const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
    if ((await untilReady(url, Date.now() + 30_000)) === 'ready') return await work(url);
    console.log('PostgreSQL 15 did not start.');
    return { passed: 0, failed: 1 };
  } finally {
    server.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

function userOf(name: string): { uid: number; gid: number } {
  const number = (flag: string): number => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  return { uid: number('-u'), gid: number('-g') };
}

const tallies = [await laws(), await tests('Tests on the bundled PostgreSQL', [])];
if (existsSync(oldest) && statSync(oldest).isDirectory()) {
  tallies.push(
    await onOldestPostgres((url) =>
      tests('Database tests on PostgreSQL 15', ['--project', 'db'], { OTKLIK_TEST_DATABASE_URL: url }),
    ),
  );
} else {
  console.log('\nThere is no PostgreSQL 15 on this machine: the database tests ran on the bundled one only.');
}
const total = (key: keyof Tally): number => tallies.reduce((sum, tally) => sum + tally[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;
