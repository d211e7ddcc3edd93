import { sql } from 'kysely';
import type { Db } from '#store/connection.ts';

/** `check (column in (…))` as the catalogue writes it back, of texts or whole numbers. */
const oneOf = /^CHECK \(\(\(?(\w+)\)? = ANY \(ARRAY\[(.+)\]\)\)\)$/;

interface Content {
  readonly type: string;
  readonly from: string;
}

/** What the JSON columns hold, where it is more than any JSON, and where that type is declared: the kernel or rules. */
const contents: Readonly<Record<string, Content>> = {
  'appeal_asset.candidates': {
    type: 'readonly AssetCandidate[]',
    from: '#flow/understand/rules/nearest-asset.ts',
  },
  'asset.shape': { type: 'Shape', from: '#kernel/shape.ts' },
  'asset_cell.kind': { type: 'AssetKind', from: '#centre/rules/asset-kind.ts' },
  'answer.findings': { type: 'readonly Finding[]', from: '#flow/answer/rules/check.ts' },
  'calendar_year.calendar': { type: 'ProductionCalendar', from: '#centre/rules/calendar.ts' },
  'incident.shape': { type: 'Shape', from: '#kernel/shape.ts' },
  'incident.topics': { type: 'readonly TopicGuess[]', from: '#flow/understand/rules/topic-model.ts' },
  'municipality.boundary': { type: 'Boundary', from: '#kernel/geo-json.ts' },
  'region.bounds': { type: 'Bounds', from: '#kernel/geo-json.ts' },
  'region.working_hours': { type: 'WorkingHours', from: '#kernel/time/schedule.ts' },
  'region_layer.features': { type: 'FeatureCollection', from: '#kernel/geo-json.ts' },
  'responsibility.explanation': { type: 'Explanation', from: '#flow/route/rules/responsible.ts' },
  'topic.passport': { type: 'Topic', from: '#centre/rules/topic.ts' },
  'understanding.place_candidates': {
    type: 'readonly PlaceAlternative[]',
    from: '#flow/understand/rules/place-reading.ts',
  },
  'understanding.topic_candidates': {
    type: 'readonly TopicGuess[]',
    from: '#flow/understand/rules/topic-model.ts',
  },
};

const typeOf: Readonly<Record<string, string>> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  jsonb: 'Json',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Date',
  tsvector: 'string',
  uuid: 'string',
};

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly preset: boolean;
  readonly computed: boolean;
  readonly comment: string | null;
  readonly check: string | null;
}

const HEAD = `/** Types of the tables, printed from the migrated database by \`npm run schema\`. Do not edit. */
import type { ColumnType } from 'kysely';
IMPORTS

/** An array in a JSON column must be written by \`insertRows\` or as text: alone, the driver takes it for an array of the database. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
type Preset<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
type Nullable<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S | null, I | null | undefined, U | null> : T | null;
/** The database computes it. */
type Computed<T> = ColumnType<T, never, never>;
`;

/**
 * Types of the tables of a migrated database. A column whose check lists its values gets exactly those values,
 * so the program and the database cannot disagree about them.
 *
 * @throws when a column has a type the program has no reading for
 */
export async function printTypes(db: Db): Promise<string> {
  const tables = new Map<string, Column[]>();
  for (const column of await readColumns(db)) {
    const columns = tables.get(column.table) ?? [];
    columns.push(column);
    tables.set(column.table, columns);
  }
  const names = [...tables.keys()].sort();
  const interfaces = names.map((name) => printTable(name, tables.get(name) ?? []));
  const database = `export interface Database {\n${names.map((name) => `  ${name}: ${interfaceOf(name)};`).join('\n')}\n}`;
  return [HEAD.replace('IMPORTS', imports()), ...interfaces, database].join('\n');
}

const imports = (): string =>
  [...Map.groupBy(Object.values(contents), ({ from }) => from)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(
      ([from, held]) =>
        `import type { ${[...new Set(held.map(declared))].sort().join(', ')} } from '${from}';`,
    )
    .join('\n');

/** `readonly Finding[]` is declared as `Finding`. */
const declared = ({ type }: Content): string => type.replace(/^readonly /, '').replace(/\[\]$/, '');

const interfaceOf = (table: string): string =>
  `${table.replace(/(^|_)(\w)/g, (_all, _bar: string, letter: string) => letter.toUpperCase())}Table`;

function printTable(name: string, columns: readonly Column[]): string {
  const lines = columns.map(
    (column) => `${comment(column.comment)}  ${column.column}: ${printColumn(column)};\n`,
  );
  return `export interface ${interfaceOf(name)} {\n${lines.join('')}}\n`;
}

const comment = (text: string | null): string => (text === null ? '' : `  /** ${text} */\n`);

function printColumn(column: Column): string {
  const listed = listedValues(column.check);
  const plain = listed ?? plainType(column);
  const type = column.nullable ? `Nullable<${plain}>` : plain;
  if (column.computed) return `Computed<${type}>`;
  return column.preset ? `Preset<${type}>` : type;
}

function plainType({ table, column, type }: Column): string {
  const content = contents[`${table}.${column}`];
  if (content !== undefined) return content.type;
  const item = type.startsWith('_') ? type.slice(1) : type;
  const known = typeOf[item];
  if (known === undefined) throw new Error(`${table}.${column}: no reading for the type ${type}`);
  return type.startsWith('_') ? `${known}[]` : known;
}

function listedValues(check: string | null): string | null {
  const [, , list] = check === null ? [] : (oneOf.exec(check) ?? []);
  if (list === undefined) return null;
  const texts = [...list.matchAll(/'([^']*)'::text/g)].map(([, value]) => `'${value ?? ''}'`);
  const values = texts.length > 0 ? texts : list.split(', ');
  return `(${values.join(' | ')})`;
}

async function readColumns(db: Db): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.relname as table, a.attname as column, t.typname as type, not a.attnotnull as nullable,
      a.attgenerated = 's' as computed, a.atthasdef or a.attidentity <> '' as preset,
      col_description(c.oid, a.attnum) as comment,
      (select pg_get_constraintdef(k.oid) from pg_constraint as k
       where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
         and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY'
       order by k.conname limit 1) as check
    from pg_class as c
    join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type as t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    order by c.relname, a.attnum`.execute(db);
  return rows;
}
