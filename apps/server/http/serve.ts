import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Region } from '#centre/queries/regions.ts';
import { mayDo, permissions } from '#centre/rules/access.ts';
import type { BodyOf, CommonFailure, Endpoint, ParamsOf, QueryOf } from '#contract/endpoint.ts';
import type { Failure, FailureCode } from '#kernel/failures.ts';
import type { Result } from '#kernel/result.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { actorOf, type Actor } from './actor.ts';
import { replyFailure } from './failure-reply.ts';
import { regionOf } from './region.ts';

/** What a handler is given: everything checked, nothing raw. */
export interface Call<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly region: Region;
  readonly at: Date;
  /** One transaction in the asker's scope; a returned failure rolls it back. */
  readonly transaction: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Answer<E> =
  E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer S, infer C>
    ? Promise<Result<z.input<S>, C | CommonFailure>>
    : never;

export interface StaffCall<E> extends Call<E> {
  readonly actor: Actor;
}

/** Serves endpoints of the contract. Access is checked here, so a route without permission cannot be written. */
export function createServe(app: App, http: FastifyInstance) {
  const register = (
    endpoint: Endpoint,
    run: (call: Call<Endpoint>, actor: Actor | null) => Promise<Result<unknown, FailureCode>>,
  ): void => {
    http.route({
      method: endpoint.method,
      url: `/api${endpoint.path}`,
      handler: async (request, reply) => {
        const region = regionOf(await app.knowledge.regions(), request);
        if (region === null)
          return replyFailure(reply, request, { code: 'region_not_found' }, 'Europe/Moscow');
        const actor = await actorOf(app, region, request);
        const refused = refusal(endpoint, request, actor);
        if (refused !== null) return replyFailure(reply, request, refused, region.timeZone);
        const call = readCall(app, endpoint, request, reply, region, actor);
        if (!call.ok) return replyFailure(reply, request, call.failure, region.timeZone);
        const result = await run(call.value, actor);
        if (reply.sent) return reply;
        if (!result.ok) return replyFailure(reply, request, result.failure as Failure, region.timeZone);
        return reply.header('cache-control', 'no-store').send(endpoint.success.parse(result.value));
      },
    });
  };

  return {
    /** For anyone, or for the holder of a secret link: the handler checks the secret. */
    open<E extends Endpoint>(endpoint: E, handler: (call: Call<E>) => Answer<E>): void {
      register(endpoint, (call) => handler(call as unknown as Call<E>));
    },
    /** For staff: there is an actor, and they may do it. */
    staff<E extends Endpoint>(endpoint: E, handler: (call: StaffCall<E>) => Answer<E>): void {
      register(endpoint, (call, actor) => {
        if (actor === null)
          throw new Error(
            `${endpoint.path} is open to guests by the access table, it cannot be served to staff only`,
          );
        return handler({ ...(call as unknown as Call<E>), actor });
      });
    },
  };
}

export type Serve = ReturnType<typeof createServe>;

function refusal(endpoint: Endpoint, request: FastifyRequest, actor: Actor | null): Failure | null {
  const needed = permissions[endpoint.access];
  if (needed === 'anyone' || needed === 'holder') return null;
  if (actor === null) return { code: 'not_signed_in' };
  if (!mayDo(endpoint.access, actor.roles)) return { code: 'not_allowed' };
  const changes = endpoint.method !== 'GET';
  return changes && request.headers['x-csrf-token'] !== actor.csrfToken ? { code: 'wrong_csrf_token' } : null;
}

function readCall(
  app: App,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  region: Region,
  actor: Actor | null,
): Result<Call<Endpoint>, 'bad_request'> {
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  const parts = [
    ['params', endpoint.params, request.params],
    ['query', endpoint.query, request.query],
    ['body', endpoint.body, hasBody && !request.isMultipart() ? (request.body ?? {}) : {}],
  ] as const;
  const read: Record<string, unknown> = {};
  for (const [name, schema, given] of parts) {
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      const fields = parsed.error.issues.map((issue) => ({
        path: [name, ...issue.path].join('.'),
        rule: issue.code,
      }));
      return { ok: false, failure: { code: 'bad_request', fields } };
    }
    read[name] = parsed.data;
  }
  const scope = actor?.scope ?? wholeRegion(region.id);
  return {
    ok: true,
    value: {
      params: read['params'] as never,
      query: read['query'] as never,
      body: read['body'] as never,
      region,
      at: app.now(),
      transaction: (work) => withScope(app.db, scope, work),
      request,
      reply,
    },
  };
}
