import { codeFiles, offencesIn, withoutComments, type Law } from './law.ts';

const pure = /^(kernel|(centre|flow\/[a-z]+)\/rules)\//;
const clock =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b|\bMath\.random\b|\bTemporal\.Now\b/g;

/** Time and chance come in as parameters, or a rule could not be tested by a table. */
export const rulesHaveNoClock: Law = {
  name: 'rules-have-no-clock',
  check: (tree) =>
    codeFiles(tree)
      .filter((file) => pure.test(file))
      .flatMap((file) =>
        offencesIn(file, withoutComments(tree.read(file)), clock, ([found]) => `uses ${found}`),
      ),
};
