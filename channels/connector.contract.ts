import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Address, DeliveryItem, OutgoingAnswer, SendOutcome } from '#kernel/channel.ts';
import { sendOutcomeKinds } from '#kernel/channel.ts';
import type { ChannelIo, Connector, RawRequest } from './connector.ts';

/** The other end of a channel, running: a fake network or a real server on loopback. */
export interface LiveChannel<Settings> {
  readonly settings: Settings;
  /** Every kind of place an answer may go to, with the address a message from there carried. */
  readonly addresses: readonly { readonly name: string; readonly to: Address }[];
  /** Texts of ours that people at the other end see now, at all addresses. */
  answers(): readonly string[] | Promise<readonly string[]>;
  /** The other end takes the next call and never replies. */
  fallSilent(): void | Promise<void>;
  stop(): Promise<void>;
}

/** How to bring about one kind of outcome, or why the channel cannot have it. */
export type OutcomeCase<Live> =
  | {
      readonly arrange: (live: Live) => void | Promise<void>;
      /** Which address shows it; the first when absent. */
      readonly at?: string;
      /** The whole outcome where more than its kind matters. */
      readonly expected?: SendOutcome;
    }
  | { readonly never: string };

export interface ConnectorCases<Settings, Live extends LiveChannel<Settings>> {
  readonly settings: Settings;
  /** Settings an administrator may enter by mistake. */
  readonly wrongSettings: readonly { readonly name: string; readonly input: unknown }[];
  /** Payloads in the real format with made-up content, and what must be read from them. */
  readonly recorded: readonly {
    readonly name: string;
    readonly payload: Uint8Array;
    readonly items: readonly DeliveryItem[];
  }[];
  /** Where the channel calls us: calls by name. Absent where it does not. */
  readonly requests?: {
    readonly genuine: RawRequest;
    readonly handshake?: { readonly request: RawRequest; readonly reply: string };
    readonly forged: readonly { readonly name: string; readonly request: RawRequest }[];
    readonly malformed: readonly { readonly name: string; readonly request: RawRequest }[];
  };
  startLive(): Promise<Live>;
  readonly outcomes: Readonly<Record<SendOutcome['kind'], OutcomeCase<Live>>>;
  /** What must never be seen in a log line besides texts of answers: keys, passwords, names. */
  readonly unspeakable: readonly string[];
}

const sentence = /^\p{Lu}.{8,}[.!]$/su;
const answerText = 'Яму на Садовой засыпали, асфальт положат до пятницы.';

/** A made-up answer; the key is what makes two of them different to a channel. */
export function madeUpAnswer(idempotencyKey: string, text = answerText): OutgoingAnswer {
  return { idempotencyKey, text, caseNumber: '2026-000142', subject: 'Яма на дороге', files: [] };
}

/** What every connector promises, whatever the channel. Called at the top level of `channels/<x>/connector.test.ts`. */
export function connectorContract<Settings, Live extends LiveChannel<Settings>>(
  name: string,
  connector: Connector<Settings>,
  cases: ConnectorCases<Settings, Live>,
): void {
  describe(`${name} as a connector`, () => {
    test('is named as its folder and bounds its answers', () => {
      expect(connector.channel).toBe(name);
      expect(connector.traits.maxAnswerLength).toBeGreaterThan(0);
    });
    settingsContract(connector, cases);
    parseContract(connector, cases);
    if (cases.requests !== undefined) verifyContract(connector, cases.settings, cases.requests);
    sendContract(connector, cases);
  });
}

function settingsContract<S, L extends LiveChannel<S>>(
  connector: Connector<S>,
  cases: ConnectorCases<S, L>,
): void {
  describe('settings', () => {
    test('accept what an administrator should enter', () => {
      expect(connector.settings.safeParse(cases.settings).success).toBe(true);
    });
    test.each([...cases.wrongSettings, { name: 'nothing', input: undefined }])(
      'refuse $name in a sentence',
      ({ input }) => {
        const parsed = connector.settings.safeParse(input);
        expect(parsed.success).toBe(false);
        for (const issue of parsed.error?.issues ?? []) expect(issue.message).toMatch(sentence);
      },
    );
    test('refuse anything at all without an exception', () => {
      fc.assert(fc.property(fc.anything(), (input) => void connector.settings.safeParse(input)));
    });
  });
}

function parseContract<S, L extends LiveChannel<S>>(
  connector: Connector<S>,
  cases: ConnectorCases<S, L>,
): void {
  const parse = async (payload: Uint8Array) => (await connector.parse(payload, cases.settings)).items;
  const utf8 = (text: string) => new TextEncoder().encode(text);

  describe('parse', () => {
    test.each(cases.recorded)('reads $name', async ({ payload, items }) => {
      expect(await parse(payload)).toEqual(items);
    });
    test.each(cases.recorded)('reads $name the same when it is repeated', async ({ payload }) => {
      expect(await parse(payload)).toEqual(await parse(payload));
    });
    test('leaves something to see of every input, and never throws', async () => {
      const recorded = fc.constantFrom(...cases.recorded.map(({ payload }) => payload));
      const truncated = fc
        .tuple(recorded, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([payload, part]) => payload.slice(0, Math.floor(payload.length * part)));
      const damaged = fc
        .tuple(recorded, fc.nat(), fc.nat({ max: 255 }))
        .map(([payload, at, byte]) =>
          payload.map((old, index) => (index === at % payload.length ? byte : old)),
        );
      const anything = fc.oneof(fc.uint8Array({ maxLength: 500 }), fc.json().map(utf8), truncated, damaged);
      await fc.assert(
        fc.asyncProperty(anything, async (payload) => {
          expect((await parse(payload)).length).toBeGreaterThan(0);
        }),
        { numRuns: 300 },
      );
    });
    test('survives an endless nesting', async () => {
      for (const payload of ['['.repeat(200_000), `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`]) {
        expect((await parse(utf8(payload))).length).toBeGreaterThan(0);
      }
    });
    test('survives five megabytes', async () => {
      expect((await parse(new Uint8Array(5_000_000).fill(0x61))).length).toBeGreaterThan(0);
    });
  });
}

function verifyContract<S>(
  connector: Connector<S>,
  settings: S,
  requests: NonNullable<ConnectorCases<S, LiveChannel<S>>['requests']>,
): void {
  const verify = (request: RawRequest) => connector.verify?.(request, settings);

  describe('verify', () => {
    test('accepts a genuine call and knows what to reply', () => {
      expect(verify(requests.genuine)).toEqual({ kind: 'accepted', reply: expect.any(String) });
    });
    test.skipIf(requests.handshake === undefined)('answers the handshake and stores nothing of it', () => {
      expect(verify(requests.handshake?.request ?? requests.genuine)).toEqual({
        kind: 'handshake',
        reply: requests.handshake?.reply,
      });
    });
    test.each(requests.forged)('refuses $name', ({ request }) => {
      expect(verify(request)).toEqual({ kind: 'refused', failure: 'wrong_secret' });
    });
    test.each(requests.malformed)('refuses $name as malformed', ({ request }) => {
      expect(verify(request)).toEqual({ kind: 'refused', failure: 'update_malformed' });
    });
    test('refuses every other body without an exception', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (body) => {
          expect(verify({ headers: {}, body })?.kind).toBe('refused');
        }),
      );
    });
  });
}

function sendContract<S, L extends LiveChannel<S>>(
  connector: Connector<S>,
  cases: ConnectorCases<S, L>,
): void {
  let live: L;
  const logged: string[] = [];
  const io = (signal: AbortSignal): ChannelIo<S> => ({
    settings: live.settings,
    signal,
    log: (event, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`),
  });
  const send = (answer: OutgoingAnswer, to = addressOf(live), signal = new AbortController().signal) =>
    connector.send(answer, to, io(signal));

  describe('send', () => {
    beforeEach(async () => {
      logged.length = 0;
      live = await cases.startLive();
    });
    afterEach(async () => {
      await live.stop();
      for (const secret of [answerText, 'Садовой', 'Яма на дороге', ...cases.unspeakable]) {
        expect(logged.join('\n')).not.toContain(secret);
      }
    });

    test('shows the answer at every kind of address', async () => {
      for (const { name, to } of live.addresses) {
        expect(await send(madeUpAnswer(`at ${name}`, name), to)).toMatchObject({ kind: 'sent' });
      }
      expect([...(await live.answers())].toSorted()).toEqual(
        live.addresses.map(({ name }) => name).toSorted(),
      );
    });
    outcomesContract(cases, () => live, send);
    test.runIf(connector.traits.dropsRepeatedSends)(
      'shows one answer when the same one is sent again',
      async () => {
        for (const { name, to } of live.addresses) {
          const first = await send(madeUpAnswer(`once ${name}`), to);
          expect(await send(madeUpAnswer(`once ${name}`), to)).toEqual(first);
        }
        expect(await live.answers()).toHaveLength(live.addresses.length);
      },
    );
    test('takes a text of the greatest length and refuses a longer one unsent', async () => {
      const longest = 'я'.repeat(connector.traits.maxAnswerLength);
      expect(await send(madeUpAnswer('longest', longest))).toMatchObject({ kind: 'sent' });
      const refused = await send(madeUpAnswer('too long', `${longest}я`));
      expect(refused).toEqual({ kind: 'undeliverable', reason: 'text_refused' });
      expect(await live.answers()).toHaveLength(1);
    });
    test('tells of an address that is not its own', async () => {
      expect((await send(madeUpAnswer('foreign'), { kind: 'carrier_pigeon' })).kind).toBe('misconfigured');
    });
    abortContract(() => live, send);
  });
}

type Send<S> = (
  answer: OutgoingAnswer,
  to?: Address,
  signal?: AbortSignal,
) => ReturnType<Connector<S>['send']>;

function outcomesContract<S, L extends LiveChannel<S>>(
  { outcomes }: ConnectorCases<S, L>,
  live: () => L,
  send: Send<S>,
): void {
  for (const kind of sendOutcomeKinds) {
    const outcome = outcomes[kind];
    if ('never' in outcome) continue;
    test(`ends in ${kind}`, async () => {
      await outcome.arrange(live());
      const ended = await send(madeUpAnswer(`ends in ${kind}`), addressOf(live(), outcome.at));
      if (outcome.expected === undefined) expect(ended.kind).toBe(kind);
      else expect(ended).toEqual(outcome.expected);
    });
  }
}

function abortContract<S, L extends LiveChannel<S>>(live: () => L, send: Send<S>): void {
  test('sends nothing once it was told to stop', async () => {
    const ended = await send(madeUpAnswer('stopped before'), undefined, AbortSignal.abort());
    expect(ended.kind).toBe('retry');
    expect(await live().answers()).toEqual([]);
  });
  test('stops waiting for a silent channel, and says what is known', async () => {
    await live().fallSilent();
    const stop = new AbortController();
    const sending = send(madeUpAnswer('stopped while waiting'), undefined, stop.signal);
    setTimeout(() => stop.abort(), 100);
    expect(['retry', 'uncertain']).toContain((await sending).kind);
  });
}

function addressOf<S>(live: LiveChannel<S>, name?: string): Address {
  const found =
    name === undefined ? live.addresses[0] : live.addresses.find((address) => address.name === name);
  if (found === undefined) throw new Error(`The live channel has no address ${name ?? 'at all'}`);
  return found.to;
}
