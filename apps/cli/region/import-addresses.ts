import path from 'node:path';
import whichPolygon from 'which-polygon';
import { importAddresses, noteAddresses } from '#centre/acts/import-addresses.ts';
import { boundariesOf, settlementsOf } from '#centre/queries/reference.ts';
import type { Region } from '#centre/queries/regions.ts';
import type { AddressChanges, ImportedAddress, NamedSettlement } from '#centre/rules/address-merge.ts';
import { parseSettlement, writeHouse } from '#flow/understand/rules/postal-address.ts';
import type { Point } from '#kernel/place.ts';
import { metersBetween } from '#kernel/shape.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from '../command.ts';
import type { Say } from '../files/open-text.ts';
import { findRegion } from '../find-region.ts';
import { readRegister, reasonsToRefuse, type RegisterLine, type Refusal } from './read-register.ts';

export const importAddressesCommand: Command = {
  name: 'region addresses',
  summary: 'load houses, streets and settlements into a region, and newer lists of them',
  takes: ['FILE'],
  options: {
    region: { type: 'string' },
    settlement: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: `otklik region addresses FILE.csv|FILE.geojson --region NAME [--settlement "город Энск"]

Loads a register of addresses. The same file again changes nothing; a newer one adds what is new and moves what stands
elsewhere; houses it no longer names are kept, for cases remember them. Rows that cannot be used are counted with their
reasons and stop nothing.

  FILE              CSV with columns address, lat, lon, or street, house, lat, lon (settlement, municipality and district
                    where they are there); or GeoJSON: buildings with housenumber and street, roads with names, points
                    of settlements (place, name), also by the tags of OpenStreetMap; .gz is fine
  --region NAME     address or name of the region
  --settlement S    where the file names no settlement: "город Энск". Without it the nearest known one, within 10 km
  --dry-run         tell what would change and change nothing
  --json            print the figures as one JSON object

Named buildings become landmarks («напротив ФОК „Айсберг“») by: otklik objects import FILE --preset osm --region NAME`,
  run: loadAddresses,
};

interface Read {
  readonly lines: ImportedAddress[];
  readonly refused: Map<Refusal, number[]>;
  rows: number;
}

async function loadAddresses(typed: Typed, surroundings: Surroundings): Promise<void> {
  const file = typed.positionals[0];
  if (file === undefined) throw new StartFault('Name the file: otklik region addresses FILE.csv --region …');
  const meant = required(typed, 'region');
  const isDry = typed.isOn('dry-run');
  await inHouse(surroundings, async ({ db }) => {
    const region = await findRegion(db, meant);
    // A dry run does the same work; told as a failure, the transaction leaves nothing of it.
    const done = await withScope(db, wholeRegion(region.id), async (tx) => {
      const read = await readLines(tx, region, file, typed.text('settlement') ?? null, surroundings.say);
      if (read.lines.length === 0) throw new StartFault(`${file} holds no address of this region.`);
      const changes = await importAddresses(tx, region.id, read.lines);
      await noteAddresses(tx, region.id, path.basename(file), changes, surroundings.now());
      return { ok: !isDry, read, changes };
    });
    tell(region, done.read, done.changes, isDry, typed, surroundings);
  });
}

/** A point this far outside the bounds of the region is a mistake, degrees. */
const FRAME_DEGREES = 0.05;
/** A house belongs to no settlement farther away than this. */
const SETTLEMENT_METERS = 10_000;

async function readLines(
  tx: Writer,
  region: Region,
  file: string,
  said: string | null,
  say: Say,
): Promise<Read> {
  const frame = await frameOf(tx, region, said === null ? null : parseSettlement(said));
  const read: Read = { lines: [], refused: new Map(), rows: 0 };
  for await (const one of readRegister(file, say)) {
    read.rows += 1;
    const line = 'refused' in one ? one.refused : frame(one.line);
    if (typeof line !== 'string') read.lines.push(line);
    else read.refused.set(line, [...(read.refused.get(line) ?? []), one.row]);
  }
  return read;
}

/** What a line lacks is told by the region: its municipality by the boundaries, its settlement by what is near. */
async function frameOf(tx: Writer, { id, bounds }: Region, said: NamedSettlement | null) {
  const areas = await boundariesOf(tx, id);
  const [west, south, east, north] = bounds ?? [-180, -90, 180, 90];
  const inside = whichPolygon<{ id: number }>({
    type: 'FeatureCollection',
    features: areas.flatMap(({ id: area, boundary }) =>
      boundary === null ? [] : [{ type: 'Feature' as const, properties: { id: area }, geometry: boundary }],
    ),
  });
  const nearest = nearestSettlement(await settlementsOf(tx, id), said);
  const fallback = areas[0]?.id;
  return (line: RegisterLine): ImportedAddress | Refusal => {
    const { lat, lon } = line.point;
    const isNear =
      lat > south - FRAME_DEGREES &&
      lat < north + FRAME_DEGREES &&
      lon > west - FRAME_DEGREES &&
      lon < east + FRAME_DEGREES;
    const found =
      inside([lon, lat])?.id ?? (areas.every(({ boundary }) => boundary === null) ? fallback : undefined);
    // A house in a yard just over the border belongs to the municipality its settlement is in.
    const near = nearest(line.point);
    const municipalityId = found ?? near?.municipalityId;
    if (!isNear || municipalityId === undefined) return 'outside';
    const area = areas.find((one) => one.id === municipalityId)?.name ?? '';
    const settlement = line.settlement ?? near?.name ?? parseSettlement(line.area ?? area);
    const { within, street, point, population } = line;
    const house = line.house === null ? null : { number: writeHouse(line.house), base: line.house.base };
    return { settlement, within, municipalityId, street, house, point, population };
  };
}

type SettlementRow = Awaited<ReturnType<typeof settlementsOf>>[number];

function nearestSettlement(settlements: readonly SettlementRow[], said: NamedSettlement | null) {
  return (point: Point): { name: NamedSettlement; municipalityId: number | undefined } | null => {
    let best: SettlementRow | null = null;
    let least = SETTLEMENT_METERS;
    for (const one of settlements) {
      if (one.lat === null || one.lon === null) continue;
      const meters = metersBetween(point, { lat: one.lat, lon: one.lon });
      if (meters < least) [best, least] = [one, meters];
    }
    if (said !== null) return { name: said, municipalityId: best?.municipality_id };
    return best === null ? null : { name: best, municipalityId: best.municipality_id };
  };
}

function tell(
  region: Region,
  { rows, refused }: Read,
  changes: AddressChanges,
  isDry: boolean,
  typed: Typed,
  { out }: Surroundings,
): void {
  const figures = {
    region: region.slug,
    dryRun: isDry,
    rows,
    settlements: changes.settlements.length,
    streets: changes.streets.length,
    houses: changes.houses.length,
    moved: changes.moved.length,
    same: changes.same,
    repeated: changes.repeated,
    refused: Object.fromEntries([...refused].map(([reason, all]) => [reason, all.length])),
  };
  if (typed.isOn('json')) return out(JSON.stringify(figures));
  out(
    `${region.slug}: ${rows} rows; ${figures.settlements} settlements, ${figures.streets} streets, ${figures.houses} houses added, ${figures.moved} houses moved, ${figures.same} as they were, ${figures.repeated} named again${isDry ? ' — a dry run, nothing was written' : ''}.`,
  );
  for (const [reason, all] of refused)
    out(
      `Left out, ${reasonsToRefuse[reason]}: ${all.length} (rows ${all.slice(0, 5).join(', ')}${all.length > 5 ? ', …' : ''}).`,
    );
}
