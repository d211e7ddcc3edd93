import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const DATE_ARRAY = 1182;
const INT8_ARRAY = 1016;

/** A whole number of the database as a number; beyond 2^53 it would change silently, so it is refused. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} does not fit a number`);
  return value;
}

const parseInt8Array = (text: string): (number | null)[] =>
  text
    .slice(1, -1)
    .split(',')
    .filter((item) => item !== '')
    .map((item) => (item === 'NULL' ? null : parseInt8(item)));

const parseDateArray = (text: string): (string | null)[] =>
  text
    .slice(1, -1)
    .split(',')
    .filter((item) => item !== '')
    .map((item) => (item === 'NULL' ? null : item));

const parsers = new Map<number, (text: string) => unknown>([
  [INT8, parseInt8],
  [INT8_ARRAY, parseInt8Array],
  [DATE, (text) => text],
  [DATE_ARRAY, parseDateArray],
]);

/**
 * How values of the database become values of the program: `int8` a number, `date` the string
 * 'YYYY-MM-DD' (a day has no time zone), everything else as the driver does (`timestamptz` a Date).
 */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format ?? 'text'),
};
