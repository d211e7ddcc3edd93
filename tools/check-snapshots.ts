import path from 'node:path';
import { printSnapshots, staleSnapshots } from './snapshots.ts';

// Prints one line per file that no longer says what the code says.
const root = path.resolve(import.meta.dirname, '..');
for (const file of staleSnapshots(root, await printSnapshots(root))) {
  console.log(`law printed-from-code: ${file} is stale, run npm run print and read the difference`);
  process.exitCode = 1;
}
