import { readAssetGeometry, type AssetGeometry, type GeometryFault } from '#centre/rules/asset-geometry.ts';
import { isAssetKind, type AssetKind } from '#centre/rules/asset-kind.ts';
import { localDate, type LocalDate } from '#kernel/time/local-date.ts';
import { objects as english } from '#texts/en/objects.ts';
import { objects as russian } from '#texts/ru/objects.ts';
import { StartFault } from '#store/start-fault.ts';
import { openText, type Say } from '../files/open-text.ts';
import { openTable } from '../files/table.ts';
import { parseMoment } from '../files/written-moment.ts';
import { featureTexts } from './feature-stream.ts';
import {
  findObjectColumns,
  partOf,
  type ObjectColumns,
  type ObjectPart,
  type Values,
} from './object-columns.ts';
import { osmKind } from './osm-kinds.ts';
import { readWkt } from './wkt.ts';

/** An object as its file names it, before it is compared with the region. */
export interface ReadObject {
  readonly kind: AssetKind;
  readonly externalId: string;
  readonly name: string | null;
  readonly number: string | null;
  /** What the file writes of the owner: the taxpayer's number, the register's number, the name; the surest first. */
  readonly owners: readonly string[];
  readonly street: string | null;
  readonly address: string | null;
  readonly date: LocalDate | null;
  readonly geometry: AssetGeometry;
}

export type RefusedAs = GeometryFault | 'broken' | 'unknown_kind' | 'not_an_object';

/** One row or feature of a file, counted from 1. */
export type ReadRow =
  | { readonly row: number; readonly object: ReadObject }
  | { readonly row: number; readonly refused: RefusedRow };

/** Why a row cannot be used, and which object it names all the same; `null` where it does not say. */
export interface RefusedRow {
  readonly as: RefusedAs;
  readonly kind: AssetKind | null;
  readonly externalId: string | null;
}

export interface ReadingOptions {
  /** The kind of every object of the file; with a preset, of those whose tags tell none. */
  readonly kind: AssetKind | null;
  readonly preset: 'osm' | null;
  readonly columns: Readonly<Partial<Record<ObjectPart, string>>>;
  /** Words of the file for kinds: «опора» → lamp. */
  readonly kinds: Readonly<Record<string, AssetKind>>;
}

/**
 * Reads objects from a CSV table or from GeoJSON, by the name of the file, one by one: a file of any size takes the memory of
 * its largest feature. A row that cannot be read is told with its reason and stops nothing.
 *
 * @param say told of what was done to the file to read it
 * @throws StartFault where the file as a whole cannot be read
 */
export async function* readObjects(file: string, options: ReadingOptions, say: Say): AsyncGenerator<ReadRow> {
  let row = 0;
  for await (const values of /\.(geo)?json(l|s|seq)?(\.gz)?$/i.test(file)
    ? features(file, say)
    : table(file, options, say)) {
    row += 1;
    if (values === null) yield { row, refused: { as: 'broken', kind: null, externalId: null } };
    else {
      const object = objectOf(values, options);
      yield 'as' in object ? { row, refused: object } : { row, object };
    }
  }
  if (row === 0) throw new StartFault(`${file} holds no objects: rows of a table or features of GeoJSON.`);
}

interface Told {
  readonly values: Values;
  readonly columns: ObjectColumns;
  readonly geometry: unknown;
}

async function* table(file: string, options: ReadingOptions, say: Say): AsyncGenerator<Told> {
  const { header, rows } = await openTable(file, say);
  const columns = placedColumns(header, options, file);
  for await (const values of rows) {
    yield { values, columns, geometry: geometryOf(values, columns) };
  }
}

function placedColumns(header: readonly string[], options: ReadingOptions, file: string): ObjectColumns {
  const columns = findObjectColumns(header, options.columns);
  const hasPoint = columns.lat !== undefined && columns.lon !== undefined;
  if (hasPoint || columns.geometry !== undefined || columns.point !== undefined) return columns;
  throw new StartFault(
    `${file} does not say where its objects are: it lacks columns lat and lon, or one with WKT or GeoJSON; it has ${header.join(', ')}. Name them with --map.`,
  );
}

const number = (text: string | null): number => (text === null ? NaN : Number(text.replace(',', '.')));

/** From the columns of a row: its geometry, else its point in two columns, else in one. */
function geometryOf(values: Values, columns: ObjectColumns): unknown {
  const written = partOf(values, columns, 'geometry');
  if (written !== null) return written.startsWith('{') ? parsed(written) : readWkt(written);
  const pair = partOf(values, columns, 'point')?.match(/-?\d+(?:[.,]\d+)?/g) ?? [];
  const [lat, lon] =
    columns.lat === undefined
      ? [number(pair[0] ?? null), number(pair[1] ?? null)]
      : [number(partOf(values, columns, 'lat')), number(partOf(values, columns, 'lon'))];
  return Number.isNaN(lat) || Number.isNaN(lon) ? null : { type: 'Point', coordinates: [lon, lat] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function* features(file: string, say: Say): AsyncGenerator<Told | null> {
  let columns = { keys: '', found: findObjectColumns([], {}) };
  for await (const text of featureTexts(openText(file, say), file)) {
    const feature = parsed(text);
    if (!isRecord(feature) || feature['type'] !== 'Feature') {
      yield null;
      continue;
    }
    const properties = isRecord(feature['properties']) ? feature['properties'] : {};
    const values =
      'id' in properties || feature['id'] === undefined ? properties : { ...properties, id: feature['id'] };
    // Features of one file mostly have the same properties; where they do not, columns are looked for anew.
    const keys = Object.keys(values).join('\n');
    if (columns.keys !== keys) columns = { keys, found: findObjectColumns(Object.keys(values), {}) };
    yield { values, columns: columns.found, geometry: feature['geometry'] };
  }
}

function objectOf({ values, columns, geometry }: Told, options: ReadingOptions): ReadObject | RefusedRow {
  const kind = kindOf(values, columns, options);
  const externalId = partOf(values, columns, 'id');
  if (kind === null)
    return { as: options.preset === null ? 'unknown_kind' : 'not_an_object', kind, externalId };
  const placed = readAssetGeometry(geometry);
  if (typeof placed === 'string') return { as: placed, kind, externalId };
  const name = partOf(values, columns, 'name');
  const { lat, lon } = placed.point;
  const date = parseMoment(partOf(values, columns, 'date') ?? '');
  return {
    kind,
    // A register without ids knows its objects by where they are.
    externalId:
      externalId ??
      [lat.toFixed(6), lon.toFixed(6), name ?? partOf(values, columns, 'number') ?? ''].join(' ').trim(),
    name,
    number: partOf(values, columns, 'number'),
    owners: (['inn', 'ogrn', 'owner'] as const).flatMap((part) => partOf(values, columns, part) ?? []),
    street: partOf(values, columns, 'street'),
    address: partOf(values, columns, 'address'),
    date: date === null ? null : localDate(date.day),
    geometry: placed,
  };
}

/** Words for kinds: codes, and their names in both languages. */
const spoken: ReadonlyMap<string, AssetKind> = new Map(
  [russian.kinds, english.kinds].flatMap((kinds) =>
    Object.entries(kinds).flatMap(([code, word]) => (isAssetKind(code) ? [[word, code] as const] : [])),
  ),
);

function kindOf(values: Values, columns: ObjectColumns, options: ReadingOptions): AssetKind | null {
  if (options.preset === 'osm') return osmKind(values) ?? options.kind;
  if (options.kind !== null) return options.kind;
  const word = partOf(values, columns, 'kind')?.toLowerCase() ?? '';
  return options.kinds[word] ?? (isAssetKind(word) ? word : (spoken.get(word) ?? null));
}
