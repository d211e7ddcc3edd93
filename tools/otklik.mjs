// `npm run otklik -- <command>`: the command line of an administrator.
import process from 'node:process';
import { install, runProgram } from './ready.mjs';

install();
runProgram('apps/cli/main.ts', process.argv.slice(2));
