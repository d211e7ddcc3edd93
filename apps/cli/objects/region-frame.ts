import whichPolygon from 'which-polygon';
import type { ImportedAsset } from '#centre/acts/import-assets.ts';
import { authoritiesOf, boundariesOf, streetsOf } from '#centre/queries/reference.ts';
import type { Region } from '#centre/queries/regions.ts';
import { parseAddress, parseStreet } from '#flow/understand/rules/postal-address.ts';
import type { Point } from '#kernel/place.ts';
import { metersBetween } from '#kernel/shape.ts';
import type { Writer } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import { ownerFinder, type NamedBody } from './owner-names.ts';
import type { ReadObject } from './read-objects.ts';

/** What of a region an object of a file is compared with. */
export interface RegionFrame {
  /** Whether a point can belong to the region at all. */
  readonly isNear: (point: Point) => boolean;
  readonly ownerOf: (written: string) => number | null;
  readonly bodies: readonly NamedBody[];
  /** The object with its territory and its street; its owner is settled apart. */
  readonly placed: (object: ReadObject, ownerId: number | null) => ImportedAsset;
}

/** Farther than this from its boundaries a point is a mistake. */
const FRAME_DEGREES = 0.3;
/** A street of that name farther away is another one. */
const STREET_METERS = 15_000;

/**
 * @param said names of bodies by what a file writes for them
 * @throws StartFault where a name said is of no body
 */
export async function frameOf(
  tx: Writer,
  region: Region,
  said: Readonly<Record<string, string>>,
): Promise<RegionFrame> {
  const bodies = (await authoritiesOf(tx, region.id)).map(({ id, name, short_name }) => ({
    id,
    name,
    shortName: short_name,
  }));
  const plain = ownerFinder(bodies, new Map());
  const aliases = new Map(
    Object.entries(said).map(([word, name]) => {
      const id = plain(name);
      if (id === null) throw new StartFault(`The region has no body "${name}", which the mapping names.`);
      return [word.trim().toLowerCase(), id] as const;
    }),
  );
  const municipalities = whichPolygon<{ id: number }>({
    type: 'FeatureCollection',
    features: (await boundariesOf(tx, region.id)).flatMap(({ id, boundary }) =>
      boundary === null ? [] : [{ type: 'Feature' as const, properties: { id }, geometry: boundary }],
    ),
  });
  const streetOf = streetFinder(await streetsOf(tx, region.id));
  return {
    bodies,
    isNear: nearnessOf(region),
    ownerOf: ownerFinder(bodies, aliases),
    placed: (object, ownerId) => {
      const { point } = object.geometry;
      const street = streetOf(object, point);
      return {
        kind: object.kind,
        externalId: object.externalId,
        name: object.name,
        number: object.number,
        ownerId,
        municipalityId: municipalities([point.lon, point.lat])?.id ?? null,
        settlementId: street?.settlement_id ?? null,
        streetId: street?.id ?? null,
        geometry: object.geometry,
        sourceDate: object.date,
      };
    },
  };
}

function nearnessOf({ bounds }: Region): (point: Point) => boolean {
  if (bounds === null) return () => true;
  const [west, south, east, north] = bounds;
  return ({ lat, lon }) =>
    lon >= west - FRAME_DEGREES &&
    lon <= east + FRAME_DEGREES &&
    lat >= south - FRAME_DEGREES &&
    lat <= north + FRAME_DEGREES;
}

type StreetRow = Awaited<ReturnType<typeof streetsOf>>[number];

const bareStreet = (name: string): string => name.toLowerCase().replaceAll('ё', 'е');

/** The street an object names: by its column, by its address, a road by its own name; of namesakes the nearest. */
function streetFinder(streets: readonly StreetRow[]): (object: ReadObject, point: Point) => StreetRow | null {
  const byName = Map.groupBy(
    streets.flatMap((street) =>
      [street.name, ...street.old_names].map((name) => ({ name: bareStreet(name), street })),
    ),
    ({ name }) => name,
  );
  const named = new Map<string, string | null>();
  const nameOf = (written: string): string | null => {
    const known = named.get(written);
    if (known !== undefined) return known;
    const name = parseStreet(written)?.name ?? null;
    named.set(written, name);
    return name;
  };
  return (object, point) => {
    const name = streetName(object, nameOf);
    if (name === null) return null;
    let best: { street: StreetRow; meters: number } | null = null;
    for (const { street } of byName.get(bareStreet(name)) ?? []) {
      if (street.lat === null || street.lon === null) continue;
      const meters = metersBetween(point, { lat: street.lat, lon: street.lon });
      if (meters <= STREET_METERS && (best === null || meters < best.meters)) best = { street, meters };
    }
    return best?.street ?? null;
  };
}

const roads = new Set(['road_segment', 'sidewalk', 'bridge']);

function streetName(object: ReadObject, nameOf: (written: string) => string | null): string | null {
  if (object.street !== null) return nameOf(object.street);
  if (object.address !== null) {
    const address = parseAddress(object.address);
    return typeof address === 'string' ? nameOf(object.address) : address.street.name;
  }
  return roads.has(object.kind) && object.name !== null ? nameOf(object.name) : null;
}
