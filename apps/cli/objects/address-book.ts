import { housesOnStreets, type OwnedAddress } from '#centre/queries/address-owners.ts';
import { settlementsOf, streetsOf } from '#centre/queries/reference.ts';
import { normaliseHouse } from '#flow/understand/rules/house-number.ts';
import {
  parseAddress,
  parseSettlement,
  parseStreet,
  type StreetName,
} from '#flow/understand/rules/postal-address.ts';
import type { Writer } from '#store/connection.ts';

/** A house or a street of the region, and whose it is. */
export interface Addressed {
  readonly id: number;
  readonly ownerId: number | null;
}

/** What a row writes of an address. */
export interface WrittenAddress {
  readonly address: string | null;
  readonly settlement: string | null;
  readonly street: string | null;
  readonly house: string | null;
}

/** Why an address is not found; `several`: it fits more than one, and a guess would name a stranger. */
export type NotFound = 'no_address' | 'no_street' | 'no_house' | 'several';

const bare = (name: string): string => name.toLowerCase().replaceAll('ё', 'е').trim();

/** Finds houses or streets by the ways registers write them. */
export async function addressBook(
  tx: Writer,
  regionId: number,
  of: OwnedAddress,
): Promise<(written: WrittenAddress) => Addressed | NotFound> {
  const streets = await streetsOf(tx, regionId);
  const settlements = new Map((await settlementsOf(tx, regionId)).map((one) => [one.id, bare(one.name)]));
  const byName = Map.groupBy(
    streets.flatMap((street) =>
      [street.name, ...street.old_names].map((name) => ({ key: bare(name), street })),
    ),
    ({ key }) => key,
  );
  const houses = Map.groupBy(
    of === 'houses'
      ? await housesOnStreets(
          tx,
          regionId,
          streets.map(({ id }) => id),
        )
      : [],
    (house) => `${house.street_id} ${normaliseHouse(house.number)?.key ?? bare(house.number)}`,
  );
  const streetsNamed = (name: StreetName, settlement: string | null) => {
    const all = [...new Set((byName.get(bare(name.name)) ?? []).map(({ street }) => street))];
    const there = all.filter(
      (one) => settlement === null || settlements.get(one.settlement_id) === settlement,
    );
    // «Улица Мира» and «проезд Мира» are two streets; the kind tells them apart where it is written.
    const ofKind = there.filter(({ kind }) => kind === name.kind);
    return ofKind.length > 0 ? ofKind : there;
  };
  return (written) => {
    const read = partsOf(written);
    if (typeof read === 'string') return read;
    const found = streetsNamed(read.street, read.settlement);
    if (found.length === 0) return 'no_street';
    const fitting =
      of === 'streets'
        ? found.map(({ id, owner_id }) => ({ id, ownerId: owner_id }))
        : found.flatMap(({ id }) =>
            (houses.get(`${id} ${read.houseKey}`) ?? []).map((house) => ({
              id: house.id,
              ownerId: house.owner_id,
            })),
          );
    const [first] = fitting;
    if (first === undefined) return 'no_house';
    return fitting.length > 1 ? 'several' : first;
  };
}

interface Parts {
  readonly settlement: string | null;
  readonly street: StreetName;
  readonly houseKey: string | null;
}

function partsOf({ address, settlement, street, house }: WrittenAddress): Parts | NotFound {
  const named = settlement === null ? null : bare(parseSettlement(settlement).name);
  if (street !== null) {
    const read = parseStreet(street);
    if (read === null) return 'no_street';
    return {
      settlement: named,
      street: read,
      houseKey: house === null ? null : (normaliseHouse(house)?.key ?? null),
    };
  }
  if (address === null) return 'no_address';
  const read = parseAddress(address);
  if (typeof read !== 'string')
    return {
      settlement: read.settlement === null ? named : bare(read.settlement.name),
      street: read.street,
      houseKey: read.house.key,
    };
  const alone = parseStreet(address.split(',').at(-1) ?? '');
  return alone === null ? 'no_street' : { settlement: named, street: alone, houseKey: null };
}
