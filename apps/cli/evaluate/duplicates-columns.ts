import type { Point } from '#kernel/place.ts';
import { isPossiblePoint } from '#kernel/place.ts';
import { StartFault } from '#store/start-fault.ts';
import type { Typed } from '../command.ts';
import type { Row } from './table.ts';

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

const folded = (name: string): string => name.trim().toLowerCase().replaceAll('ё', 'е');

/**
 * The columns of this table: those named by options, else by their usual names.
 *
 * @throws StartFault where a named column is not there, or there is no text
 */
export function appealColumns(first: Row, typed: Typed): AppealColumns {
  const names = Object.keys(first);
  const columnOf = (what: AppealColumn): string | null => {
    const asked = typed.text(what);
    if (asked === undefined)
      return known[what].flatMap((one) => names.find((name) => folded(name) === one) ?? []).at(0) ?? null;
    if (asked === 'none') return null;
    if (names.includes(asked)) return asked;
    throw new StartFault(`There is no column "${asked}" for --${what}. The columns: ${names.join(', ')}.`);
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
  if (columns.text === null)
    throw new StartFault(`No column of texts is known: name it by --text. The columns: ${names.join(', ')}.`);
  if (columns.id === null)
    throw new StartFault(`No column of ids is known: name it by --id. The columns: ${names.join(', ')}.`);
  return columns;
}

export const cell = (row: Row, column: string | null): string =>
  column === null ? '' : (row[column] ?? '').trim();

/** «2026-03-01T10:00:00», «2026-03-01 10:00», «01.03.2026 10:00», seconds or milliseconds since 1970; `null` for anything else. */
export function readMoment(written: string): Date | null {
  if (/^\d{10}(?:\.\d+)?$/.test(written)) return new Date(Number(written) * 1000);
  if (/^\d{13}$/.test(written)) return new Date(Number(written));
  const russian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(written);
  const [year, month, day, hour, minute, second] =
    russian === null
      ? (/^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(written)?.slice(1) ?? [])
      : [russian[3], russian[2], russian[1], russian[4], russian[5], russian[6]];
  if (year === undefined) return null;
  const moment = new Date(
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour ?? 0),
      Number(minute ?? 0),
      Number(second ?? 0),
    ),
  );
  return Number.isNaN(moment.getTime()) ? null : moment;
}

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
];
const verdictNames = ['same', 'label', 'is_same', 'is_duplicate', 'target', 'y'];
const untrue = new Set(['0', 'false', 'no', 'нет', 'different', '-1', '0.0']);

/** Pairs of the table: by the usual names of columns, else its first two columns. */
export function readPairs(rows: readonly Row[]): Pair[] {
  const names = Object.keys(rows[0] ?? {});
  const nameOf = (wanted: string): string | undefined => names.find((name) => folded(name) === wanted);
  const named = pairNames.find((pair) => pair.every((name) => nameOf(name) !== undefined));
  const [one, two] = named === undefined ? names : named.map(nameOf);
  if (one === undefined || two === undefined)
    throw new StartFault('A table of pairs needs two columns of ids.');
  const verdict = verdictNames
    .flatMap((name) => nameOf(name) ?? [])
    .find((name) => name !== one && name !== two);
  return rows.flatMap((row) => {
    const pair = { one: cell(row, one), two: cell(row, two) };
    if (pair.one === '' || pair.two === '' || pair.one === pair.two) return [];
    return [{ ...pair, isSame: verdict === undefined || !untrue.has(cell(row, verdict).toLowerCase()) }];
  });
}
