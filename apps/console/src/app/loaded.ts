import { failureOf, type CallFailure } from './call.ts';

/** What a screen knows about its data: exactly one of these. */
export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: CallFailure; readonly retry: () => void }
  | { readonly status: 'ready'; readonly value: T };

/** What of a query this needs. */
interface Asked<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isError: boolean;
  readonly refetch: () => unknown;
}

/** A query as one state. Data that was loaded before stays on the screen while a refetch fails. */
export function loadedOf<T>(query: Asked<T>): Loaded<T> {
  if (query.data !== undefined) return { status: 'ready', value: query.data };
  if (query.isError)
    return { status: 'failed', failure: failureOf(query.error), retry: () => void query.refetch() };
  return { status: 'loading' };
}
