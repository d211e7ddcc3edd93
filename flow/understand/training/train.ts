/**
 * Trains the model of topics that ships. One command, minutes on one core; see README.md beside.
 *
 *   node flow/understand/training/train.ts --out data/models/topics.bin \
 *     --portal …/spb/appeals.csv.gz --region …/kursk/train.csv --history own.jsonl
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { measureTopics } from '../evaluation/topic-accuracy.ts';
import { readTopicModel } from '../rules/topic-model.ts';
import { historyExamples, portalExamples, regionExamples, seedExamples, shippedTopics } from './examples.ts';
import type { Example } from './examples.ts';
import { learnClassifier } from './learn-classifier.ts';
import { withMeasured } from './pack-model.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    portal: { type: 'string' },
    region: { type: 'string' },
    history: { type: 'string', multiple: true },
    date: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('Say where to write the model: --out data/models/topics.bin');

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const sectorOf = shippedTopics();
const examples: Example[] = seedExamples();
if (values.portal !== undefined) examples.push(...(await portalExamples(values.portal)));
if (values.region !== undefined) examples.push(...(await regionExamples(values.region)));
for (const file of values.history ?? []) examples.push(...historyExamples(file, sectorOf));

const unknown = [...new Set(examples.map(({ label }) => label))].filter((topic) => !sectorOf.has(topic));
if (unknown.length > 0) throw new Error(`Not in data/topics: ${unknown.join(', ')}`);

const learnt = examples.filter(({ isHeld }) => !isHeld);
const learntFrom: Record<string, number> = {};
for (const { source } of learnt) learntFrom[source] = (learntFrom[source] ?? 0) + 1;
const { bytes } = learnClassifier(learnt, {
  trainedOn: values.date ?? new Date().toISOString().slice(0, 10),
  learntFrom,
  say,
});

const model = readTopicModel(bytes.slice().buffer);
const measured: Record<string, number> = {};
for (const source of ['spb', 'kursk', 'history']) {
  const held = examples.filter((one) => one.isHeld && one.source === source);
  if (held.length === 0) continue;
  const figures = measureTopics(model, held, sectorOf);
  say(`${source}: ${JSON.stringify(figures)}`);
  measured[`${source}_topic`] = figures.topic;
  measured[`${source}_sector`] = figures.sector;
  measured[`${source}_texts`] = figures.texts;
  measured[`${source}_acts_alone`] = figures.actsAlone;
  measured[`${source}_acts_alone_precision`] = figures.actsAlonePrecision;
}
writeFileSync(values.out, withMeasured(bytes, measured));
say(
  `${values.out}: ${(bytes.length / 1e6).toFixed(1)} MB, acts alone from ${model.head.actsAloneFrom}, temperature ${model.head.temperature}`,
);
