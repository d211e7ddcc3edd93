import { tellNamesakes } from '#centre/rules/namesakes.ts';
import type { Point } from '#kernel/place.ts';

import { buildGazetteer } from '../rules/gazetteer.ts';
import type { Gazetteer } from '../rules/gazetteer.ts';
import { settleHouses } from '../rules/place-houses.ts';
import { readPlace } from '../rules/place.ts';
import type { HouseRow, PlaceContext, PlaceReading } from '../rules/place-reading.ts';
import { plainText } from '../rules/plain-text.ts';
import { writeHouse } from '../rules/postal-address.ts';
import type { PostalAddress, SettlementName } from '../rules/postal-address.ts';
import { readWords } from '../rules/words.ts';

/** A house of a register with all that its row tells. */
export interface RegisteredHouse extends PostalAddress {
  readonly point: Point;
  readonly municipality: string | null;
}

/** A register in memory: names as the program indexes them, houses as its tables would answer. */
export interface Places {
  readonly gazetteer: Gazetteer;
  /** Houses of a street by their leading number, ascending. */
  readonly houses: ReadonlyMap<string, readonly { readonly base: number; readonly row: HouseRow }[]>;
  /** By the id of a house. */
  readonly municipalityOf: ReadonlyMap<string, string>;
}

interface Gathered {
  readonly settlements: Map<
    string,
    { id: string; municipalityId: string; parentId: string | null; name: string; kind: string; point: null }
  >;
  readonly streets: Map<
    string,
    {
      id: string;
      settlementId: string;
      name: string;
      kind: string;
      otherNames: readonly string[];
      point: null;
    }
  >;
  readonly houses: Map<string, { base: number; row: HouseRow }[]>;
  readonly municipalityOf: Map<string, string>;
}

/** Indexes a register of houses; what the importer of addresses makes of it in the tables. */
export function placesOfRegister(houses: readonly RegisteredHouse[]): Places {
  const all: Gathered = {
    settlements: new Map(),
    streets: new Map(),
    houses: new Map(),
    municipalityOf: new Map(),
  };
  const numbers = tellNamesakes(
    houses.map(({ within, settlement, municipality, point }) => ({
      ...(within ?? settlement ?? unnamed(municipality)),
      point,
      // Where nobody names a settlement, there is nothing to tell two of them apart by.
      ties: municipality !== null || (within ?? settlement) === null ? [municipality ?? ''] : [],
    })),
  );
  for (const [at, house] of houses.entries()) gather(house, numbers[at] ?? 0, all);
  for (const rows of all.houses.values()) rows.sort((a, b) => a.base - b.base);
  const municipalities = [...new Set(houses.map(({ municipality }) => municipality ?? ''))];
  return {
    gazetteer: buildGazetteer({
      municipalities: municipalities.map((name) => ({ id: name, names: [name] })),
      settlements: [...all.settlements.values()],
      streets: [...all.streets.values()].flatMap(({ otherNames, ...street }) =>
        [...otherNames, street.name].map((name) => ({ ...street, name })),
      ),
    }),
    houses: all.houses,
    municipalityOf: all.municipalityOf,
  };
}

/** Where no settlement is named, the municipality is. */
const unnamed = (municipality: string | null): SettlementName => ({
  name: municipality ?? '',
  kind: 'населённый пункт',
});

/** @param number of the house's settlement among those of its name */
function gather(house: RegisteredHouse, number: number, all: Gathered): void {
  const municipality = house.municipality ?? '';
  const above = house.within === null ? null : settle(house.within, null, number, municipality, all);
  const named = house.settlement ?? unnamed(house.municipality);
  const settlementId = settle(named, above, number, municipality, all);
  const { name, kind, otherNames } = house.street;
  const streetId = `${settlementId}/${kind} ${(otherNames[0] ?? name).toLowerCase().replaceAll('ё', 'е')}`;
  if (!all.streets.has(streetId))
    all.streets.set(streetId, { id: streetId, settlementId, name, kind, otherNames, point: null });
  const id = `${streetId}/${house.house.key}`;
  if (all.municipalityOf.has(id)) return;
  all.municipalityOf.set(id, municipality);
  const row = { id, streetId, number: writeHouse(house.house), point: house.point };
  const known = all.houses.get(streetId);
  if (known === undefined) all.houses.set(streetId, [{ base: house.house.base, row }]);
  else known.push({ base: house.house.base, row });
}

function settle(
  { name, kind }: SettlementName,
  parentId: string | null,
  number: number,
  municipalityId: string,
  all: Gathered,
): string {
  const namesake = parentId === null && number > 0 ? ` #${number}` : '';
  const id = `${parentId ?? kind} ${name}${namesake}`.toLowerCase().replaceAll('ё', 'е');
  if (!all.settlements.has(id))
    all.settlements.set(id, { id, municipalityId, parentId, name, kind, point: null });
  return id;
}

/** Both steps of reading a place, with houses found in memory. */
export function findPlace(text: string, places: Places, context: PlaceContext): PlaceReading {
  const reading = readPlace(readWords(plainText(text)), places.gazetteer, context);
  return settleHouses(reading, housesAsked(reading, places), places.gazetteer);
}

/** What the table of houses answers to a reading: the asked numbers and the next ones on both sides. */
function housesAsked(reading: PlaceReading, places: Places): HouseRow[] {
  const found = new Map<string, HouseRow>();
  for (const { streetId, base } of reading.houses) {
    const street = places.houses.get(streetId) ?? [];
    const near = (fits: (of: number) => boolean, most: number): HouseRow[] =>
      street
        .filter((one) => fits(one.base))
        .slice(0, most)
        .map(({ row }) => row);
    const below = street.toReversed();
    const nearBelow = (parity: number): HouseRow[] =>
      below
        .filter((one) => one.base < base && one.base % 2 === parity)
        .slice(0, 3)
        .map(({ row }) => row);
    const rows = [
      ...near((of) => of === base, Infinity),
      ...[0, 1].flatMap((parity) => [
        ...near((of) => of > base && of % 2 === parity, 3),
        ...nearBelow(parity),
      ]),
    ];
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
}
