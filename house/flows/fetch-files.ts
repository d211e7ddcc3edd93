import { acceptPhoto } from '#flow/intake/acts/accept-photo.ts';
import { readAppeal } from '#flow/intake/queries/appeals.ts';
import { addFiles, addRefusedFile, attachFiles, filesOf } from '#flow/intake/queries/files.ts';
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
  const { content, appeal, kept } = await withScope(app.db, scope, async (tx) => ({
    content: await newestContent(tx, regionId, messageId, app.seals),
    appeal: await readAppeal(tx, regionId, appealId),
    kept: (await filesOf(tx, regionId, appealId)).filter((file) => file.message_id === messageId).length,
  }));
  const account =
    appeal === undefined ? undefined : (await app.knowledge.of(regionId)).accounts.get(appeal.account_id);
  if (content === undefined || account === undefined) return;
  const { pendingFiles } = content;
  let missing = 0;
  for (const url of pendingFiles) {
    const bytes = await account.connector.download?.(url, channelIo(app, account, run.signal));
    if (bytes === null || bytes === undefined) {
      missing += 1;
      continue;
    }
    const accepted = await acceptPhoto(bytes, photoLimits(app), app.files);
    const at = app.now();
    await withScope(app.db, scope, async (tx) => {
      if (!accepted.ok)
        return addRefusedFile(tx, regionId, { id: newId(at), appealId, reason: accepted.failure.code, at });
      await addFiles(tx, regionId, [accepted.value], at);
      return attachFiles(tx, regionId, {
        appealId,
        messageId,
        hashes: [accepted.value.hash],
        side: 'resident',
        at,
      });
    });
  }
  if (missing === 0 || kept >= pendingFiles.length) return;
  if (!run.isLastAttempt) throw new Error('files are not there yet');
  const at = app.now();
  await withScope(app.db, scope, (tx) =>
    addRefusedFile(tx, regionId, { id: newId(at), appealId, reason: 'file_not_found', at }),
  );
}
