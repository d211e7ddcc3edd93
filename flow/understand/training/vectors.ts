import { eachTopicFeature } from '../rules/topic-features.ts';
import type { Words } from '../rules/words.ts';
import type { SparseRows } from './softmax.ts';

/** What features are taken from. */
export interface PlacedText {
  readonly words: Words;
  readonly place: string | null;
}

/** The features a model knows: hash → column, and the weight of each in a text. */
export interface Vocabulary {
  readonly columns: ReadonlyMap<number, number>;
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
}

/** Features met in at least `leastTexts` texts; weight = 1 + ln(texts / texts with it). */
export function buildVocabulary(texts: readonly PlacedText[], leastTexts: number): Vocabulary {
  const met = new Map<number, number>();
  for (const text of texts) {
    for (const hash of distinctFeatures(text)) met.set(hash, (met.get(hash) ?? 0) + 1);
  }
  const kept = [...met].filter(([, count]) => count >= leastTexts).sort((a, b) => a[0] - b[0]);
  return {
    columns: new Map(kept.map(([hash], column) => [hash, column])),
    hashes: Uint32Array.from(kept, ([hash]) => hash),
    rarity: Float32Array.from(kept, ([, count]) => 1 + Math.log(texts.length / count)),
  };
}

/** The same vocabulary with only the chosen columns. */
export function narrowVocabulary(vocabulary: Vocabulary, chosen: Int32Array): Vocabulary {
  const hashes = Uint32Array.from(chosen, (column) => vocabulary.hashes[column] ?? 0);
  return {
    columns: new Map(Array.from(hashes, (hash, column) => [hash, column])),
    hashes,
    rarity: Float32Array.from(chosen, (column) => vocabulary.rarity[column] ?? 0),
  };
}

/** Texts as rows of length one, as the model in use will see them. */
export function toRows(texts: readonly PlacedText[], vocabulary: Vocabulary): SparseRows {
  const from = new Int32Array(texts.length + 1);
  const columns: number[] = [];
  const values: number[] = [];
  texts.forEach((text, row) => {
    const own: number[] = [];
    for (const hash of distinctFeatures(text)) {
      const column = vocabulary.columns.get(hash);
      if (column !== undefined) own.push(column);
    }
    const squares = own.reduce((sum, column) => sum + (vocabulary.rarity[column] ?? 0) ** 2, 0);
    const norm = Math.sqrt(squares) || 1;
    for (const column of own) {
      columns.push(column);
      values.push((vocabulary.rarity[column] ?? 0) / norm);
    }
    from[row + 1] = columns.length;
  });
  return { from, columns: Int32Array.from(columns), values: Float32Array.from(values) };
}

function distinctFeatures({ words, place }: PlacedText): Set<number> {
  const found = new Set<number>();
  eachTopicFeature(words, place, (hash) => found.add(hash));
  return found;
}
