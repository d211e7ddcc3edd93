import type { Point } from './place.ts';

/** A file that came with a message: its bytes, or an address the same connector can download. */
export interface IncomingFile {
  readonly name: string | null;
  readonly source:
    { readonly kind: 'bytes'; readonly bytes: Uint8Array } | { readonly kind: 'url'; readonly url: string };
}

/** Where an answer must go, as the channel itself names it. Opaque to everyone but the connector; JSON. */
export type Address = Readonly<Record<string, string | number | null>>;

/** One text in one channel, as its connector understood it. */
export interface IncomingMessage {
  /** Unique within the channel account; a repeat of it is the same message. */
  readonly externalId: string;
  /** Messages with one thread key belong to one conversation with one author. */
  readonly threadKey: string;
  readonly address: Address;
  /** Whether others see the message and its answer. */
  readonly isPublic: boolean;
  readonly text: string;
  readonly sentAt: Date;
  readonly author: { readonly externalId: string | null; readonly name: string | null };
  readonly files: readonly IncomingFile[];
  readonly point: Point | null;
  /** External id of our own or another message this one replies to. */
  readonly inReplyTo: string | null;
  /** Number of a case the message names (subject of a letter), as written. */
  readonly namesCase: string | null;
  /** An auto-reply, a bounce or a loop: kept, shown, never answered and never a case. */
  readonly isAutomatic: boolean;
}

export type DeliveryItem =
  | { readonly kind: 'message'; readonly message: IncomingMessage }
  /** `at` is null where the channel does not say when: the moment of receipt stands. */
  | { readonly kind: 'edited'; readonly externalId: string; readonly text: string; readonly at: Date | null }
  | { readonly kind: 'deleted'; readonly externalId: string; readonly at: Date | null }
  /** A bounce tells that an answer sent earlier did not arrive. */
  | {
      readonly kind: 'bounced';
      readonly externalId: string;
      readonly reason: 'blocked' | 'gone' | 'text_refused';
    }
  /** Understood but of no interest (typing, likes, our own outgoing messages): acknowledged, not stored. */
  | { readonly kind: 'ignored'; readonly what: string }
  /** Not understood: the raw payload is kept for an administrator. */
  | { readonly kind: 'unknown'; readonly detail: string };

/** What one call of the channel brought. */
export interface Delivery {
  readonly items: readonly DeliveryItem[];
}

export interface OutgoingAnswer {
  /** The same for every attempt; a channel that can drop repeats is given it. */
  readonly idempotencyKey: string;
  readonly text: string;
  /** Human number of the case, for subjects and headings. */
  readonly caseNumber: string;
  readonly subject: string;
  readonly files: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
}

/** What became of one attempt to send. `uncertain` is never resent blindly. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly externalId: string }
  | { readonly kind: 'retry'; readonly afterSeconds: number }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'undeliverable'; readonly reason: 'blocked' | 'gone' | 'text_refused' }
  | { readonly kind: 'misconfigured'; readonly detail: string }
  /** No machine may post here: a person publishes by hand and marks it done. */
  | { readonly kind: 'manual' };

export const sendOutcomeKinds = [
  'sent',
  'retry',
  'uncertain',
  'undeliverable',
  'misconfigured',
  'manual',
] as const satisfies readonly SendOutcome['kind'][];
