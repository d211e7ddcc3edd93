/**
 * How fast the same problem is looked for among a city's messages, on one core: `npm run bench -- duplicates`. Prints one
 * line of JSON. Messages are real where the data lies beside the project, else example phrases at made-up places.
 */
import { topics } from '#data/topics/topics.ts';
import { readRecords, sharedData, shippedModel } from '#flow/understand/evaluation/real-data.ts';
import { appealTrace, type ArchivedAppeal } from '#flow/understand/rules/duplicates-archive.ts';
import { likelihoodOf } from '#flow/understand/rules/duplicates.ts';
import { compareTraces } from '#flow/understand/rules/duplicates-features.ts';
import { ProblemIndex } from '#flow/understand/rules/duplicates-index.ts';
import { rarityAmong } from '#flow/understand/rules/duplicates-rarity.ts';
import { readTopicModel } from '#flow/understand/rules/topic-model.ts';
import { readFileSync } from 'node:fs';

const MADE_UP = 45_000;
const MOST_SEARCHES = 5_000;

async function messages(): Promise<ArchivedAppeal[]> {
  const portal = sharedData('spb/appeals.csv.gz');
  if (portal !== null)
    return (await readRecords(portal)).map((row) => ({
      text: row['text'] ?? '',
      address: row['address'] ?? '',
      label: null,
      point: { lat: Number(row['lat']), lon: Number(row['lon']) },
      at: new Date(`${row['created_at']}Z`),
    }));
  const phrases = topics.flatMap((topic) => topic.examples);
  return Array.from({ length: MADE_UP }, (_, i) => ({
    text: `${phrases[i % phrases.length] ?? ''} ${phrases[(i * 7) % phrases.length] ?? ''}`,
    address: `улица Садовая, ${(i * 31) % 400}`,
    label: null,
    point: { lat: 55 + ((i * 37) % 1000) / 5000, lon: 37 + ((i * 53) % 1000) / 3000 },
    at: new Date(Date.UTC(2026, 0, 1) + i * 300_000),
  }));
}

const model = readTopicModel(new Uint8Array(readFileSync(shippedModel)).buffer);
const traces = (await messages()).map((message) => appealTrace(message, model));
const startedIndexing = performance.now();
const index = new ProblemIndex<number>(rarityAmong(traces));
for (const [i, trace] of traces.entries()) index.add(i, trace);
const indexMs = performance.now() - startedIndexing;

const sought = traces.slice(-MOST_SEARCHES);
const each = new Float64Array(sought.length);
const usedBefore = process.cpuUsage();
for (const [i, trace] of sought.entries()) {
  const from = performance.now();
  const near = index.near(trace);
  near.found.map((one) => likelihoodOf(compareTraces(near.sought, one.trace))).sort((a, b) => b - a);
  each[i] = performance.now() - from;
}
const used = process.cpuUsage(usedBefore);
each.sort();
const round = (value: number): number => Math.round(value * 1000) / 1000;
process.stdout.write(
  `${JSON.stringify({
    bench: 'duplicates',
    messages: traces.length,
    indexMs: Math.round(indexMs),
    searches: sought.length,
    medianMs: round(each[Math.floor(each.length / 2)] ?? 0),
    p95Ms: round(each[Math.floor(each.length * 0.95)] ?? 0),
    cpuMsEach: round((used.user + used.system) / 1000 / sought.length),
    rssMb: Math.round(process.memoryUsage().rss / 1e6),
  })}\n`,
);
