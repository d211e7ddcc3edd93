import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { checkServer } from '#store/roles.ts';
import { emptyDatabase } from '#store/testing/test-database.ts';
import { checkPort, openHouse } from './boot.ts';
import { readConfig } from './config.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-boot-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { appUrl, ownerUrl } = await emptyDatabase();
const outside = () => ({
  OTKLIK_DATA: folder,
  DATABASE_URL: appUrl,
  DATABASE_OWNER_URL: ownerUrl,
  OTKLIK_SECRET: 's'.repeat(32),
});

describe('the house', () => {
  test('opens on an empty folder and again, with the same secret', async () => {
    const config = readConfig({ OTKLIK_DATA: folder });
    const first = await openHouse(config);
    expect(first.migrated.length).toBeGreaterThan(0);
    await first.stop();
    expect(statSync(path.join(folder, 'secret')).mode & 0o777).toBe(0o600);
    const second = await openHouse(config);
    expect(second.migrated).toEqual([]);
    expect(second.secret).toBe(first.secret);
    await second.stop();
  });

  test('opens on a database that somebody else runs, signed in as the application', async () => {
    const house = await openHouse(readConfig(outside()));
    const { rows } = await sql`select current_user as role`.execute(house.db);
    expect(rows).toEqual([{ role: 'otklik_app' }]);
    await house.stop();
  });
});

describe('what prevents a start is said in one sentence', () => {
  test('a port that is taken', async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(checkPort({ host: '127.0.0.1', port })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program: stop it or set PORT.`,
    );
    other.close();
  });

  test('a folder that cannot be', async () => {
    const config = readConfig({ OTKLIK_DATA: '/dev/null/otklik' });
    await expect(openHouse(config)).rejects.toThrow('Cannot write into /dev/null/otklik (ENOTDIR)');
  });

  test('a folder in a place where nothing can be made', async () => {
    const config = readConfig({ OTKLIK_DATA: '/proc/otklik/data' });
    await expect(openHouse(config)).rejects.toThrow('Cannot write into /proc/otklik/data (ENOENT)');
  });

  test('a database that does not answer', async () => {
    const env = { ...outside(), DATABASE_OWNER_URL: 'postgres://owner:secret@127.0.0.1:9/otklik' };
    await expect(openHouse(readConfig(env))).rejects.toThrow(
      'Cannot reach PostgreSQL at 127.0.0.1:9/otklik (DATABASE_OWNER_URL): connect ECONNREFUSED 127.0.0.1:9.',
    );
  });

  test('a wrong password', async () => {
    const env = outside();
    const wrong = new URL(env.DATABASE_URL);
    wrong.password = 'wrong';
    await expect(openHouse(readConfig({ ...env, DATABASE_URL: wrong.href }))).rejects.toThrow(
      'password authentication failed',
    );
  });

  test('a PostgreSQL that is too old', async () => {
    await expect(checkServer(appUrl, ownerUrl, 99)).rejects.toThrow('is too old: Otklik needs 99 or newer.');
  });

  test('an application that owns its tables, or that no policy stops', async () => {
    const env = outside();
    await expect(openHouse(readConfig({ ...env, DATABASE_URL: env.DATABASE_OWNER_URL }))).rejects.toThrow(
      'name the same role',
    );
    const superuser = inject('testServer').superuserUrl;
    await expect(openHouse(readConfig({ ...env, DATABASE_URL: superuser }))).rejects.toThrow(
      'superuser or bypasses',
    );
  });

  test('and nothing of it is a stack', () => {
    const program = `
      import { runProgram, openHouse } from '#house/boot.ts';
      import { readConfig } from '#house/config.ts';
      await runProgram(async () => void (await openHouse(readConfig({ OTKLIK_DATA: '/dev/null/otklik' }))));`;
    const node = path.resolve('node_modules/.bin/node');
    const ended = spawnSync(node, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    expect(ended.status).toBe(1);
  });
});
