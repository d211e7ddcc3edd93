import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { acceptPhoto } from '#flow/intake/acts/accept-photo.ts';
import type { KeptFile } from '#flow/intake/queries/files.ts';
import type { App } from '#house/app.ts';
import { photoLimits } from '#house/flows/read-payload.ts';
import { keptIn } from './kept-photos.ts';
import { fields } from './pages/addresses.ts';
import type { FormFailure } from './pages/views.ts';

/** What a form brought, however it was sent and whatever became of it on the way. */
export interface ReadForm {
  /** A field that was not sent is ''. */
  readonly value: (name: keyof typeof fields) => string;
  readonly photos: readonly KeptFile[];
  /** Why photos were refused, each reason once. */
  readonly photoFailures: readonly FormFailure[];
  /** Whether any file was chosen: a browser will not give it back. */
  readonly hadFiles: boolean;
  /** The form ended too early or is no form at all; what was read before is there. */
  readonly isBroken: boolean;
}

/** Far above any honest text: what is longer is cut here and refused by its own rule. */
const LONGEST_FIELD_BYTES = 900_000;

/**
 * Reads a form: multipart with photos, or urlencoded from an old phone. Photos are taken one at a time as they arrive, and
 * what is too large or too many is read past, so the connection stays whole and the sentence reaches its author. Never
 * throws for what was sent.
 */
export async function readForm(app: App, request: FastifyRequest, mostPhotos: number): Promise<ReadForm> {
  if (!request.isMultipart()) return fromBody(request.body);
  const read: Reading = { values: new Map(), photos: [], failures: new Map(), hadFiles: false };
  let isBroken = false;
  try {
    // Files are counted here: at its own limit the parser would drop the connection with the words still on the way.
    const limits = {
      fileSize: Number.POSITIVE_INFINITY,
      files: 50,
      fields: 50,
      parts: 100,
      fieldSize: LONGEST_FIELD_BYTES,
    };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') await readFile(app, part, mostPhotos, read);
      else if (typeof part.value === 'string') read.values.set(part.fieldname, part.value);
    }
  } catch {
    isBroken = true;
    request.raw.unpipe();
    request.raw.resume();
  }
  return {
    value: (name) => read.values.get(fields[name]) ?? '',
    photos: read.photos,
    photoFailures: [...read.failures.values()],
    hadFiles: read.hadFiles,
    isBroken,
  };
}

interface Reading {
  readonly values: Map<string, string>;
  readonly photos: KeptFile[];
  readonly failures: Map<string, FormFailure>;
  hadFiles: boolean;
}

async function readFile(app: App, part: MultipartFile, mostPhotos: number, read: Reading): Promise<void> {
  const isChosen = part.filename !== undefined && part.filename !== '';
  if (isChosen) read.hadFiles = true;
  const taken = read.photos.length + keptIn(read.values.get(fields.kept) ?? '').length;
  if (part.fieldname !== fields.photos || !isChosen || taken >= mostPhotos) {
    if (isChosen) read.failures.set('too_many_files', { code: 'too_many_files', limit: mostPhotos });
    return readPast(part);
  }
  const bytes = await bytesOf(part, app.config.uploads.maxBytes);
  const accepted = await acceptPhoto(bytes, photoLimits(app), app.files);
  if (accepted.ok) read.photos.push(accepted.value);
  else read.failures.set(accepted.failure.code, accepted.failure);
  return undefined;
}

/** The bytes of a file; of one above the limit only enough to tell that it was crossed. The rest is read past. */
export async function bytesOf(part: MultipartFile, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.file) {
    if (!(chunk instanceof Buffer)) continue;
    if (size <= maxBytes) chunks.push(chunk);
    size += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function readPast(part: MultipartFile): Promise<void> {
  for await (const _ of part.file);
}

function fromBody(body: unknown): ReadForm {
  const isForm = typeof body === 'object' && body !== null;
  return {
    value: (name) => {
      const sent: unknown = isForm ? Reflect.get(body, fields[name]) : undefined;
      // The last of a name stands, as in a multipart form.
      const last: unknown = Array.isArray(sent) ? sent.at(-1) : sent;
      return typeof last === 'string' ? last : '';
    },
    photos: [],
    photoFailures: [],
    hadFiles: false,
    isBroken: !isForm && body !== undefined && body !== null,
  };
}
