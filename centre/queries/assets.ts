import { sql } from 'kysely';
import type { Shape } from '#kernel/shape.ts';
import type { Db, Writer } from '#store/connection.ts';
import type { AssetKind } from '../rules/asset-kind.ts';

/** An object of the register as the stages need it. */
export interface Asset {
  readonly id: number;
  readonly kind: AssetKind;
  readonly name: string | null;
  readonly number: string | null;
  readonly ownerId: number | null;
  readonly streetId: number | null;
  readonly municipalityId: number | null;
  /** Taken off the register: no new case stands on it. */
  readonly removedAt: Date | null;
  readonly lat: number;
  readonly lon: number;
  readonly shape: Shape | null;
}

const columns = [
  'id',
  'kind',
  'name',
  'number',
  'owner_id as ownerId',
  'street_id as streetId',
  'municipality_id as municipalityId',
  'removed_at as removedAt',
  'lat',
  'lon',
  'shape',
] as const;

/** Kinds of which the region has any object: what it has not is never looked for. */
export async function assetKindsOf(db: Db | Writer, regionId: number): Promise<ReadonlySet<AssetKind>> {
  // One look into the index a kind, where `distinct` would read every object.
  const { rows } = await sql<{ kind: AssetKind }>`
    with recursive k as (
      (select kind from asset where region_id = ${regionId} order by kind limit 1)
      union all
      select (select a.kind from asset a where a.region_id = ${regionId} and a.kind > k.kind order by a.kind limit 1)
      from k where k.kind is not null)
    select kind from k where kind is not null`.execute(db);
  return new Set(rows.map((row) => row.kind));
}

/** Cells and kinds asked about: one pair is one look into the index. */
export interface AskedCell {
  readonly cell: string;
  readonly kind: AssetKind;
}

/** Ids of the objects of these kinds in these cells; a batch asks once. */
export async function assetsInCells(
  db: Db | Writer,
  regionId: number,
  asked: readonly AskedCell[],
): Promise<readonly (AskedCell & { readonly assetId: number })[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<AskedCell & { assetId: number }>`
    select c.cell, c.kind, c.asset_id as "assetId"
    from unnest(${asked.map(({ cell }) => cell)}::text[], ${asked.map(({ kind }) => kind)}::text[]) as p(cell, kind)
    join asset_cell c on c.region_id = ${regionId} and c.cell = p.cell and c.kind = p.kind`.execute(db);
  return rows;
}

/** The objects with these ids, removed ones too: cases remember them. */
export async function assetsById(
  db: Db | Writer,
  regionId: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Asset>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('asset')
    .select(columns)
    .where('region_id', '=', regionId)
    .where('id', '=', sql<number>`any(${ids}::int[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Objects with a name, such as schools and stops: landmarks of addresses in words. */
export const namedAssets = (db: Db | Writer, regionId: number) =>
  db
    .selectFrom('asset')
    .select([
      'id',
      'kind',
      'name',
      'number',
      'lat',
      'lon',
      'municipality_id as municipalityId',
      'settlement_id as settlementId',
      'street_id as streetId',
    ])
    .where('region_id', '=', regionId)
    .where('name', 'is not', null)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();

/** Lines of the segments of a street, to draw a problem along the whole of it. */
export async function segmentsOfStreet(
  db: Db | Writer,
  regionId: number,
  streetId: number,
): Promise<readonly Shape[]> {
  const rows = await db
    .selectFrom('asset')
    .select('shape')
    .where('region_id', '=', regionId)
    .where('street_id', '=', streetId)
    .where('kind', '=', 'road_segment')
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows.flatMap(({ shape }) => (shape === null ? [] : [shape]));
}
