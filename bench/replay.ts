/**
 * The speed and the understanding of the whole machine on a real archive: a region is created and the archive replayed in
 * a throw-away database. Prints one JSON object; what the figures mean: docs/operate/replay.md.
 *
 *   npm run bench -- replay [--limit N] [--batch N] [--data FOLDER]
 */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { runProgram } from '#house/boot.ts';
import type { Surroundings } from '#apps/cli/command.ts';
import { runCommand } from '#apps/cli/run-command.ts';
import { StartFault } from '#store/start-fault.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: path.join(import.meta.dirname, '../../shared/data') },
    limit: { type: 'string' },
    batch: { type: 'string' },
    json: { type: 'boolean' },
  },
});

const boundaries = path.join(values.data, 'geo/municipalities-spb.geojson');
const addresses = path.join(values.data, 'spb/buildings.csv');
const archive = path.join(values.data, 'spb/appeals.csv.gz');

async function bench(): Promise<void> {
  const absent = [boundaries, addresses, archive].find((file) => !existsSync(file));
  if (absent !== undefined)
    throw new StartFault(`The archive to replay is not here (${absent}): say where it is by --data.`);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'otklik-replay-'));
  // The bundled server may run under a user of its own, who must reach the folder.
  chmodSync(folder, 0o755);
  const printed: string[] = [];
  const surroundings: Surroundings = {
    env: { OTKLIK_DATA: folder },
    stdin: process.stdin,
    now: () => new Date(),
    out: (line) => void printed.push(line),
    say: (line) => void process.stderr.write(`${line}\n`),
    draw: (line) => void process.stderr.write(`\r\u001b[2K${line}`),
    isTerminal: process.stderr.isTTY,
  };
  const given = (option: 'limit' | 'batch'): string[] =>
    values[option] === undefined ? [] : [`--${option}`, values[option]];
  try {
    const land = ['--boundaries', boundaries, '--addresses', addresses, '--slug', 'spb', '--json'];
    const began = performance.now();
    await runCommand(['region', 'create', 'Санкт-Петербург', ...land], surroundings);
    const createSeconds = Math.round((performance.now() - began) / 100) / 10;
    const how = ['--region', 'spb', '--map', 'spb', '--json', ...given('limit'), ...given('batch')];
    await runCommand(['replay', archive, ...how], surroundings);
    const [region, figures] = printed.map((line) => JSON.parse(line) as Record<string, unknown>);
    console.log(JSON.stringify({ bench: 'replay', ...figures, region: { ...region, createSeconds } }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runProgram(bench);
