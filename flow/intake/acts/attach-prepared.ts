import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { insertRows } from '#store/insert-rows.ts';
import { attachFilesOf } from '../queries/files.ts';

/** A photo on its way into a case: kept already, refused with a reason, or still at its address. */
export type PreparedFile =
  | { readonly kind: 'kept'; readonly hash: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'later'; readonly url: string };

interface WithFiles {
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly files: readonly PreparedFile[];
}

/** Puts the photos of new messages into their cases. Gives the messages whose photos are still to be fetched. */
export async function attachPrepared(
  tx: Writer,
  regionId: number,
  messages: readonly WithFiles[],
  caseOf: ReadonlyMap<string, string>,
): Promise<{ readonly appealId: string; readonly messageId: string }[]> {
  const placed = messages.flatMap((one) => {
    const appealId = caseOf.get(one.messageId);
    return appealId === undefined ? [] : [{ ...one, appealId, at: one.receivedAt }];
  });
  await attachFilesOf(
    tx,
    regionId,
    placed.map(({ appealId, messageId, files, at }) => ({
      appealId,
      messageId,
      hashes: files.flatMap((file) => (file.kind === 'kept' ? file.hash : [])),
      side: 'resident',
      at,
    })),
  );
  await insertRows(
    tx,
    'refused_file',
    placed.flatMap(({ appealId, files, at }) =>
      files.flatMap((file) =>
        file.kind === 'refused'
          ? { region_id: regionId, id: newId(at), appeal_id: appealId, reason: file.reason, at }
          : [],
      ),
    ),
  );
  return placed
    .filter(({ files }) => files.some((file) => file.kind === 'later'))
    .map(({ appealId, messageId }) => ({ appealId, messageId }));
}
