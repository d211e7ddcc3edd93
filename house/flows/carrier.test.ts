import { describe, expect, test } from 'vitest';
import { connectors } from '#channels/index.ts';
import type { Account, RegionKnowledge } from '../knowledge.ts';
import { carrierOf, writesToContacts } from './carrier.ts';

const account = (id: number, channel: string, isEnabled = true): Account => {
  const connector = connectors[channel];
  if (connector === undefined) throw new Error(channel);
  return {
    id,
    regionId: 1,
    key: `key-${id}`,
    name: channel,
    channel,
    isEnabled,
    isMisconfigured: false,
    connector,
    settings: {},
  };
};
const knowing = (...accounts: Account[]): RegionKnowledge =>
  ({ accounts: new Map(accounts.map((one) => [one.id, one])) }) as unknown as RegionKnowledge;

const portal = account(1, 'portal');
const mailbox = account(2, 'email');
const vk = account(3, 'vk');

describe('a letter to the author of a message', () => {
  test('of the portal goes to the e-mail they left, where there is a mailbox', () => {
    const content = { address: {}, contact: 'anna@example.org' };
    expect(carrierOf(knowing(portal, vk, mailbox), portal, content)).toMatchObject({
      account: mailbox,
      address: { to: 'anna@example.org' },
    });
  });

  test.each([
    ['left nothing', null, [mailbox]],
    ['left a telephone number', '+7 900 000-00-00', [mailbox]],
    ['left an e-mail nobody can write to', 'anna@example.org', [vk]],
    ['left an e-mail, and the mailbox is switched off', 'anna@example.org', [account(4, 'email', false)]],
  ])('of the portal who %s waits on its page', (_, contact, others) => {
    expect(carrierOf(knowing(portal, ...others), portal, { address: {}, contact })).toEqual({
      account: portal,
      address: {},
    });
  });

  test('of a network goes back to the network', () => {
    const content = { address: { peer: 5 }, contact: 'anna@example.org' };
    expect(carrierOf(knowing(vk, mailbox), vk, content)).toEqual({ account: vk, address: { peer: 5 } });
  });
});

test('a region without a mailbox asks for no e-mail', () => {
  expect(writesToContacts(knowing(portal, vk))).toBe(false);
  expect(writesToContacts(knowing(portal, mailbox))).toBe(true);
});
