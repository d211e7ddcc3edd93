import { z } from 'zod';

import { eachTopicFeature, READ_WORDS } from './topic-features.ts';
import type { Words } from './words.ts';

/** What a model file says of itself, before its weights. */
export const topicModelHead = z.object({
  format: z.literal('otklik-topics-1'),
  /** Kept with every judgement: the training date and a hash of the weights. */
  version: z.string(),
  trainedOn: z.string(),
  /** Codes of topics, in the order of the columns of weights. */
  topics: z.array(z.string()).min(2),
  features: z.int().positive(),
  /** Scores are divided by it before softmax, so that confidence means the share of right answers. */
  temperature: z.number().positive(),
  /** From this confidence up precision on the messages kept aside is at least `actsAlonePrecision`; above 1 — never. */
  actsAloneFrom: z.number(),
  actsAlonePrecision: z.number(),
  /** Messages learnt from, by source. */
  learntFrom: z.record(z.string(), z.int()),
  /** Figures measured at training, on messages kept aside. */
  measured: z.record(z.string(), z.number()),
});
export type TopicModelHead = z.infer<typeof topicModelHead>;

export interface TopicModel {
  readonly head: TopicModelHead;
  readonly bias: Float32Array;
  /** Open-addressing table: hash of a feature → its row + 1. */
  readonly slots: Uint32Array;
  readonly rows: Int32Array;
  readonly mask: number;
  /** Weight of a feature in a text (rarer weighs more). */
  readonly rarity: Float32Array;
  /** What one step of the row's 8-bit weights is worth. */
  readonly step: Float32Array;
  readonly weights: Int8Array;
  /** Scratch of one classification, reused: marks of features seen in this text. */
  readonly seen: Int32Array;
  readonly scratch: { turn: number; readonly found: Int32Array; readonly foundBy: Int32Array; readonly scores: Float64Array };
}

export interface TopicGuess {
  readonly topic: string;
  /** 0…1, calibrated: of guesses with 0.8 four of five are right. */
  readonly confidence: number;
}

export interface TopicJudgement {
  /** Best first, at most three; empty when the text has no known word. */
  readonly topics: readonly TopicGuess[];
  /** The words of the text, as written, that spoke most for the first topic. */
  readonly decidingWords: readonly string[];
}

const MAGIC = 0x544b544f;
const MOST_FEATURES = READ_WORDS * 128;

/** Parts of a model as they are laid in a file. */
export interface TopicModelParts {
  readonly head: TopicModelHead;
  readonly bias: Float32Array;
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
  readonly step: Float32Array;
  readonly weights: Int8Array;
}

/**
 * One file: magic, length of the head, head in ASCII JSON padded to 4 bytes, then bias, hashes,
 * rarity, step (32-bit each, little-endian) and 8-bit weights row by row.
 */
export function writeTopicModel(parts: TopicModelParts): Uint8Array {
  const json = JSON.stringify(parts.head).replace(/[\u0080-\uffff]/g, escapeUnit);
  const head = json.padEnd(Math.ceil(json.length / 4) * 4, ' ');
  const columns = [parts.bias, parts.hashes, parts.rarity, parts.step, parts.weights];
  const bytes = new Uint8Array(columns.reduce((sum, column) => sum + column.byteLength, 8 + head.length));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, head.length, true);
  for (let i = 0; i < head.length; i += 1) bytes[8 + i] = head.charCodeAt(i);
  let at = 8 + head.length;
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A model from the bytes of its file. Throws on a file that is not a model: a broken installation, not a case of work. */
export function readTopicModel(buffer: ArrayBuffer): TopicModel {
  const view = new DataView(buffer);
  if (buffer.byteLength < 16 || view.getUint32(0, true) !== MAGIC) throw new Error('Not a topic model');
  const length = view.getUint32(4, true);
  let json = '';
  for (const unit of new Uint8Array(buffer, 8, length)) json += String.fromCharCode(unit);
  const head = topicModelHead.parse(JSON.parse(json));
  const count = head.features;
  const width = head.topics.length;
  const wanted = 8 + length + width * 4 + count * 12 + count * width;
  if (buffer.byteLength !== wanted) throw new Error(`A topic model of ${wanted} bytes has ${buffer.byteLength}`);
  let at = 8 + length;
  const bias = new Float32Array(buffer, at, width);
  at += width * 4;
  const hashes = new Uint32Array(buffer, at, count);
  at += count * 4;
  const rarity = new Float32Array(buffer, at, count);
  at += count * 4;
  const step = new Float32Array(buffer, at, count);
  at += count * 4;
  const weights = new Int8Array(buffer, at, count * width);
  const { slots, rows, mask } = indexHashes(hashes);
  const scratch = {
    turn: 0,
    found: new Int32Array(MOST_FEATURES),
    foundBy: new Int32Array(MOST_FEATURES),
    scores: new Float64Array(width),
  };
  return { head, bias, slots, rows, mask, rarity, step, weights, seen: new Int32Array(count), scratch };
}

function indexHashes(hashes: Uint32Array): { slots: Uint32Array; rows: Int32Array; mask: number } {
  let size = 1024;
  while (size < hashes.length * 2.5) size *= 2;
  const mask = size - 1;
  const slots = new Uint32Array(size);
  const rows = new Int32Array(size);
  for (let row = 0; row < hashes.length; row += 1) {
    const hash = hashes[row] ?? 0;
    let slot = spread(hash) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = hash;
    rows[slot] = row + 1;
  }
  return { slots, rows, mask };
}

const spread = (hash: number): number => hash ^ (hash >>> 15);

/** The topic of a text: three best guesses with calibrated confidence and the words that decided. */
export function classifyTopic(words: Words, model: TopicModel): TopicJudgement {
  const count = findFeatures(words, model);
  if (count === 0) return { topics: [], decidingWords: [] };
  const norm = score(model, count);
  const topics = bestThree(model);
  const first = topics[0];
  return {
    topics: topics.map(({ index, confidence }) => ({ topic: model.head.topics[index] ?? '', confidence })),
    decidingWords: first === undefined ? [] : decidingWords(words, model, count, first.index, norm),
  };
}

function findFeatures(words: Words, model: TopicModel): number {
  const { slots, rows, mask, seen, scratch } = model;
  scratch.turn += 1;
  const { turn, found, foundBy } = scratch;
  let count = 0;
  eachTopicFeature(words, (hash, word) => {
    let slot = spread(hash) & mask;
    for (let there = slots[slot]; there !== 0; there = slots[slot]) {
      if (there === hash) {
        const row = (rows[slot] ?? 1) - 1;
        if (seen[row] !== turn && count < MOST_FEATURES) {
          seen[row] = turn;
          found[count] = row;
          foundBy[count] = word;
          count += 1;
        }
        return;
      }
      slot = (slot + 1) & mask;
    }
  });
  return count;
}

/** Fills the scratch scores; the result is the length of the text's vector. */
function score(model: TopicModel, count: number): number {
  const { rarity, step, weights, bias, scratch } = model;
  const { found, scores } = scratch;
  const width = scores.length;
  let squares = 0;
  scores.fill(0);
  for (let i = 0; i < count; i += 1) {
    const row = found[i] ?? 0;
    const value = rarity[row] ?? 0;
    squares += value * value;
    const factor = value * (step[row] ?? 0);
    const from = row * width;
    for (let k = 0; k < width; k += 1) scores[k] = (scores[k] ?? 0) + factor * (weights[from + k] ?? 0);
  }
  const norm = Math.sqrt(squares) || 1;
  for (let k = 0; k < width; k += 1) scores[k] = ((scores[k] ?? 0) / norm + (bias[k] ?? 0)) / model.head.temperature;
  return norm;
}

function bestThree(model: TopicModel): { index: number; confidence: number }[] {
  const { scores } = model.scratch;
  let best = -1;
  let second = -1;
  let third = -1;
  const at = (index: number): number => (index < 0 ? -Infinity : (scores[index] ?? -Infinity));
  for (let k = 0; k < scores.length; k += 1) {
    if (at(k) > at(best)) [best, second, third] = [k, best, second];
    else if (at(k) > at(second)) [second, third] = [k, second];
    else if (at(k) > at(third)) third = k;
  }
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) sum += Math.exp(at(k) - at(best));
  return [best, second, third]
    .filter((index) => index >= 0)
    .map((index) => ({ index, confidence: Math.exp(at(index) - at(best)) / sum }));
}

/** Up to four words whose features gave most to the topic, in the order of the text. */
function decidingWords(words: Words, model: TopicModel, count: number, topic: number, norm: number): string[] {
  const { rarity, step, weights, scratch } = model;
  const width = scratch.scores.length;
  const given = new Map<number, number>();
  for (let i = 0; i < count; i += 1) {
    const row = scratch.found[i] ?? 0;
    const word = scratch.foundBy[i] ?? 0;
    const part = ((rarity[row] ?? 0) * (step[row] ?? 0) * (weights[row * width + topic] ?? 0)) / norm;
    given.set(word, (given.get(word) ?? 0) + part);
  }
  const ranked = [...given].filter(([word, part]) => part > 0 && (words.list[word]?.text.length ?? 0) > 1);
  ranked.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const chosen = ranked.slice(0, 4).filter(([, part]) => part >= (ranked[0]?.[1] ?? 0) * 0.2);
  const shown = chosen.map(([word]) => word).sort((a, b) => a - b);
  return [...new Set(shown.map((word) => words.text.slice(words.starts[word], words.ends[word])))];
}
