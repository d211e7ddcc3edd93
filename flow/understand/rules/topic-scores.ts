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

/** Room to work in, reused by every text: a model judges one text at a time. */
export interface Scratch {
  turn: number;
  /** The turn in which a row was met last. */
  readonly seen: Int32Array;
  /** Rows found in the text, and the word that gave each. */
  readonly found: Int32Array;
  readonly foundBy: Int32Array;
  readonly given: Float64Array;
  /** Of all labels, before softmax. */
  readonly scores: Float64Array;
  /** The text in the space of the hidden layer, cut off at zero. */
  readonly hidden: Float64Array;
  /** Length of the text's row before it was made one. */
  length: number;
}

/** What scoring needs of a model. */
export interface ScoringModel {
  readonly parts: TopicModelParts;
  readonly table: FeatureTable;
  /** Words are shared between texts, so their rows are looked up once. */
  readonly rowsOfWord: WeakMap<Word, Int32Array>;
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
  return { parts, table, rowsOfWord: new WeakMap(), meanOutput, scratch: newScratch(parts) };
}

function newScratch({ head }: TopicModelParts): Scratch {
  const most = Math.min(MOST_FOUND, head.features);
  return {
    turn: 0,
    seen: new Int32Array(head.features),
    found: new Int32Array(most),
    foundBy: new Int32Array(most),
    given: new Float64Array(READ_WORDS),
    scores: new Float64Array(head.labels.length),
    hidden: new Float64Array(head.hidden.dims),
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
  scoreLinear(model, count);
  if (model.parts.hidden.dims > 0) scoreHidden(model, count);
  const { scores } = model.scratch;
  const { temperature } = model.parts.head;
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / temperature;
  return count;
}

function findRows(words: Words, model: ScoringModel, place: string | null): number {
  const { table, scratch } = model;
  scratch.turn += 1;
  const { turn, seen, found, foundBy } = scratch;
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
  eachFeatureOfPairs(words, (hash, first) => take(rowOf(table, hash), first));
  if (count > 0 && place !== null) take(rowOf(table, placeFeature(place)), NO_WORD);
  return count;
}

function rowsOfWord(word: Word, { rowsOfWord: known, table }: ScoringModel): Int32Array {
  const there = known.get(word);
  if (there !== undefined) return there;
  const found: number[] = [];
  eachFeatureOfWord(word, (hash) => {
    const row = rowOf(table, hash);
    if (row >= 0) found.push(row);
  });
  const rows = Int32Array.from(found);
  known.set(word, rows);
  return rows;
}

function scoreLinear({ parts, scratch }: ScoringModel, count: number): void {
  const { rarity, step, from, columns, weights, bias } = parts;
  const { scores, found } = scratch;
  let squares = 0;
  scores.fill(0);
  for (let i = 0; i < count; i += 1) {
    const row = found[i] ?? 0;
    const value = rarity[row] ?? 0;
    const factor = value * (step[row] ?? 0);
    squares += value * value;
    const last = from[row + 1] ?? 0;
    for (let at = from[row] ?? 0; at < last; at += 1) {
      const column = columns[at] ?? 0;
      scores[column] = (scores[column] ?? 0) + factor * (weights[at] ?? 0);
    }
  }
  scratch.length = Math.sqrt(squares) || 1;
  for (let k = 0; k < scores.length; k += 1) scores[k] = (scores[k] ?? 0) / scratch.length + (bias[k] ?? 0);
}

function scoreHidden({ parts, scratch }: ScoringModel, count: number): void {
  const { rarity, hidden: layer } = parts;
  const { dims, places, step, placeBias, output } = layer;
  const { hidden, found, scores, length } = scratch;
  hidden.fill(0);
  for (let i = 0; i < count; i += 1) {
    const row = found[i] ?? 0;
    if (row >= step.length) continue;
    const factor = (rarity[row] ?? 0) * (step[row] ?? 0);
    const base = row * dims;
    for (let j = 0; j < dims; j += 1) hidden[j] = (hidden[j] ?? 0) + factor * (places[base + j] ?? 0);
  }
  const scale = INPUT_SCALE / length;
  for (let j = 0; j < dims; j += 1) hidden[j] = Math.max(0, (hidden[j] ?? 0) * scale + (placeBias[j] ?? 0));
  const known = output.length / dims;
  for (let k = 0; k < known; k += 1) {
    let score = 0;
    const base = k * dims;
    for (let j = 0; j < dims; j += 1) score += (output[base + j] ?? 0) * (hidden[j] ?? 0);
    scores[k] = (scores[k] ?? 0) + score;
  }
}
