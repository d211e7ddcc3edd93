import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { EventQueue } from './events.ts';
import { listener } from './http.ts';
import type { FakeTrouble } from './http.ts';
import type { MethodContext } from './methods.ts';
import { commentObject, messageObject } from './objects.ts';
import { residents } from './residents.ts';
import type { Residents, Tell } from './residents.ts';
import { FakeWorld } from './world.ts';
import type { FakeComment, FakeMessage, FakePast, FakePost } from './world.ts';

export interface FakeVkOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Where events go; `null`: nowhere until `connect`. */
  readonly callbackUrl: string | null;
  readonly groupId: number;
  readonly secret: string;
  readonly confirmation: string;
  readonly accessToken?: string;
  readonly retryDelayMs?: number;
  readonly maxAttempts?: number;
  readonly past?: FakePast;
}

/** The key the demo community gives out unless another is asked for. */
export const fakeVkToken = 'vk1.a.demonstration';

/** A small VK on loopback: the real protocol, invented people, one community; kept in memory. */
export interface FakeVk extends Residents {
  /** Root of the server. Methods are under `apiBaseUrl`. */
  readonly url: string;
  readonly apiBaseUrl: string;
  readonly accessToken: string;
  /** Both sides of a dialogue, oldest first. */
  dialogue(userId: number): readonly FakeMessage[];
  /** Posts with their comments, oldest first; deleted comments are not shown. */
  wall(): readonly { readonly post: FakePost; readonly comments: readonly FakeComment[] }[];
  /** The next call of a method (of any, when none is named) ends so. */
  failNext(trouble: FakeTrouble, method?: string): void;
  /** @returns how to stop listening */
  onChange(listen: Tell): () => void;
  /** Sends events to another address from now on; it is confirmed before the first event. */
  connect(callbackUrl: string): void;
  /** The handshake alone: whether the other side knows the confirmation string. */
  confirm(): Promise<boolean>;
  /** Resolves when every event was acknowledged or given up. */
  settled(): Promise<void>;
  undelivered(): readonly string[];
  stop(): Promise<void>;
}

export async function startFakeVk(options: FakeVkOptions): Promise<FakeVk> {
  const {
    groupId,
    secret,
    confirmation,
    accessToken = fakeVkToken,
    retryDelayMs = 1000,
    maxAttempts = 10,
  } = options;
  const world = new FakeWorld(groupId, options.past ?? null);
  const events = new EventQueue(
    { groupId, secret, confirmation, retryDelayMs, maxAttempts },
    options.callbackUrl,
  );
  const listeners = new Set<Tell>();
  const tell: Tell = (change) => listeners.forEach((listen) => listen(change));
  const troubles: { readonly trouble: FakeTrouble; readonly method: string | null }[] = [];

  const server = createServer(listener(() => ({ accessToken, context, takeTrouble })));
  const url = await listen(server, options.port ?? 0);
  const context: MethodContext = {
    world,
    baseUrl: url,
    now: Date.now,
    remembered: new Map(),
    uploads: new Map(),
    messageSent(message) {
      events.push('message_reply', messageObject(message, world, url));
      tell({ kind: 'message', message });
    },
    commentCreated(comment) {
      events.push('wall_reply_new', { ...commentObject(comment, world, url), post_owner_id: -groupId });
      tell({ kind: 'comment', comment });
    },
  };
  function takeTrouble(method: string): FakeTrouble | null {
    const index = troubles.findIndex((one) => one.method === null || one.method === method);
    return index === -1 ? null : (troubles.splice(index, 1)[0]?.trouble ?? null);
  }

  return {
    url,
    apiBaseUrl: `${url}/method`,
    accessToken,
    ...residents(world, events, url, tell),
    dialogue: (userId) => world.messages.filter((message) => message.userId === userId),
    wall: () =>
      world.posts.map((post) => ({
        post,
        comments: world.comments.filter((comment) => comment.postId === post.id && !comment.isDeleted),
      })),
    failNext: (trouble, method) => void troubles.push({ trouble, method: method ?? null }),
    onChange(listen) {
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
    connect: (callbackUrl) => events.connect(callbackUrl),
    confirm: () => events.confirm(),
    settled: () => events.settled(),
    undelivered: () => events.undelivered(),
    async stop() {
      events.stop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The demo network listens on a port only');
  return `http://127.0.0.1:${address.port}`;
}
