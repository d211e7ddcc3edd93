import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { printSnapshots } from './snapshots.ts';

// `npm run print`: every file printed from the code. `npm run schema`: those of the database.
const root = path.resolve(import.meta.dirname, '..');
for (const { file, text } of await printSnapshots(
  root,
  process.argv[2] === 'schema' ? 'schema' : undefined,
)) {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true });
  await writeFile(path.join(root, file), text);
}
