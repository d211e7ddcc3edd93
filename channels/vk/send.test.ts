import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Address, OutgoingAnswer } from '#kernel/channel.ts';
import { madeUpAnswer } from '../connector.contract.ts';
import type { ChannelIo } from '../connector.ts';
import { vk } from './connector.ts';
import { download, isFileOfVk } from './download.ts';
import { startFakeVk } from './fake/start-fake-vk.ts';
import type { FakeVk } from './fake/start-fake-vk.ts';
import { guidOf, randomIdOf } from './send.ts';
import { vkSettings } from './settings.ts';
import type { VkSettings } from './settings.ts';

const community = { groupId: 219_000_001, secret: 'otklikRecorded1', confirmation: 'a1b2c3d4' };
const resident = 900_000_102;
const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const photo = { name: 'после.jpg', mediaType: 'image/jpeg', bytes: picture };
const letter = { name: 'Ответ.pdf', mediaType: 'application/pdf', bytes: new Uint8Array([0x25, 0x50, 0x44]) };

let fake: FakeVk;
let settings: VkSettings;
let dialogue: Address;
let comment: Address;
let commentId: number;

beforeEach(async () => {
  fake = await startFakeVk({ ...community, callbackUrl: null });
  settings = vkSettings.parse({
    ...community,
    accessToken: fake.accessToken,
    apiBaseUrl: fake.apiBaseUrl,
    allowHttpHosts: ['127.0.0.1'],
  });
  dialogue = { kind: 'dialogue', peerId: resident };
  commentId = fake.comment(resident, 1, 'Почините горку').id;
  comment = { kind: 'wall', ownerId: -community.groupId, postId: 1, commentId, branchId: commentId };
});
afterEach(() => fake.stop());

const io = (own = settings): ChannelIo<VkSettings> => ({
  settings: own,
  signal: new AbortController().signal,
  log: () => undefined,
});
const send = (answer: OutgoingAnswer, to: Address, own = settings) => vk.send(answer, to, io(own));
const withFiles = (files: OutgoingAnswer['files']) => ({ ...madeUpAnswer('with files', 'Готово'), files });
const ourComments = () => fake.wall().flatMap(({ comments }) => comments.filter((one) => one.fromId < 0));

describe('files of an answer', () => {
  test('go to a dialogue as a photo and a document', async () => {
    expect(await send(withFiles([photo, letter]), dialogue)).toMatchObject({ kind: 'sent' });
    expect(fake.dialogue(resident)).toMatchObject([
      {
        text: 'Готово',
        files: [
          { kind: 'photo', bytes: picture },
          { kind: 'doc', name: 'Ответ.pdf' },
        ],
      },
    ]);
  });
  test('go under a comment as documents, where the key of a community may not upload photos', async () => {
    expect(await send(withFiles([photo, letter]), comment)).toMatchObject({ kind: 'sent' });
    expect(ourComments()).toMatchObject([
      {
        replyTo: commentId,
        files: [
          { kind: 'doc', name: 'после.jpg', bytes: picture },
          { kind: 'doc', name: 'Ответ.pdf' },
        ],
      },
    ]);
  });
  test.each(['photos.getMessagesUploadServer', 'photos.saveMessagesPhoto'])(
    'hold the answer back when %s fails',
    async (method) => {
      fake.failNext('lost_reply', method);
      expect(await send(withFiles([photo]), dialogue)).toMatchObject({ kind: 'retry' });
      expect(fake.dialogue(resident)).toEqual([]);
    },
  );
  test('that VK will not take make the answer undeliverable', async () => {
    fake.failNext(129, 'photos.saveMessagesPhoto');
    expect(await send(withFiles([photo]), dialogue)).toEqual({
      kind: 'undeliverable',
      reason: 'text_refused',
    });
  });
  test('are refused when there are more than VK attaches', async () => {
    const files = Array.from({ length: 11 }, () => letter);
    expect(await send(withFiles(files), dialogue)).toEqual({ kind: 'undeliverable', reason: 'text_refused' });
  });
});

describe('a lost reply', () => {
  test.each(['lost_reply', 'bad_gateway'] as const)(
    'in a dialogue (%s) is safe to repeat: one message is seen',
    async (trouble) => {
      fake.failNext(trouble, 'messages.send');
      expect(await send(madeUpAnswer('lost'), dialogue)).toMatchObject({ kind: 'retry' });
      expect(await send(madeUpAnswer('lost'), dialogue)).toMatchObject({ kind: 'sent' });
      expect(fake.dialogue(resident)).toHaveLength(1);
    },
  );
  test('about a comment is settled by a look at the wall', async () => {
    fake.failNext('lost_reply', 'wall.createComment');
    const outcome = await send(madeUpAnswer('lost'), comment);
    expect(outcome).toEqual({
      kind: 'sent',
      externalId: `comment_-${community.groupId}_${ourComments()[0]?.id}`,
    });
  });
  test('about a comment that is not on the wall means once more', async () => {
    fake.failNext('bad_gateway', 'wall.createComment');
    expect(await send(madeUpAnswer('lost'), comment)).toMatchObject({ kind: 'retry' });
    expect(ourComments()).toEqual([]);
  });
  test('is not mistaken for an earlier answer to someone else', async () => {
    const other = fake.comment(900_000_103, 1, 'И у нас', { replyTo: commentId });
    await send(madeUpAnswer('first'), { ...comment, commentId: other.id });
    fake.failNext('bad_gateway', 'wall.createComment');
    expect(await send(madeUpAnswer('second'), comment)).toMatchObject({ kind: 'retry' });
  });
});

describe('an answer', () => {
  test('under a comment stays in its branch', async () => {
    const deeper = fake.comment(resident, 1, 'Ещё раз', { replyTo: commentId });
    await send(madeUpAnswer('branch'), { ...comment, commentId: deeper.id });
    expect(ourComments()).toMatchObject([{ replyTo: deeper.id, branchId: commentId }]);
  });
  test('to a deleted comment finds nobody', async () => {
    fake.deleteComment(commentId);
    expect(await send(madeUpAnswer('late'), comment)).toEqual({ kind: 'undeliverable', reason: 'gone' });
  });
  test('to a suggested post is left to a person', async () => {
    const post = fake.post(resident, 'Предлагаю лавочку', { isSuggested: true });
    const to = { ...comment, postId: post.id, commentId: null, branchId: null };
    expect(await send(madeUpAnswer('suggested'), to)).toEqual({ kind: 'manual' });
  });
  test('with a key of someone else tells the administrator', async () => {
    const outcome = await send(madeUpAnswer('key'), dialogue, { ...settings, accessToken: 'vk1.a.stolen' });
    expect(outcome).toEqual({ kind: 'misconfigured', detail: 'VK error 5 in messages.send' });
  });
  test('waits when nobody listens at the address', async () => {
    await fake.stop();
    expect(await send(madeUpAnswer('down'), comment)).toEqual({ kind: 'retry', afterSeconds: 30 });
    fake = await startFakeVk({ ...community, callbackUrl: null });
  });
});

test('marks of repetition are the same for one key, fit VK and never mean "do not check"', () => {
  const keys = Array.from({ length: 2000 }, (_, index) => `answer-${index}`);
  const ids = keys.map(randomIdOf);
  expect(ids).toEqual(keys.map(randomIdOf));
  expect(new Set(ids).size).toBe(keys.length);
  expect(ids.every((id) => Number.isInteger(id) && id > 0 && id <= 0x7fff_ffff)).toBe(true);
  expect(guidOf('answer-1')).toMatch(/^[0-9a-f]{32}$/);
});

describe('a file of a resident', () => {
  test('is downloaded from the network it was uploaded to', async () => {
    fake.say(resident, 'Вот', { photos: [picture] });
    const id = fake.dialogue(resident)[0]?.files[0]?.id;
    expect(await download(`${fake.url}/files/${id}?size=z`, io())).toEqual(new Uint8Array(picture));
  });
  test('that is gone is null', async () => {
    expect(await download(`${fake.url}/files/404`, io())).toBeNull();
  });
  test.each([
    ['https://sun9-1.userapi.com/impg/pit.jpg', true],
    ['https://vk.com/doc1_2?hash=h', true],
    ['https://psv4.vkuseraudio.net/1.mp3', true],
    ['http://sun9-1.userapi.com/impg/pit.jpg', false],
    ['https://userapi.com.example.org/pit.jpg', false],
    ['https://notvk.com/pit.jpg', false],
    ['https://vk.com:8443/pit.jpg', false],
    ['https://user:word@vk.com/pit.jpg', false],
    ['https://169.254.169.254/latest/meta-data', false],
    ['http://127.0.0.1:5432/', false],
    ['file:///etc/passwd', false],
    ['data:image/png;base64,AAAA', false],
    ['', false],
  ])('at %s may be asked for: %s', (url, allowed) => {
    expect(isFileOfVk(url, [])).toBe(allowed);
  });
});
