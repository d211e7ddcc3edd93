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
}

const MAGIC = 0x544b544f;

/**
 * One file: magic, length of the head, head in ASCII JSON padded to 4 bytes, then bias, hashes,
 * rarity, step, from (32-bit each, little-endian), columns (16-bit) and weights (8-bit).
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
    parts.columns,
    parts.weights,
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
  const { features: count, labels, weights: total } = head;
  const wanted = bodyFrom + labels.length * 4 + count * 16 + 4 + total * 3;
  if (buffer.byteLength !== wanted)
    throw new Error(`A topic model of ${wanted} bytes has ${buffer.byteLength}`);
  let at = bodyFrom;
  const next = (bytes: number): number => {
    at += bytes;
    return at - bytes;
  };
  return {
    head,
    bias: new Float32Array(buffer, next(labels.length * 4), labels.length),
    hashes: new Uint32Array(buffer, next(count * 4), count),
    rarity: new Float32Array(buffer, next(count * 4), count),
    step: new Float32Array(buffer, next(count * 4), count),
    from: new Uint32Array(buffer, next(count * 4 + 4), count + 1),
    columns: new Uint16Array(buffer, next(total * 2), total),
    weights: new Int8Array(buffer, next(total), total),
  };
}
