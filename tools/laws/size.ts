import type { Law } from './law.ts';

const LONGEST = 300;

/** Files that may be longer, each with the reason; one that became short again must leave the list. */
export const longFiles: Readonly<Record<string, string>> = {};

/** A file over 300 lines holds more than one idea, or says here why not. */
export const filesAreShort: Law = {
  name: 'files-are-short',
  check: (tree) =>
    tree.files
      .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file) && !file.endsWith('.gen.ts'))
      .flatMap((file) => {
        const lines = tree.read(file).trimEnd().split('\n').length;
        const excused = Object.hasOwn(longFiles, file);
        if (lines > LONGEST && !excused)
          return [{ file, what: `${file} has ${lines} lines, more than ${LONGEST}` }];
        if (lines <= LONGEST && excused)
          return [{ file, what: `${file} is short again: take it from the list of long files` }];
        return [];
      }),
};
