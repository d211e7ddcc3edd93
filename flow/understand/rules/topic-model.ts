import { eachFeatureOfPairs, eachFeatureOfWord, placeFeature, READ_WORDS } from './topic-features.ts';
import { readTopicModelParts } from './topic-model-file.ts';
import type { TopicModelHead, TopicModelParts } from './topic-model-file.ts';
import type { Word, Words } from './words.ts';

export interface TopicModel {
  readonly head: TopicModelHead;
  /** What it tells apart, in the order of `scoreLabels`: those of its file, then the added ones. */
  readonly labels: readonly string[];
  readonly parts: TopicModelParts;
  /** Open-addressing table: hash of a feature → its row + 1. */
  readonly slots: Uint32Array;
  readonly rows: Int32Array;
  readonly mask: number;
  /** Words are shared between texts, so their rows are looked up once. */
  readonly rowsOfWord: WeakMap<Word, Int32Array>;
  /** Reused by every classification: marks of the rows seen in this text, rows found, their words, scores. */
  readonly seen: Int32Array;
  readonly scratch: {
    turn: number;
    readonly found: Int32Array;
    readonly foundBy: Int32Array;
    readonly given: Float64Array;
    readonly scores: Float64Array;
  };
}

export interface TopicGuess {
  readonly topic: string;
  /** 0…1, calibrated: of guesses with 0.8 four of five are right. */
  readonly confidence: number;
}

/** What is known of a text besides its words. A model that learnt without places does not look at them. */
export interface TextContext {
  /** District or municipality, as the texts learnt from named it. */
  readonly place: string | null;
  readonly at: Date | null;
}

export interface TopicJudgement {
  /** Best first, at most three; empty when the text has no known word. */
  readonly topics: readonly TopicGuess[];
  /** Whether the first is sure enough to be acted on without a person; never for a topic added later. */
  readonly isSure: boolean;
  /** The words of the text, as written, that spoke most for the first topic. */
  readonly decidingWords: readonly string[];
}

/** The word of a feature that no word gave. */
const NO_WORD = -1;

/** Each row counts once, so there are never more found than the text could give. */
const MOST_FOUND = READ_WORDS * 130;

/** A model from the bytes of its file, ready for use. Throws on a file that is not a model. */
export function readTopicModel(buffer: ArrayBuffer): TopicModel {
  const parts = readTopicModelParts(buffer);
  const { head, hashes } = parts;
  const scratch = {
    turn: 0,
    found: new Int32Array(Math.min(MOST_FOUND, head.features)),
    foundBy: new Int32Array(Math.min(MOST_FOUND, head.features)),
    given: new Float64Array(READ_WORDS),
    scores: new Float64Array(head.labels.length),
  };
  return {
    head,
    labels: head.labels,
    parts,
    ...indexHashes(hashes),
    rowsOfWord: new WeakMap(),
    seen: new Int32Array(head.features),
    scratch,
  };
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

/** Row of a feature, −1 if the model does not know it. */
function rowOf({ slots, rows, mask }: TopicModel, hash: number): number {
  let slot = spread(hash) & mask;
  for (let there = slots[slot]; there !== 0; there = slots[slot]) {
    if (there === hash) return (rows[slot] ?? 0) - 1;
    slot = (slot + 1) & mask;
  }
  return -1;
}

function rowsOfWord(word: Word, model: TopicModel): Int32Array {
  const known = model.rowsOfWord.get(word);
  if (known !== undefined) return known;
  const found: number[] = [];
  eachFeatureOfWord(word, (hash) => {
    const row = rowOf(model, hash);
    if (row >= 0) found.push(row);
  });
  const rows = Int32Array.from(found);
  model.rowsOfWord.set(word, rows);
  return rows;
}

const nowhere: TextContext = { place: null, at: null };

/**
 * The label of a text: three best guesses with calibrated confidence and the words that decided.
 *
 * @param context helps where the model learnt with places; without it the words alone decide
 */
export function classifyTopic(
  words: Words,
  model: TopicModel,
  context: TextContext = nowhere,
): TopicJudgement {
  const count = findRows(words, model, context);
  if (count === 0) return { topics: [], isSure: false, decidingWords: [] };
  score(model, count);
  const topics = bestThree(model);
  const first = topics[0];
  return {
    topics: topics.map(({ index, confidence }) => ({ topic: model.labels[index] ?? '', confidence })),
    isSure: first !== undefined && first.confidence >= model.head.actsAloneFrom,
    decidingWords: first === undefined ? [] : decidingWords(words, model, count, first.index),
  };
}

/**
 * Probabilities of all labels of a text, in the order of `model.labels`, their sum is 1; `null` when the
 * text has nothing the model knows. A new array each time.
 */
export function scoreLabels(
  words: Words,
  model: TopicModel,
  context: TextContext = nowhere,
): Float64Array | null {
  const count = findRows(words, model, context);
  if (count === 0) return null;
  score(model, count);
  const { scores } = model.scratch;
  const top = scores.reduce((most, one) => Math.max(most, one), -Infinity);
  const powers = scores.map((one) => Math.exp(one - top));
  const sum = powers.reduce((total, one) => total + one, 0);
  return powers.map((one) => one / sum);
}

/** Fills the scratch scores of all topics from the rows found. */
function score({ parts, scratch, head }: TopicModel, found: number): void {
  const { rarity, step, from, columns, weights, bias } = parts;
  const { scores } = scratch;
  let squares = 0;
  scores.fill(0);
  for (let i = 0; i < found; i += 1) {
    const row = scratch.found[i] ?? 0;
    const value = rarity[row] ?? 0;
    const factor = value * (step[row] ?? 0);
    squares += value * value;
    const last = from[row + 1] ?? 0;
    for (let at = from[row] ?? 0; at < last; at += 1) {
      const column = columns[at] ?? 0;
      scores[column] = (scores[column] ?? 0) + factor * (weights[at] ?? 0);
    }
  }
  const length = Math.sqrt(squares) || 1;
  for (let k = 0; k < scores.length; k += 1)
    scores[k] = ((scores[k] ?? 0) / length + (bias[k] ?? 0)) / head.temperature;
}

function findRows(words: Words, model: TopicModel, { place }: TextContext): number {
  const { seen, scratch } = model;
  scratch.turn += 1;
  const { turn, found, foundBy } = scratch;
  let count = 0;
  const take = (row: number, word: number): void => {
    if (row < 0 || seen[row] === turn) return;
    seen[row] = turn;
    found[count] = row;
    foundBy[count] = word;
    count += 1;
  };
  const last = Math.min(words.list.length, READ_WORDS);
  for (let i = 0; i < last; i += 1) {
    const word = words.list[i];
    if (word === undefined) continue;
    const rows = rowsOfWord(word, model);
    for (let k = 0; k < rows.length; k += 1) take(rows[k] ?? -1, i);
  }
  eachFeatureOfPairs(words, (hash, first) => take(rowOf(model, hash), first));
  if (count > 0 && place !== null) take(rowOf(model, placeFeature(place)), NO_WORD);
  return count;
}

function bestThree(model: TopicModel): { index: number; confidence: number }[] {
  const { scores } = model.scratch;
  let best = 0;
  for (let k = 1; k < scores.length; k += 1) if ((scores[k] ?? 0) > (scores[best] ?? 0)) best = k;
  const second = bestBut(scores, best, best);
  const third = bestBut(scores, best, second);
  const top = scores[best] ?? 0;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) sum += Math.exp((scores[k] ?? 0) - top);
  return [best, second, third]
    .filter((index) => index >= 0)
    .map((index) => ({ index, confidence: Math.exp((scores[index] ?? 0) - top) / sum }));
}

function bestBut(scores: Float64Array, one: number, two: number): number {
  let best = -1;
  for (let k = 0; k < scores.length; k += 1) {
    if (k !== one && k !== two && (best < 0 || (scores[k] ?? 0) > (scores[best] ?? 0))) best = k;
  }
  return best;
}

/** Up to four words whose features gave most to the topic, in the order of the text. */
function decidingWords(words: Words, model: TopicModel, count: number, topic: number): string[] {
  const { parts, scratch } = model;
  const given = scratch.given.fill(0);
  for (let i = 0; i < count; i += 1) {
    const row = scratch.found[i] ?? 0;
    const word = scratch.foundBy[i] ?? 0;
    if (word === NO_WORD) continue;
    const steps = weightOf(parts, row, topic);
    if (steps !== 0)
      given[word] = (given[word] ?? 0) + (parts.rarity[row] ?? 0) * (parts.step[row] ?? 0) * steps;
  }
  const ranked: [number, number][] = [];
  given.forEach((part, word) => {
    if (part > 0 && (words.list[word]?.text.length ?? 0) > 1) ranked.push([word, part]);
  });
  ranked.sort((x, y) => y[1] - x[1] || x[0] - y[0]);
  const chosen = ranked.slice(0, 4).filter(([, part]) => part >= (ranked[0]?.[1] ?? 0) * 0.2);
  const shown = chosen.map(([word]) => word).sort((a, b) => a - b);
  return [...new Set(shown.map((word) => words.text.slice(words.starts[word], words.ends[word])))];
}

/** Weight of a row for one topic; columns of a row ascend. */
function weightOf({ from, columns, weights }: TopicModelParts, row: number, topic: number): number {
  let low = from[row] ?? 0;
  let high = (from[row + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const column = columns[middle] ?? 0;
    if (column === topic) return weights[middle] ?? 0;
    if (column < topic) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}
