import type { Address } from '#kernel/channel.ts';
import type { MessageContent } from '#flow/intake/rules/message-content.ts';
import type { Account, RegionKnowledge } from '../knowledge.ts';

/** By which account a letter goes, and where. */
export interface Carrier {
  readonly account: Account;
  readonly address: Address;
}

/**
 * Who carries a letter to the author of a message: the account they wrote by. What was typed into the portal waits on its
 * page, and goes to the contact its author left as well, where the region has a channel that can write there.
 */
export function carrierOf(
  knowledge: RegionKnowledge,
  account: Account,
  content: Pick<MessageContent, 'address' | 'contact'>,
): Carrier {
  const own = { account, address: content.address };
  if (account.connector.traits.comesBy !== 'portal_form' || content.contact === null) return own;
  for (const other of knowledge.accounts.values()) {
    const address = other.isEnabled ? other.connector.addressOf?.(content.contact) : null;
    if (address !== null && address !== undefined) return { account: other, address };
  }
  return own;
}

/** Whether the region can write to an e-mail address that somebody leaves. */
export const writesToContacts = ({ accounts }: RegionKnowledge): boolean =>
  [...accounts.values()].some((account) => account.isEnabled && account.connector.addressOf !== undefined);
