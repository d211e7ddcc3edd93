import { laws } from './all-laws.ts';
import { openTree } from './law.ts';

// Prints one line per offence in the folder named; the exit code tells whether there was any.
const tree = openTree(process.argv[2] ?? '.');
for (const law of laws) {
  for (const { what } of await law.check(tree)) {
    console.log(`law ${law.name}: ${what}`);
    process.exitCode = 1;
  }
}
