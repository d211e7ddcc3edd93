/**
 * How fast texts are understood, on one core: `npm run bench -- understand`. Prints one line of JSON.
 * Texts are real messages where the data lies beside the project, else the example phrases of topics.
 */
import { readFileSync } from 'node:fs';

import { topics } from '#data/topics/topics.ts';
import { readRecords, sharedData, shippedModel } from '#flow/understand/evaluation/real-data.ts';
import { buildGazetteer } from '#flow/understand/rules/gazetteer.ts';
import { findDangers } from '#flow/understand/rules/danger.ts';
import { judgeKind } from '#flow/understand/rules/kind.ts';
import { maskPersonalData } from '#flow/understand/rules/personal-data.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { classifyTopic, readTopicModel } from '#flow/understand/rules/topic-model.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { understand } from '#flow/understand/rules/understand.ts';
import type { Knowledge } from '#flow/understand/rules/understand.ts';

const MOST_TEXTS = 20_000;

async function benchTexts(): Promise<string[]> {
  const portal = sharedData('spb/appeals.csv.gz');
  const region = sharedData('kursk/train.csv');
  const found: string[] = [];
  if (region !== null) for (const row of await readRecords(region)) found.push(row['Текст Сообщения'] ?? '');
  if (portal !== null) for (const row of await readRecords(portal)) found.push(row['text'] ?? '');
  const examples = topics.flatMap((topic) => topic.examples);
  while (found.length < 5000) found.push(...examples);
  return found.slice(0, MOST_TEXTS);
}

/** A region of 500 settlements and 20,000 streets of common names. */
function benchGazetteer(): Knowledge['gazetteer'] {
  const roots = ['Берёз', 'Сосн', 'Клен', 'Озерн', 'Речн', 'Лугов', 'Полев', 'Лесн', 'Школьн', 'Садов'];
  const settlements = Array.from({ length: 500 }, (_, i) => ({
    id: `s${i}`,
    municipalityId: `m${i % 40}`,
    name: `${roots[i % 10]}овка ${Math.floor(i / 10)}`,
    point: null,
  }));
  const streets = Array.from({ length: 20_000 }, (_, i) => ({
    id: `t${i}`,
    settlementId: `s${i % 500}`,
    name: `${roots[i % 10]}ая${i < 5000 ? '' : ` ${Math.floor(i / 5000)}-я`}`,
    kind: 'улица',
    point: null,
  }));
  const municipalities = Array.from({ length: 40 }, (_, i) => ({
    id: `m${i}`,
    names: [`${roots[i % 10]}ский ${i} район`],
  }));
  return buildGazetteer({ municipalities, settlements, streets });
}

const bytes = readFileSync(shippedModel);
const startedLoading = performance.now();
const model = readTopicModel(new Uint8Array(bytes).buffer);
const loadMs = performance.now() - startedLoading;
const knowledge: Knowledge = { model, gazetteer: benchGazetteer(), municipalityAt: () => null };

const texts = await benchTexts();
/** All that needs no gazetteer: plain text, words, topic, kind, danger and masking. */
function judgeWords(text: string): void {
  const plain = plainText(text);
  const words = readWords(plain);
  const [topic = null] = classifyTopic(words, model).topics;
  judgeKind(words, { hasFiles: false, topic });
  findDangers(words);
  maskPersonalData(plain, words);
}

/** Texts a second, by the processor's own time, and by the clock. */
function speedOf(judge: (text: string) => unknown): { cpu: number; clock: number } {
  const [used, began] = [process.cpuUsage().user, performance.now()];
  for (const text of texts) judge(text);
  const cpu = (process.cpuUsage().user - used) / 1e6;
  return {
    cpu: Math.round(texts.length / cpu),
    clock: Math.round((texts.length / (performance.now() - began)) * 1000),
  };
}

const run = (text: string): unknown =>
  understand({ text, point: null, hasFiles: false, territory: null }, knowledge);
for (const text of texts.slice(0, 2000)) judgeWords(text);
const wordsOnly = speedOf(judgeWords);
for (const text of texts.slice(0, 2000)) run(text);

const each = new Float64Array(texts.length);
const started = performance.now();
texts.forEach((text, i) => {
  const from = performance.now();
  run(text);
  each[i] = performance.now() - from;
});
const seconds = (performance.now() - started) / 1000;
each.sort();
const longText = `${texts[0] ?? ''} `.repeat(Math.ceil(100_000 / ((texts[0]?.length ?? 1) + 1)));
const fromLong = performance.now();
run(longText);
const round = (value: number): number => Math.round(value * 100) / 100;
process.stdout.write(
  `${JSON.stringify({
    kindTopicDangerMasking: wordsOnly,
    textsPerSecond: Math.round(texts.length / seconds),
    p95Ms: round(each[Math.floor(each.length * 0.95)] ?? 0),
    longTextMs: round(performance.now() - fromLong),
    modelMb: round(bytes.length / 1e6),
    loadMs: round(loadMs),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
    texts: texts.length,
    meanLetters: Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length),
  })}\n`,
);
