import { createReadStream, statSync } from 'node:fs';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { StartFault } from '#store/start-fault.ts';
import type { Mapping } from './mapping.ts';
import type { Row } from './read-row.ts';

export interface RowSource {
  readonly rows: AsyncIterable<Row>;
  /** Share of the file's bytes read, 0…1. */
  readonly share: () => number;
}

/** No honest row is longer; more means that a quotation mark is not closed. */
const MAX_ROW_BYTES = 4_000_000;

/**
 * Opens a CSV file, packed or not, and reads it row by row however long it is.
 *
 * @throws StartFault from the iteration: no such file, columns the mapping names are missing, broken past some row
 */
export function openRows(file: string, mapping: Mapping): RowSource {
  const size = sizeOf(file);
  const bytes = createReadStream(file);
  const parser = parse({
    columns: true,
    delimiter: mapping.delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
  });
  const steps = [...(file.endsWith('.gz') ? [createGunzip()] : []), decoding(mapping.encoding)];
  // An error of any step reaches the parser, hence the loop below.
  pipeline([bytes, ...steps, parser], () => {});
  return {
    share: () => (size === 0 ? 1 : bytes.bytesRead / size),
    rows: reading(file, mapping, parser),
  };
}

/** With named columns the parser makes objects of texts; its types do not say so. */
const isRow = (record: unknown): record is Row => typeof record === 'object' && record !== null;

async function* reading(file: string, mapping: Mapping, parser: AsyncIterable<unknown>): AsyncGenerator<Row> {
  let count = 0;
  try {
    for await (const row of parser) {
      if (!isRow(row)) continue;
      if (count === 0) checkColumns(file, mapping, Object.keys(row));
      count += 1;
      yield row;
    }
  } catch (error) {
    if (error instanceof StartFault) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new StartFault(
      `${file} cannot be read past row ${count}: ${why}. The rows before it are taken; mend the file and run the command again.`,
    );
  }
  if (count === 0) throw new StartFault(`${file} holds no rows.`);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    throw new StartFault(`Cannot read ${file}: is the name right?`);
  }
}

function checkColumns(file: string, { columns, topic }: Mapping, found: readonly string[]): void {
  const named = [...Object.values(columns).flat(), ...(topic?.columns ?? [])].filter(
    (name) => name !== undefined,
  );
  const missing = named.filter((name) => !found.includes(name));
  if (missing.length === 0) return;
  throw new StartFault(
    `${file} lacks the columns ${missing.join(', ')} of the mapping; it has ${found.slice(0, 60).join(', ')}. Is the delimiter right?`,
  );
}

function decoding(encoding: Mapping['encoding']): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform: (chunk: Buffer, _, done) => done(null, decoder.decode(chunk, { stream: true })),
    flush: (done) => done(null, decoder.decode()),
  });
}
