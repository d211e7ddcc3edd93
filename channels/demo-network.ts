import { fakeVkToken, startFakeVk, type FakeVk } from './vk/fake/start-fake-vk.ts';
import { fakeUsers, type FakePast, type FakeUser } from './vk/fake/world.ts';

/*
 * The network a demonstration is tried with: a small server that speaks a real network's protocol on this machine. The real
 * connector of that network talks to it. Who is imitated is known here and to nobody else.
 */
export type DemoServer = FakeVk;
export type DemoPast = FakePast;
export type DemoUser = FakeUser;

export const startDemoServer = startFakeVk;
export const demoUsers = fakeUsers;
export const demoNetworkToken = fakeVkToken;
