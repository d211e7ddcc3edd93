import { randomUUID } from 'node:crypto';
import path from 'node:path';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { App } from '#house/app.ts';
import { contentSecurity } from '../portal/pages/content-security.ts';
import { replyFailure } from './failure-reply.ts';
import { REGION_HEADER, splitRegionPath } from './region.ts';

/** A letter or a form is never larger; photos have their own limit and are streamed. */
const LARGEST_BODY = 1_000_000;

/** The HTTP server with everything routes may count on: cookies, forms, uploads, limits, headers, errors that help. */
export async function createHttp(app: App): Promise<FastifyInstance> {
  const http = Fastify({
    logger: false,
    trustProxy: trustedProxies(app.config.trustProxy),
    bodyLimit: LARGEST_BODY,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: (request) => {
      delete request.headers[REGION_HEADER];
      const { slug, url } = splitRegionPath(request.url ?? '/');
      if (slug !== null) request.headers[REGION_HEADER] = slug;
      return url;
    },
  });
  await http.register(cookie);
  await http.register(formbody);
  await http.register(multipart, {
    limits: { fileSize: app.config.uploads.maxBytes, files: 20, fields: 50, fieldSize: 500_000 },
  });
  await http.register(compress, { threshold: 2048 });
  await http.register(rateLimit, { global: false });
  await http.register(helmet, {
    contentSecurityPolicy: { directives: contentSecurity(mapOrigin(app)) },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: app.publicUrl().startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  });
  await http.register(fastifyStatic, {
    root: path.resolve('dist/portal'),
    prefix: '/static/',
    index: false,
    immutable: true,
    maxAge: '30d',
  });
  observe(app, http);
  handleErrors(app, http);
  letGo(http);
  return http;
}

/** Lines on which nobody asked anything, and answers still on their way, are given this long. */
const LET_GO_MS = 3000;

/** Told to stop, the server finishes what was asked; callers keep their lines open for a minute more, so it hangs up itself. */
function letGo(http: FastifyInstance): void {
  let isStopping = false;
  http.addHook('preClose', async () => {
    isStopping = true;
    setTimeout(() => http.server.closeAllConnections(), LET_GO_MS).unref();
  });
  http.addHook('onSend', async (_request, reply) => {
    if (isStopping) void reply.header('connection', 'close');
  });
}

/**
 * Fastify takes no bare number: whoever reached it past the proxies could write the header. The setting says that nobody can,
 * so the number is told as a question about each hop.
 */
const trustedProxies = (trusted: App['config']['trustProxy']) =>
  typeof trusted === 'number' ? (_address: string, hop: number): boolean => hop < trusted : trusted;

const mapOrigin = (app: App): string | null => {
  const url = app.config.map.styleUrl ?? app.config.map.pmtiles;
  return url === null || !URL.canParse(url) ? null : new URL(url).origin;
};

function observe(app: App, http: FastifyInstance): void {
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    app.metrics.requests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
}

function handleErrors(app: App, http: FastifyInstance): void {
  http.setErrorHandler(async (error: FastifyError, request, reply) => {
    const known = knownFault(error);
    if (known !== null) return replyFailure(reply, request, known, 'Europe/Moscow');
    const number = request.id.slice(0, 8);
    // The error's own text may quote an input, so only its kind and place are logged.
    app.log.error({
      event: 'request_failed',
      number,
      route: request.routeOptions.url,
      kind: error.name,
      code: error.code,
      stack: stackOf(error),
    });
    return replyServerError(request, reply, number);
  });
}

/** Frames of the stack without its first line, which repeats the message. */
const stackOf = (error: Error): string => (error.stack ?? '').split('\n').slice(1, 8).join('\n');

function knownFault(error: FastifyError) {
  switch (error.statusCode) {
    case 429:
      return { code: 'too_many_attempts', retryAfterSeconds: 60 } as const;
    case 413:
      return { code: 'text_too_long', length: LARGEST_BODY, limit: LARGEST_BODY } as const;
    case 400:
    case 406:
    case 415:
      return { code: 'bad_request', fields: [] } as const;
    default:
      return null;
  }
}

const replyServerError = (_request: FastifyRequest, reply: FastifyReply, number: string): FastifyReply =>
  reply.status(500).send({
    failure: { code: 'server_error', number },
    message: `Что-то сломалось у нас, номер ошибки ${number}. Мы её увидим. Попробуйте ещё раз через минуту.`,
  });
