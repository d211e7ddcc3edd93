import { codeFiles, offencesIn, testFiles, withoutComments, type Law } from './law.ts';

const allowed = /^(tools\/|apps\/(server|cli)\/main\.ts$|[^/]+\.config\.ts$|store\/testing\/)/;

/** Settings are read once, by house/config.ts; a program hands its environment over in main.ts. */
export const environmentIsReadOnce: Law = {
  name: 'environment-is-read-once',
  check: (tree) =>
    codeFiles(tree)
      .filter((file) => !allowed.test(file))
      .flatMap((file) =>
        offencesIn(file, withoutComments(tree.read(file)), /\bprocess\.env\b/g, () => 'reads process.env'),
      ),
};

/** A test left out or left alone tells nothing; a condition says what it waits for by `runIf`. */
export const everyTestRuns: Law = {
  name: 'every-test-runs',
  check: (tree) =>
    testFiles(tree)
      .filter((file) => !file.startsWith('tools/laws/'))
      .flatMap((file) =>
        offencesIn(
          file,
          withoutComments(tree.read(file)),
          /\b(?:test|it|describe)\.(?:only|skip|todo|fails)\b/g,
          ([found]) => `uses ${found}`,
        ),
      ),
};
