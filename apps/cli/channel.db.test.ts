import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { createSeals } from '#store/seal.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import { runCommand } from './run-command.ts';

const { appUrl, ownerUrl, owner } = await testDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-channel-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = 's'.repeat(32);

async function otklik(...args: readonly string[]): Promise<string[]> {
  const printed: string[] = [];
  const env = {
    OTKLIK_DATA: path.join(folder, 'data'),
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    OTKLIK_SECRET: secret,
    PUBLIC_URL: 'https://otklik.test',
  };
  const out = (line: string): void => void printed.push(line);
  const nothing = (): void => {};
  const stdin = new PassThrough() as unknown as NodeJS.ReadStream;
  const now = (): Date => new Date('2026-03-02T09:00:00Z');
  await runCommand(args, { env, stdin, now, out, say: nothing, draw: nothing, isTerminal: false });
  return printed;
}

const write = (name: string, value: unknown): string => {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
};

const square = [
  [40, 55],
  [41, 55],
  [41, 56],
  [40, 55],
];
const land = write('land.geojson', {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { district: 'Липовский округ' },
      geometry: { type: 'Polygon', coordinates: [square] },
    },
  ],
});
await otklik('region', 'create', 'Липовский край', '--slug', 'lipa', '--boundaries', land);

const community = {
  groupId: 123_456_789,
  accessToken: 'vk1.made-up',
  secret: 'madeUpSecret1',
  confirmation: 'a1b2c3d4',
};
const connect = (settings: unknown, ...more: string[]): Promise<string[]> =>
  otklik('channel', 'connect', 'vk', '--region', 'lipa', '--settings', write('vk.json', settings), ...more);

describe('connecting a channel', () => {
  test('names every wrong setting and connects nothing', async () => {
    await expect(connect({ ...community, groupId: -1, secret: 'короткий' })).rejects.toThrow(
      /groupId: Номер сообщества.*\n.*secret: Секретный ключ/,
    );
    expect((await otklik('channels', '--region', 'lipa')).join('\n')).not.toContain('vk');
  });

  test('says where the network must call us; settings are sealed; then they can be replaced', async () => {
    const [said, called] = await connect(community, '--name', 'Липа на связи');
    expect(said).toMatch(/^Липа на связи is account \d+ of Липовский край\.$/);
    expect(called).toMatch(/^The network must call https:\/\/otklik\.test\/channels\/[\w-]{24}$/);

    const account = /account (\d+)/.exec(said ?? '')?.[1] ?? '';
    await connect({ ...community, accessToken: 'vk1.another' }, '--account', account);
    const rows = await owner()
      .selectFrom('channel_account')
      .selectAll()
      .where('channel', '=', 'vk')
      .execute();
    expect(rows).toHaveLength(1);
    expect(createSeals(secret).open('channel', rows[0]!.sealed_settings)).toMatchObject({
      accessToken: 'vk1.another',
      groupId: 123_456_789,
    });
    expect(await otklik('channels', '--region', 'lipa')).toContain(
      `${account}  vk  Липа на связи  https://otklik.test/channels/${rows[0]!.key}`,
    );
  });

  test('refuses a channel that comes by a form of ours, and an account of another channel', async () => {
    const file = write('none.json', {});
    await expect(
      otklik('channel', 'connect', 'portal', '--region', 'lipa', '--settings', file),
    ).rejects.toThrow('Name a channel that can be connected');
    await expect(connect(community, '--account', '1')).rejects.toThrow('no account 1 of vk');
  });
});
