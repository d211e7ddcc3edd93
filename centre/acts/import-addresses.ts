import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { updateRows } from '#store/update-rows.ts';
import { addressBookOf } from '../queries/address-book.ts';
import { lockImport } from '../queries/import-lock.ts';
import { mergeAddresses, type AddressChanges, type ImportedAddress } from '../rules/address-merge.ts';

/** How many rows travel in one statement. */
const BATCH = 5000;

/**
 * Takes lines of a register of addresses into a region: what is new is added, houses that stand elsewhere are moved, what the
 * file no longer names is kept. The same lines twice change nothing. One call is one file, in the caller's transaction.
 */
export async function importAddresses(
  tx: Writer,
  regionId: number,
  lines: readonly ImportedAddress[],
): Promise<AddressChanges> {
  await lockImport(tx, regionId, 'addresses');
  const changes = mergeAddresses(await addressBookOf(tx, regionId), lines);
  await addPlaces(tx, regionId, changes);
  await writeHouses(tx, regionId, changes);
  return changes;
}

async function addPlaces(tx: Writer, regionId: number, changes: AddressChanges): Promise<void> {
  await inBatches(changes.settlements, (batch) =>
    insertRows(
      tx,
      'settlement',
      batch.map(({ id, name, kind, parentId, municipalityId, population, point }) => ({
        region_id: regionId,
        id,
        municipality_id: municipalityId,
        name,
        kind,
        population,
        parent_id: parentId,
        ...point,
      })),
    ),
  );
  await inBatches(changes.streets, (batch) =>
    insertRows(
      tx,
      'street',
      batch.map(({ id, settlementId, name, kind, oldNames, point }) => ({
        region_id: regionId,
        id,
        settlement_id: settlementId,
        name,
        kind,
        old_names: [...oldNames],
        ...point,
      })),
    ),
  );
}

async function writeHouses(tx: Writer, regionId: number, changes: AddressChanges): Promise<void> {
  await inBatches(changes.houses, (batch) =>
    insertRows(
      tx,
      'house',
      batch.map(({ id, streetId, number, base, lat, lon }) => ({
        region_id: regionId,
        id,
        street_id: streetId,
        number,
        number_base: base,
        lat,
        lon,
      })),
    ),
  );
  await inBatches(changes.moved, (batch) =>
    updateRows(
      tx,
      'house',
      ['region_id', 'id'],
      batch.map((one) => ({ region_id: regionId, ...one })),
    ),
  );
}

async function inBatches<T>(
  rows: readonly T[],
  write: (batch: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await write(rows.slice(from, from + BATCH));
}

/** Writes an import of addresses into the audit log. */
export const noteAddresses = (
  tx: Writer,
  regionId: number,
  file: string,
  { settlements, streets, houses, moved }: AddressChanges,
  at: Date,
): Promise<void> =>
  audit(tx, regionId, [
    {
      at,
      actor: null,
      action: 'addresses_imported',
      subjectKind: 'addresses',
      subjectId: file,
      details: {
        settlements: settlements.length,
        streets: streets.length,
        houses: houses.length,
        moved: moved.length,
      },
    },
  ]);
