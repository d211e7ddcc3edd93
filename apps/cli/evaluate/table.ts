import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { StartFault } from '#store/start-fault.ts';

export type Row = Readonly<Record<string, string>>;

/**
 * Rows of a CSV file by column name; `.gz` is unpacked on the way. Names of columns come from the first line, a byte order
 * mark before it is passed over.
 *
 * @param columns must be there
 * @throws StartFault naming the file and what is wrong with it
 */
export async function readTable(file: string, columns: readonly string[]): Promise<Row[]> {
  if (!existsSync(file)) throw new StartFault(`There is no file ${file}.`);
  const bytes = createReadStream(file);
  const plain = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const rows: Row[] = [];
  try {
    for await (const row of plain.pipe(parse({ columns: true, bom: true, relax_column_count: true })))
      rows.push(row);
  } catch (error) {
    throw new StartFault(
      `${file} cannot be read as CSV: ${error instanceof Error ? error.message : 'broken'}.`,
    );
  }
  const [first] = rows;
  if (first === undefined) throw new StartFault(`${file} has no rows.`);
  const missing = columns.find((column) => !(column in first));
  if (missing !== undefined)
    throw new StartFault(
      `${file} has no column "${missing}". Its columns: ${Object.keys(first).join(', ')}.`,
    );
  return rows;
}
