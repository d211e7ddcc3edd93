import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerFilesOf } from '#flow/answer/queries/answers.ts';
import { publicAnswer } from '#flow/answer/queries/public-answer.ts';
import { filesOf } from '#flow/intake/queries/files.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import type { App } from '#house/app.ts';
import { answerPhotoAddress, routes } from './pages/addresses.ts';
import { errorPage } from './pages/errors.ts';
import { publicAnswerPage } from './pages/public-answer.ts';
import { photoParams, sendPhoto } from './photos.ts';
import type { AddPage } from './add-page.ts';
import { showPage, type Visit } from './visit.ts';

/** Answers whose channel could not carry them; photos only after a person let them through. */
export function registerPublicAnswer(app: App, page: AddPage): void {
  page('GET', routes.answer, async (visit, request, reply) => {
    const { site, texts, knowledge } = visit;
    const found = await readAnswer(app, visit, request);
    if (found === null || found.row.approved_at === null)
      return showPage(reply, errorPage({ site, status: 404 }, texts), { status: 404 });
    const { row, hashes } = found;
    const answer = {
      kind: row.kind,
      at: row.approved_at ?? visit.at,
      by: knowledge.bodies.get(row.authority_id ?? 0)?.name ?? site.operatorName,
      text: row.text,
      resolution: row.resolution,
      promisedFor: row.promised_on === null ? null : knowledge.time.startOf(row.promised_on),
      photos: hashes.map((hash) => {
        const src = answerPhotoAddress(site.base, row.id, hash);
        return { src, thumb: `${src}?size=thumb` };
      }),
    };
    return showPage(reply, publicAnswerPage({ site, number: row.number, answer }, texts), {
      keeping: 'private, no-cache',
    });
  });
  page('GET', routes.answerPhoto, async (visit, request, reply) => {
    const found = await readAnswer(app, visit, request);
    const asked = photoParams.safeParse(request.params);
    const isShown = asked.success && found?.hashes.includes(asked.data.hash) === true;
    return sendPhoto(app, visit, request, reply, isShown ? asked.data.hash : null);
  });
}

async function readAnswer(app: App, { region }: Visit, request: FastifyRequest) {
  const asked = z.object({ id: z.uuid() }).safeParse(request.params);
  if (!asked.success) return null;
  return withScope(app.db, wholeRegion(region.id), async (tx) => {
    const row = await publicAnswer(tx, region.id, asked.data.id);
    if (row === undefined) return null;
    const shown = new Set(
      (await filesOf(tx, region.id, row.appeal_id))
        .filter((file) => file.let_through_by !== null)
        .map((file) => file.hash),
    );
    const files = await answerFilesOf(tx, region.id, [row.id]);
    return { row, hashes: files.map((file) => file.file_hash).filter((hash) => shown.has(hash)) };
  });
}
