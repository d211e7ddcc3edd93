import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { StartFault } from '#store/start-fault.ts';
import { openText, type Say } from './open-text.ts';

export type Row = Readonly<Record<string, string>>;

/** A table that is being read. */
export interface Table {
  readonly file: string;
  /** Names of columns, without spaces around them, each once. */
  readonly header: readonly string[];
  /**
   * Rows one by one, by the names of the header; to be read once. A file of any size takes the memory of its longest row.
   *
   * @throws StartFault from the iteration: no row, broken past some row, most rows longer than the header
   */
  readonly rows: AsyncIterable<Row>;
}

/** No honest row is longer; more means that a quotation mark is not closed. */
const LONGEST_ROW = 16_000_000;
const LONGEST_HEADER = 1 << 20;

/**
 * Opens a table: CSV with commas, semicolons, tabs or bars, whichever part the names of its first line; in the encodings and
 * packings of {@link openText}. Rows of another length than the header are read as far as they go, counted and told.
 *
 * @throws StartFault where the file is not there, is empty or cannot be a table
 */
export async function openTable(file: string, say: Say): Promise<Table> {
  const chunks = openText(file, say);
  let head = '';
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    head += next.value;
    if (/\S[^\r\n]*[\r\n]/.test(head) || head.length > LONGEST_HEADER) break;
  }
  head = head.replace(/^\uFEFF/, '').replace(/^\s*[\r\n]+/, '');
  if (head.trim() === '') throw new StartFault(`${file} is empty.`);
  // A spreadsheet may say in a line of its own what parts the columns.
  const said = /^sep=(.)\s*[\r\n]+/i.exec(head);
  const delimiter = said?.[1] ?? delimiterOf(head);
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  const text = Readable.from(joined(head.slice(said?.[0].length ?? 0), chunks), { objectMode: false });
  // An error of the text reaches the parser, hence the loop over its records.
  pipeline([text, parser], () => {});
  const records = recordsOf(parser, chunks, file);
  const names = await records.next();
  const header = names.done === true ? [] : names.value.map((name) => name.trim());
  const twice = header.filter((name, i) => name !== '' && header.indexOf(name) !== i);
  if (twice.length > 0) say(`${file} has several columns "${twice[0] ?? ''}": the first is read.`);
  return { file, header: [...new Set(header)], rows: rowsOf(records, header, file, say) };
}

async function* joined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

/** What parts the names of the first line, outside quotation marks. */
export function delimiterOf(head: string): string {
  const [line = ''] = head.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1);
  const parts = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t', '|'].reduce((best, mark) => (parts(mark) > parts(best) ? mark : best));
}

async function* recordsOf(
  parser: AsyncIterable<unknown>,
  chunks: AsyncGenerator<string>,
  file: string,
): AsyncGenerator<string[]> {
  let count = 0;
  try {
    for await (const record of parser) {
      // Without named columns the parser makes lists of texts; its types do not say so.
      if (Array.isArray(record)) yield record.map(String);
      count += 1;
    }
  } catch (error) {
    if (error instanceof StartFault) throw error;
    const isOpen =
      error instanceof CsvError && ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(error.code);
    const why = isOpen
      ? 'a quotation mark is opened and never closed'
      : error instanceof Error
        ? error.message
        : String(error);
    throw new StartFault(`${file} cannot be read as a table past row ${Math.max(0, count - 1)}: ${why}.`);
  } finally {
    await chunks.return(undefined);
  }
}

async function* rowsOf(
  records: AsyncGenerator<string[]>,
  header: readonly string[],
  file: string,
  say: Say,
): AsyncGenerator<Row> {
  const short = new Misfits();
  const long = new Misfits();
  // Of columns of one name the first is read.
  const columns = [...new Map(header.map((name, at) => [name, at] as const).toReversed())];
  let count = 0;
  for await (const cells of records) {
    if (cells.length === 1 && header.length > 1 && cells[0]?.trim() === '') continue;
    count += 1;
    if (cells.length < header.length) short.add(count);
    if (cells.slice(header.length).some((cell) => cell.trim() !== '')) long.add(count);
    yield Object.fromEntries(columns.map(([name, at]) => [name, cells[at] ?? '']));
  }
  if (count === 0) throw new StartFault(`${file} has a header and no rows.`);
  if (long.n > count / 2)
    throw new StartFault(
      `Most rows of ${file} have more columns than its header names: are its texts in quotation marks?`,
    );
  if (short.n > 0) say(`${file}: ${short.told()} lack columns; what is missing is read as empty.`);
  if (long.n > 0) say(`${file}: ${long.told()} have more columns than the header; these are not read.`);
}

/** Rows of another length than the header. */
class Misfits {
  n = 0;
  #first = 0;

  add(row: number): void {
    if (this.n === 0) this.#first = row;
    this.n += 1;
  }

  told = (): string => `${this.n} rows (the first is row ${this.#first})`;
}
