/**
 * Measures the shipped model and rules on real messages kept aside. The data lies outside the
 * project; without it these tests skip and say so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { classifyTopic, readTopicModel } from '../rules/topic-model.ts';
import type { TopicModel } from '../rules/topic-model.ts';
import { findDangers } from '../rules/danger.ts';
import { judgeKind } from '../rules/kind.ts';
import { plainText } from '../rules/plain-text.ts';
import { readWords } from '../rules/words.ts';
import { portalExamples, regionExamples, shippedTopics } from '../training/examples.ts';
import { measureDuplicates, portalMessages } from './duplicate-accuracy.ts';
import { measurePlaces, placesOfBuildings } from './place-accuracy.ts';
import { readRecords, sharedData, shippedModel } from './real-data.ts';
import { measureTopics } from './topic-accuracy.ts';

const portal = sharedData('spb/appeals.csv.gz');
const region = sharedData('kursk/train.csv');
const buildings = sharedData('spb/buildings.csv');
const hasData = portal !== null && region !== null && buildings !== null && existsSync(shippedModel);
if (!hasData)
  process.stdout.write('understand/evaluation: skipped, no real data beside the project (../shared/data)\n');

const sectorOf = shippedTopics();
const load = (): TopicModel => readTopicModel(new Uint8Array(readFileSync(shippedModel)).buffer);
const anywhere = { point: null, territory: null, municipalityAt: () => null };

describe.skipIf(!hasData)('on real messages kept aside', () => {
  test('topics of a city portal', { timeout: 60_000 }, async () => {
    const held = (await portalExamples(portal ?? '')).filter(({ isHeld }) => isHeld);
    const figures = measureTopics(load(), held, sectorOf);
    expect(figures.topic).toBeGreaterThanOrEqual(0.84);
    expect(figures.topThree).toBeGreaterThanOrEqual(0.965);
    expect(figures.sector).toBeGreaterThanOrEqual(0.905);
    expect(figures.actsAlone).toBeGreaterThanOrEqual(0.55);
    expect(figures.actsAlonePrecision).toBeGreaterThanOrEqual(0.96);
    expect(figures.calibrationError).toBeLessThanOrEqual(0.035);
  });

  test('topics of a whole region', { timeout: 60_000 }, async () => {
    const held = (await regionExamples(region ?? '')).filter(({ isHeld }) => isHeld);
    const figures = measureTopics(load(), held, sectorOf);
    expect(figures.topic).toBeGreaterThanOrEqual(0.56);
    expect(figures.topThree).toBeGreaterThanOrEqual(0.75);
    expect(figures.sector).toBeGreaterThanOrEqual(0.76);
  });

  test(
    'messages to a portal of problems are problems or suggestions, next to never spam',
    { timeout: 60_000 },
    async () => {
      const model = load();
      const appeals = await readRecords(portal ?? '');
      const kinds = new Map<string, number>();
      for (const { text, n_photos } of appeals) {
        const words = readWords(plainText(text ?? ''));
        const { kind } = judgeKind(words, {
          hasFiles: Number(n_photos) > 0,
          topic: classifyTopic(words, model).topics[0] ?? null,
        });
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      const share = (kind: string): number => (kinds.get(kind) ?? 0) / appeals.length;
      expect(share('problem')).toBeGreaterThanOrEqual(0.99);
      expect(share('spam') + share('not_a_problem')).toBeLessThanOrEqual(0.001);
    },
  );

  test('open manholes are seen where a person filed one', { timeout: 60_000 }, async () => {
    const filed = (await readRecords(portal ?? '')).filter(({ reason }) => reason === 'Открыт колодец, люк');
    const seen = filed.filter(({ text }) =>
      findDangers(readWords(plainText(text ?? ''))).some(({ code }) => code === 'open_manhole'),
    );
    expect(seen.length / filed.length).toBeGreaterThanOrEqual(0.75);
  });

  test('places written in texts', { timeout: 60_000 }, async () => {
    const places = placesOfBuildings(await readRecords(buildings ?? ''));
    const figures = measurePlaces(await readRecords(portal ?? ''), places, anywhere);
    expect(figures.foundStreet).toBeGreaterThanOrEqual(0.9);
    // The table of buildings is a sample: half of the houses named are not in it.
    expect(figures.foundHouse).toBeGreaterThanOrEqual(0.47);
    expect(figures.medianMetres).toBeLessThanOrEqual(30);
    expect(figures.within300Metres).toBeGreaterThanOrEqual(0.98);
    expect(figures.sameHouse).toBeGreaterThanOrEqual(0.96);
  });

  test('messages about one problem', { timeout: 120_000 }, async () => {
    const messages = await portalMessages(portal ?? '', load());
    const figures = measureDuplicates(messages, new Date('2021-02-20T00:00:00Z'));
    expect(figures.offeredPrecision).toBeGreaterThanOrEqual(0.75);
    expect(figures.joinedPrecision).toBeGreaterThanOrEqual(0.93);
    expect(figures.recall).toBeGreaterThanOrEqual(0.75);
  });
});
