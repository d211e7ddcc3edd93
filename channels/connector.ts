import type { z } from 'zod';
import type { Address, Delivery, OutgoingAnswer, SendOutcome } from '#kernel/channel.ts';

/** An HTTP call from a channel, before anything is trusted. */
export interface RawRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
}

/** What the HTTP door must do with a call after `verify`. */
export type Verdict =
  /** Genuine: store it raw, parse, then reply with `reply`. */
  | { readonly kind: 'accepted'; readonly reply: string }
  /** Genuine but only a handshake: reply with `reply`, store nothing. */
  | { readonly kind: 'handshake'; readonly reply: string }
  | { readonly kind: 'refused'; readonly failure: 'wrong_secret' | 'update_malformed' };

/** The hands a connector is given; nothing else of the outside world reaches it. */
export interface ChannelIo<Settings> {
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** Ids and codes only, never text, names or addresses. */
  log(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void;
}

/** What a channel must do. One folder per channel; no code outside `channels/index.ts` names it. */
export interface Connector<Settings> {
  readonly channel: string;
  readonly settings: z.ZodType<Settings>;
  /** What others may ask instead of "is it VK?". */
  readonly traits: {
    /** Characters, as the channel counts them. */
    readonly maxAnswerLength: number;
    readonly answersArePublic: 'always' | 'never' | 'as_asked';
    /** If not, a lost reply is `uncertain` and never resent blindly. */
    readonly dropsRepeatedSends: boolean;
    /** Which regime a message of this channel gets by default. */
    readonly regime: 'social' | 'platform';
    /** How its messages reach us: by the network itself, by one of our own forms, or in a file. */
    readonly comesBy: 'network' | 'portal_form' | 'desk_form' | 'file';
    /** Whether a second message in a thread with an open case joins that case. */
    readonly threadIsOneCase: boolean;
  };
  /**
   * Where to write to a person who left this contact in a form of ours; `null`: it is no contact of this channel. Absent
   * where the channel cannot be the first to write.
   */
  addressOf?(contact: string): Address | null;
  /** Did the channel itself send this? Runs on raw bytes, before `parse`. Absent where the channel never calls us. */
  verify?(request: RawRequest, settings: Settings): Verdict;
  /** Pure, never throws on bad input. Drops nothing silently: what it does not understand goes to `unknown`. */
  parse(payload: Uint8Array, settings: Settings): Delivery | Promise<Delivery>;
  /** Never inside a transaction. Never throws: every ending is an outcome. */
  send(answer: OutgoingAnswer, to: Address, io: ChannelIo<Settings>): Promise<SendOutcome>;
  /** Downloads a file named in a message. The address is distrusted: only hosts of the channel, bounded size. `null`: gone or refused. */
  download?(url: string, io: ChannelIo<Settings>): Promise<Uint8Array | null>;
  /**
   * Listens by itself (poll, stream). `take` resolves once the payload is safely stored; only then may the
   * channel be told that it was read. Runs until `io.signal` aborts; reconnects by itself.
   */
  listen?(io: ChannelIo<Settings>, take: (payload: Uint8Array) => Promise<void>): Promise<void>;
}
