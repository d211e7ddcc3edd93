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

/** The same whatever the endpoint: how the parts travel does not depend on what they hold. */
interface Parts {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

const fieldsOf = (part: unknown): [string, unknown][] =>
  typeof part === 'object' && part !== null ? Object.entries(part) : [];

const fill = (path: string, params: unknown): string => {
  const values = new Map(fieldsOf(params));
  return path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))));
};

const queryString = (query: unknown): string => {
  const pairs = fieldsOf(query)
    .filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    )
    .map(
      ([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)] as [string, string],
    );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
};

/** How the server tells a failure of the catalogue; a proxy in between may answer with anything. */
const isRefusal = (answer: unknown): answer is { readonly failure: Failure; readonly message: string } =>
  typeof answer === 'object' && answer !== null && 'failure' in answer && 'message' in answer;

/** A typed `fetch` over the contract: `call(queue, { query: { view: 'mine' } })`. Never throws for an answer of the server. */
export const client =
  (options: ClientOptions) =>
  async <E extends Endpoint>(endpoint: E, input: InputOf<E> & Parts): Promise<CallResult<E>> => {
    const { params, query, body }: Parts = input;
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
      const answer: unknown = await response.json();
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the server sends nothing that `success` of this very endpoint has not parsed
      if (response.ok) return { ok: true, value: answer as SuccessOf<E> };
      if (isRefusal(answer)) return { ok: false, ...answer };
      return { ok: false, failure: { code: 'server_error', number: '' }, message: '' };
    } catch {
      return { ok: false, failure: { code: 'no_connection' }, message: '' };
    }
  };
