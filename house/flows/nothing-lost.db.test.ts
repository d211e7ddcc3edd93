import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { deliveriesOf } from '#flow/answer/queries/deliveries.ts';
import { queueDeliveries } from '#flow/answer/acts/queue-delivery.ts';
import { addFiles, filesOf, refusedFilesOf } from '#flow/intake/queries/files.ts';
import type { PreparedMessage } from '#flow/intake/acts/receive-messages.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { testDatabase } from '#store/testing/test-database.ts';
import type { App } from '../app.ts';
import { ownAccount, type Account } from '../knowledge.ts';
import { makeSmallRegion } from '../testing/small-region.ts';
import { createTestApp } from '../testing/test-app.ts';
import { carryOn } from './carry-on.ts';
import { deliver } from './deliver.ts';
import { fetchFiles } from './fetch-files.ts';
import { withdrawOrObject } from './residents.ts';
import { retain } from './retain.ts';
import { takeIn } from './take-in.ts';

const { db } = await testDatabase();
const app = createTestApp(db);
afterAll(() => app.sweep());
const region = await makeSmallRegion(db, app.seals);
const knowledge = await app.knowledge.of(region.id);
const portal = ownAccount(knowledge, 'portal_form');
const run = <T>(work: (tx: Writer) => Promise<T>, regionId = region.id): Promise<T> =>
  withScope(db, wholeRegion(regionId), work);

const picture = (shade: number): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r: shade, g: 0, b: 0 } } })
    .png()
    .toBuffer();

/** The same program where the portal's account is another. */
const appWith = (account: Account): App => ({
  ...app,
  knowledge: {
    ...app.knowledge,
    of: async () => ({ ...knowledge, accounts: new Map([...knowledge.accounts, [account.id, account]]) }),
  },
});

/** A message as a connector reads it. */
const message = (
  externalId: string,
  more: Partial<PreparedMessage['message']> = {},
  files: PreparedMessage['files'] = [],
): PreparedMessage => ({
  message: {
    externalId,
    threadKey: externalId,
    address: {},
    isPublic: false,
    text: 'Яма на дороге на улице Садовой у дома 5',
    sentAt: app.now(),
    author: { externalId: 'anna@example.org', name: null },
    files: [],
    point: null,
    inReplyTo: null,
    namesCase: null,
    isAutomatic: false,
    ...more,
  },
  files,
  receivedAt: app.now(),
  address: null,
  contact: null,
});

const take = (one: PreparedMessage) => run((tx) => takeIn(tx, portal, knowledge, app.seals, [one]));

async function open(one: PreparedMessage) {
  const [registered] = (await take(one)).registered;
  if (registered === undefined) throw new Error('no case was opened');
  await run((tx) => carryOn(tx, knowledge, app.seals, [registered.appealId], app.now()));
  return registered;
}

describe('photos that come later', () => {
  test('are waited for, whatever came with the message at once', async () => {
    const atOnce = [await app.files.keep(await picture(1)), await app.files.keep(await picture(4))];
    const files = atOnce.map((hash) => ({
      hash,
      mediaType: 'image/jpeg',
      sizeBytes: 1,
      width: 8,
      height: 8,
    }));
    await run((tx) => addFiles(tx, region.id, files, app.now()));
    const taken = await take(
      message('photos', {}, [
        ...atOnce.map((hash) => ({ kind: 'kept', hash }) as const),
        { kind: 'later', url: 'https://photos.example/broken' },
        { kind: 'later', url: 'https://photos.example/late' },
      ]),
    );
    const [pending] = taken.pendingFiles;
    const payload = {
      regionId: region.id,
      appealId: pending?.appealId ?? '',
      messageId: pending?.messageId ?? '',
    };
    let isThere = false;
    const download = async (url: string) => {
      if (url.endsWith('broken')) return Buffer.from('not a picture');
      return isThere ? picture(2) : null;
    };
    const slow = appWith({ ...portal, connector: { ...portal.connector, download } });
    const attempt = () =>
      fetchFiles(slow, payload, { isLastAttempt: false, signal: new AbortController().signal });
    await expect(attempt()).rejects.toThrow();
    await expect(attempt()).rejects.toThrow();
    isThere = true;
    await attempt();
    expect(await run((tx) => filesOf(tx, region.id, payload.appealId))).toHaveLength(3);
    expect(await run((tx) => refusedFilesOf(tx, region.id, payload.appealId))).toHaveLength(1);
  });
});

describe('a file that two regions keep', () => {
  test('stays while one of them needs it', async () => {
    const other = await makeSmallRegion(db, app.seals, { slug: 'sosed', isDefault: false });
    const hash = await app.files.keep(await picture(3));
    const file = { hash, mediaType: 'image/jpeg', sizeBytes: 1, width: 8, height: 8 };
    const long = new Date(app.now().getTime() - 2 * 86_400_000);
    await run((tx) => addFiles(tx, region.id, [file], long));
    await run((tx) => addFiles(tx, other.id, [file], app.now()), other.id);
    await retain(app, region.id);
    expect(await app.files.has(hash)).toBe(true);
  });
});

describe('a letter by an account that is switched off', () => {
  test('is not sent and waits for a person', async () => {
    const { appealId } = await open(message('off'));
    await run((tx) =>
      queueDeliveries(
        tx,
        region.id,
        [{ appealId, answerId: null, purpose: 'question', text: 'Где?' }],
        app.now(),
      ),
    );
    const [letter] = await run((tx) => deliveriesOf(tx, region.id, appealId));
    await deliver(
      appWith({ ...portal, isEnabled: false }),
      { regionId: region.id, deliveryId: letter?.id ?? '' },
      new AbortController().signal,
    );
    const [after] = await run((tx) => deliveriesOf(tx, region.id, appealId));
    expect(after).toMatchObject({ state: 'misconfigured', settled_at: null });
  });
});

describe('a message that names a case', () => {
  test('joins it while it is open', async () => {
    const { number, appealId } = await open(message('open'));
    const taken = await take(message('open-too', { namesCase: number }));
    expect(taken.additions).toMatchObject([{ appealId }]);
  });

  test('opens a case of its own where the named one is closed: nobody looks there any more', async () => {
    const { number, appealId } = await open(message('closed'));
    const withdrawal = { appealId, action: 'withdraw', reason: null, at: app.now() } as const;
    expect(await run((tx) => withdrawOrObject(tx, knowledge, withdrawal))).toMatchObject({ ok: true });
    const taken = await take(message('closed-again', { namesCase: number }));
    expect(taken).toMatchObject({ additions: [], registered: [{ externalId: 'closed-again' }] });
  });
});
