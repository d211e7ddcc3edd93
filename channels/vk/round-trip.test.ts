import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeliveryItem, IncomingMessage } from '#kernel/channel.ts';
import { madeUpAnswer } from '../connector.contract.ts';
import type { ChannelIo } from '../connector.ts';
import { vk } from './connector.ts';
import { startFakeVk } from './fake/start-fake-vk.ts';
import type { FakeVk } from './fake/start-fake-vk.ts';
import { vkSettings } from './settings.ts';
import type { VkSettings } from './settings.ts';

// A door as the server has one: verify, read, reply. The other side is the demo network over HTTP.
const community = { groupId: 219_000_001, secret: 'demoSecret1', confirmation: 'a1b2c3d4' };
const resident = 900_000_101;

let fake: FakeVk;
let door: Server;
let settings: VkSettings;
let items: DeliveryItem[];

async function receive(body: Uint8Array): Promise<string> {
  const verdict = vk.verify?.({ headers: {}, body }, settings);
  if (verdict === undefined || verdict.kind === 'refused') return 'refused';
  if (verdict.kind === 'accepted') items.push(...(await vk.parse(body, settings)).items);
  return verdict.reply;
}

beforeEach(async () => {
  items = [];
  door = createServer((request, response) => {
    void buffer(request)
      .then(receive)
      .then((reply) => response.end(reply));
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const callbackUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}/`;
  fake = await startFakeVk({ ...community, callbackUrl, retryDelayMs: 5, maxAttempts: 2 });
  const { apiBaseUrl, accessToken } = fake;
  settings = vkSettings.parse({ ...community, accessToken, apiBaseUrl, allowHttpHosts: ['127.0.0.1'] });
});
afterEach(async () => {
  await fake.stop();
  door.close();
});

const io = (): ChannelIo<VkSettings> => ({
  settings,
  signal: new AbortController().signal,
  log: () => undefined,
});

async function lastMessage(): Promise<IncomingMessage> {
  await fake.settled();
  const item = items.at(-1);
  if (item?.kind !== 'message') throw new Error(`Expected a message, received ${JSON.stringify(item)}`);
  return item.message;
}

test('a dialogue: a message with a photo and a place, an answer, a reply to the answer', async () => {
  const point = { lat: 51.73, lon: 36.19 };
  const picture = new Uint8Array([0xff, 0xd8, 0xff]);
  fake.say(resident, 'Открытый люк', { photos: [picture], point });
  const message = await lastMessage();
  expect(message).toMatchObject({ text: 'Открытый люк', point, isPublic: false });
  const source = message.files[0]?.source;
  expect(source?.kind === 'url' ? await vk.download?.(source.url, io()) : null).toEqual(picture);

  const sent = await vk.send(madeUpAnswer('first', 'Закрыли'), message.address, io());
  if (sent.kind !== 'sent') throw new Error(`Expected sent, got ${sent.kind}`);
  await fake.settled();
  expect(items.at(-1)).toEqual({ kind: 'ignored', what: 'message_reply' });

  const answer = fake.dialogue(resident).at(-1);
  fake.say(resident, 'Спасибо', { replyTo: answer?.id ?? 0 });
  const thanks = await lastMessage();
  expect(thanks).toMatchObject({ inReplyTo: sent.externalId, threadKey: message.threadKey });
});

test('a post: a comment, our answer under it, a reply in the same branch', async () => {
  const comment = fake.comment(resident, 1, 'Двор не чищен');
  const message = await lastMessage();
  expect(message).toMatchObject({ isPublic: true, inReplyTo: `post_-${community.groupId}_1` });

  const sent = await vk.send(madeUpAnswer('first', 'Почистим завтра'), message.address, io());
  if (sent.kind !== 'sent') throw new Error(`Expected sent, got ${sent.kind}`);
  await fake.settled();
  expect(items.at(-1)).toEqual({ kind: 'ignored', what: 'own comment' });

  const answer = fake.wall()[0]?.comments.at(-1);
  expect(answer).toMatchObject({ replyTo: comment.id, text: 'Почистим завтра' });
  fake.comment(resident, 1, 'Не почистили', { replyTo: answer?.id ?? 0 });
  expect(await lastMessage()).toMatchObject({ inReplyTo: sent.externalId, threadKey: message.threadKey });
});

test('a message is edited and a comment deleted under the names they came with', async () => {
  const said = fake.say(resident, 'Темно');
  const { externalId } = await lastMessage();
  fake.editMessage(said.id, 'Темно на Лесной');
  await fake.settled();
  expect(items.at(-1)).toMatchObject({ kind: 'edited', externalId, text: 'Темно на Лесной' });

  const comment = fake.comment(resident, 1, 'Ошибся');
  const named = await lastMessage();
  fake.deleteComment(comment.id);
  await fake.settled();
  expect(items.at(-1)).toEqual({ kind: 'deleted', externalId: named.externalId, at: null });
});

test('a resident writes on the wall and is answered under the post', async () => {
  const post = fake.post(resident, 'Сломана лавочка', { point: { lat: 51.7, lon: 36.1 } });
  const message = await lastMessage();
  expect(message).toMatchObject({ text: 'Сломана лавочка', point: { lat: 51.7, lon: 36.1 } });
  expect(await vk.send(madeUpAnswer('post', 'Заменим'), message.address, io())).toMatchObject({
    kind: 'sent',
  });
  const seen = fake.wall().find((one) => one.post.id === post.id);
  expect(seen?.comments).toMatchObject([{ text: 'Заменим', replyTo: null }]);
});

test('the address is confirmed', async () => {
  expect(await fake.confirm()).toBe(true);
});
