import type { Address } from '#kernel/channel.ts';

/** What is sealed with a message: everything that names or reaches a person, and the words as they came. */
export interface MessageContent {
  readonly text: string;
  readonly address: Address;
  readonly author: { readonly externalId: string | null; readonly name: string | null };
  /** The place as typed into its own field; outside the seal it stands without the flat. */
  readonly givenAddress?: string | null;
  /** How else the author may be reached, when they gave it themselves. */
  readonly contact: string | null;
  /** Files that could not be downloaded at once. */
  readonly pendingFiles: readonly string[];
}
