import type { Writer } from '#store/connection.ts';
import type { AddressBook } from '../rules/address-merge.ts';

/** All addresses of a region; a million houses take some hundred megabytes, for the time of one import. */
export async function addressBookOf(tx: Writer, regionId: number): Promise<AddressBook> {
  const settlements = await tx
    .selectFrom('settlement')
    .select([
      'id',
      'name',
      'kind',
      'parent_id as parentId',
      'municipality_id as municipalityId',
      'lat',
      'lon',
    ])
    .where('region_id', '=', regionId)
    .orderBy('id')
    .execute();
  const streets = await tx
    .selectFrom('street')
    .select(['id', 'settlement_id as settlementId', 'name', 'kind', 'old_names as oldNames'])
    .where('region_id', '=', regionId)
    .orderBy('id')
    .execute();
  const houses = await tx
    .selectFrom('house')
    .select(['id', 'street_id as streetId', 'number', 'lat', 'lon'])
    .where('region_id', '=', regionId)
    .orderBy('id')
    .execute();
  return {
    settlements: settlements.map(({ lat, lon, ...one }) => ({
      ...one,
      point: lat === null || lon === null ? null : { lat, lon },
    })),
    streets,
    houses,
  };
}
