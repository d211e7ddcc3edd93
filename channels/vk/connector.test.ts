import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { connectorContract } from '../connector.contract.ts';
import type { RawRequest } from '../connector.ts';
import { vk } from './connector.ts';
import { startFakeVk } from './fake/start-fake-vk.ts';
import type { FakeVk } from './fake/start-fake-vk.ts';
import { fakeUsers } from './fake/world.ts';
import { expected } from './recorded/expected.ts';
import { vkSettings } from './settings.ts';

const folder = new URL('recorded/', import.meta.url);
const community = { groupId: 219_000_001, secret: 'otklikRecorded1', confirmation: 'a1b2c3d4' };
const accessToken = 'vk1.a.only-for-tests';
const settings = vkSettings.parse({ ...community, accessToken });

const json = (value: unknown): RawRequest => ({
  headers: {},
  body: new TextEncoder().encode(JSON.stringify(value)),
});
const text = (value: string): RawRequest => ({ headers: {}, body: new TextEncoder().encode(value) });
const genuine = {
  type: 'message_typing_state',
  group_id: community.groupId,
  secret: community.secret,
  object: {},
};

async function startLive() {
  const fake = await startFakeVk({ ...community, callbackUrl: null, accessToken });
  const resident = fakeUsers[0]?.id ?? 0;
  const post = fake.wall()[0]?.post.id ?? 0;
  const comment = fake.comment(resident, post, 'Когда уберут снег?').id;
  const owner = { kind: 'wall', ownerId: -community.groupId, postId: post } as const;
  return {
    fake,
    settings: { ...settings, apiBaseUrl: fake.apiBaseUrl, allowHttpHosts: ['127.0.0.1' as const] },
    addresses: [
      { name: 'dialogue', to: { kind: 'dialogue', peerId: resident } },
      { name: 'comment', to: { ...owner, commentId: comment, branchId: comment } },
      { name: 'post', to: { ...owner, commentId: null, branchId: null } },
    ],
    answers: () => answersAt(fake, resident),
    fallSilent: () => fake.failNext('silence'),
    stop: () => fake.stop(),
  };
}

const answersAt = (fake: FakeVk, resident: number) => [
  ...fake.dialogue(resident).flatMap((message) => (message.from === 'community' ? [message.text] : [])),
  ...fake.wall().flatMap(({ comments }) => comments.flatMap((one) => (one.fromId < 0 ? [one.text] : []))),
];

type Live = Awaited<ReturnType<typeof startLive>>;

connectorContract('vk', vk, {
  settings,
  wrongSettings: [
    { name: 'no settings at all', input: {} },
    { name: 'a negative number of the community', input: { ...settings, groupId: -219_000_001 } },
    { name: 'a name instead of a number', input: { ...settings, groupId: 'gorod' } },
    { name: 'a key with a space', input: { ...settings, accessToken: 'vk1.a abcdefgh' } },
    { name: 'an empty secret', input: { ...settings, secret: '' } },
    { name: 'an address without TLS', input: { ...settings, apiBaseUrl: 'http://api.vk.com/method' } },
    { name: 'an address that is none', input: { ...settings, apiBaseUrl: 'vk' } },
    { name: 'a host of the outside world without TLS', input: { ...settings, allowHttpHosts: ['vk.com'] } },
    { name: 'a version of another service', input: { ...settings, apiVersion: 'latest' } },
    { name: 'a misspelt field', input: { ...settings, acessToken: 'vk1.a.abcdefgh' } },
  ],
  recorded: Object.entries(expected).map(([name, item]) => ({
    name,
    payload: new Uint8Array(readFileSync(new URL(`${name}.json`, folder))),
    items: [item],
  })),
  requests: {
    genuine: json(genuine),
    handshake: {
      request: json({ type: 'confirmation', group_id: community.groupId }),
      reply: community.confirmation,
    },
    forged: [
      { name: 'a wrong secret', request: json({ ...genuine, secret: 'otklikRecorded2' }) },
      { name: 'a part of the secret', request: json({ ...genuine, secret: 'otklik' }) },
      { name: 'no secret', request: json({ ...genuine, secret: undefined }) },
      { name: 'another community', request: json({ ...genuine, group_id: 1 }) },
      { name: 'the handshake of another community', request: json({ type: 'confirmation', group_id: 1 }) },
      {
        name: 'the handshake with a wrong secret',
        request: json({ type: 'confirmation', group_id: community.groupId, secret: 'otklikRecorded2' }),
      },
    ],
    malformed: [
      { name: 'an empty body', request: text('') },
      { name: 'half a JSON', request: text(JSON.stringify(genuine).slice(0, 20)) },
      { name: 'a list', request: json([genuine]) },
      { name: 'a group that is not a number', request: json({ ...genuine, group_id: '219000001' }) },
    ],
  },
  startLive,
  outcomes: {
    sent: { arrange: () => undefined },
    retry: { arrange: ({ fake }: Live) => fake.failNext(9), expected: { kind: 'retry', afterSeconds: 300 } },
    uncertain: {
      at: 'comment',
      arrange: ({ fake }) => {
        fake.failNext('lost_reply', 'wall.createComment');
        fake.failNext(27, 'wall.getComments');
      },
    },
    undeliverable: {
      arrange: ({ fake }) => fake.failNext(901),
      expected: { kind: 'undeliverable', reason: 'blocked' },
    },
    misconfigured: {
      arrange: ({ fake }) => fake.failNext(5),
      expected: { kind: 'misconfigured', detail: 'VK error 5 in messages.send' },
    },
    manual: { at: 'comment', arrange: ({ fake }) => fake.failNext(213) },
  },
  unspeakable: [accessToken, community.secret, ...fakeUsers.map((user) => user.lastName)],
});

test('every recorded payload says what must be read from it', () => {
  const recorded = readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
  expect(recorded.toSorted()).toEqual(Object.keys(expected).toSorted());
});
