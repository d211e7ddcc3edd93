import { z } from 'zod';
import type { Address } from '#kernel/channel.ts';

const letterAddress = z.object({
  kind: z.literal('letter'),
  /** `null`: the letter named no sender. */
  to: z.string().nullable(),
  /** The letter being answered; `null` when its program gave it no Message-ID. */
  messageId: z.string().nullable(),
  /** Header `References` of that letter. */
  references: z.string(),
  subject: z.string(),
});

export type LetterAddress = z.infer<typeof letterAddress>;

/** The address of a first letter; `null`: this is no e-mail address. */
export function firstAddress(contact: string): LetterAddress | null {
  const to = z.email().max(254).safeParse(contact.trim()).data;
  return to === undefined ? null : { kind: 'letter', to, messageId: null, references: '', subject: '' };
}

/** `null`: the address was not made by this connector. */
export function readAddress(address: Address): LetterAddress | null {
  return letterAddress.safeParse(address).data ?? null;
}
