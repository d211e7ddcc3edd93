import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { importAssets, noteImport, removeUnnamed, type ImportedAsset } from '#centre/acts/import-assets.ts';
import { lockImport } from '#centre/queries/import-lock.ts';
import type { Region } from '#centre/queries/regions.ts';
import { assetKinds, isAssetKind } from '#centre/rules/asset-kind.ts';
import { dayNumber, type LocalDate } from '#kernel/time/local-date.ts';
import { wholeRegion, withScope, type Writer } from '#store/connection.ts';
import { refreshStatistics } from '#store/fresh-statistics.ts';
import { StartFault } from '#store/start-fault.ts';
import { inHouse, required, type Command, type Surroundings, type Typed } from '../command.ts';
import { findRegion } from '../find-region.ts';
import { importFigures, ImportCount } from './import-count.ts';
import { objectParts } from './object-columns.ts';
import { readObjects, type ReadingOptions, type ReadRow } from './read-objects.ts';
import { frameOf, type RegionFrame } from './region-frame.ts';

export const importObjectsCommand: Command = {
  name: 'objects import',
  summary: 'load lamps, stops, sites, road segments and whose they are',
  takes: ['FILE'],
  options: {
    region: { type: 'string' },
    kind: { type: 'string' },
    preset: { type: 'string' },
    map: { type: 'string' },
    owner: { type: 'string' },
    source: { type: 'string' },
    date: { type: 'string' },
    complete: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  help: `otklik objects import FILE.csv|FILE.geojson --region NAME --kind KIND

Loads objects and their owners, who answer for what stands on them. The same file again changes nothing; a newer one of the
same source changes what differs. Rows that cannot be used are counted with their reasons and stop nothing.

  FILE           CSV with columns lat and lon, or one with WKT or GeoJSON; or GeoJSON in WGS 84; .gz is fine
  --region NAME  address or name of the region
  --kind KIND    ${kindsInLines()}
                 Without it the column of the kind is read
  --preset osm   kinds by the tags of OpenStreetMap; --kind is then for features whose tags tell none
  --owner NAME   the body that keeps every object of the file that names no other
  --map FILE     JSON: {"columns": {"id": "Инв. №"}, "owners": {"7701234567": "Горсвет"}, "kinds": {"опора": "lamp"}}
                 Columns: ${objectParts.join(', ')}
  --source NAME  whose register it is (register, with a preset its name): objects of one source are told by their ids
  --date DAY     the day the register is of, YYYY-MM-DD
  --complete     the file is the whole register of its kinds: objects it no longer names are taken off; those named in a
                 row that cannot be used stay, and all stay where such a row does not say which object it is
  --dry-run      tell what would change and change nothing
  --json         print the figures as one JSON object`,
  run: importObjects,
};

function kindsInLines(): string {
  const lines: string[] = [''];
  for (const kind of assetKinds) {
    if (lines.at(-1)!.length + kind.length > 95) lines.push('');
    lines[lines.length - 1] += `${kind} `;
  }
  return lines.map((line) => line.trim()).join(`\n${' '.repeat(17)}`);
}

const mappingSchema = z.strictObject({
  columns: z.partialRecord(z.enum(objectParts), z.string()).default({}),
  owners: z.record(z.string(), z.string()).default({}),
  kinds: z.record(z.string(), z.enum(assetKinds)).default({}),
});

interface Request {
  readonly file: string;
  readonly reading: ReadingOptions;
  readonly owners: Readonly<Record<string, string>>;
  readonly owner: string | null;
  readonly source: string;
  readonly date: LocalDate | null;
  readonly isComplete: boolean;
  readonly isDry: boolean;
}

async function importObjects(typed: Typed, surroundings: Surroundings): Promise<void> {
  const request = requestOf(typed);
  const meant = required(typed, 'region');
  await inHouse(surroundings, async ({ db, ownerUrl }) => {
    const region = await findRegion(db, meant);
    const began = performance.now();
    // A dry run does the same work; told as a failure, the transaction leaves nothing of it.
    const done = await withScope(db, wholeRegion(region.id), async (tx) => ({
      ok: !request.isDry,
      count: await takeIn(tx, region, request, surroundings),
    }));
    surroundings.draw('');
    if (done.ok) await refreshStatistics(db, ownerUrl, 'asset_cell');
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const figures = importFigures(done.count, {
      region: region.slug,
      file: request.file,
      seconds,
      isDry: request.isDry,
      isComplete: request.isComplete,
    });
    if (typed.isOn('json')) surroundings.out(JSON.stringify(figures.json));
    else for (const line of figures.lines) surroundings.out(line);
  });
}

function requestOf(typed: Typed): Request {
  const file = typed.positionals[0];
  if (file === undefined) throw new StartFault('Name the file: otklik objects import FILE.csv --region …');
  const preset = typed.text('preset') ?? null;
  if (preset !== null && preset !== 'osm')
    throw new StartFault(`There is no preset "${preset}": the one there is is osm.`);
  const kind = typed.text('kind') ?? null;
  if (kind !== null && !isAssetKind(kind))
    throw new StartFault(`There are no objects of the kind "${kind}": there are ${assetKinds.join(', ')}.`);
  const date = typed.text('date') ?? null;
  if (date !== null && dayNumber(date) === null)
    throw new StartFault(`--date must be a day, YYYY-MM-DD, not "${date}".`);
  const { columns, owners, kinds } = mappingOf(typed.text('map'));
  return {
    file,
    reading: {
      kind,
      preset,
      columns,
      kinds: Object.fromEntries(Object.entries(kinds).map(([word, one]) => [word.toLowerCase(), one])),
    },
    owners,
    owner: typed.text('owner') ?? null,
    source: typed.text('source')?.trim() || (preset ?? 'register'),
    date,
    isComplete: typed.isOn('complete'),
    isDry: typed.isOn('dry-run'),
  };
}

function mappingOf(file: string | undefined): z.infer<typeof mappingSchema> {
  if (file === undefined) return mappingSchema.parse({});
  let text: unknown;
  try {
    text = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartFault(
      `${file} cannot be read as JSON: ${error instanceof Error ? error.message : 'broken'}.`,
    );
  }
  const mapping = mappingSchema.safeParse(text);
  if (mapping.success) return mapping.data;
  const [issue] = mapping.error.issues;
  throw new StartFault(
    `${file} is not a mapping: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. See --help.`,
  );
}

const BATCH = 2000;

async function takeIn(
  tx: Writer,
  region: Region,
  request: Request,
  surroundings: Surroundings,
): Promise<ImportCount> {
  const at = surroundings.now();
  await lockImport(tx, region.id, 'objects');
  const frame = await frameOf(tx, region, request.owners);
  const common = request.owner === null ? null : bodyNamed(frame, request.owner);
  const count = new ImportCount();
  let batch: ImportedAsset[] = [];
  const flush = async (): Promise<void> => {
    count.imported(await importAssets(tx, region.id, request.source, batch, at));
    batch = [];
    surroundings.draw(`${count.rows} rows read`);
  };
  for await (const read of readObjects(request.file, request.reading, surroundings.say)) {
    const taken = takeRow(read, frame, common, request, count);
    if (taken !== null) batch.push(taken);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  count.checkSense(request.file);
  if (request.isComplete && count.unnamedRows === 0)
    count.removed = await removeUnnamed(
      tx,
      region.id,
      request.source,
      [...count.kinds.keys()],
      count.isMentioned,
      at,
    );
  await noteImport(tx, region.id, request.source, { ...count.outcome, removed: count.removed }, at);
  return count;
}

function takeRow(
  read: ReadRow,
  frame: RegionFrame,
  common: number | null,
  { date }: Request,
  count: ImportCount,
): ImportedAsset | null {
  count.rows += 1;
  if ('refused' in read) {
    const { as, kind, externalId } = read.refused;
    // What its tags call no object, the file does not keep.
    if (as !== 'not_an_object') count.mention(kind, externalId);
    return count.refuse(read.row, as);
  }
  const { row, object } = read;
  const { point } = object.geometry;
  if (!frame.isNear(point)) {
    if (frame.isNear({ lat: point.lon, lon: point.lat })) count.swapped += 1;
    count.mention(object.kind, object.externalId);
    return count.refuse(row, 'outside');
  }
  if (count.isNamed(object.kind, object.externalId)) return count.refuse(row, 'repeated');
  const ownerId = object.owners.map(frame.ownerOf).find((id) => id !== null) ?? null;
  count.take(object, ownerId ?? common);
  return frame.placed({ ...object, date: object.date ?? date }, ownerId ?? common);
}

function bodyNamed(frame: RegionFrame, name: string): number {
  const id = frame.ownerOf(name);
  if (id !== null) return id;
  const known = frame.bodies.map(({ shortName }) => shortName).slice(0, 30);
  throw new StartFault(
    `The region has no body "${name}"${known.length === 0 ? '' : `: there are ${known.join(', ')}`}. Add it in the console first.`,
  );
}
