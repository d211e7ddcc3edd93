import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Region } from '#centre/queries/regions.ts';
import { mayDo, permissions } from '#centre/rules/access.ts';
import type { CommonFailure, Endpoint } from '#contract/endpoint.ts';
import type { Failure, FailureCode } from '#kernel/failures.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { actorOf, type Actor } from './actor.ts';
import { replyFailure } from './failure-reply.ts';
import { regionOf } from './region.ts';

/** What a handler is given: everything checked, nothing raw. */
export interface Call<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  readonly region: Region;
  readonly at: Date;
  /** One transaction in the asker's scope; a returned failure rolls it back. */
  readonly transaction: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface StaffCall<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
> extends Call<Params, Query, Body> {
  readonly actor: Actor;
}

/** The value the contract promises, or one of the failures it names. */
type Answer<Success extends z.ZodType, Code extends FailureCode> = Promise<
  Result<z.input<Success>, Code | CommonFailure>
>;

/** Serves endpoints of the contract. Access is checked here, so a route without permission cannot be written. */
export function createServe(app: App, http: FastifyInstance) {
  return {
    /** For anyone, or for the holder of a secret link: the handler checks the secret. */
    open: <
      P extends z.ZodType,
      Q extends z.ZodType,
      B extends z.ZodType,
      S extends z.ZodType,
      C extends FailureCode,
    >(
      endpoint: Endpoint<P, Q, B, S, C>,
      handler: (call: Call<P, Q, B>) => Answer<S, C>,
    ): void => register(app, http, endpoint, handler),
    /** For staff: there is an actor, and they may do it. */
    staff: <
      P extends z.ZodType,
      Q extends z.ZodType,
      B extends z.ZodType,
      S extends z.ZodType,
      C extends FailureCode,
    >(
      endpoint: Endpoint<P, Q, B, S, C>,
      handler: (call: StaffCall<P, Q, B>) => Answer<S, C>,
    ): void =>
      register(app, http, endpoint, (call, actor) => {
        if (actor === null)
          throw new Error(
            `${endpoint.path} is open to guests by the access table, it cannot be served to staff only`,
          );
        return handler({ ...call, actor });
      }),
  };
}

export type Serve = ReturnType<typeof createServe>;

function register<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  S extends z.ZodType,
  C extends FailureCode,
>(
  app: App,
  http: FastifyInstance,
  endpoint: Endpoint<P, Q, B, S, C>,
  run: (call: Call<P, Q, B>, actor: Actor | null) => Answer<S, C>,
): void {
  http.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    handler: async (request, reply) => {
      const region = regionOf(await app.knowledge.regions(), request);
      if (region === null) return replyFailure(reply, request, { code: 'region_not_found' }, 'Europe/Moscow');
      const actor = await actorOf(app, region, request);
      const refused = refusal(endpoint, request, actor);
      if (refused !== null) return replyFailure(reply, request, refused, region.timeZone);
      const call = readCall(app, endpoint, { request, reply, region, actor });
      if (!call.ok) return replyFailure(reply, request, call.failure, region.timeZone);
      const result = await run(call.value, actor);
      if (reply.sent) return reply;
      if (!result.ok) return replyFailure(reply, request, result.failure, region.timeZone);
      return reply.header('cache-control', 'no-store').send(endpoint.success.parse(result.value));
    },
  });
}

function refusal(
  endpoint: Pick<Endpoint, 'access' | 'method'>,
  request: FastifyRequest,
  actor: Actor | null,
): Failure | null {
  const needed = permissions[endpoint.access];
  if (needed === 'anyone' || needed === 'holder') return null;
  if (actor === null) return { code: 'not_signed_in' };
  if (!mayDo(endpoint.access, actor.roles)) return { code: 'not_allowed' };
  const changes = endpoint.method !== 'GET';
  return changes && request.headers['x-csrf-token'] !== actor.csrfToken ? { code: 'wrong_csrf_token' } : null;
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly region: Region;
  readonly actor: Actor | null;
}

function readCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  app: App,
  endpoint: Pick<Endpoint<P, Q, B>, 'method' | 'params' | 'query' | 'body'>,
  { request, reply, region, actor }: Asked,
): Result<Call<P, Q, B>, 'bad_request'> {
  const hasBody = endpoint.method === 'POST' || endpoint.method === 'PUT';
  const params = readPart('params', endpoint.params, request.params);
  const query = readPart('query', endpoint.query, request.query);
  const given = hasBody && !request.isMultipart() ? (request.body ?? {}) : {};
  const body = readPart('body', endpoint.body, given);
  if (!params.ok) return params;
  if (!query.ok) return query;
  if (!body.ok) return body;
  const scope = actor?.scope ?? wholeRegion(region.id);
  return ok({
    params: params.value,
    query: query.value,
    body: body.value,
    region,
    at: app.now(),
    transaction: (work) => withScope(app.db, scope, work),
    request,
    reply,
  });
}

/** One part of a request, or which of its fields break which rule. */
function readPart<T extends z.ZodType>(
  name: string,
  schema: T,
  given: unknown,
): Result<z.output<T>, 'bad_request'> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map((issue) => ({
    path: [name, ...issue.path].join('.'),
    rule: issue.code,
  }));
  return fail({ code: 'bad_request', fields });
}
