import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import type { LocalDate } from '#kernel/time/local-date.ts';
import {
  addAssets,
  changeAssets,
  knownAssets,
  lastAssetId,
  removeAssets,
  setCells,
  standingAssets,
  type AssetRow,
} from '../queries/asset-register.ts';
import type { AssetGeometry } from '../rules/asset-geometry.ts';
import type { AssetKind } from '../rules/asset-kind.ts';

/** An object as a source names it. What the source does not say (`null`) stays as the register has it. */
export interface ImportedAsset {
  readonly kind: AssetKind;
  readonly externalId: string;
  readonly name: string | null;
  readonly number: string | null;
  readonly ownerId: number | null;
  readonly municipalityId: number | null;
  readonly settlementId: number | null;
  readonly streetId: number | null;
  readonly geometry: AssetGeometry;
  readonly sourceDate: LocalDate | null;
}

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/**
 * Takes a batch of objects of one source into the register: new ones are added, known ones changed where they differ. The same
 * batch twice changes nothing. The caller holds the lock of the register.
 *
 * @param batch no kind and id twice
 */
export async function importAssets(
  tx: Writer,
  regionId: number,
  source: string,
  batch: readonly ImportedAsset[],
  at: Date,
): Promise<Imported> {
  const known = new Map(
    (await knownAssets(tx, regionId, source, batch)).map((row) => [keyOf(row.kind, row.external_id), row]),
  );
  let nextId = (await lastAssetId(tx, regionId)) + 1;
  const added: Settled[] = [];
  const changed: Settled[] = [];
  for (const one of batch) {
    const before = known.get(keyOf(one.kind, one.externalId));
    if (before === undefined) {
      added.push(settle(one, nextId, undefined));
      nextId += 1;
    } else {
      const after = settle(one, before.id, before);
      if (differs(before, after.row)) changed.push(after);
    }
  }
  await addAssets(
    tx,
    regionId,
    source,
    added.map(({ row }) => row),
    at,
  );
  await changeAssets(
    tx,
    regionId,
    changed.map(({ row }) => row),
    at,
  );
  await setCells(tx, regionId, added.map(celled), true);
  await setCells(tx, regionId, changed.map(celled), false);
  return {
    added: added.length,
    changed: changed.length,
    same: batch.length - added.length - changed.length,
  };
}

/**
 * Takes off the register whatever a source no longer names; for a file that is the whole register of these kinds.
 *
 * @param isNamed whether the file named the object
 * @returns how many were taken off
 */
export async function removeUnnamed(
  tx: Writer,
  regionId: number,
  source: string,
  kinds: readonly AssetKind[],
  isNamed: (kind: AssetKind, externalId: string) => boolean,
  at: Date,
): Promise<number> {
  if (kinds.length === 0) return 0;
  const gone = (await standingAssets(tx, regionId, source, kinds)).filter(
    ({ kind, externalId }) => !isNamed(kind, externalId),
  );
  await removeAssets(
    tx,
    regionId,
    gone.map(({ id }) => id),
    at,
  );
  return gone.length;
}

/** Writes an import of objects into the audit log. */
export const noteImport = (
  tx: Writer,
  regionId: number,
  source: string,
  figures: Imported & { readonly removed: number },
  at: Date,
): Promise<void> =>
  audit(tx, regionId, [
    {
      at,
      actor: null,
      action: 'objects_imported',
      subjectKind: 'objects',
      subjectId: source,
      details: { ...figures },
    },
  ]);

interface Settled {
  readonly row: AssetRow;
  readonly cells: readonly string[];
}

const keyOf = (kind: AssetKind, externalId: string): string => `${kind} ${externalId}`;

const celled = ({ row, cells }: Settled) => ({ id: row.id, kind: row.kind, cells });

const settle = (one: ImportedAsset, id: number, before: AssetRow | undefined): Settled => ({
  row: {
    id,
    kind: one.kind,
    external_id: one.externalId,
    name: one.name ?? before?.name ?? null,
    number: one.number ?? before?.number ?? null,
    owner_id: one.ownerId ?? before?.owner_id ?? null,
    municipality_id: one.municipalityId ?? before?.municipality_id ?? null,
    settlement_id: one.settlementId ?? before?.settlement_id ?? null,
    street_id: one.streetId ?? before?.street_id ?? null,
    lat: one.geometry.point.lat,
    lon: one.geometry.point.lon,
    shape: one.geometry.shape,
    source_date: one.sourceDate ?? before?.source_date ?? null,
    removed_at: null,
  },
  cells: one.geometry.cells,
});

/** JSON of the database forgets the order of keys, so shapes are compared by their parts. */
const told = ({ shape, ...rest }: AssetRow): string =>
  JSON.stringify([
    Object.entries(rest).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    shape?.type,
    shape?.coordinates,
  ]);

const differs = (before: AssetRow, after: AssetRow): boolean => told(before) !== told(after);
