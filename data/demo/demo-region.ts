import { drawGeography } from './geography/geography.ts';
import type { Geography, House, Street } from './geography/geography.ts';
import { executorsOf } from './organisations/executors.ts';
import { assignHouses, houseManagers } from './organisations/house-managers.ts';
import { localBodies } from './organisations/local-bodies.ts';
import type { Authority, Executor } from './organisations/organisation.ts';
import { regionalBodies } from './organisations/regional-bodies.ts';
import { registered, responsibility } from './organisations/responsibility.ts';
import type { ResponsibilityRow } from './organisations/responsibility.ts';
import { hireStaff } from './organisations/staff.ts';
import type { StaffMember } from './organisations/staff.ts';
import { random } from './random.ts';

/** A house with the organisation that keeps it: code of a house manager, `null` for private houses and real gaps. */
export type DemoHouse = House & { readonly manager: string | null };

/** A street with the organisation that keeps its roadway; `null` where the register has a gap. */
export type DemoStreet = Street & { readonly ownerAuthority: string | null };

/**
 * The invented region «Яснозёрский край»: land, organisations, people and who answers for what.
 *
 * Everything refers to everything else by `code` (strings, stable for one seed): a settlement names its municipality, a street
 * its settlement, a house its street, settlement and municipality, an executor its authority («authority:unit»), a register row an authority
 * and perhaps an executor, a grant of a staff member a municipality and an authority. Positions are `[lon, lat]` as in GeoJSON, WGS 84,
 * six decimals. `geography/geojson.ts` turns the land into layers of a map.
 */
export interface DemoRegion extends Omit<Geography, 'houses' | 'streets'> {
  /** Identifier in addresses: `yasnozersky`. */
  readonly slug: string;
  readonly name: string;
  /** IANA name; the region lives by Moscow time all year. */
  readonly timeZone: string;
  /** The same as a fixed number of minutes east of Greenwich: no summer time there. */
  readonly utcOffsetMinutes: number;
  readonly seed: number;
  readonly streets: readonly DemoStreet[];
  readonly houses: readonly DemoHouse[];
  readonly authorities: readonly Authority[];
  readonly executors: readonly Executor[];
  readonly staff: readonly StaffMember[];
  /** The register as the centre has it; here and there it has not caught up with who really answers. */
  readonly responsibility: readonly ResponsibilityRow[];
}

function keeperOf(street: Street, municipality: string): string | null {
  if (street.owner === 'regional') return 'yasnozeravtodor';
  if (street.owner === 'federal') return 'uprdor_veleya';
  const found = responsibility.find(
    (row) => row.municipality === municipality && row.responsibleKind === 'road_owner',
  );
  return found?.authority ?? null;
}

/**
 * Builds the whole region from a seed: no clock, no files, no network; about a quarter of a second.
 * The same seed gives the same region, byte for byte.
 */
export function demoRegion(seed = 1703): DemoRegion {
  const chance = random(seed);
  const land = drawGeography(chance.fork('geography'));
  const authorities = [...regionalBodies, ...localBodies, ...houseManagers];
  const managers = assignHouses(land, chance.fork('managers'));
  const municipalityOf = new Map(land.settlements.map(({ code, municipality }) => [code, municipality]));
  return {
    ...land,
    slug: 'yasnozersky',
    name: 'Яснозёрский край',
    timeZone: 'Europe/Moscow',
    utcOffsetMinutes: 180,
    seed,
    streets: land.streets.map((street) => ({
      ...street,
      ownerAuthority: keeperOf(street, municipalityOf.get(street.settlement) ?? ''),
    })),
    houses: land.houses.map((house) => ({ ...house, manager: managers.get(house.code) ?? null })),
    authorities,
    executors: executorsOf(authorities),
    staff: hireStaff(authorities, chance.fork('staff')),
    responsibility: registered,
  };
}
