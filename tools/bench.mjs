// `npm run bench -- <name>`: one of the benchmarks in bench/, which print numbers.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { install, refuse, root, runProgram } from './ready.mjs';

const [name = '', ...args] = process.argv.slice(2);
const known = readdirSync(path.join(root, 'bench'))
  .filter((file) => /^[\w-]+\.ts$/.test(file))
  .map((file) => path.basename(file, '.ts'));
if (!/^[\w-]+$/.test(name) || !existsSync(path.join(root, 'bench', `${name}.ts`))) {
  refuse(`Name a benchmark: npm run bench -- <name>. There are: ${known.join(', ') || 'none yet'}.`);
}
install();
runProgram(`bench/${name}.ts`, args);
