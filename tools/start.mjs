// `npm start`: from a fresh clone to a running server.
import process from 'node:process';
import { buildBrowserApps, install, refuse, runProgram } from './ready.mjs';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  refuse(`Node ${process.versions.node} is too old: Otklik needs 20.19 or newer.`);

install();
await buildBrowserApps().catch((error) => refuse(error.message));
runProgram('apps/server/main.ts', process.argv.slice(2));
