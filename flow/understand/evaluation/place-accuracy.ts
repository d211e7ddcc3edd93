import type { Point } from '#kernel/place.ts';

import { streetKinds } from '../rules/address-words.ts';
import { buildGazetteer } from '../rules/gazetteer.ts';
import type { Gazetteer, StreetRow } from '../rules/gazetteer.ts';
import { normaliseHouse } from '../rules/house-number.ts';
import { plainText } from '../rules/plain-text.ts';
import { readPlace, settleHouses } from '../rules/place.ts';
import type { HouseRow, PlaceContext, PlaceReading } from '../rules/place.ts';
import { readWords } from '../rules/words.ts';

export interface Places {
  readonly gazetteer: Gazetteer;
  /** Street and leading number → houses. */
  readonly houses: ReadonlyMap<string, readonly HouseRow[]>;
}

type Record_ = Readonly<Record<string, string>>;

/** A gazetteer of a table of buildings with addresses «город, улица, дом, корпус, литера». */
export function placesOfBuildings(buildings: readonly Record_[]): Places {
  const settlements = new Map<string, { id: string; municipalityId: string; name: string; point: null }>();
  const streets = new Map<string, StreetRow>();
  const houses = new Map<string, HouseRow[]>();
  for (const building of buildings) {
    const address = readBuilding(building['address'] ?? '');
    if (address === null) continue;
    const { settlement, street, kind, number } = address;
    settlements.set(settlement, {
      id: settlement,
      municipalityId: settlement,
      name: settlement,
      point: null,
    });
    const streetId = `${settlement}/${kind} ${street}`;
    streets.set(streetId, { id: streetId, settlementId: settlement, name: street, kind, point: null });
    const key = `${streetId}/${normaliseHouse(number)?.base ?? 0}`;
    const point = { lat: Number(building['lat']), lon: Number(building['lon']) };
    houses.set(key, [...(houses.get(key) ?? []), { id: building['address'] ?? '', streetId, number, point }]);
  }
  const municipalities = [...settlements.keys()].map((id) => ({ id, names: [`городской округ ${id}`] }));
  return {
    gazetteer: buildGazetteer({
      municipalities,
      settlements: [...settlements.values()],
      streets: [...streets.values()],
    }),
    houses,
  };
}

/** «г.Санкт-Петербург, улица Седова, дом 71, литера А» taken apart. */
export function readBuilding(
  address: string,
): { settlement: string; street: string; kind: string; number: string } | null {
  const [town, ...rest] = address.split(', ');
  const streetPart = rest.find((part) => !/^дом\b|^дом /.test(part));
  const number = rest.slice(rest.findIndex((part) => part.startsWith('дом '))).join(', ');
  if (town === undefined || streetPart === undefined || !number.startsWith('дом ')) return null;
  const settlement = town.replace(/^(?:г\.|город |посёлок |деревня |село )/, '').trim();
  const parts = streetPart.split(' ');
  const at = parts.findIndex((part) => streetKinds.has(part));
  const kind = at < 0 ? 'улица' : (parts[at] ?? 'улица');
  return { settlement, street: parts.filter((_, i) => i !== at).join(' '), kind, number };
}

/** Both steps of reading a place, with houses found in memory. */
export function findPlace(text: string, places: Places, context: PlaceContext): PlaceReading {
  const reading = readPlace(readWords(plainText(text)), places.gazetteer, context);
  const found = reading.houses.flatMap(
    ({ streetId, base }) => places.houses.get(`${streetId}/${base}`) ?? [],
  );
  return settleHouses(reading, found, places.gazetteer);
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
    metres.push(distanceMetres(place.point, { lat: Number(appeal['lat']), lon: Number(appeal['lon']) }));
    if (appeal['address'] === '') continue;
    seen.known += 1;
    if (appeal['address'] === place.houseId) seen.same += 1;
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

/** Along the sphere, good to a metre within a town. */
export function distanceMetres(one: Point, two: Point): number {
  const radians = Math.PI / 180;
  const x = (two.lon - one.lon) * radians * Math.cos(((one.lat + two.lat) / 2) * radians);
  const y = (two.lat - one.lat) * radians;
  return Math.hypot(x, y) * 6_371_000;
}
