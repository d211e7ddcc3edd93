import { client, type CallResult } from '#contract/client.ts';
import type { Endpoint, SuccessOf } from '#contract/endpoint.ts';
import { language } from './language.ts';
import { regionBase } from './region-base.ts';
import { signal } from './signal.ts';

export type CallFailure = Extract<CallResult<Endpoint>, { ok: false }>['failure'];

/** The token that proves a change was asked for by this page; it comes with the session. */
export const csrfToken = signal<string | null>(null);
/** Whether the last call reached the centre. */
export const connection = signal<'on' | 'lost'>('on');
/** Set when the server says that nobody is signed in any more. */
export const session = signal<'unknown' | 'open' | 'ended'>('unknown');

const rawCall = client({
  base: `${regionBase}/api`,
  csrfToken: csrfToken.get,
  language: language.get,
  fetch: (input, init) => fetch(input, init),
});

/** Calls the centre; never throws. */
export const call: typeof rawCall = async (endpoint, input) => {
  const result = await rawCall(endpoint, input);
  const code = result.ok ? null : result.failure.code;
  connection.set(code === 'no_connection' ? 'lost' : 'on');
  if (code === 'not_signed_in' && session.get() === 'open') session.set('ended');
  return result;
};

/** How a query ends when the call failed: the library of queries understands only thrown errors. */
export class CallFailed extends Error {
  readonly failure: CallFailure;

  constructor(failure: CallFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** The value, or a thrown `CallFailed`. */
export async function read<E extends Endpoint>(
  endpoint: E,
  input: Parameters<typeof call<E>>[1],
): Promise<SuccessOf<E>> {
  const result = await call(endpoint, input);
  if (!result.ok) throw new CallFailed(result.failure);
  return result.value;
}

/** What went wrong with a query; anything that is not a failed call is our own mistake. */
export const failureOf = (error: unknown): CallFailure =>
  error instanceof CallFailed ? error.failure : { code: 'server_error', number: '' };
