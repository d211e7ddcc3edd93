import { createReadStream, statSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import { StartFault } from '#store/start-fault.ts';
import { encodingOf, type TextEncoding } from './text-encoding.ts';

/** Told to a person: what was done to a file to read it. */
export type Say = (line: string) => void;

/** The encoding is judged by so many bytes from the first one that is not ASCII. */
const JUDGED_BYTES = 1 << 16;

/**
 * The text of a file in pieces, whatever its size: unpacked where it is gzip (whatever its name), read as UTF-8, as UTF-16
 * with its mark, or as Windows-1251 where it cannot be UTF-8.
 *
 * @param say told of an encoding other than UTF-8 and of characters that are broken
 * @throws StartFault where the file is not there, is a folder, cannot be read or is no text
 */
export async function* openText(file: string, say: Say): AsyncGenerator<string> {
  checkFile(file);
  let broken = 0;
  try {
    for await (const piece of decoded(
      unpacked(createReadStream(file, { highWaterMark: 1 << 18 })),
      file,
      say,
    )) {
      if (piece.includes('\uFFFD')) broken += piece.split('\uFFFD').length - 1;
      yield piece;
    }
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(`${file} cannot be read: ${whyOf(error)}.`);
  }
  if (broken > 0) say(`${file}: ${broken} characters are broken and stand as "\uFFFD".`);
}

/** The whole text of a file, for what can only be read as a whole; as {@link openText} reads it. */
export async function wholeText(file: string, say: Say): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of openText(file, say)) pieces.push(piece);
  return pieces.join('');
}

/** @throws StartFault in a sentence */
function checkFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new StartFault(`There is no file ${file}.`);
  if (found.isDirectory()) throw new StartFault(`${file} is a folder: name a file in it.`);
}

function whyOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES') return 'this user may not read it';
  if (code.startsWith('Z_')) return 'it is packed by gzip and is broken or not whole';
  return error instanceof Error ? error.message : String(error);
}

async function* unpacked(bytes: Readable): AsyncGenerator<Buffer> {
  const all: AsyncIterator<Buffer> = bytes[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  while (head.length < 2) {
    const { value, done } = await all.next();
    if (done === true) break;
    head = Buffer.concat([head, value]);
  }
  const whole = joined(head, all);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* whole;
  const plain = createGunzip();
  // An error of the file reaches the last step, hence whoever reads it.
  pipeline([Readable.from(whole), plain], () => {});
  yield* plain;
}

async function* joined<T>(head: T, rest: AsyncIterator<T>): AsyncGenerator<T> {
  try {
    yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** ASCII is the same in all encodings but UTF-16: it goes on at once, the first other bytes are waited for and judged. */
async function* decoded(bytes: AsyncIterable<Buffer>, file: string, say: Say): AsyncGenerator<string> {
  let held: Buffer = Buffer.alloc(0);
  let decoder: TextDecoder | null = null;
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst) checkText(chunk, file);
    isFirst = false;
    if (decoder !== null) {
      yield decoder.decode(chunk, { stream: true });
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const from = held.findIndex((byte) => byte > 0x7f);
    if (from >= 0 && held.length - from < JUDGED_BYTES) continue;
    if (from >= 0) decoder = decoderOf(held.subarray(from), file, say);
    yield decoder === null ? held.toString('latin1') : decoder.decode(held, { stream: true });
    held = Buffer.alloc(0);
  }
  const from = held.findIndex((byte) => byte > 0x7f);
  if (from >= 0) decoder ??= decoderOf(held.subarray(from), file, say);
  yield decoder === null ? held.toString('latin1') : decoder.decode(held);
}

function decoderOf(sample: Buffer, file: string, say: Say): TextDecoder {
  const encoding: TextEncoding | null = encodingOf(sample.subarray(0, JUDGED_BYTES));
  if (encoding === null)
    throw new StartFault(`${file} is not a text in UTF-8 or Windows-1251: save it as "CSV UTF-8".`);
  if (encoding !== 'utf-8') say(`${file} is not UTF-8: it is read as ${encoding}.`);
  return new TextDecoder(encoding);
}

const ZERO_BYTES = 0.01;

/** @throws StartFault where a file is a workbook, an archive, a picture */
function checkText(head: Buffer, file: string): void {
  const signature = head.subarray(0, 4).toString('latin1');
  if (signature === 'PK\u0003\u0004' || signature === '\u00d0\u00cf\u0011\u00e0')
    throw new StartFault(`${file} is a workbook or an archive, not a text: save the sheet as "CSV UTF-8".`);
  const isMarked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const zeros = head.subarray(0, JUDGED_BYTES).filter((byte) => byte === 0).length;
  if (!isMarked && zeros > Math.min(head.length, JUDGED_BYTES) * ZERO_BYTES)
    throw new StartFault(`${file} is not a text: it holds zero bytes.`);
}
