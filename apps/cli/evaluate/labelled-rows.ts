import { plainText } from '#flow/understand/rules/plain-text.ts';
import { StartFault } from '#store/start-fault.ts';
import { required, type Typed } from '../command.ts';
import { columnNamed } from '../files/columns.ts';
import { momentsOf } from '../files/moment-column.ts';
import type { Say } from '../files/open-text.ts';
import { openTable, type Table } from '../files/table.ts';

/** One row of a table whose answer is known. */
export interface LabelledRow {
  readonly text: string;
  readonly label: string;
  /** The widest first. */
  readonly places: readonly string[];
  readonly at: Date | null;
}

/** A model has weights for each label: a column of thousands of values is an id or a text, not a label. */
const MOST_LABELS = 2_000;

/**
 * Rows of a table with an answer, by the columns --text, --label, --place and --time name; those without an answer are left
 * out, counted and told.
 *
 * @throws StartFault naming the file and what is wrong with it
 */
export async function labelledRows(file: string, typed: Typed, say: Say): Promise<LabelledRow[]> {
  const table = await openTable(file, say);
  const columns = columnsOf(table, typed);
  const rows: Omit<LabelledRow, 'at'>[] = [];
  const times: string[] = [];
  let read = 0;
  let wordless = 0;
  for await (const row of table.rows) {
    read += 1;
    const label = row[columns.label]?.trim() ?? '';
    if (label === '') continue;
    const text = row[columns.text] ?? '';
    if (plainText(text) === '') wordless += 1;
    const places = columns.places.flatMap((column) => row[column]?.trim() || []);
    rows.push({ text, label, places });
    if (columns.time !== null) times.push(row[columns.time] ?? '');
  }
  if (rows.length === 0) throw new StartFault(`${file} has no row with anything in "${columns.label}".`);
  if (rows.length < read)
    say(
      `${file}: ${read - rows.length} of ${read} rows have nothing in "${columns.label}" and are left out.`,
    );
  if (wordless > 0) say(`${file}: ${wordless} rows have no words in "${columns.text}".`);
  const labels = new Set(rows.map(({ label }) => label)).size;
  if (labels > MOST_LABELS)
    throw new StartFault(
      `"${columns.label}" of ${file} has ${labels} different values, more than ${MOST_LABELS}: is it the label?`,
    );
  const moments =
    columns.time === null ? [] : momentsOf(times, { file, column: columns.time, option: 'time' }, say);
  return rows.map((row, i) => ({ ...row, at: moments[i] ?? null }));
}

interface Columns {
  readonly text: string;
  readonly label: string;
  readonly places: readonly string[];
  readonly time: string | null;
}

function columnsOf(table: Table, typed: Typed): Columns {
  const time = typed.text('time');
  return {
    text: columnNamed(table, required(typed, 'text'), 'text'),
    label: columnNamed(table, required(typed, 'label'), 'label'),
    places: placesIn(typed.text('place') ?? '', table),
    time: time === undefined ? null : columnNamed(table, time, 'time'),
  };
}

/** One column, or several parted by commas; the name of one may have a comma itself. */
function placesIn(asked: string, table: Table): string[] {
  if (table.header.includes(asked.trim())) return [asked.trim()];
  return asked
    .split(',')
    .filter((name) => name.trim() !== '')
    .map((name) => columnNamed(table, name, 'place'));
}
