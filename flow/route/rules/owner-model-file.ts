import { z } from 'zod';

/** A file of another format is refused by its name: such a model is learnt again, never converted. */
export const ownerModelFormat = 'otklik-owners-1';

/** What a file of an owners' model says of itself, before the classifier it carries. No word of a resident is in it. */
const ownerModelHead = z.object({
  format: z.literal(ownerModelFormat),
  version: z.string(),
  trainedOn: z.string(),
  /** Bodies the past names. */
  owners: z.array(z.object({ key: z.string(), name: z.string() })).min(1),
  /** A topic in a place, past cases of it, and how many ended at which body (by its number in `owners`). */
  past: z.array(z.tuple([z.string(), z.int(), z.array(z.tuple([z.int(), z.int()]))])),
});
export type OwnerModelHead = z.infer<typeof ownerModelHead>;

const MAGIC = 0x4f574e31;
const PREFIX = 8;

/** One file: magic, length of the head, head in ASCII JSON, then the file of the classifier. */
export function writeOwnerModel(head: OwnerModelHead, classifier: Uint8Array): Uint8Array {
  const json = JSON.stringify(head).replace(/[\u0080-\uffff]/g, escapeUnit);
  const bytes = new Uint8Array(PREFIX + json.length + classifier.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  for (let i = 0; i < json.length; i += 1) bytes[PREFIX + i] = json.charCodeAt(i);
  bytes.set(classifier, PREFIX + json.length);
  return bytes;
}

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The head of a file and the file of the classifier in it. Throws on a file that is not an owners' model of this format. */
export function readOwnerModelParts(buffer: ArrayBuffer): {
  readonly head: OwnerModelHead;
  readonly classifier: ArrayBuffer;
} {
  const view = new DataView(buffer);
  if (buffer.byteLength < PREFIX || view.getUint32(0, true) !== MAGIC)
    throw new Error('Not a model of owners');
  const length = view.getUint32(4, true);
  if (length > buffer.byteLength - PREFIX) throw new Error('A model of owners cut short');
  let json = '';
  for (const unit of new Uint8Array(buffer, PREFIX, length)) json += String.fromCharCode(unit);
  return { head: ownerModelHead.parse(JSON.parse(json)), classifier: buffer.slice(PREFIX + length) };
}
