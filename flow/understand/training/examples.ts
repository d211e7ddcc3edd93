import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { z } from 'zod';

import { sectorFileSchema } from '#centre/rules/topic.ts';

import { foreignTopicKey } from '../rules/foreign-topic.ts';
import { isHeld } from '../rules/hash.ts';
import { plainText } from '../rules/plain-text.ts';
import { readWords } from '../rules/words.ts';
import type { LabelledText } from './labelled-text.ts';

/** One text whose topic is known, and where it comes from. */
export interface Example extends LabelledText {
  readonly source: string;
  readonly id: string;
  /** Code of the topic, the label. */
  readonly label: string;
  /** Kept aside: measured on, never learnt from. */
  readonly isHeld: boolean;
}

const topicMap = z.record(z.string(), z.string());
const root = new URL('../../../', import.meta.url).pathname;
const topicsFolder = join(root, 'data/topics');

const readMap = (name: string): Readonly<Record<string, string>> =>
  topicMap.parse(JSON.parse(readFileSync(join(topicsFolder, 'maps', `${name}.json`), 'utf8')));

/** Codes of all shipped topics → their sector. */
export function shippedTopics(): ReadonlyMap<string, string> {
  const sectorOf = new Map<string, string>();
  for (const file of sectorFiles()) for (const { code } of file.topics) sectorOf.set(code, file.code);
  return sectorOf;
}

/** Seeds that ship with the project: example phrases and names of topics, names of other systems' topics, own phrases. */
export function seedExamples(): Example[] {
  const seeds: Example[] = [];
  const add = (topic: string, text: string, weight: number): void => {
    seeds.push({
      source: 'seeds',
      id: `seed-${seeds.length}`,
      words: readWords(plainText(text)),
      label: topic,
      place: null,
      at: null,
      isHeld: false,
      isMadeUp: true,
      weight,
    });
  };
  for (const file of sectorFiles()) {
    for (const topic of file.topics) {
      const isVague = topic.isCatchAll || file.code === 'general';
      for (const phrase of topic.examples) add(topic.code, phrase, isVague ? 1 : 4);
      if (isVague) continue;
      add(topic.code, topic.name.ru, 3);
      add(topic.code, topic.belongs, 3);
    }
  }
  for (const [name, topic] of Object.entries(readMap('incident'))) add(topic, name, 2);
  for (const [name, topic] of Object.entries(readMap('kursk'))) add(topic, name, 1);
  for (const { topic, phrase } of ownPhrases()) add(topic, phrase, 3);
  return seeds;
}

/** Phrases of our own for topics that real history names rarely: `topic: phrase` a line. */
function ownPhrases(): { topic: string; phrase: string }[] {
  const lines = readFileSync(new URL('./phrases.txt', import.meta.url), 'utf8').split('\n');
  let topic = '';
  const phrases: { topic: string; phrase: string }[] = [];
  for (const line of lines) {
    if (line.startsWith('#') || line.trim() === '') continue;
    if (/^[a-z_]+:$/.test(line)) topic = line.slice(0, -1);
    else phrases.push({ topic, phrase: line.trim() });
  }
  return phrases;
}

function sectorFiles(): z.infer<typeof sectorFileSchema>[] {
  return readdirSync(topicsFolder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => sectorFileSchema.parse(JSON.parse(readFileSync(join(topicsFolder, name), 'utf8'))));
}

const spbRow = z.object({
  id: z.string(),
  created_at: z.string(),
  text: z.string(),
  object: z.string(),
  category: z.string(),
  reason: z.string(),
});

/** Appeals of a city portal (`appeals.csv.gz`), topics by `maps/spb.json`. */
export async function portalExamples(file: string): Promise<Example[]> {
  const map = readMap('spb');
  return readTable(file, (record) => {
    const { id, created_at, text, object, category, reason } = spbRow.parse(record);
    const at = new Date(`${created_at}Z`);
    return example('spb', id, text, map[foreignTopicKey(object, category, reason)], 1, at);
  });
}

const regionRow = z.object({ id: z.string(), 'Текст Сообщения': z.string(), Тематика: z.string() });

/** Appeals of a whole region (`train.csv`), topics by `maps/kursk.json`. */
export async function regionExamples(file: string): Promise<Example[]> {
  const map = readMap('kursk');
  return readTable(file, (record) => {
    const row = regionRow.parse(record);
    return example('kursk', row.id, row['Текст Сообщения'], map[foreignTopicKey(row['Тематика'])], 2.5);
  });
}

const historyRow = z.object({ id: z.string(), text: z.string(), topic: z.string() });

/** A region's own history: a line of JSON a message, `{id, text, topic}` with our topic codes. */
export function historyExamples(file: string, known: ReadonlyMap<string, string>): Example[] {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    const { id, text, topic } = historyRow.parse(JSON.parse(line));
    return example('history', id, text, known.has(topic) ? topic : undefined, 3) ?? [];
  });
}

function example(
  source: string,
  id: string,
  text: string,
  topic: string | undefined,
  weight: number,
  at: Date | null = null,
): Example | null {
  if (topic === undefined || text.trim() === '') return null;
  const words = readWords(plainText(text));
  return { source, id, words, label: topic, place: null, at, isHeld: isHeld(id), weight };
}

async function readTable(file: string, read: (record: unknown) => Example | null): Promise<Example[]> {
  const bytes = createReadStream(file);
  const plain = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  const found: Example[] = [];
  for await (const record of plain.pipe(parse({ columns: true, bom: true }))) {
    const one = read(record);
    if (one !== null) found.push(one);
  }
  return found;
}
