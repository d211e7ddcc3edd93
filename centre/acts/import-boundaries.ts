import { sql } from 'kysely';
import type { Boundary, Bounds } from '#kernel/geo-json.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import { insertRows } from '#store/insert-rows.ts';
import { updateRows } from '#store/update-rows.ts';
import { lockImport } from '../queries/import-lock.ts';
import { boundariesOf } from '../queries/reference.ts';

/** A municipality as a file of boundaries gives it. */
export interface ImportedMunicipality {
  readonly name: string;
  readonly oktmo: string | null;
  readonly population: number | null;
  readonly boundary: Boundary;
}

export interface ImportedBoundaries {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly same: number;
  /** Municipalities the file does not name: they stay as they are. */
  readonly kept: readonly string[];
}

/**
 * Takes municipalities and their exact boundaries into a region, told by their names: new ones are added, those drawn
 * otherwise are changed, those not named are kept. The same file twice changes nothing, be it at once.
 *
 * @param bounds of all that the file holds; the region's own grow to hold them
 */
export async function importBoundaries(
  tx: Writer,
  regionId: number,
  municipalities: readonly ImportedMunicipality[],
  bounds: Bounds,
  at: Date,
): Promise<ImportedBoundaries> {
  await lockImport(tx, regionId, 'boundaries');
  const known = await boundariesOf(tx, regionId);
  const byName = new Map(known.map((one) => [fold(one.name), one]));
  let nextId = known.reduce((most, { id }) => Math.max(most, id), 0) + 1;
  const [added, changed]: [string[], string[]] = [[], []];
  // One by one: a boundary may weigh megabytes.
  for (const { name, oktmo, population, boundary } of municipalities) {
    const before = byName.get(fold(name));
    byName.delete(fold(name));
    if (before === undefined) {
      await insertRows(tx, 'municipality', [
        { region_id: regionId, id: nextId, name, oktmo, population, boundary },
      ]);
      nextId += 1;
      added.push(name);
    } else if (!isSame(before.boundary, boundary)) {
      await updateRows(
        tx,
        'municipality',
        ['region_id', 'id'],
        [{ region_id: regionId, id: before.id, boundary }],
      );
      changed.push(name);
    }
  }
  if (added.length + changed.length > 0) await growBounds(tx, regionId, bounds);
  const done = {
    added,
    changed,
    same: municipalities.length - added.length - changed.length,
    kept: [...byName.values()].map(({ name }) => name),
  };
  await audit(tx, regionId, [
    {
      at,
      actor: null,
      action: 'boundaries_imported',
      subjectKind: 'boundaries',
      subjectId: String(regionId),
      details: { added: added.length, changed: changed.length, same: done.same, kept: done.kept.length },
    },
  ]);
  return done;
}

const fold = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim();

/** JSON of the database forgets the order of keys, so the vertices are compared. */
const isSame = (before: Boundary | null, after: Boundary): boolean =>
  before !== null && JSON.stringify(before.coordinates) === JSON.stringify(after.coordinates);

async function growBounds(tx: Writer, regionId: number, [west, south, east, north]: Bounds): Promise<void> {
  await sql`update region set bounds = case when bounds is null then ${JSON.stringify([west, south, east, north])}::jsonb
      else jsonb_build_array(least((bounds->>0)::float8, ${west}), least((bounds->>1)::float8, ${south}),
        greatest((bounds->>2)::float8, ${east}), greatest((bounds->>3)::float8, ${north})) end
    where id = ${regionId}`.execute(tx);
}
