import type { Point } from '#kernel/place.ts';
import { isPossiblePoint } from '#kernel/place.ts';
import { StartFault } from '#store/start-fault.ts';
import type { Typed } from '../command.ts';
import { columnNamed, listed } from '../files/columns.ts';
import type { Say } from '../files/open-text.ts';
import type { Row, Table } from '../files/table.ts';

/** What an appeal of the table may say, and the names under which exports keep it; the first that is there is taken. */
const known = {
  id: ['id', 'appeal_id', 'appeal', 'number', 'номер', 'ид', 'id сообщения'],
  text: [
    'text',
    'message',
    'body',
    'description',
    'текст',
    'текст сообщения',
    'сообщение',
    'описание',
    'текст обращения',
    'текст инцидента',
    'обращение',
  ],
  time: [
    'created_at',
    'time',
    'at',
    'date',
    'created',
    'received_at',
    'datetime',
    'timestamp',
    'дата',
    'дата создания',
    'создано',
    'дата публикации',
  ],
  lat: ['lat', 'latitude', 'широта', 'y'],
  lon: ['lon', 'lng', 'long', 'longitude', 'долгота', 'x'],
  address: ['address', 'addr', 'адрес', 'место', 'location'],
  topic: ['reason', 'topic', 'category', 'label', 'тема', 'тематика', 'категория', 'причина'],
} as const;
export type AppealColumn = keyof typeof known;
export type AppealColumns = Readonly<Record<AppealColumn, string | null>>;

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[_\s-]+/g, ' ')
    .trim();

/** The column of a table that has one of these names, the first of the list that is there. */
function usualColumn(header: readonly string[], names: readonly string[]): string | undefined {
  return names
    .map((wanted) => header.find((name) => folded(name) === folded(wanted)))
    .find((name) => name !== undefined);
}

/**
 * The columns of this table: those named by options, else by their usual names.
 *
 * @throws StartFault where a named column is not there, or there are no ids or no texts
 */
export function appealColumns(table: Omit<Table, 'rows'>, typed: Typed): AppealColumns {
  const columnOf = (what: AppealColumn): string | null => {
    const asked = typed.text(what);
    if (asked === undefined) return usualColumn(table.header, known[what]) ?? null;
    return asked === 'none' ? null : columnNamed(table, asked, what);
  };
  const columns = {
    id: columnOf('id'),
    text: columnOf('text'),
    time: columnOf('time'),
    lat: columnOf('lat'),
    lon: columnOf('lon'),
    address: columnOf('address'),
    topic: columnOf('topic'),
  };
  const missing = (['id', 'text'] as const).find((what) => columns[what] === null);
  if (missing !== undefined)
    throw new StartFault(
      `${table.file} has no column known to hold the ${missing} of a message: name it by --${missing}. Its columns: ${listed(table.header)}.`,
    );
  return columns;
}

export const cell = (row: Row, column: string | null): string =>
  column === null ? '' : (row[column] ?? '').trim();

/** An id as it is compared: a spreadsheet keeps «'17» from being a number, a program of statistics makes it 17.0. */
export const idCell = (row: Row, column: string | null): string =>
  cell(row, column)
    .replace(/^'/, '')
    .replace(/^(\d+)\.0$/, '$1');

/** A place on earth, or `null`: empty, zero and impossible coordinates are no place. */
export function readPoint(lat: string, lon: string): Point | null {
  if (lat === '' || lon === '') return null;
  const point = { lat: Number(lat.replace(',', '.')), lon: Number(lon.replace(',', '.')) };
  return isPossiblePoint(point) ? point : null;
}

export interface Pair {
  readonly one: string;
  readonly two: string;
  /** `false`: the table says that these two are different problems. */
  readonly isSame: boolean;
}

const pairNames: readonly (readonly [string, string])[] = [
  ['a', 'b'],
  ['id1', 'id2'],
  ['id_1', 'id_2'],
  ['id_a', 'id_b'],
  ['appeal', 'duplicate'],
  ['appeal_id', 'duplicate_id'],
  ['left', 'right'],
  ['first', 'second'],
  ['query', 'match'],
  ['one', 'two'],
  ['id_left', 'id_right'],
  ['appeal_1', 'appeal_2'],
  ['appeal_a', 'appeal_b'],
  ['source', 'target'],
  ['обращение', 'дубль'],
  ['номер 1', 'номер 2'],
];
const verdictNames = [
  'same',
  'label',
  'is_same',
  'is_duplicate',
  'duplicate',
  'target',
  'y',
  'дубль',
  'совпадает',
];
const untrue = new Set(['0', 'false', 'no', 'нет', 'ложь', 'different', '-1', '0.0']);

/**
 * Pairs of a table: by the usual names of columns, else by the two columns that hold most ids of messages, else the first two.
 * Each two messages are one pair, however often and in whatever order they stand there; rows that name fewer than two are counted
 * and told.
 *
 * @throws StartFault where there is only one column, or no pair in any row
 */
export async function readPairs(
  { file, header, rows }: Table,
  ids: ReadonlySet<string>,
  say: Say,
): Promise<Pair[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  const [one, two] = pairColumns(header, all, ids);
  if (one === undefined || two === undefined)
    throw new StartFault(
      `${file} has the column ${listed(header)} alone: a table of pairs has two columns of ids.`,
    );
  const verdict = usualColumn(
    header.filter((name) => name !== one && name !== two),
    verdictNames,
  );
  const pairs = new Map<string, Pair>();
  let unpaired = 0;
  for (const row of all) {
    const pair = { one: idCell(row, one), two: idCell(row, two) };
    if (pair.one === '' || pair.two === '' || pair.one === pair.two) {
      unpaired += 1;
      continue;
    }
    const isSame = verdict === undefined || !untrue.has(cell(row, verdict).toLowerCase());
    pairs.set([pair.one, pair.two].sort().join('\n'), { ...pair, isSame });
  }
  if (pairs.size === 0)
    throw new StartFault(`No row of ${file} names two messages by "${one}" and "${two}".`);
  if (unpaired > 0)
    say(`${file}: ${unpaired} rows name no two messages by "${one}" and "${two}" and are left out.`);
  return [...pairs.values()];
}

function pairColumns(
  header: readonly string[],
  rows: readonly Row[],
  ids: ReadonlySet<string>,
): readonly (string | undefined)[] {
  const named = pairNames
    .map((pair) => pair.map((name) => usualColumn(header, [name])))
    .find((pair) => pair.every((name) => name !== undefined));
  if (named !== undefined) return named;
  const known = new Map(
    header.map((name) => [name, rows.filter((row) => ids.has(idCell(row, name))).length] as const),
  );
  const best = header.toSorted((a, b) => (known.get(b) ?? 0) - (known.get(a) ?? 0)).slice(0, 2);
  return best.every((name) => known.get(name) !== 0) ? best : header;
}
