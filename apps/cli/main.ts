import process from 'node:process';
import { runProgram } from '#house/boot.ts';
import type { Surroundings } from './command.ts';
import { runCommand } from './run-command.ts';

const surroundings: Surroundings = {
  env: process.env,
  stdin: process.stdin,
  now: () => new Date(),
  out: (line) => void process.stdout.write(`${line}\n`),
  say: (line) => void process.stderr.write(`${line}\n`),
  draw: (line) => void process.stderr.write(`\r\u001b[2K${line}`),
  isTerminal: process.stderr.isTTY,
};

await runProgram(() => runCommand(process.argv.slice(2), surroundings));
