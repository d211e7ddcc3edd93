import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startFakeVk } from './start-fake-vk.ts';
import type { FakeChange } from './residents.ts';
import type { FakeVk } from './start-fake-vk.ts';

const community = { groupId: 219_000_001, secret: 'demoSecret1', confirmation: 'a1b2c3d4' };
const resident = 900_000_101;

let fake: FakeVk;
let replies: string[];
let received: { readonly type: string; readonly secret?: string; readonly object?: unknown }[];
let close: () => void;

beforeEach(async () => {
  replies = [];
  received = [];
  const door = createServer((request, response) => {
    void json(request).then((body) => {
      const event = body as (typeof received)[number];
      received.push(event);
      response.end(replies.shift() ?? (event.type === 'confirmation' ? community.confirmation : 'ok'));
    });
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  close = () => door.close();
  const callbackUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/vk`;
  fake = await startFakeVk({ ...community, callbackUrl, retryDelayMs: 5, maxAttempts: 3 });
});
afterEach(async () => {
  await fake.stop();
  close();
});

const call = async (method: string, params: Record<string, string>) => {
  const all = { v: '5.199', access_token: fake.accessToken, ...params };
  const response = await fetch(`${fake.apiBaseUrl}/${method}`, {
    method: 'POST',
    body: new URLSearchParams(all),
  });
  return response.json();
};
const types = () => received.map(({ type }) => type);

describe('events', () => {
  test('start after the address was confirmed, and carry the secret', async () => {
    fake.say(resident, 'Нет света');
    await fake.settled();
    expect(types()).toEqual(['confirmation', 'message_new']);
    expect(received[0]).not.toHaveProperty('secret');
    expect(received[1]).toMatchObject({
      secret: community.secret,
      group_id: community.groupId,
      v: '5.199',
      object: { message: { text: 'Нет света', from_id: resident, peer_id: resident } },
    });
  });
  test('are repeated until they are acknowledged', async () => {
    replies = [community.confirmation, 'not yet'];
    fake.say(resident, 'Нет воды');
    await fake.settled();
    expect(types()).toEqual(['confirmation', 'message_new', 'message_new']);
    expect(fake.undelivered()).toEqual([]);
  });
  test('are given up at last, and named', async () => {
    replies = [community.confirmation, 'no', 'no', 'no'];
    fake.say(resident, 'Нет газа');
    await fake.settled();
    expect(fake.undelivered()).toEqual(['message_new']);
  });
  test('do not start while the confirmation string is wrong', async () => {
    replies = ['zzzz', 'zzzz', 'zzzz'];
    expect(await fake.confirm()).toBe(false);
    fake.say(resident, 'Нет тепла');
    await fake.settled();
    expect(types()).toEqual([...Array.from({ length: 4 }, () => 'confirmation'), 'message_new']);
  });
  test('tell of everything residents do, in order', async () => {
    const said = fake.say(resident, 'Яма', {
      photos: [new Uint8Array([1])],
      point: { lat: 51.7, lon: 36.1 },
    });
    fake.editMessage(said.id, 'Яма на Садовой');
    const comment = fake.comment(resident, 1, 'И тут');
    fake.editComment(comment.id, 'И тут яма');
    fake.deleteComment(comment.id);
    fake.post(resident, 'Темно', { isSuggested: true });
    await fake.settled();
    expect(types()).toEqual([
      'confirmation',
      'message_new',
      'message_edit',
      'wall_reply_new',
      'wall_reply_edit',
      'wall_reply_delete',
      'wall_post_new',
    ]);
  });
  test('tell of our own words too, as VK does', async () => {
    await call('messages.send', { peer_id: String(resident), random_id: '1', message: 'Приняли' });
    await fake.settled();
    expect(received.at(-1)).toMatchObject({ type: 'message_reply', object: { out: 1, text: 'Приняли' } });
  });
});

describe('a method', () => {
  const hello = { peer_id: String(resident), message: 'Здравствуйте' };

  test.each([
    ['with a wrong key', 'users.get', { access_token: 'wrong' }, 5],
    ['that does not exist', 'messages.shout', {}, 3],
    ['of an inherited name', 'constructor', {}, 3],
    ['without random_id', 'messages.send', hello, 100],
    ['to a stranger', 'messages.send', { ...hello, peer_id: '1', random_id: '1' }, 901],
    ['with nothing to say', 'messages.send', { ...hello, message: '', random_id: '1' }, 100],
    ['with too much to say', 'messages.send', { ...hello, message: 'я'.repeat(4097), random_id: '1' }, 914],
    ['closed to keys of communities', 'photos.getWallUploadServer', {}, 27],
  ])('%s is refused', async (_, method, params, code) => {
    const reply = await call(method, params);
    const request_params = expect.arrayContaining([{ key: 'method', value: method }]);
    expect(reply).toMatchObject({ error: { error_code: code, request_params } });
    expect(JSON.stringify(reply)).not.toContain(fake.accessToken);
  });
  test('without a version is refused', async () => {
    const response = await fetch(`${fake.apiBaseUrl}/users.get?access_token=${fake.accessToken}`);
    expect(await response.json()).toMatchObject({ error: { error_code: 8 } });
  });
  test('fails as asked, once', async () => {
    fake.failNext(9);
    expect(await call('users.get', { user_ids: '1' })).toMatchObject({ error: { error_code: 9 } });
    expect(await call('users.get', { user_ids: String(resident) })).toMatchObject({
      response: [{ id: resident, first_name: 'Вера' }],
    });
  });
  test('sends one message for one random_id, and two for 0', async () => {
    const first = await call('messages.send', { ...hello, random_id: '7' });
    expect(await call('messages.send', { ...hello, random_id: '7' })).toEqual(first);
    await call('messages.send', { ...hello, random_id: '0' });
    await call('messages.send', { ...hello, random_id: '0' });
    expect(fake.dialogue(resident)).toHaveLength(3);
  });
  test('knows the community', async () => {
    expect(await call('groups.getById', {})).toMatchObject({
      response: { groups: [{ id: community.groupId }] },
    });
  });
});

test('a listener hears both sides until it stops listening', async () => {
  const heard: FakeChange['kind'][] = [];
  const stop = fake.onChange(({ kind }) => heard.push(kind));
  fake.say(resident, 'Алло');
  fake.comment(resident, 1, 'Алло');
  stop();
  fake.say(resident, 'Алло?');
  expect(heard).toEqual(['message', 'comment']);
});

test('a deed of a stranger is a bug of the caller', () => {
  expect(() => fake.say(1, 'Кто я?')).toThrow('no such user');
  expect(() => fake.comment(resident, 999, 'Где я?')).toThrow('no such post');
});

test('knows what was there before it started, and numbers new words above it', async () => {
  const now = await startFakeVk({
    ...community,
    callbackUrl: null,
    past: {
      users: [{ id: 700_000_001, firstName: 'Лида', lastName: 'Гурьева' }],
      comments: [{ id: 40, postId: 1, fromId: 700_000_001, text: 'Темно у школы', at: new Date() }],
      lastNumber: 5000,
    },
  });
  try {
    expect(now.say(700_000_001, 'И во дворе').id).toBe(5001);
    expect(now.wall()[0]?.comments.map(({ id }) => id)).toEqual([40]);
    expect(now.comment(resident, 1, 'У нас тоже', { replyTo: 40 }).branchId).toBe(40);
  } finally {
    await now.stop();
  }
});
