import { changeChannelSettings } from '#centre/acts/add-channels.ts';
import {
  demoUsers,
  startDemoServer,
  type DemoPast,
  type DemoServer,
  type DemoUser,
} from '#channels/demo-network.ts';
import { lastContents } from '#flow/intake/queries/messages.ts';
import { openContent } from '#flow/intake/queries/content.ts';
import type { App } from '#house/app.ts';
import type { Account } from '#house/knowledge.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { demoAccounts, demoCommunity, demoVkSettings } from './accounts.ts';

/** Messages of the past whose authors the network must know, so that they can be answered. */
const MOST_PAST = 6000;
/** Numbers of new words begin above those of the history and grow with time: a restart never gives one twice. */
const FIRST_NUMBER = 10_000_000;
const EPOCH_SECONDS = Date.UTC(2026, 0, 1) / 1000;

/** The demo network while the program runs, with the account of ours it calls. */
export interface DemoNetwork {
  readonly fake: DemoServer;
  readonly account: Account;
  /** The resident whose phone a visitor holds. */
  readonly visitor: DemoUser;
}

const isDemoCommunity = (settings: unknown): boolean =>
  typeof settings === 'object' &&
  settings !== null &&
  'groupId' in settings &&
  settings.groupId === demoCommunity;

/** The account of the demo network; `null` where there is no invented region. */
export async function demoAccount(app: App): Promise<Account | null> {
  for (const region of await app.knowledge.regions()) {
    const account = (await app.knowledge.of(region.id)).accounts.get(demoAccounts.vk);
    if (account !== undefined && isDemoCommunity(account.settings)) return account;
  }
  return null;
}

/**
 * Starts the demo network on a free port of this machine and tells our account where it is: the real connector sends there,
 * and the network calls our real door.
 *
 * @param ownUrl where this program is reached from this machine
 */
export async function startDemoNetwork(app: App, account: Account, ownUrl: string): Promise<DemoNetwork> {
  const { regionId, id, key } = account;
  const { groupId, secret, confirmation, accessToken } = demoVkSettings('');
  const { past, visitor } = await pastOf(app, account);
  const fake = await startDemoServer({
    groupId,
    secret,
    confirmation,
    accessToken,
    callbackUrl: `${ownUrl}/channels/${key}`,
    past,
  });
  await withScope(app.db, wholeRegion(regionId), (tx) =>
    changeChannelSettings(tx, regionId, id, demoVkSettings(fake.apiBaseUrl), app.seals),
  );
  app.knowledge.forget();
  return { fake, account, visitor };
}

/** People and comments of the history: the network of VK would know them, so ours must. */
async function pastOf(
  app: App,
  { regionId, id }: Account,
): Promise<{ readonly past: DemoPast; readonly visitor: DemoUser }> {
  const sealed = await withScope(app.db, wholeRegion(regionId), (tx) =>
    lastContents(tx, regionId, id, MOST_PAST),
  );
  const contents = sealed.map((bytes) => openContent(app.seals, bytes));
  const users = new Map<number, DemoPast['users'][number]>();
  const comments = new Map<number, DemoPast['comments'][number]>();
  const at = app.now();
  for (const { address, author, text } of contents) {
    const fromId = Number(author.externalId);
    users.set(fromId, { id: fromId, firstName: 'Житель', lastName: String(fromId % 100_000) });
    const { commentId, postId } = address;
    if (typeof commentId === 'number' && typeof postId === 'number')
      comments.set(commentId, { id: commentId, postId, fromId, text, at });
  }
  // Whoever has not written yet begins a dialogue of their own: words kept in memory only would be missing from an older one.
  const visitor = demoUsers.find(({ id: fakeId }) => !users.has(fakeId)) ?? demoUsers[0];
  if (visitor === undefined) throw new Error('the demo network has no residents');
  for (const known of demoUsers) users.delete(known.id);
  const past = {
    users: [...users.values()],
    comments: [...comments.values()],
    lastNumber: FIRST_NUMBER + Math.floor(at.getTime() / 1000) - EPOCH_SECONDS,
  };
  return { past, visitor };
}
