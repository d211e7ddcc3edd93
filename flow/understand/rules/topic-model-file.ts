import { z } from 'zod';

/**
 * The format this version writes and reads. A file of another one is refused by its name: such a model
 * is trained again, never converted.
 */
export const topicModelFormat = 'otklik-classifier-2';

/** What a model file says of itself, before its weights. */
export const topicModelHead = z.object({
  format: z.literal(topicModelFormat),
  /** Kept with every judgement: the training date and a hash of the weights. */
  version: z.string(),
  trainedOn: z.string(),
  /** What it tells apart: codes of topics, names of bodies; weights name them by their place in this list. */
  labels: z.array(z.string()).min(1).max(65_535),
  features: z.int().nonnegative(),
  /** Weights that are not zero. */
  weights: z.int().nonnegative(),
  /** The hidden layer: it knows the first so many features and labels; nothing at all where `dims` is 0. */
  hidden: z.object({
    dims: z.int().nonnegative(),
    features: z.int().nonnegative(),
    labels: z.int().nonnegative(),
  }),
  /** Scores are divided by it before softmax, so that confidence means the share of right answers. */
  temperature: z.number().positive(),
  /** From this confidence up precision on texts not learnt from is at least `actsAlonePrecision`; above 1 — never. */
  actsAloneFrom: z.number(),
  actsAlonePrecision: z.number(),
  /** Texts learnt from, by source. */
  learntFrom: z.record(z.string(), z.int()),
  /** Figures measured at training, on texts not learnt from. */
  measured: z.record(z.string(), z.number()),
});
export type TopicModelHead = z.infer<typeof topicModelHead>;

/** Parts of a model as they are laid in a file. No word is in it, only hashes of features. */
export interface TopicModelParts {
  readonly head: TopicModelHead;
  /** Of every label. */
  readonly bias: Float32Array;
  /** Of every feature. */
  readonly hashes: Uint32Array;
  /** How much a feature counts in a text: rarer ones more. */
  readonly rarity: Float32Array;
  /** What one step of a feature's 8-bit weights is worth. */
  readonly step: Float32Array;
  /** Where the weights of a feature begin; one more than there are features. */
  readonly from: Uint32Array;
  /** Label of every weight. */
  readonly columns: Uint16Array;
  readonly weights: Int8Array;
  readonly hidden: HiddenParts;
}

/**
 * A small network beside the linear weights: every feature has a place in a space of `dims`, a text is the
 * sum of its features there, what is below zero is cut off, and labels are read from the rest.
 */
export interface HiddenParts {
  readonly dims: number;
  /** What one step of a feature's 8-bit place is worth. */
  readonly step: Float32Array;
  /** `dims` numbers of every feature. */
  readonly places: Int8Array;
  readonly placeBias: Float32Array;
  /** `dims` numbers of every label. */
  readonly output: Float32Array;
}

const MAGIC = 0x544b544f;

/**
 * One file: magic, length of the head, head in ASCII JSON padded to 4 bytes, then bias, hashes,
 * rarity, step, from, of the hidden layer step, placeBias and output (32-bit each, little-endian), columns
 * (16-bit), weights and places (8-bit).
 */
export function writeTopicModel(parts: TopicModelParts): Uint8Array {
  const json = JSON.stringify(parts.head).replace(/[\u0080-\uffff]/g, escapeUnit);
  const head = json.padEnd(Math.ceil(json.length / 4) * 4, ' ');
  const sections = [
    parts.bias,
    parts.hashes,
    parts.rarity,
    parts.step,
    parts.from,
    parts.hidden.step,
    parts.hidden.placeBias,
    parts.hidden.output,
    parts.columns,
    parts.weights,
    parts.hidden.places,
  ];
  const bytes = new Uint8Array(sections.reduce((sum, section) => sum + section.byteLength, 8 + head.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, head.length, true);
  for (let i = 0; i < head.length; i += 1) bytes[8 + i] = head.charCodeAt(i);
  let at = 8 + head.length;
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += section.byteLength;
  }
  return bytes;
}

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The head alone, cheaply: which format, version and labels a stored model has.
 *
 * @throws on bytes that are not a model of this format, with a sentence that says which format they are
 */
export function readTopicModelHead(buffer: ArrayBuffer): { head: TopicModelHead; bodyFrom: number } {
  const view = new DataView(buffer);
  if (buffer.byteLength < 16 || view.getUint32(0, true) !== MAGIC) throw new Error('Not a topic model');
  const length = view.getUint32(4, true);
  if (length > buffer.byteLength - 8) throw new Error('A topic model cut short');
  let json = '';
  for (const unit of new Uint8Array(buffer, 8, length)) json += String.fromCharCode(unit);
  const written = formatOnly.parse(JSON.parse(json));
  if (written.format !== topicModelFormat)
    throw new Error(
      `A topic model of the format ${written.format}; this version reads ${topicModelFormat}: train it again`,
    );
  return { head: topicModelHead.parse(written), bodyFrom: 8 + length };
}

const formatOnly = z.looseObject({ format: z.string() });

/** The parts of a model file. Throws on a file that is not one: a broken installation, not a case of work. */
export function readTopicModelParts(buffer: ArrayBuffer): TopicModelParts {
  const { head, bodyFrom } = readTopicModelHead(buffer);
  const { features: count, labels, weights: total, hidden } = head;
  const floats = labels.length + count * 4 + 1 + hidden.features + hidden.dims * (1 + hidden.labels);
  const wanted = bodyFrom + floats * 4 + total * 3 + hidden.features * hidden.dims;
  if (buffer.byteLength !== wanted)
    throw new Error(`A topic model of ${wanted} bytes has ${buffer.byteLength}`);
  let at = bodyFrom;
  const next = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  const numbers = (length: number): Float32Array => new Float32Array(buffer, next(length * 4), length);
  const whole = (length: number): Uint32Array => new Uint32Array(buffer, next(length * 4), length);
  const bias = numbers(labels.length);
  const hashes = whole(count);
  const rarity = numbers(count);
  const step = numbers(count);
  const from = whole(count + 1);
  const layer = {
    dims: hidden.dims,
    step: numbers(hidden.features),
    placeBias: numbers(hidden.dims),
    output: numbers(hidden.labels * hidden.dims),
  };
  const columns = new Uint16Array(buffer, next(total * 2), total);
  const weights = new Int8Array(buffer, next(total), total);
  const places = new Int8Array(buffer, next(hidden.features * hidden.dims), hidden.features * hidden.dims);
  return { head, bias, hashes, rarity, step, from, columns, weights, hidden: { ...layer, places } };
}
