import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { isFileVisible, knownFiles } from '#flow/intake/queries/files.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { actorOf } from '../http/actor.ts';
import { replyFailure } from '../http/failure-reply.ts';
import { regionOf } from '../http/region.ts';

const THUMB_SIDE = 320;

/** Photos for staff, by hash, within the cases they may see; `?size=thumb` is a small one. */
export function registerFiles(app: App, http: FastifyInstance): void {
  http.get<{ Params: { hash: string }; Querystring: { size?: string } }>(
    '/api/files/:hash',
    async (request, reply) => {
      const region = regionOf(await app.knowledge.regions(), request);
      if (region === null) return replyFailure(reply, request, { code: 'region_not_found' }, 'Europe/Moscow');
      const actor = await actorOf(app, region, request);
      if (actor === null) return replyFailure(reply, request, { code: 'not_signed_in' }, region.timeZone);
      const { hash } = request.params;
      const mayRead = actor.permissions.has('appeal.read');
      const isVisible =
        mayRead &&
        /^[0-9a-f]{64}$/.test(hash) &&
        ((await withScope(app.db, actor.scope, (tx) => isFileVisible(tx, region.id, hash))) ||
          (await isFreshUpload(app, region.id, hash)));
      const bytes = isVisible ? await app.files.read(hash) : null;
      if (bytes === null) return replyFailure(reply, request, { code: 'not_found' }, region.timeZone);
      return reply
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('content-disposition', 'inline')
        .type('image/jpeg')
        .send(request.query.size === 'thumb' ? await thumb(bytes) : Buffer.from(bytes));
    },
  );
}

/** A photo just uploaded for a draft belongs to no case yet; one of a case out of sight is not fresh, hence the wide look. */
const isFreshUpload = (app: App, regionId: number, hash: string): Promise<boolean> =>
  withScope(
    app.db,
    wholeRegion(regionId),
    async (tx) =>
      (await knownFiles(tx, regionId, [hash])).size > 0 && !(await isFileVisible(tx, regionId, hash)),
  );

/** A small copy of a photo, JPEG. */
export const thumb = (bytes: Uint8Array): Promise<Buffer> =>
  sharp(bytes)
    .resize({ width: THUMB_SIDE, height: THUMB_SIDE, fit: 'cover' })
    .jpeg({ quality: 75 })
    .toBuffer();
