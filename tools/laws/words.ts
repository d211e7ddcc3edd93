import { createHash } from 'node:crypto';
import { offencesIn, textFiles, type Law } from './law.ts';

const registry =
  /https?:\/\/[^\s"'`)]*(?:registry|artifactory|nexus|verdaccio|jfrog)[^\s"'`)]*|^\s*(?:@\w+:)?registry\s*=.*/gim;

/** The repository is installed anywhere: no address of a package registry, in the lock file or elsewhere. */
export const noRegistryAddresses: Law = {
  name: 'no-registry-addresses',
  check: (tree) =>
    [...textFiles(tree), ...tree.files.filter((file) => file === '.npmrc')]
      .filter((file) => !file.startsWith('tools/laws/'))
      .flatMap((file) => offencesIn(file, tree.read(file), registry, ([found]) => `names ${found.trim()}`)),
};

const machine = /(?<=^|[\s"'`(=])\/(?:work\/(?:main|shared|team)|Users\/\w|home\/\w)/gm;

/** Paths of the machine somebody happened to work on mean nothing to a reader. */
export const noMachinePaths: Law = {
  name: 'no-machine-paths',
  check: (tree) =>
    textFiles(tree)
      .filter((file) => !file.startsWith('tools/laws/') && file !== 'package-lock.json')
      .flatMap((file) => offencesIn(file, tree.read(file), machine, ([found]) => `names ${found}`)),
};

const hashOf = (word: string): string => createHash('sha256').update(word).digest('hex').slice(0, 16);

/** Words about how the code was written; kept as hashes, so that the list does not hold them either. */
const foreign = new Set([
  'c857d09db23e6822',
  'c70eca6b0f88f44d',
  '60965168ce762e94',
  '7d3194f79e645c42',
  '3ea125d0bff386e6',
  '487b91042c7cf27a',
  'de2187af3fb01170',
  '94a168d2da574b00',
  'd298391b07433318',
  '57de4cf40144bdf7',
  'c9ad8f2cc1294afa',
  'e12ce8285efc67c6',
  '5d72436256ada538',
  '746d1113c358e1c9',
  '73027dff1004b8fc',
  '62ab802896aed6ae',
]);

/** The repository speaks of the product only. */
export const onlyTheProductSpeaks: Law = {
  name: 'only-the-product-speaks',
  check: (tree) => {
    const known = new Map<string, boolean>();
    const isForeign = (word: string): boolean => {
      const answer = known.get(word) ?? foreign.has(hashOf(word));
      known.set(word, answer);
      return answer;
    };
    return textFiles(tree)
      .filter((file) => file !== 'package-lock.json')
      .flatMap((file) =>
        offencesIn(file, tree.read(file), /[a-z]{3,}(?:-[a-z]+)*/gi, ([word]) =>
          isForeign(word.toLowerCase()) ? `says "${word}"` : null,
        ),
      );
  },
};
