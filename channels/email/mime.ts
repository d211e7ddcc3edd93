import PostalMime, { decodeWords } from 'postal-mime';
import { decodeText, repairText } from './charset.ts';
import { htmlToText } from './html.ts';

/** A part that is not the text of the letter. */
export interface Enclosure {
  readonly mediaType: string;
  readonly name: string | null;
  readonly bytes: Uint8Array;
  /** Shown inside the text: a logo, a pasted screenshot, a tracking pixel. */
  readonly isInline: boolean;
}

export interface Letter {
  /** Values of a header in order, decoded; the name in lower case. */
  all(name: string): readonly string[];
  first(name: string): string | null;
  /** As written: addresses are split before their names are decoded, or a name could pose as an address. */
  raw(name: string): string | null;
  /** Top-level media type, `text/plain` when absent. */
  readonly mediaType: string;
  /** `null`: there is a text, and no encoding makes it readable. */
  readonly text: string | null;
  readonly enclosures: readonly Enclosure[];
}

/** The MIME tree as postal-mime builds it. */
interface Part {
  readonly childNodes: readonly Part[];
  readonly content: ArrayBuffer | null;
  readonly contentType: { readonly parsed: Structured; readonly multipart: string | false };
  readonly contentDisposition: { readonly parsed: Structured };
  readonly contentId?: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}
interface Structured {
  readonly value: string;
  readonly params: Readonly<Record<string, string | undefined>>;
}

const isPart = (node: unknown): node is Part =>
  typeof node === 'object' &&
  node !== null &&
  'childNodes' in node &&
  'contentType' in node &&
  'headers' in node;

/**
 * The tree itself and not the library's finished `text`: that one is decoded with the declared encoding, which in
 * our mail is often absent or wrong, and the original bytes cannot be had back.
 */
async function readTree(raw: Uint8Array): Promise<Part> {
  const parser = new PostalMime({ forceRfc822Attachments: true });
  await parser.parse(raw);
  const root: unknown = Reflect.get(parser, 'root');
  if (!isPart(root)) throw new TypeError('postal-mime keeps its tree elsewhere now');
  return root;
}

/** Splits a letter into its text and its files. Rejects only on nesting or headers beyond all measure. */
export async function readLetter(raw: Uint8Array): Promise<Letter> {
  const root = await readTree(withLegibleHeaders(raw));
  const reader: Reader = { enclosures: [], searchesLeft: 3 };
  const text = (await readPart(root, reader)).text;
  const all = (name: string) =>
    root.headers.filter(({ key }) => key === name).map(({ value }) => repairText(decodeWords(value)).trim());
  return {
    all,
    first: (name) => all(name).find((value) => value !== '') ?? null,
    raw: (name) => root.headers.find(({ key }) => key === name)?.value ?? null,
    mediaType: root.contentType.parsed.value,
    text,
    enclosures: reader.enclosures,
  };
}

interface Reader {
  readonly enclosures: Enclosure[];
  /** Looking for a lost boundary reads the part anew, so a letter made of nothing else must not go on for ever. */
  searchesLeft: number;
}

interface Reading {
  readonly text: string | null;
  readonly fromHtml: boolean;
}
const nothing: Reading = { text: '', fromHtml: false };

async function readPart(part: Part, reader: Reader): Promise<Reading> {
  if (part.contentType.multipart === false) return readLeaf(part, reader);
  if (part.childNodes.length === 0) return readWithoutBoundary(part, reader);
  const readings: Reading[] = [];
  for (const child of part.childNodes) readings.push(await readPart(child, reader));
  return part.contentType.multipart === 'alternative' ? bestOf(readings) : joined(readings);
}

const isBlank = ({ text }: Reading) => text !== null && text.trim() === '';

/** The same words in several forms: plain text is nearest to what was typed. */
function bestOf(readings: readonly Reading[]): Reading {
  const told = readings.filter((reading) => !isBlank(reading));
  const readable = told.filter(({ text }) => text !== null);
  return readable.find(({ fromHtml }) => !fromHtml) ?? readable[0] ?? told[0] ?? nothing;
}

function joined(readings: readonly Reading[]): Reading {
  const told = readings.filter((reading) => !isBlank(reading));
  const texts = told.flatMap(({ text }) => (text === null ? [] : [text]));
  if (told.length > 0 && texts.length === 0) return { text: null, fromHtml: false };
  return { text: texts.join('\n'), fromHtml: told.some(({ fromHtml }) => fromHtml) };
}

function readLeaf(part: Part, reader: Reader): Reading {
  const bytes = new Uint8Array(part.content ?? new ArrayBuffer(0));
  const { value, params } = part.contentType.parsed;
  const disposition = part.contentDisposition.parsed;
  const name = disposition.params['filename'] ?? params['name'];
  const mediaType = value.includes('/') ? value : 'text/plain';
  const isText =
    (mediaType === 'text/plain' || mediaType === 'text/html') && disposition.value !== 'attachment' && !name;
  if (!isText) {
    if (bytes.length > 0)
      reader.enclosures.push({ mediaType, name: readableName(name), bytes, isInline: isInline(part) });
    return nothing;
  }
  const text = decodeText(bytes, params['charset'] ?? null);
  if (text === null || mediaType === 'text/html')
    return { text: text === null ? null : htmlToText(text), fromHtml: true };
  return { text: params['format']?.toLowerCase() === 'flowed' ? unflow(text) : text, fromHtml: false };
}

const isInline = (part: Part) =>
  part.contentDisposition.parsed.value === 'inline' ||
  (part.contentId !== undefined && part.contentDisposition.parsed.value !== 'attachment');

function readableName(name: string | undefined): string | null {
  if (name === undefined) return null;
  const decoded = repairText(decodeWords(name))
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim();
  return decoded === '' || decoded.includes('\ufffd') ? null : decoded;
}

/** Soft line ends of `format=flowed` (RFC 3676): a line that ends with a space goes on in the next one. */
function unflow(text: string): string {
  const pieces: string[] = [];
  let before = '';
  for (const line of text.split(/\r?\n/)) {
    const goesOn =
      before.endsWith(' ') && before !== '-- ' && !before.startsWith('>') && !line.startsWith('>');
    if (pieces.length > 0 && !goesOn) pieces.push('\n');
    pieces.push(line.replace(/^ /, ''));
    before = line;
  }
  return pieces.join('');
}

/** A multipart whose boundary is missing or wrong: the boundary is looked for in the body itself. */
async function readWithoutBoundary(part: Part, reader: Reader): Promise<Reading> {
  const body = new Uint8Array(part.content ?? new ArrayBuffer(0));
  const boundary = /^--([^\r\n]{1,200}?)[ \t]*\r?\nContent-/im.exec(
    new TextDecoder('latin1').decode(body),
  )?.[1];
  if (boundary === undefined || boundary.includes('"') || reader.searchesLeft === 0) {
    return { text: decodeText(body, part.contentType.parsed.params['charset'] ?? null), fromHtml: false };
  }
  reader.searchesLeft -= 1;
  const kind = part.contentType.multipart === false ? 'mixed' : part.contentType.multipart;
  const header = new TextEncoder().encode(`Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n`);
  const found = await readTree(Buffer.concat([header, body]));
  return found.childNodes.length === 0 ? nothing : readPart(found, reader);
}

/**
 * Headers with raw letters of a Russian code page (no MIME at all), re-encoded in UTF-8; empty lines and a
 * byte order mark before the first header are dropped.
 */
function withLegibleHeaders(raw: Uint8Array): Uint8Array {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  let start = bytes.subarray(0, 3).equals(Buffer.of(0xef, 0xbb, 0xbf)) ? 3 : 0;
  while (bytes[start] === 0x0d || bytes[start] === 0x0a) start += 1;
  const ends = [bytes.indexOf('\r\n\r\n', start), bytes.indexOf('\n\n', start)].filter(
    (index) => index !== -1,
  );
  const end = ends.length === 0 ? bytes.length : Math.min(...ends);
  const headers = bytes.subarray(start, end);
  const legible = decodeText(headers, null);
  return legible === null
    ? bytes.subarray(start)
    : Buffer.concat([Buffer.from(legible), bytes.subarray(end)]);
}
