import type { z } from 'zod';
import type { Failure } from '#kernel/failures.ts';
import type { Endpoint, SuccessOf } from './endpoint.ts';

/** What a call ended with: the value, a failure of the catalogue with its sentence, or no connection at all. */
export type CallResult<E> =
  | { readonly ok: true; readonly value: SuccessOf<E> }
  | {
      readonly ok: false;
      readonly failure:
        | Failure
        | { readonly code: 'no_connection' }
        | { readonly code: 'server_error'; readonly number: string };
      readonly message: string;
    };

type InputOf<E> =
  E extends Endpoint<infer P, infer Q, infer B, z.ZodType>
    ? { params?: z.input<P>; query?: z.input<Q>; body?: z.input<B> }
    : never;

export interface ClientOptions {
  readonly base: string;
  readonly csrfToken: () => string | null;
  readonly language: () => string;
  readonly fetch: typeof globalThis.fetch;
}

const fill = (path: string, params: Readonly<Record<string, unknown>>): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));

const queryString = (query: Readonly<Record<string, unknown>>): string => {
  const pairs = Object.entries(query)
    .filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    )
    .map(
      ([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)] as [string, string],
    );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
};

/** A typed `fetch` over the contract: `call(queue, { query: { view: 'mine' } })`. Never throws for an answer of the server. */
export const client =
  (options: ClientOptions) =>
  async <E extends Endpoint>(endpoint: E, input: InputOf<E>): Promise<CallResult<E>> => {
    const {
      params = {},
      query = {},
      body,
    } = input as { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
    const headers: Record<string, string> = {
      accept: 'application/json',
      'accept-language': options.language(),
    };
    const csrf = options.csrfToken();
    if (csrf !== null && endpoint.method !== 'GET') headers['x-csrf-token'] = csrf;
    if (body !== undefined) headers['content-type'] = 'application/json';
    try {
      const response = await options.fetch(
        `${options.base}${fill(endpoint.path, params)}${queryString(query)}`,
        {
          method: endpoint.method,
          headers,
          credentials: 'same-origin',
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
      );
      const answer = (await response.json()) as { failure?: Failure; message?: string };
      if (response.ok) return { ok: true, value: answer as SuccessOf<E> };
      return {
        ok: false,
        failure: answer.failure ?? { code: 'server_error', number: '' },
        message: answer.message ?? '',
      };
    } catch {
      return { ok: false, failure: { code: 'no_connection' }, message: '' };
    }
  };
