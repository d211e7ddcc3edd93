import { sql } from 'kysely';
import type { Db, Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';

/** Whose photo it is. */
export const fileSides = ['resident', 'staff'] as const;
export type FileSide = (typeof fileSides)[number];

export interface KeptFile {
  readonly hash: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

export const addFiles = (tx: Writer, regionId: number, files: readonly KeptFile[], at: Date): Promise<void> =>
  insertRows(
    tx,
    'file',
    files.map((file) => ({
      region_id: regionId,
      hash: file.hash,
      media_type: file.mediaType,
      size_bytes: file.sizeBytes,
      width: file.width,
      height: file.height,
      created_at: at,
    })),
    'skip',
  );

/** Which of these files the region has. */
export async function knownFiles(
  tx: Db | Writer,
  regionId: number,
  hashes: readonly string[],
): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await tx
    .selectFrom('file')
    .select('hash')
    .where('region_id', '=', regionId)
    .where('hash', 'in', [...hashes])
    .execute();
  return new Set(rows.map((row) => row.hash));
}

export interface AttachedFiles {
  readonly appealId: string;
  readonly messageId: string | null;
  readonly hashes: readonly string[];
  readonly side: FileSide;
  readonly at: Date;
}

/** Ties kept files to cases; a file a case has already is passed over. */
export const attachFilesOf = (tx: Writer, regionId: number, list: readonly AttachedFiles[]): Promise<void> =>
  insertRows(
    tx,
    'appeal_file',
    list.flatMap((one) =>
      one.hashes.map((hash) => ({
        region_id: regionId,
        appeal_id: one.appealId,
        file_hash: hash,
        message_id: one.messageId,
        side: one.side,
        added_at: one.at,
      })),
    ),
    'skip',
  );

export const attachFiles = (tx: Writer, regionId: number, one: AttachedFiles): Promise<void> =>
  attachFilesOf(tx, regionId, [one]);

export const filesOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('appeal_file as a')
    .innerJoin('file as f', (join) =>
      join.onRef('f.region_id', '=', 'a.region_id').onRef('f.hash', '=', 'a.file_hash'),
    )
    .select(['f.hash', 'f.width', 'f.height', 'a.side', 'a.let_through_by', 'a.added_at', 'a.message_id'])
    .where('a.region_id', '=', regionId)
    .where('a.appeal_id', '=', appealId)
    .orderBy('a.added_at')
    .execute();

export const refusedFilesOf = (db: Db | Writer, regionId: number, appealId: string) =>
  db
    .selectFrom('refused_file')
    .select(['reason', 'at'])
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .orderBy('at')
    .execute();

export const addRefusedFile = (
  tx: Writer,
  regionId: number,
  one: { readonly id: string; readonly appealId: string; readonly reason: string; readonly at: Date },
): Promise<void> =>
  insertRows(tx, 'refused_file', [
    { region_id: regionId, id: one.id, appeal_id: one.appealId, reason: one.reason, at: one.at },
  ]);

/** Lets a photo through to the public, or takes that back; `false` if the case has no such photo. */
export async function letThrough(
  tx: Writer,
  regionId: number,
  appealId: string,
  hash: string,
  by: string | null,
): Promise<boolean> {
  const result = await tx
    .updateTable('appeal_file')
    .set({ let_through_by: by })
    .where('region_id', '=', regionId)
    .where('appeal_id', '=', appealId)
    .where('file_hash', '=', hash)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Photos of cases that nobody has let through to the public yet. */
export const heldPhotos = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('appeal_file')
    .select(['appeal_id as appealId', 'file_hash as hash', 'added_at as addedAt'])
    .where('region_id', '=', regionId)
    .where('let_through_by', 'is', null)
    .execute();

/** Lets many photos through to the public at once. */
export async function letThroughAll(
  tx: Writer,
  regionId: number,
  photos: readonly { readonly appealId: string; readonly hash: string }[],
  by: string,
): Promise<void> {
  await sql`update appeal_file f set let_through_by = ${by}
    from unnest(${photos.map((one) => one.appealId)}::uuid[], ${photos.map((one) => one.hash)}::text[]) as p(appeal_id, hash)
    where f.region_id = ${regionId} and f.appeal_id = p.appeal_id and f.file_hash = p.hash`.execute(tx);
}

/** Whether the asker may see this file through some case they may see. */
export async function isFileVisible(tx: Db | Writer, regionId: number, hash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('appeal_file')
    .select('file_hash')
    .where('region_id', '=', regionId)
    .where('file_hash', '=', hash)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Uploaded and never sent with a message. */
export async function orphanFiles(
  tx: Writer,
  regionId: number,
  before: Date,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ hash: string }>`
    select f.hash from file f where f.region_id = ${regionId} and f.created_at < ${before}
      and not exists (select 1 from appeal_file a where a.region_id = f.region_id and a.file_hash = f.hash)
      and not exists (select 1 from answer_file a where a.region_id = f.region_id and a.file_hash = f.hash)
    limit ${limit}`.execute(tx);
  return rows.map((row) => row.hash);
}

export const dropFiles = (tx: Writer, regionId: number, hashes: readonly string[]) =>
  tx
    .deleteFrom('file')
    .where('region_id', '=', regionId)
    .where('hash', 'in', [...hashes])
    .execute();
