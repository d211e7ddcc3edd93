import { sql } from 'kysely';
import type { Shape } from '#kernel/shape.ts';
import type { LocalDate } from '#kernel/time/local-date.ts';
import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { updateRows } from '#store/update-rows.ts';
import type { AssetKind } from '../rules/asset-kind.ts';

/** A row of the register of objects as its importer knows it. */
export interface AssetRow {
  readonly id: number;
  readonly kind: AssetKind;
  readonly external_id: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly owner_id: number | null;
  readonly municipality_id: number | null;
  readonly settlement_id: number | null;
  readonly street_id: number | null;
  readonly lat: number;
  readonly lon: number;
  readonly shape: Shape | null;
  readonly source_date: LocalDate | null;
  readonly removed_at: Date | null;
}

/** The objects of a source that the register has under these ids of the source. */
export async function knownAssets(
  tx: Writer,
  regionId: number,
  source: string,
  asked: readonly { readonly kind: AssetKind; readonly externalId: string }[],
): Promise<readonly AssetRow[]> {
  const { rows } = await sql<AssetRow>`
    select a.id, a.kind, a.external_id, a.name, a.number, a.owner_id, a.municipality_id, a.settlement_id, a.street_id,
      a.lat, a.lon, a.shape, a.source_date, a.removed_at
    from unnest(${asked.map(({ kind }) => kind)}::text[], ${asked.map(({ externalId }) => externalId)}::text[]) as p(kind, external_id)
    join asset a on a.region_id = ${regionId} and a.source = ${source} and a.kind = p.kind and a.external_id = p.external_id`.execute(
    tx,
  );
  return rows;
}

/** The highest number given to an object of the region; 0 where there are none. */
export async function lastAssetId(tx: Writer, regionId: number): Promise<number> {
  const row = await tx
    .selectFrom('asset')
    .select('id')
    .where('region_id', '=', regionId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

export const addAssets = (
  tx: Writer,
  regionId: number,
  source: string,
  rows: readonly AssetRow[],
  at: Date,
): Promise<void> =>
  insertRows(
    tx,
    'asset',
    rows.map((row) => ({ ...row, region_id: regionId, source, changed_at: at })),
  );

export const changeAssets = (
  tx: Writer,
  regionId: number,
  rows: readonly AssetRow[],
  at: Date,
): Promise<void> =>
  updateRows(
    tx,
    'asset',
    ['region_id', 'id'],
    rows.map((row) => ({ ...row, region_id: regionId, changed_at: at })),
  );

/** Writes anew which cells these objects touch. */
export async function setCells(
  tx: Writer,
  regionId: number,
  assets: readonly { readonly id: number; readonly kind: AssetKind; readonly cells: readonly string[] }[],
  areNew: boolean,
): Promise<void> {
  if (!areNew)
    await forgetCells(
      tx,
      regionId,
      assets.map(({ id }) => id),
    );
  await insertRows(
    tx,
    'asset_cell',
    assets.flatMap(({ id, kind, cells }) =>
      cells.map((cell) => ({ region_id: regionId, cell, kind, asset_id: id })),
    ),
  );
}

async function forgetCells(tx: Writer, regionId: number, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from asset_cell where region_id = ${regionId} and asset_id = any(${ids}::int[])`.execute(
    tx,
  );
}

/** Objects of these kinds that a source still names, by their ids of the source. */
export const standingAssets = (tx: Writer, regionId: number, source: string, kinds: readonly AssetKind[]) =>
  tx
    .selectFrom('asset')
    .select(['id', 'kind', 'external_id as externalId'])
    .where('region_id', '=', regionId)
    .where('source', '=', source)
    .where('kind', 'in', kinds)
    .where('removed_at', 'is', null)
    .execute();

/** Takes objects off the register: they are not looked for any more, cases remember them. */
export async function removeAssets(
  tx: Writer,
  regionId: number,
  ids: readonly number[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update asset set removed_at = ${at}, changed_at = ${at}
    where region_id = ${regionId} and id = any(${ids}::int[])`.execute(tx);
  await forgetCells(tx, regionId, ids);
}
