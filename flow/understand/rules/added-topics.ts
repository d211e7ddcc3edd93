import { fewestPhrases } from '#centre/rules/own-topic.ts';
import { rowOf } from './feature-table.ts';
import { plainText } from './plain-text.ts';
import { eachTopicFeature } from './topic-features.ts';
import type { TopicModel } from './topic-model.ts';
import { readWords } from './words.ts';
import type { Words } from './words.ts';

/** A topic added to a trained model, with phrases as residents would write them: a dozen is enough. */
export interface AddedTopic {
  /** Code of the topic; not one of the model's own labels. */
  readonly topic: string;
  readonly phrases: readonly string[];
}

/** Of a region's topics those the model has not learnt and that have phrases enough to be guessed by. */
export const topicsToAdd = (topics: Iterable<AddedTopic>, { head }: TopicModel): AddedTopic[] => {
  const learnt = new Set(head.labels);
  return [...topics].filter(({ topic, phrases }) => !learnt.has(topic) && phrases.length >= fewestPhrases);
};

/**
 * What likeness to the phrases is worth, as weights of a logistic rule: to the likest phrase, to the three
 * likest, to all together, and how much the trained model doubts. Learnt on 22 topics of two real archives,
 * each hidden from training and added by twelve of its texts (docs/understand/topics.md).
 */
const worth = { likest: 3.51, threeLikest: 9.1, together: 17.87, doubt: 0.39, start: -5.14 } as const;
/** To stand first an added topic must be this much likelier than to be proposed: others are not to suffer. */
const FIRST_COSTS = 2;
/** Features this common say nothing of likeness. */
const COMMON = 2;
/** A share under which an added topic is not proposed at all. */
const LEAST_SHARE = 0.01;
/** Nor is it without so much likeness: that the trained model doubts is no evidence for a topic. */
const LEAST_LIKENESS = 1.74;

/** Weights of the features of a text; their squares sum to 1. */
type Shape = ReadonlyMap<number, number>;

interface AddedShape {
  readonly phrases: readonly Shape[];
  readonly together: Shape;
}

/**
 * The same model, which also knows topics it was never trained on: texts like their phrases get them among
 * the first three guesses, texts much like them first. No training, milliseconds a topic; the model given is
 * not changed. An added topic never acts alone (`isSure` is false); judgements of texts unlike the phrases
 * stay as they are. Adding to a model that has added topics puts these in the place of the former. Topics
 * the model was trained on and phrases without a word are passed over.
 */
export function withAddedTopics(model: TopicModel, added: readonly AddedTopic[]): TopicModel {
  const rarityOf = raritiesOf(model);
  const trained = new Set(model.head.labels);
  const known = added.flatMap(({ topic, phrases }) => {
    const shapes = phrases
      .map((phrase) => shapeOf(readWords(plainText(phrase)), rarityOf))
      .filter((shape) => shape.size > 0);
    if (trained.has(topic) || shapes.length === 0) return [];
    return [{ topic, shape: { phrases: shapes, together: sumOf(shapes) } }];
  });
  if (known.length === 0) return { ...model, labels: model.head.labels, added: null };
  const shapes = known.map(({ shape }) => shape);
  return {
    ...model,
    labels: [...model.head.labels, ...known.map(({ topic }) => topic)],
    added: { sharesOf: (words, shares) => sharesOf(shapeOf(words, rarityOf), shapes, shares) },
  };
}

/** How much a feature tells: what the model knows of it; one it never met is as rare as its rarest. */
function raritiesOf({ parts, table }: TopicModel): (hash: number) => number {
  const rarest = parts.rarity.reduce((most, one) => Math.max(most, one), COMMON + 1);
  return (hash) => {
    const row = rowOf(table, hash);
    return Math.max(0, (row < 0 ? rarest : (parts.rarity[row] ?? 0)) - COMMON);
  };
}

function shapeOf(words: Words, rarityOf: (hash: number) => number): Shape {
  const weights = new Map<number, number>();
  eachTopicFeature(words, null, (hash) => {
    if (!weights.has(hash)) weights.set(hash, rarityOf(hash));
  });
  return scaled(weights);
}

function sumOf(shapes: readonly Shape[]): Shape {
  const sum = new Map<number, number>();
  for (const shape of shapes)
    for (const [hash, weight] of shape) sum.set(hash, (sum.get(hash) ?? 0) + weight);
  return scaled(sum);
}

function scaled(weights: ReadonlyMap<number, number>): Shape {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares);
  return new Map(length === 0 ? [] : [...weights].map(([hash, weight]) => [hash, weight / length]));
}

/** Cosine of two shapes, 0…1. */
function likeness(one: Shape, other: Shape): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [hash, weight] of small) sum += weight * (large.get(hash) ?? 0);
  return sum;
}

/** Shares of the added topics in one text; `null` where none is like it. */
function sharesOf(text: Shape, added: readonly AddedShape[], trained: Float64Array): Float64Array | null {
  const top = trained.reduce((most, one) => Math.max(most, one), 0);
  const shares = Float64Array.from(added, (shape) => shareOf(text, shape, top));
  const all = shares.reduce((sum, one) => sum + one, 0);
  if (all === 0) return null;
  return all < 0.95 ? shares : shares.map((one) => (one * 0.95) / all);
}

function shareOf(text: Shape, { phrases, together }: AddedShape, top: number): number {
  const like = phrases.map((phrase) => likeness(text, phrase)).sort((a, b) => b - a);
  const three = like.slice(0, 3);
  const alike =
    worth.likest * (like[0] ?? 0) +
    worth.threeLikest * (three.reduce((sum, one) => sum + one, 0) / three.length) +
    worth.together * likeness(text, together);
  if (alike < LEAST_LIKENESS) return 0;
  const evidence = worth.start + alike + worth.doubt * Math.log((1.001 - top) / (top + 0.001));
  const share = 1 / (1 + Math.exp(-evidence));
  if (share < LEAST_SHARE) return 0;
  const sure = 1 / (1 + Math.exp(FIRST_COSTS - evidence));
  const isFirst = sure > (1 - sure) * top;
  // Just behind the first guess: proposed, but not before it.
  return isFirst ? share : Math.min(share, (0.98 * top) / (1 + top));
}
