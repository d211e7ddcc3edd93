import { randomUUID } from 'node:crypto';

export interface EventQueueOptions {
  readonly groupId: number;
  readonly secret: string;
  readonly confirmation: string;
  /** VK waits longer; here the demo and tests decide. */
  readonly retryDelayMs: number;
  readonly maxAttempts: number;
}

interface Event {
  readonly type: string;
  readonly object: unknown;
}

/**
 * Calls of the Callback API: the address is confirmed first, then events go one after another, each repeated
 * until the other side replies `ok` or the attempts are used up.
 */
export class EventQueue {
  readonly #options: EventQueueOptions;
  #callbackUrl: string | null;
  #isConfirmed = false;
  #waiting: Event[] = [];
  #undelivered: string[] = [];
  #running: Promise<void> = Promise.resolve();
  readonly #stopped = new AbortController();

  constructor(options: EventQueueOptions, callbackUrl: string | null) {
    this.#options = options;
    this.#callbackUrl = callbackUrl;
  }

  /** A new address must be confirmed anew. */
  connect(callbackUrl: string): void {
    this.#callbackUrl = callbackUrl;
    this.#isConfirmed = false;
  }

  push(type: string, object: unknown): void {
    this.#waiting.push({ type, object });
    this.#running = this.#running.then(() => this.#deliverWaiting());
  }

  /** Resolves when every event was acknowledged or given up. */
  settled(): Promise<void> {
    return this.#running;
  }

  /** Types of events that were given up. */
  undelivered(): readonly string[] {
    return this.#undelivered;
  }

  stop(): void {
    this.#stopped.abort();
  }

  /** Whether the other side knows the confirmation string. */
  async confirm(): Promise<boolean> {
    const { groupId, confirmation } = this.#options;
    this.#isConfirmed = (await this.#post({ type: 'confirmation', group_id: groupId })) === confirmation;
    return this.#isConfirmed;
  }

  async #deliverWaiting(): Promise<void> {
    const events = this.#waiting;
    this.#waiting = [];
    if (this.#callbackUrl === null) return;
    for (const event of events) {
      if (!(await this.#deliver(event))) this.#undelivered.push(event.type);
    }
  }

  async #deliver({ type, object }: Event): Promise<boolean> {
    const { groupId, secret, retryDelayMs, maxAttempts } = this.#options;
    const body = {
      group_id: groupId,
      type,
      event_id: randomUUID().replaceAll('-', ''),
      v: '5.199',
      object,
      secret,
    };
    for (let attempt = 1; attempt <= maxAttempts && !this.#stopped.signal.aborted; attempt += 1) {
      const isReady = this.#isConfirmed || (await this.confirm());
      if (isReady && (await this.#post(body)) === 'ok') return true;
      if (attempt < maxAttempts) await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
    }
    return false;
  }

  /** The whole text of a reply with status 200; `null` for anything else. */
  async #post(body: unknown): Promise<string | null> {
    if (this.#callbackUrl === null) return null;
    try {
      const response = await fetch(this.#callbackUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(10_000)]),
      });
      const text = await response.text();
      return response.status === 200 ? text.trim() : null;
    } catch {
      return null;
    }
  }
}
