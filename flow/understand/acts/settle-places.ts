import type { Writer } from '#store/connection.ts';
import { housesOf, housesOfStreets, type FoundHouse } from '../queries/houses.ts';
import type { Gazetteer } from '../rules/gazetteer.ts';
import { settleCrossing } from '../rules/place-crossing.ts';
import { settleHouses } from '../rules/place-houses.ts';
import type { HouseRow, PlaceReading } from '../rules/place-reading.ts';

/** A place with the house it is, if it is one. */
export interface SettledPlace {
  readonly place: PlaceReading;
  readonly house: FoundHouse | null;
}

/** Looks up the houses and crossings of a whole batch of readings at once and settles each with them. */
export async function settlePlaces(
  tx: Writer,
  regionId: number,
  readings: readonly PlaceReading[],
  gazetteer: Gazetteer,
): Promise<SettledPlace[]> {
  const asked = readings.flatMap(({ houses }) =>
    houses.map((house) => ({ streetId: Number(house.streetId), base: house.base })),
  );
  const meeting = readings.flatMap(({ crossing }) =>
    crossing === null ? [] : [...crossing.one, ...crossing.other].map(Number),
  );
  const found = Map.groupBy(await housesOf(tx, regionId, asked), streetOf);
  const whole = Map.groupBy(await housesOfStreets(tx, regionId, meeting), streetOf);
  return readings.map((reading) => {
    const { houses, crossing } = reading;
    const rows = rowsOf(found, new Set(houses.map(({ streetId }) => streetId)));
    const corner = crossing === null ? [] : rowsOf(whole, new Set([...crossing.one, ...crossing.other]));
    const settled = settleHouses(reading, rows.map(asRow), gazetteer);
    const place = settleCrossing(settled, corner.map(asRow), gazetteer);
    return { place, house: rows.find((row) => String(row.id) === place.houseId) ?? null };
  });
}

const streetOf = (house: FoundHouse): string => String(house.street_id);

const rowsOf = (
  byStreet: ReadonlyMap<string, readonly FoundHouse[]>,
  streets: ReadonlySet<string>,
): FoundHouse[] => [...streets].flatMap((streetId) => byStreet.get(streetId) ?? []);

const asRow = (row: FoundHouse): HouseRow => ({
  id: String(row.id),
  streetId: String(row.street_id),
  number: row.number,
  point: { lat: row.lat, lon: row.lon },
});
