import { createReadStream, existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { StartFault } from '#store/start-fault.ts';

/**
 * The text of a file in pieces: unpacked where it is `.gz`, read as UTF-8, or as Windows-1251 where it cannot be UTF-8 (tables
 * saved by a spreadsheet).
 *
 * @throws StartFault where the file is not there or cannot be read
 */
export async function* openText(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) throw new StartFault(`There is no file ${file}.`);
  const bytes = createReadStream(file, { highWaterMark: 1 << 18 });
  const source: AsyncIterable<Buffer> = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const encoding = file.endsWith('.gz') ? 'utf-8' : await encodingOf(file);
  const decoder = new TextDecoder(encoding);
  try {
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
    const rest = decoder.decode();
    if (rest !== '') yield rest;
  } catch (error) {
    throw new StartFault(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  } finally {
    bytes.destroy();
  }
}

const LOOKED_AT = 1 << 18;

async function encodingOf(file: string): Promise<'utf-8' | 'windows-1251'> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    // The last character may be cut in half: a stream does not mind.
    new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  } finally {
    await handle.close();
  }
}
