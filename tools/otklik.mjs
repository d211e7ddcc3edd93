#!/usr/bin/env node
// `npx otklik <command>`, `npm run otklik -- <command>`: the command line of an administrator, from any folder.
import path from 'node:path';
import process from 'node:process';
import { install, root, runProgram } from './ready.mjs';

install();
// Files are named as from where the person stands, and npm tells where that is; the installation is this one.
runProgram('apps/cli/main.ts', process.argv.slice(2), {
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: { OTKLIK_DATA: path.resolve(root, process.env.OTKLIK_DATA || '.data') },
});
