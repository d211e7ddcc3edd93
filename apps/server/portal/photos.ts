import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '#house/app.ts';
import { thumb } from '../routes/files.ts';
import { errorPage } from './pages/errors.ts';
import { showPage, type Visit } from './visit.ts';

export const photoParams = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) });

/** Sends a photo that the asker may see, whole or small; `null`: the page that says there is none. */
export async function sendPhoto(
  app: App,
  { site, texts }: Visit,
  request: FastifyRequest,
  reply: FastifyReply,
  hash: string | null,
): Promise<FastifyReply> {
  const bytes = hash === null ? null : await app.files.read(hash);
  if (bytes === null) return showPage(reply, errorPage({ site, status: 404 }, texts), { status: 404 });
  const isSmall = z.object({ size: z.literal('thumb') }).safeParse(request.query).success;
  return reply
    .header('cache-control', 'private, max-age=86400, immutable')
    .header('x-robots-tag', 'noindex')
    .header('content-disposition', 'inline')
    .type('image/jpeg')
    .send(isSmall ? await thumb(bytes) : Buffer.from(bytes));
}
