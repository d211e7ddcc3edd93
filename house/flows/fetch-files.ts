import { acceptPhoto } from '#flow/intake/acts/accept-photo.ts';
import { readAppeal } from '#flow/intake/queries/appeals.ts';
import { addFiles, addRefusedFile, attachFiles } from '#flow/intake/queries/files.ts';
import { newestContent } from '#flow/intake/queries/content.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import type { App } from '../app.ts';
import { channelIo } from './channel-io.ts';
import { photoLimits } from './read-payload.ts';

/** Downloads the files of a message that could not be had at once. Throws to be tried again, until the last attempt says so in the case. */
export async function fetchFiles(
  app: App,
  payload: { readonly regionId: number; readonly appealId: string; readonly messageId: string },
  run: { readonly isLastAttempt: boolean; readonly signal: AbortSignal },
): Promise<void> {
  const { regionId, appealId, messageId } = payload;
  const scope = wholeRegion(regionId);
  const { content, appeal } = await withScope(app.db, scope, async (tx) => ({
    content: await newestContent(tx, regionId, messageId, app.seals),
    appeal: await readAppeal(tx, regionId, appealId),
  }));
  const account =
    appeal === undefined ? undefined : (await app.knowledge.of(regionId)).accounts.get(appeal.account_id);
  if (content === undefined || account === undefined) return;
  let isMissing = false;
  const refused = new Set<string>();
  for (const url of content.pendingFiles) {
    const bytes = await account.connector.download?.(url, channelIo(app, account, run.signal));
    if (bytes === null || bytes === undefined) {
      isMissing = true;
      continue;
    }
    const accepted = await acceptPhoto(bytes, photoLimits(app), app.files);
    if (!accepted.ok) {
      refused.add(accepted.failure.code);
      continue;
    }
    const at = app.now();
    const photo = accepted.value;
    await withScope(app.db, scope, async (tx) => {
      await addFiles(tx, regionId, [photo], at);
      await attachFiles(tx, regionId, { appealId, messageId, hashes: [photo.hash], side: 'resident', at });
    });
  }
  if (isMissing && !run.isLastAttempt) throw new Error('files are not there yet');
  // What could not be taken is told once, by the attempt that ends the matter.
  if (isMissing) refused.add('file_not_found');
  const at = app.now();
  await withScope(app.db, scope, async (tx) => {
    for (const reason of refused) await addRefusedFile(tx, regionId, { id: newId(at), appealId, reason, at });
  });
}
