/**
 * Learns how much each sign of «the same problem» weighs. Weak truth: filed under one reason within 30 days at one address
 * or, where there is none, within 50 metres. Messages from `--until` on are never looked at. Prints the table of
 * rules/duplicates-weights.ts.
 *
 *   node flow/understand/training/same-problem.ts --portal …/spb/appeals.csv.gz --until 2021-02-20
 */
import { parseArgs } from 'node:util';
import { readFileSync } from 'node:fs';

import { isOneProblem, portalMessages } from '../evaluation/duplicate-accuracy.ts';
import type { TracedMessage } from '../evaluation/duplicate-accuracy.ts';
import { shippedModel } from '../evaluation/real-data.ts';
import { compareTraces, likenessFeatures } from '../rules/duplicates-features.ts';
import { ProblemIndex } from '../rules/duplicates-index.ts';
import { rarityAmong } from '../rules/duplicates-rarity.ts';
import { readTopicModel } from '../rules/topic-model.ts';
import { problemTokens } from '../rules/duplicates-trace.ts';
import type { ProblemTrace } from '../rules/duplicates-trace.ts';
import { readWords } from '../rules/words.ts';

const { values } = parseArgs({ options: { portal: { type: 'string' }, until: { type: 'string' } } });
if (values.portal === undefined || values.until === undefined)
  throw new Error('Say --portal FILE --until YYYY-MM-DD');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

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

const model = readTopicModel(new Uint8Array(readFileSync(shippedModel)).buffer);
const until = new Date(`${values.until}T00:00:00Z`);
const messages = (await portalMessages(values.portal, model)).filter(({ trace }) => trace.at < until);
say(`${messages.length} messages`);
const width = likenessFeatures.length;
const xs: Float32Array[] = [];
const ys: number[] = [];
const ws: number[] = [];
const MOST_NEGATIVES = 40;
let seed = 1;
const chance = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32;
for (const [name, way] of Object.entries(ways)) {
  const traces = messages.map((message) => ({ message, trace: way(message) }));
  const index = new ProblemIndex<TracedMessage>(rarityAmong(traces.map(({ trace }) => trace)));
  let [right, all] = [0, 0];
  for (const [i, { message, trace }] of traces.entries()) {
    if (i > 4000 && chance() < 0.5) {
      const { sought, found } = index.near(trace);
      const marked = found.map((one) => ({ one, isSame: isOneProblem(message, one.id) }));
      const same = marked.filter(({ isSame }) => isSame);
      if (same.length > 0 || chance() < 0.15) {
        const rest = marked.filter(({ isSame }) => !isSame);
        const share = Math.min(1, MOST_NEGATIVES / rest.length);
        for (const { one, isSame } of marked) {
          if (!isSame && chance() > share) continue;
          const likeness = compareTraces(sought, one.trace);
          xs.push(Float32Array.from(likenessFeatures, (feature) => likeness[feature]));
          ys.push(isSame ? 1 : 0);
          ws.push(isSame ? 1 / Math.sqrt(same.length) : 1 / share);
          all += 1;
          if (isSame) right += 1;
        }
      }
    }
    index.add(message, trace);
  }
  say(`${name}: ${all} pairs, ${right} of one problem`);
}

/** Features that may only speak against; all others may only speak for. */
const against = new Set([
  'topicDiffers',
  'far',
  'otherHouse',
  'saidOtherHouse',
  'otherEntrance',
  'otherFloor',
  'age',
]);
/** The truth knows addresses and reasons, not defects: it calls two broken lamps of one house one problem. Words and parts of the house must count all the same. */
const least: Readonly<Record<string, number>> = {
  words: 1,
  wordsHouse: 0.5,
  wordsNear: 1,
  wordsTopic: 0.5,
  sameEntrance: 0.3,
  sameFloor: 0.3,
  sameStreet: 0.5,
  saidHouse: 0.3,
  near: 0.5,
  sameHouse: 0.5,
};
const most: Readonly<Record<string, number>> = { otherEntrance: -0.3, otherFloor: -0.3 };
const bounded = (name: string, weight: number): number =>
  against.has(name)
    ? Math.max(name === 'otherHouse' ? -5 : -8, Math.min(most[name] ?? 0, weight))
    : Math.max(least[name] ?? 0, weight);
const weights = new Float64Array(width + 1);
const squares = new Float64Array(width + 1);
weights[width] = -4;
const order = Uint32Array.from(xs.keys());
for (let epoch = 0; epoch < 6; epoch += 1) {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  let loss = 0;
  for (const at of order) {
    const x = xs[at] ?? new Float32Array(width);
    const weight = Math.min(4, ws[at] ?? 1);
    let z = weights[width] ?? 0;
    for (let k = 0; k < width; k += 1) z += (x[k] ?? 0) * (weights[k] ?? 0);
    const p = 1 / (1 + Math.exp(-z));
    const y = ys[at] ?? 0;
    loss -= weight * Math.log(Math.max(1e-9, y === 1 ? p : 1 - p));
    const step = weight * (p - y);
    for (let k = 0; k <= width; k += 1) {
      const gradient = step * (k === width ? 1 : (x[k] ?? 0));
      if (gradient === 0) continue;
      squares[k] = (squares[k] ?? 0) + gradient * gradient;
      const next = (weights[k] ?? 0) - (0.3 * gradient) / Math.sqrt((squares[k] ?? 0) + 1e-6);
      const name = likenessFeatures[k];
      weights[k] = name === undefined ? next : bounded(name, next);
    }
  }
  say(`epoch ${epoch}: loss ${(loss / order.length).toFixed(4)}`);
}
say(`bias: ${(weights[width] ?? 0).toFixed(3)},`);
for (const [k, name] of likenessFeatures.entries()) say(`${name}: ${(weights[k] ?? 0).toFixed(3)},`);
