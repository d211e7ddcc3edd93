import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import type { App } from '#house/app.ts';

/** Is it alive, is it ready, how is it: for supervisors and Prometheus. Kept from residents by the proxy in front. */
export function registerHealth(app: App, http: FastifyInstance): void {
  http.get('/healthz', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );

  http.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(app.db);
      return await reply.send({ status: 'ready' });
    } catch {
      return reply.status(503).send({ status: 'database_unreachable' });
    }
  });

  http.get('/metrics', async (_request, reply) =>
    reply.type(app.metrics.registry.contentType).send(await app.metrics.registry.metrics()),
  );
}
