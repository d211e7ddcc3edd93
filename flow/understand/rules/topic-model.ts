import { decidingWords } from './deciding-words.ts';
import { readTopicModelParts } from './topic-model-file.ts';
import type { TopicModelHead } from './topic-model-file.ts';
import { readyToScore, scoreText } from './topic-scores.ts';
import type { ScoringModel } from './topic-scores.ts';
import type { Words } from './words.ts';

/** A model ready for use. It judges one text at a time. */
export interface TopicModel extends ScoringModel {
  readonly head: TopicModelHead;
  /** What it tells apart, in the order of `scoreLabels`. */
  readonly labels: readonly string[];
  /** Topics it was not trained on: `withAddedTopics`. */
  readonly added: AddedLabels | null;
}

/** Labels that came after training, and how they take their share of what a trained model says. */
export interface AddedLabels {
  /**
   * The share of the probability each added label takes in the text judged last, in order; `null` when
   * none takes any. The trained labels share the rest.
   */
  readonly sharesOf: (words: Words, trained: Float64Array) => Float64Array | null;
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

/** A model from the bytes of its file, ready for use. Throws on a file that is not a model. */
export function readTopicModel(buffer: ArrayBuffer): TopicModel {
  const parts = readTopicModelParts(buffer);
  return { ...readyToScore(parts), head: parts.head, labels: parts.head.labels, added: null };
}

const nowhere: TextContext = { place: null, at: null };

/**
 * The label of a text: three best guesses with calibrated confidence and the words that decided. Pure,
 * deterministic, and bounded in time: only the first 600 words are read.
 *
 * @param context helps where the model learnt with places; without it the words alone decide
 */
export function classifyTopic(
  words: Words,
  model: TopicModel,
  context: TextContext = nowhere,
): TopicJudgement {
  const found = scoreText(words, model, context.place);
  const shares = sharesOf(words, model, found);
  if (shares === null) return { topics: [], isSure: false, decidingWords: [] };
  const best = bestThree(shares);
  const [first] = best;
  const topics = best.map((index) => ({ topic: model.labels[index] ?? '', confidence: shares[index] ?? 0 }));
  if (first === undefined) return { topics, isSure: false, decidingWords: [] };
  const isTrained = first < model.head.labels.length;
  return {
    topics,
    isSure: isTrained && (topics[0]?.confidence ?? 0) >= model.head.actsAloneFrom,
    decidingWords: decidingWords(words, model, found, isTrained ? first : null),
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
  return sharesOf(words, model, scoreText(words, model, context.place));
}

function sharesOf(words: Words, model: TopicModel, found: number): Float64Array | null {
  if (found === 0) return null;
  const trained = toShares(model.scratch.scores);
  if (model.added === null) return trained;
  const taken = model.added.sharesOf(words, trained);
  const shares = new Float64Array(model.labels.length);
  const left = 1 - (taken?.reduce((sum, one) => sum + one, 0) ?? 0);
  shares.set(trained.map((one) => one * left));
  if (taken !== null) shares.set(taken, trained.length);
  return shares;
}

/** Scores → probabilities that sum to 1 (softmax). */
export function toShares(scores: Float64Array): Float64Array {
  let top = -Infinity;
  for (let k = 0; k < scores.length; k += 1) top = Math.max(top, scores[k] ?? 0);
  const powers = new Float64Array(scores.length);
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const power = Math.exp((scores[k] ?? 0) - top);
    powers[k] = power;
    sum += power;
  }
  for (let k = 0; k < powers.length; k += 1) powers[k] = (powers[k] ?? 0) / sum;
  return powers;
}

function bestThree(shares: Float64Array): number[] {
  const best: number[] = [];
  for (let k = 0; k < shares.length; k += 1) {
    const share = shares[k] ?? 0;
    let place = best.length;
    while (place > 0 && share > (shares[best[place - 1] ?? 0] ?? 0)) place -= 1;
    if (place >= 3) continue;
    best.splice(place, 0, k);
    if (best.length > 3) best.pop();
  }
  return best;
}
