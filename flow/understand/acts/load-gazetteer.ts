import { namedAssets } from '#centre/queries/assets.ts';
import { settlementsOf, streetsOf } from '#centre/queries/reference.ts';
import type { Writer } from '#store/connection.ts';
import { buildGazetteer, type Gazetteer } from '../rules/gazetteer.ts';
import { municipalityNames } from '../rules/municipality-names.ts';

/** The names of a region: municipalities given, settlements, streets and named objects read here. */
export async function loadGazetteer(
  tx: Writer,
  regionId: number,
  municipalities: readonly { readonly id: number; readonly name: string }[],
): Promise<Gazetteer> {
  const settlements = await settlementsOf(tx, regionId);
  const streets = await streetsOf(tx, regionId);
  const objects = await namedAssets(tx, regionId);
  return buildGazetteer({
    municipalities: municipalities.map((one) => ({
      id: String(one.id),
      names: municipalityNames(one.name),
    })),
    settlements: settlements.map((one) => ({
      id: String(one.id),
      municipalityId: String(one.municipality_id),
      parentId: one.parent_id === null ? null : String(one.parent_id),
      name: one.name,
      kind: one.kind,
      point: pointOf(one),
    })),
    // The name in force last: it is the one the index keeps for the row.
    streets: streets.flatMap((one) =>
      [...one.old_names, one.name].map((name) => ({
        id: String(one.id),
        settlementId: String(one.settlement_id),
        name,
        kind: one.kind,
        point: pointOf(one),
      })),
    ),
    objects: objects.flatMap(({ id, name, settlementId, municipalityId, streetId, lat, lon, ...one }) =>
      name === null
        ? []
        : [
            {
              ...one,
              id: String(id),
              name,
              settlementId: textOf(settlementId),
              municipalityId: textOf(municipalityId),
              streetId: textOf(streetId),
              point: { lat, lon },
            },
          ],
    ),
  });
}

const pointOf = (row: { readonly lat: number | null; readonly lon: number | null }) =>
  row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon };

const textOf = (id: number | null): string | null => (id === null ? null : String(id));
