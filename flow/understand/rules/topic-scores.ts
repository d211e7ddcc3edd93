import { indexHashes, rowOf } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { eachFeatureOfPairs, eachFeatureOfWord, placeFeature, READ_WORDS } from './topic-features.ts';
import type { TopicModelParts } from './topic-model-file.ts';
import type { Word, Words } from './words.ts';

/** The hidden layer reads rows that are this long: it learns faster from them than from rows of length one. */
export const INPUT_SCALE = 4;
/** The word of a feature that no word gave. */
export const NO_WORD = -1;
/** Each row counts once, so there are never more found than the text could give. */
const MOST_FOUND = READ_WORDS * 130;

/** What one word adds to any text it stands in. */
interface WordPart {
  readonly rows: Int32Array;
  /** What its rows add to the scores of all labels, then to the text's place in the hidden space. */
  readonly sums: Float32Array;
  /** The text it was met in last. */
  turn: number;
}

/** Room to work in, reused by every text: a model judges one text at a time. */
export interface Scratch {
  turn: number;
  /** The turn in which a row was met last. */
  readonly seen: Int32Array;
  /** Rows found in the text, and the word that gave each. */
  readonly found: Int32Array;
  readonly foundBy: Int32Array;
  readonly given: Float64Array;
  /** How many rows, the first ones, words gave by themselves; pairs of words gave the others. */
  ofWords: number;
  /** `scores`, then `hidden`; the other is for one word. */
  readonly sums: Float64Array;
  readonly ofOneWord: Float64Array;
  /** Of all labels, before softmax. */
  readonly scores: Float64Array;
  /** The text in the space of the hidden layer, cut off at zero. */
  readonly hidden: Float64Array;
  /** Dims of it that are above zero. */
  readonly live: Int32Array;
  /** Length of the text's row before it was made one. */
  length: number;
}

/** What scoring needs of a model. */
export interface ScoringModel {
  readonly parts: TopicModelParts;
  readonly table: FeatureTable;
  /** Words are shared between texts, so what they add is found once. */
  readonly known: { ofWords: WeakMap<Word, WordPart>; count: number };
  /** What the hidden layer says for a label on average. */
  readonly meanOutput: Float64Array;
  readonly scratch: Scratch;
}

/** A model's parts made ready for scoring. */
export function readyToScore(parts: TopicModelParts): ScoringModel {
  const { dims, output } = parts.hidden;
  const meanOutput = new Float64Array(dims);
  output.forEach(
    (one, i) => (meanOutput[i % dims] = (meanOutput[i % dims] ?? 0) + (one * dims) / output.length),
  );
  const table = indexHashes(parts.hashes);
  return {
    parts,
    table,
    known: { ofWords: new WeakMap(), count: 0 },
    meanOutput,
    scratch: newScratch(parts),
  };
}

function newScratch({ head }: TopicModelParts): Scratch {
  const most = Math.min(MOST_FOUND, head.features);
  const width = head.labels.length;
  const sums = new Float64Array(width + head.hidden.dims);
  return {
    turn: 0,
    seen: new Int32Array(head.features),
    found: new Int32Array(most),
    foundBy: new Int32Array(most),
    given: new Float64Array(READ_WORDS),
    ofWords: 0,
    sums,
    ofOneWord: new Float64Array(sums.length),
    scores: sums.subarray(0, width),
    hidden: sums.subarray(width),
    live: new Int32Array(head.hidden.dims),
    length: 1,
  };
}

/**
 * Fills the scratch: rows of the text, its place in the hidden space, scores of all labels.
 *
 * @returns how many rows were found; with none, scores mean nothing
 */
export function scoreText(words: Words, model: ScoringModel, place: string | null): number {
  const count = findRows(words, model, place);
  if (count === 0) return 0;
  const { parts, scratch } = model;
  const { scores, found } = scratch;
  let squares = 0;
  for (let i = 0; i < count; i += 1) squares += (parts.rarity[found[i] ?? 0] ?? 0) ** 2;
  scratch.length = Math.sqrt(squares) || 1;
  for (let k = 0; k < scores.length; k += 1)
    scores[k] = (scores[k] ?? 0) / scratch.length + (parts.bias[k] ?? 0);
  if (parts.hidden.dims > 0) scoreHidden(model);
  const { temperature } = parts.head;
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / temperature;
  return count;
}

/** Gathers the rows of a text, each once, and their sums: those of a word at once, what a row adds twice is taken back. */
function findRows(words: Words, model: ScoringModel, place: string | null): number {
  const { table, scratch, parts } = model;
  scratch.turn += 1;
  scratch.sums.fill(0);
  const { turn, seen, found, foundBy, sums } = scratch;
  let count = 0;
  const take = (row: number, word: number): boolean => {
    if (seen[row] === turn) return false;
    seen[row] = turn;
    found[count] = row;
    foundBy[count] = word;
    count += 1;
    return true;
  };
  const last = Math.min(words.list.length, READ_WORDS);
  for (let i = 0; i < last; i += 1) {
    const word = words.list[i];
    if (word === undefined) continue;
    const part = partOfWord(word, model);
    if (part.turn === turn) continue;
    part.turn = turn;
    for (let j = 0; j < sums.length; j += 1) sums[j] = (sums[j] ?? 0) + (part.sums[j] ?? 0);
    for (let k = 0; k < part.rows.length; k += 1) {
      const row = part.rows[k] ?? 0;
      if (!take(row, i)) addRow(parts, row, -1, sums);
    }
  }
  scratch.ofWords = count;
  const takeFurther = (hash: number, word: number): void => {
    const row = rowOf(table, hash);
    if (row >= 0 && take(row, word)) addRow(parts, row, 1, sums);
  };
  eachFeatureOfPairs(words, takeFurther);
  if (count > 0 && place !== null) takeFurther(placeFeature(place), NO_WORD);
  return count;
}

/** Words whose parts are kept: some 1.5 kB each. */
const KEPT_WORDS = 40_000;

/** What a word adds. */
export function partOfWord(word: Word, { known, table, parts, scratch }: ScoringModel): WordPart {
  const there = known.ofWords.get(word);
  if (there !== undefined) return there;
  const rows: number[] = [];
  const sums = scratch.ofOneWord.fill(0);
  eachFeatureOfWord(word, (hash) => {
    const row = rowOf(table, hash);
    if (row < 0 || rows.includes(row)) return;
    rows.push(row);
    addRow(parts, row, 1, sums);
  });
  const part = { rows: Int32Array.from(rows), sums: new Float32Array(sums), turn: 0 };
  // Emptied at once when full: a part is the same however often it is found, and memory stays bounded.
  if (known.count >= KEPT_WORDS) [known.ofWords, known.count] = [new WeakMap(), 0];
  known.ofWords.set(word, part);
  known.count += 1;
  return part;
}

/** Adds, or with −1 takes back, what one row gives to the scores and to the place of a text. */
function addRow(parts: TopicModelParts, row: number, sign: 1 | -1, sums: Float64Array): void {
  const { rarity, step, from, columns, weights, hidden } = parts;
  const value = sign * (rarity[row] ?? 0);
  const factor = value * (step[row] ?? 0);
  const last = from[row + 1] ?? 0;
  for (let at = from[row] ?? 0; at < last; at += 1) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + factor * (weights[at] ?? 0);
  }
  const { dims, places, step: steps } = hidden;
  if (row >= steps.length) return;
  const scale = value * (steps[row] ?? 0);
  const to = sums.length - dims;
  for (let j = 0; j < dims; j += 1)
    sums[to + j] = (sums[to + j] ?? 0) + scale * (places[row * dims + j] ?? 0);
}

function scoreHidden({ parts, scratch }: ScoringModel): void {
  const { dims, placeBias, output } = parts.hidden;
  const { hidden, live, scores, length } = scratch;
  const scale = INPUT_SCALE / length;
  let liveCount = 0;
  for (let j = 0; j < dims; j += 1) {
    hidden[j] = Math.max(0, (hidden[j] ?? 0) * scale + (placeBias[j] ?? 0));
    if (hidden[j] === 0) continue;
    live[liveCount] = j;
    liveCount += 1;
  }
  const known = output.length / dims;
  for (let k = 0; k < known; k += 1) {
    let score = 0;
    const base = k * dims;
    for (let i = 0; i < liveCount; i += 1) {
      const j = live[i] ?? 0;
      score += (output[base + j] ?? 0) * (hidden[j] ?? 0);
    }
    scores[k] = (scores[k] ?? 0) + score;
  }
}
