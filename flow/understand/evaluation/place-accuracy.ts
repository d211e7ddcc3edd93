import { metersBetween } from '#kernel/shape.ts';

import { parseAddress } from '../rules/postal-address.ts';
import type { PlaceContext } from '../rules/place-reading.ts';
import { findPlace, placesOfRegister } from './register-places.ts';
import type { Places } from './register-places.ts';

type Record_ = Readonly<Record<string, string>>;

/** A gazetteer of a table of buildings with addresses «город, улица, дом, корпус, литера». */
export function placesOfBuildings(buildings: readonly Record_[]): Places {
  return placesOfRegister(
    buildings.flatMap((building) => {
      const address = parseAddress(building['address'] ?? '');
      if (typeof address === 'string') return [];
      const point = { lat: Number(building['lat']), lon: Number(building['lon']) };
      return [{ ...address, point, municipality: building['municipality'] ?? null }];
    }),
  );
}

export interface PlaceAccuracy {
  /** Texts with a street and a number in them. */
  readonly texts: number;
  readonly foundHouse: number;
  readonly foundStreet: number;
  readonly ambiguous: number;
  /** From the found house to the pin of the message, metres. */
  readonly medianMetres: number;
  readonly within300Metres: number;
  /** Of houses found for messages whose house is known: the same one. */
  readonly sameHouse: number;
}

const mentionsAddress =
  /(?:ул\.|улиц|просп|пр\.|пр-т|наб\.|набережн|пер\.|переул|шоссе|бульвар|б-р|площад(?!к))[^\n]{0,40}\d|\d[^\n]{0,30}(?:ул\.|улиц|просп|пр\.|пр-т|наб\.)/iu;

/** How often and how exactly places are found in texts that name an address. */
export function measurePlaces(
  appeals: readonly Record_[],
  places: Places,
  context: PlaceContext,
): PlaceAccuracy {
  const metres: number[] = [];
  const seen = { texts: 0, house: 0, street: 0, ambiguous: 0, known: 0, same: 0 };
  for (const appeal of appeals) {
    const text = appeal['text'] ?? '';
    if (!mentionsAddress.test(text)) continue;
    seen.texts += 1;
    const place = findPlace(text, places, context);
    if (place.houseId !== null) seen.house += 1;
    if (place.streetId !== null) seen.street += 1;
    if (place.alternatives.length > 1) seen.ambiguous += 1;
    if (place.houseId === null || place.point === null) continue;
    metres.push(metersBetween(place.point, { lat: Number(appeal['lat']), lon: Number(appeal['lon']) }));
    if (appeal['address'] === '') continue;
    seen.known += 1;
    if (idOf(appeal['address'] ?? '') === place.houseId) seen.same += 1;
  }
  metres.sort((a, b) => a - b);
  const share = (count: number, of: number): number =>
    of === 0 ? 0 : Math.round((count / of) * 1000) / 1000;
  return {
    texts: seen.texts,
    foundHouse: share(seen.house, seen.texts),
    foundStreet: share(seen.street, seen.texts),
    ambiguous: share(seen.ambiguous, seen.texts),
    medianMetres: Math.round(metres[metres.length >> 1] ?? Infinity),
    within300Metres: share(metres.filter((one) => one <= 300).length, metres.length),
    sameHouse: share(seen.same, seen.known),
  };
}

/** The id `placesOfRegister` gives to the house of an address. */
function idOf(address: string): string | null {
  const read = parseAddress(address);
  if (typeof read === 'string') return null;
  const { houses } = placesOfRegister([{ ...read, point: { lat: 60, lon: 30 }, municipality: null }]);
  return [...houses.values()][0]?.[0]?.row.id ?? null;
}
