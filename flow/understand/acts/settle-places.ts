import type { Point } from '#kernel/place.ts';
import type { Writer } from '#store/connection.ts';
import { housesOf, housesOfStreets, type FoundHouse } from '../queries/houses.ts';
import type { Gazetteer } from '../rules/gazetteer.ts';
import { settleCrossing } from '../rules/place-crossing.ts';
import { settleHouses } from '../rules/place-houses.ts';
import type { HouseRow, PlaceReading } from '../rules/place-reading.ts';
import { settleStretch } from '../rules/place-stretch.ts';

/** A place with the house it is, if it is one, and the line through its houses where it is a stretch of a street. */
export interface SettledPlace {
  readonly place: PlaceReading;
  readonly house: FoundHouse | null;
  readonly stretch: readonly Point[] | null;
}

/** Looks up the houses, crossings and stretches of a whole batch of readings at once and settles each with them. */
export async function settlePlaces(
  tx: Writer,
  regionId: number,
  readings: readonly PlaceReading[],
  gazetteer: Gazetteer,
): Promise<SettledPlace[]> {
  const asked = readings.flatMap(({ houses }) =>
    houses.map((house) => ({ streetId: Number(house.streetId), base: house.base })),
  );
  const meeting = readings.flatMap((reading) => streetsMeeting(reading).map(Number));
  const found = Map.groupBy(await housesOf(tx, regionId, asked), streetOf);
  const whole = Map.groupBy(await housesOfStreets(tx, regionId, meeting), streetOf);
  return readings.map((reading) => {
    const { houses } = reading;
    const rows = rowsOf(found, new Set(houses.map(({ streetId }) => streetId)));
    const meet = rowsOf(whole, new Set(streetsMeeting(reading))).map(asRow);
    const settled = settleHouses(reading, rows.map(asRow), gazetteer);
    const { place, line } = settleStretch(settleCrossing(settled, meet, gazetteer), meet, gazetteer);
    return { place, house: rows.find((row) => String(row.id) === place.houseId) ?? null, stretch: line };
  });
}

/** Streets all of whose houses tell where the place is. */
function streetsMeeting({ crossing, stretch }: PlaceReading): string[] {
  const ends = stretch === null ? [] : [stretch.from, stretch.to];
  return [
    ...(crossing === null ? [] : [...crossing.one, ...crossing.other]),
    ...(stretch === null ? [] : stretch.along),
    ...ends.flatMap((end) => ('streets' in end ? end.streets : [])),
  ];
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
