import type { z } from 'zod';
import type { FailureCode } from '#kernel/failures.ts';
import type { Permission } from '#centre/rules/access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Failures every endpoint may end with; they are not repeated in the contracts. */
export const commonFailures = [
  'bad_request',
  'not_signed_in',
  'not_allowed',
  'wrong_csrf_token',
  'too_many_attempts',
  'calendar_exhausted',
] as const satisfies readonly FailureCode[];
export type CommonFailure = (typeof commonFailures)[number];

/** One call of the HTTP API as data: the server, the client and openapi.json derive from it. Paths are below /api. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Success extends z.ZodType = z.ZodType,
  Code extends FailureCode = FailureCode,
> {
  readonly method: Method;
  /** With `:name` for parameters, all of them declared in `params`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Permission;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly success: Success;
  readonly failures: readonly Code[];
}

export const endpoint = <
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Success extends z.ZodType,
  const Code extends FailureCode,
>(
  definition: Endpoint<Params, Query, Body, Success, Code>,
): Endpoint<Params, Query, Body, Success, Code> => definition;

export type ParamsOf<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
export type SuccessOf<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer S> ? z.output<S> : never;
