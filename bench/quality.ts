/**
 * How long the page of quality takes on a large region: planted cases in a throw-away database. Prints one JSON object.
 *
 *   npm run bench -- quality [--cases N] [--json]
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { topics } from '#data/topics/topics.ts';
import { labelledCases } from '#flow/learn/queries/labelled.ts';
import { newestCorrections, qualityCells } from '#flow/learn/queries/quality.ts';
import { openHouse, runProgram } from '#house/boot.ts';
import { readConfig } from '#house/config.ts';
import { bodies, district, makeSmallRegion, town } from '#house/testing/small-region.ts';
import { close, openDatabase, wholeRegion, withScope, type Scope, type Writer } from '#store/connection.ts';
import { createSeals } from '#store/seal.ts';
import { plantCases, type JudgedCase } from '#tools/testing/plant-cases.ts';

const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, json: { type: 'boolean' } },
});
const count = Number(values.cases);
const until = new Date('2026-04-01T00:00:00Z');
const from = new Date('2026-01-01T00:00:00Z');
const BATCH = 10_000;
const ROUNDS = 5;

/** Nine of ten as the machine said, some looked at, one of twenty corrected; spread evenly over ninety days. */
function caseOf(index: number): JudgedCase {
  const of = (shift: number): string => topics[(index * 7 + shift) % topics.length]?.code ?? '';
  const isWrong = index % 20 === 0;
  return {
    at: new Date(from.getTime() + ((until.getTime() - from.getTime()) * index) / count),
    text: 'Во дворе дома третий день не вывозят мусор, контейнеры полны, запах стоит на всю улицу',
    said: of(0),
    confidence: 0.3 + (index % 70) / 100,
    alone: index % 3 !== 0,
    truth: of(isWrong ? 1 : 0),
    person: isWrong ? 'corrected' : index % 4 === 0 ? 'assigned' : null,
    stage: index % 9 === 0 ? 'in_work' : 'closed',
    municipalityId: index % 5 === 0 ? district : town,
  };
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-quality-'));
  // The bundled server may run under a user of its own, who must reach the folder.
  chmodSync(folder, 0o755);
  const house = await openHouse(readConfig({ OTKLIK_DATA: folder }));
  const owner = openDatabase(house.ownerUrl, {
    poolSize: 1,
    applicationName: 'otklik bench',
    statementTimeoutMs: 0,
  });
  try {
    const region = await makeSmallRegion(house.db, createSeals(house.secret));
    const by = { staffId: region.people.coordinator.id, authorityId: bodies.roads };
    for (let done = 0; done < count; done += BATCH) {
      const size = Math.min(BATCH, count - done);
      await plantCases(
        owner,
        region.id,
        Array.from({ length: size }, (_, index) => caseOf(done + index)),
        by,
      );
    }
    const median = async (scope: Scope, work: (tx: Writer) => Promise<unknown>): Promise<number> => {
      const took: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        await withScope(house.db, scope, work);
        took.push(performance.now() - began);
      }
      return Math.round(took.toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0);
    };
    const whole = wholeRegion(region.id);
    const own: Scope = { ...whole, sees: 'own', municipalities: [district] };
    const cells = (tx: Writer) => qualityCells(tx, region.id, { from, to: until }, 'Europe/Moscow');
    const wholeMs = await median(whole, cells);
    const ownMs = await median(own, cells);
    const correctionsMs = await median(whole, (tx) => newestCorrections(tx, region.id, ['topic'], 30));
    const labelledMs = await median(whole, (tx) => labelledCases(tx, region.id, until, 150_000));
    console.log(
      JSON.stringify({ bench: 'quality', cases: count, wholeMs, ownMs, correctionsMs, labelledMs }),
    );
  } finally {
    await close(owner);
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await runProgram(bench);
