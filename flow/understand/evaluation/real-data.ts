import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';

const root = new URL('../../../', import.meta.url).pathname;

/**
 * A file of the real data that is measured on, `null` where this machine has none. The folder lies
 * beside the project and is never part of it.
 */
export function sharedData(path: string): string | null {
  const file = join(root, '../shared/data', path);
  return existsSync(file) ? file : null;
}

/** The trained model that ships. */
export const shippedModel = join(root, 'data/models/topics.bin');

/** Rows of a CSV file, gzipped or not, as records by column name. */
export async function readRecords(file: string): Promise<Readonly<Record<string, string>>[]> {
  const bytes = createReadStream(file);
  const plain = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const records: Record<string, string>[] = [];
  for await (const record of plain.pipe(parse({ columns: true, bom: true }))) records.push(record);
  return records;
}
