import { readTopicModelHead } from '#flow/understand/rules/topic-model-file.ts';
import type { Words } from '#flow/understand/rules/words.ts';
import type { JudgedFigures } from '#flow/understand/training/calibration.ts';
import { pastMatter, placeOf } from '../rules/owner-model.ts';
import { ownerModelFormat, writeOwnerModel, type OwnerModelHead } from '../rules/owner-model-file.ts';
import { basesOf, findRoles, roleOf, type Owner } from '../rules/owner-roles.ts';
import { placedWords } from '../rules/placed-words.ts';
import { learnRoles } from './learn-roles.ts';

/** A case whose last body is known. */
export interface EndedCase {
  readonly words: Words;
  /** Key of the body it ended at. */
  readonly owner: string;
  /** District, municipality — the widest first; empty where unknown. */
  readonly places: readonly string[];
  readonly topic: string | null;
  readonly at: Date | null;
}

export interface LearntOwners {
  /** The file: `readOwnerModel(bytes.slice().buffer)` makes it ready for use. */
  readonly bytes: Uint8Array;
  readonly version: string;
  /** On the newest cases, by a model that had not seen them: what to expect of it. */
  readonly measured: JudgedFigures;
}

/** A topic in a place is told of from so many past cases. */
const FEWEST_TOLD = 5;

/**
 * Learns from cases that ended who answers for what: from their words, their place and both together. Bodies of one shape of
 * name are learnt as one role, so that what one district taught holds in the next.
 *
 * @param owners names of the bodies the cases name
 * @throws where there is no case at all
 */
export function learnOwners(
  cases: readonly EndedCase[],
  owners: readonly Owner[],
  options: { readonly trainedOn: string; readonly say?: (line: string) => void },
): LearntOwners {
  const used = new Set(cases.map(({ owner }) => owner));
  const known = owners
    .filter(({ key }) => used.has(key))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const roles = findRoles(known);
  const { bytes, measured } = learnRoles(
    cases.map(({ words, owner, places, at }) => {
      const named = basesOf(words, placeOf(places), roles);
      const label = roleOf(owner, named, roles);
      return { words: placedWords(words, places), label, place: null, at, owner, named };
    }),
    roles,
    options,
  );
  const { version } = readTopicModelHead(bytes.slice().buffer).head;
  const head: OwnerModelHead = {
    format: ownerModelFormat,
    version,
    trainedOn: options.trainedOn,
    owners: known.map(({ key, name }) => ({ key, name })),
    past: countPast(cases, known),
  };
  return { bytes: writeOwnerModel(head, bytes), version, measured };
}

/** Past cases by topic and place, and by topic anywhere: what an explanation shows to a person. */
function countPast(cases: readonly EndedCase[], owners: readonly Owner[]): OwnerModelHead['past'] {
  const numbers = new Map(owners.map(({ key }, at) => [key, at]));
  const counted = new Map<string, Map<number, number>>();
  for (const { topic, places, owner } of cases) {
    const at = numbers.get(owner);
    if (topic === null || at === undefined) continue;
    for (const matter of new Set([pastMatter(topic, placeOf(places)), pastMatter(topic, null)])) {
      const ended = counted.get(matter) ?? new Map<number, number>();
      counted.set(matter, ended.set(at, (ended.get(at) ?? 0) + 1));
    }
  }
  return [...counted].flatMap(([matter, ended]): OwnerModelHead['past'] => {
    const sum = [...ended.values()].reduce((total, n) => total + n, 0);
    return sum < FEWEST_TOLD ? [] : [[matter, sum, [...ended]]];
  });
}
