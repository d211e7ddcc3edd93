/**
 * Learns how much each sign of «the same problem» weighs. Weak truth: filed under one reason within 30 days at one address
 * or, where there is none, within 50 metres. Messages from `--until` on are never looked at. Prints the table of
 * rules/duplicates-weights.ts.
 *
 *   node flow/understand/training/same-problem.ts --portal …/spb/appeals.csv.gz --until 2021-02-20
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { isOneProblem, portalMessages } from '../evaluation/duplicate-accuracy.ts';
import type { TracedMessage } from '../evaluation/duplicate-accuracy.ts';
import { shippedModel } from '../evaluation/real-data.ts';
import { compareTraces, likenessFeatures } from '../rules/duplicates-features.ts';
import type { LikenessFeature } from '../rules/duplicates-features.ts';
import { ProblemIndex } from '../rules/duplicates-index.ts';
import { rarityAmong } from '../rules/duplicates-rarity.ts';
import { problemTokens } from '../rules/duplicates-trace.ts';
import type { ProblemTrace } from '../rules/duplicates-trace.ts';
import { readTopicModel } from '../rules/topic-model.ts';
import { readWords } from '../rules/words.ts';

/** What may be known of a message: each way is learnt from, so that what is missing is never taken for a difference. */
const ways: Readonly<Record<string, (message: TracedMessage) => ProblemTrace>> = {
  all: ({ trace }) => trace,
  noAddress: ({ trace }) => ({ ...trace, houseId: null }),
  noPoint: ({ trace }) => ({ ...trace, point: null }),
  said: ({ trace, text, address }) => ({
    ...trace,
    point: null,
    houseId: null,
    stems: problemTokens(readWords(`${text}\n${address}`)),
  }),
  textOnly: ({ trace }) => ({ ...trace, point: null, houseId: null }),
};

/**
 * The least and the most a weight may be: evidence for is never negative, evidence against never positive. Where the truth
 * is blind the bound is not 0: it knows addresses and reasons, not defects, calls two broken lamps of one house one problem,
 * has no streets, and ends after 30 days.
 */
const bounds: Readonly<Partial<Record<LikenessFeature, readonly [number, number]>>> = {
  words: [1, 9],
  wordsHouse: [0.5, 9],
  wordsNear: [1, 9],
  wordsTopic: [0.5, 9],
  sameEntrance: [0.3, 9],
  sameFloor: [0.3, 9],
  sameStreet: [2, 9],
  saidHouse: [0.3, 9],
  near: [0.5, 9],
  sameHouse: [0.5, 9],
  topicDiffers: [-8, 0],
  far: [-8, 0],
  otherHouse: [-5, 0],
  saidOtherHouse: [-8, 0],
  otherEntrance: [-8, -0.3],
  otherFloor: [-8, -0.3],
  age: [-8, 0],
  longAgo: [-4, -4],
};

interface Example {
  readonly signs: Float32Array;
  readonly isSame: boolean;
  readonly weight: number;
}

const MOST_NEGATIVES = 40;
const KNOWN_BEFORE = 4000;
const DAYS_30 = 30 * 86_400_000;
let seed = 1;
/** Numbers between 0 and 1, the same in every run. */
const chance = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;

/** Each message with those before it that the index brings: all of the same problem, some of the others. */
function examplesOf(
  messages: readonly TracedMessage[],
  way: (message: TracedMessage) => ProblemTrace,
): Example[] {
  const traces = messages.map((message) => ({ message, trace: way(message) }));
  const index = new ProblemIndex<TracedMessage>(rarityAmong(traces.map(({ trace }) => trace)));
  const examples: Example[] = [];
  for (const [i, { message, trace }] of traces.entries()) {
    if (i > KNOWN_BEFORE && chance() < 0.5) examples.push(...pairsOf(index, message, trace));
    index.add(message, trace);
  }
  return examples;
}

function pairsOf(index: ProblemIndex<TracedMessage>, message: TracedMessage, trace: ProblemTrace): Example[] {
  const { sought, found } = index.near(trace);
  // Beyond 30 days the truth says nothing.
  const marked = found
    .filter((one) => trace.at.getTime() - one.trace.at.getTime() <= DAYS_30)
    .map((one) => ({ one, isSame: isOneProblem(message, one.id) }));
  const same = marked.filter(({ isSame }) => isSame).length;
  if (same === 0 && chance() > 0.15) return [];
  const share = Math.min(1, MOST_NEGATIVES / (marked.length - same));
  return marked
    .filter(({ isSame }) => isSame || chance() < share)
    .map(({ one, isSame }) => {
      const likeness = compareTraces(sought, one.trace);
      return {
        signs: Float32Array.from(likenessFeatures, (feature) => likeness[feature]),
        isSame,
        weight: isSame ? 1 / Math.sqrt(same) : Math.min(4, 1 / share),
      };
    });
}

/** Logistic regression by adaptive steps, within the bounds. The last weight is the bias. */
function learn(examples: Example[]): Float64Array {
  const width = likenessFeatures.length;
  const weights = new Float64Array(width + 1);
  const squares = new Float64Array(width + 1);
  const bounded = (k: number, weight: number): number => {
    const name = likenessFeatures[k];
    const [least, most] = name === undefined ? [-Infinity, Infinity] : (bounds[name] ?? [0, 9]);
    return Math.max(least, Math.min(most, weight));
  };
  weights[width] = -4;
  for (let k = 0; k < width; k += 1) weights[k] = bounded(k, 0);
  for (let epoch = 0; epoch < 6; epoch += 1) {
    let loss = 0;
    for (const { signs, isSame, weight } of examples.toSorted(() => chance() - 0.5)) {
      let sum = weights[width] ?? 0;
      for (let k = 0; k < width; k += 1) sum += (signs[k] ?? 0) * (weights[k] ?? 0);
      const guess = 1 / (1 + Math.exp(-sum));
      loss -= weight * Math.log(Math.max(1e-9, isSame ? guess : 1 - guess));
      const step = weight * (guess - (isSame ? 1 : 0));
      for (let k = 0; k <= width; k += 1) {
        const gradient = step * (k === width ? 1 : (signs[k] ?? 0));
        if (gradient === 0) continue;
        squares[k] = (squares[k] ?? 0) + gradient * gradient;
        weights[k] = bounded(k, (weights[k] ?? 0) - (0.3 * gradient) / Math.sqrt((squares[k] ?? 0) + 1e-6));
      }
    }
    say(`// epoch ${epoch}: loss ${(loss / examples.length).toFixed(4)}`);
  }
  return weights;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({ options: { portal: { type: 'string' }, until: { type: 'string' } } });
if (values.portal === undefined || values.until === undefined)
  throw new Error('Say --portal FILE --until YYYY-MM-DD');
const until = new Date(`${values.until}T00:00:00Z`);
const model = readTopicModel(new Uint8Array(readFileSync(shippedModel)).buffer);
const messages = (await portalMessages(values.portal, model)).filter(({ trace }) => trace.at < until);
const examples = Object.values(ways).flatMap((way) => examplesOf(messages, way));
say(`// ${examples.length} pairs, ${examples.filter(({ isSame }) => isSame).length} of one problem`);
const weights = learn(examples);
for (const [k, name] of [...likenessFeatures, 'bias'].entries())
  say(`${name}: ${Number((weights[k] ?? 0).toFixed(3))},`);
