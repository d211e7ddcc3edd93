import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where tools/build.mjs puts the console. */
const folder = path.resolve('dist/console');

/** The component kit sets styles from script, so the console alone allows inline styles; scripts stay our own files only. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The console: one page and its files; every address below /console is the page, the router inside knows the rest. */
export async function registerConsole(http: FastifyInstance): Promise<void> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => null);
  await http.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/console/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: '30d',
  });
  for (const url of ['/console', '/console/*'])
    http.get(url, async (_request, reply) => {
      if (page === null)
        return reply
          .status(503)
          .type('text/plain; charset=utf-8')
          .send('The console is not built: run npm start once.');
      return reply
        .header('content-security-policy', policy)
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(page);
    });
}
