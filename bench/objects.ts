/**
 * How fast a register of objects is read and asked: imports made-up objects of a town from GeoJSON by the command itself, then
 * looks for the nearest object of batches of a thousand cases. Prints one line of JSON: seconds, milliseconds, megabytes.
 *
 *   npm run bench -- objects [--objects N] [--batches N] [--json]
 */
import { createWriteStream, chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { runCommand } from '#apps/cli/run-command.ts';
import { findAssets, type AssetQuestion } from '#flow/understand/acts/find-assets.ts';
import { openHouse, runProgram } from '#house/boot.ts';
import { readConfig } from '#house/config.ts';
import { makeSmallRegion } from '#house/testing/small-region.ts';
import { wholeRegion, withScope } from '#store/connection.ts';
import { createSeals } from '#store/seal.ts';

const { values } = parseArgs({
  options: {
    objects: { type: 'string', default: '100000' },
    batches: { type: 'string', default: '30' },
    json: { type: 'boolean' },
  },
});
const objects = Number(values.objects);
const batches = Number(values.batches);
const BATCH = 1000;
const at = new Date('2026-03-10T09:00:00Z');

/** The same numbers each run: a small generator of the usual kind. */
let state = 1703;
const chance = (): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return state / 2_147_483_648;
};

/** A town of ten by ten kilometres within the small region. */
const WEST = 50.05;
const SOUTH = 61.03;
const WIDE = 0.185;
const HIGH = 0.09;
const somewhere = (): [lon: number, lat: number] => [WEST + chance() * WIDE, SOUTH + chance() * HIGH];

function objectAt(i: number): unknown {
  const [lon, lat] = somewhere();
  const feature = (properties: object, geometry: object) => ({
    type: 'Feature',
    properties: { id: i, owner: i % 3 === 0 ? 'Дорожная служба' : 'УК «Причал»', ...properties },
    geometry,
  });
  const step = 0.0004;
  switch (i % 10) {
    case 0:
    case 1:
      return feature(
        { highway: 'residential' },
        {
          type: 'LineString',
          coordinates: [0, 1, 2, 3, 4].map((k) => [lon + k * step, lat + ((k % 2) * step) / 4]),
        },
      );
    case 2: {
      const ring = [
        [lon, lat],
        [lon + step, lat],
        [lon + step, lat + step],
        [lon, lat + step],
        [lon, lat],
      ];
      return feature({ leisure: 'park' }, { type: 'Polygon', coordinates: [ring] });
    }
    case 3:
      return feature({ highway: 'bus_stop' }, { type: 'Point', coordinates: [lon, lat] });
    default:
      return feature({ highway: 'street_lamp' }, { type: 'Point', coordinates: [lon, lat] });
  }
}

async function writeObjects(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write('{"type":"FeatureCollection","features":[\n');
  for (let i = 0; i < objects; i += 1) {
    if (!out.write(`${i === 0 ? '' : ',\n'}${JSON.stringify(objectAt(i))}`)) await once(out, 'drain');
  }
  out.end(']}');
  await once(out, 'finish');
}

const kindsAsked = [['lamp', 'road_segment'], ['road_segment'], ['stop'], ['park', 'playground']] as const;

function questions(batch: number): AssetQuestion[] {
  return Array.from({ length: BATCH }, (_, i) => {
    const [lon, lat] = somewhere();
    return {
      appealId: `${batch} ${i}`,
      point: { lat, lon },
      precision: i % 2 === 0 ? 'point' : 'house',
      kinds: kindsAsked[i % kindsAsked.length]!,
    };
  });
}

const percentile = (list: readonly number[], share: number): number =>
  Math.round(list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0);

async function imported(
  file: string,
  env: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const printed: string[] = [];
  await runCommand(['objects', 'import', file, '--region', 'ozerny', '--preset', 'osm', '--json'], {
    env,
    stdin: process.stdin,
    now: () => at,
    out: (line) => void printed.push(line),
    say: () => {},
    draw: () => {},
    isTerminal: false,
  });
  return JSON.parse(printed.join('')) as Record<string, unknown>;
}

async function measure(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-objects-'));
  chmodSync(folder, 0o755);
  const env = { OTKLIK_DATA: path.join(folder, 'data'), OTKLIK_SECRET: 'b'.repeat(32) };
  try {
    const file = path.join(folder, 'objects.geojson');
    await writeObjects(file);
    const making = await openHouse(readConfig(env));
    const region = await makeSmallRegion(making.db, createSeals(making.secret));
    await making.stop();
    const first = await imported(file, env);
    const importMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    const again = await imported(file, env);
    const house = await openHouse(readConfig(env));
    try {
      const took: number[] = [];
      const before = process.cpuUsage();
      let found = 0;
      for (let batch = 0; batch < batches; batch += 1) {
        const asked = questions(batch);
        const began = performance.now();
        const answers = await withScope(house.db, wholeRegion(region.id), (tx) =>
          findAssets(tx, region.id, asked),
        );
        took.push(performance.now() - began);
        found += [...answers.values()].filter(({ finding }) => finding !== 'none').length;
      }
      const { user, system } = process.cpuUsage(before);
      console.log(
        JSON.stringify({
          objects,
          importSeconds: first['seconds'],
          sameAgainSeconds: again['seconds'],
          importMegabytes,
          batch: BATCH,
          batches,
          foundShare: Math.round((found / (batches * BATCH)) * 1000) / 1000,
          // Of this process alone, without the database's: it does not depend on what else the machine does.
          nearestOwnCpuMs: Math.round((user + system) / 1000 / batches),
          nearestP50Ms: percentile(took, 0.5),
          nearestP95Ms: percentile(took, 0.95),
        }),
      );
    } finally {
      await house.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runProgram(measure);
