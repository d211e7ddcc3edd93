import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { StartFault } from '#store/start-fault.ts';
import { openText } from './open-text.ts';

export type TableRow = Readonly<Record<string, string>>;

/** With named columns the parser makes objects of texts; its types do not say so. */
const isRow = (record: unknown): record is TableRow => typeof record === 'object' && record !== null;

/**
 * Rows of a table one by one, by the names in its first line. Commas, semicolons and tabs all part columns: the one most used
 * in the first line does.
 *
 * @throws StartFault where the file cannot be read as a table
 */
export async function* tableRows(file: string): AsyncGenerator<TableRow> {
  const chunks = openText(file);
  const { value: head } = await chunks.next();
  if (typeof head !== 'string' || head.trim() === '') throw new StartFault(`${file} is empty.`);
  const parser = Readable.from(joined(head, chunks), { objectMode: false }).pipe(
    parse({
      columns: (names: string[]) => names.map((name) => name.trim()),
      bom: true,
      delimiter: delimiterOf(head),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: 16_000_000,
    }),
  );
  try {
    for await (const row of parser) if (isRow(row)) yield row;
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(
      `${file} cannot be read as a table: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

async function* joined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  yield* rest;
}

function delimiterOf(head: string): string {
  const line = head.slice(0, Math.max(head.search(/[\r\n]/), 0) || undefined);
  const count = (mark: string): number => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}
