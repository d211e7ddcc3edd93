import { readTopicModel, scoreLabels, type TopicModel } from '#flow/understand/rules/topic-model.ts';
import { classifyTopic } from '#flow/understand/rules/topic-model.ts';
import type { Words } from '#flow/understand/rules/words.ts';
import { readOwnerModelParts, type OwnerModelHead } from './owner-model-file.ts';
import { basesOf, findRoles, ownersOfRoles, type OwnerRoles } from './owner-roles.ts';
import { placedWords } from './placed-words.ts';

/** What history teaches of who answers for what. */
export interface OwnerModel {
  readonly head: OwnerModelHead;
  readonly roles: OwnerRoles;
  readonly classifier: TopicModel;
  /** Topic and place → how many past cases, and how many of them each body ended. */
  readonly past: ReadonlyMap<string, { readonly cases: number; readonly ended: ReadonlyMap<string, number> }>;
}

/** What is known of a case when its body is guessed. */
export interface OwnerQuestion {
  readonly words: Words;
  /** District, municipality — the widest first; empty where nothing is known. */
  readonly places: readonly string[];
}

export interface OwnerGuess {
  readonly key: string;
  /** 0…1, calibrated: of guesses with 0.8 four of five are right. */
  readonly confidence: number;
}

/** The bodies history knows for such a case, the likeliest first. */
export interface OwnerJudgement {
  readonly owners: readonly OwnerGuess[];
  /** Whether the first is sure enough to be acted on without a person. */
  readonly isSure: boolean;
}

/** A model from the bytes of its file. Throws on a file that is not one. */
export function readOwnerModel(buffer: ArrayBuffer): OwnerModel {
  const { head, classifier } = readOwnerModelParts(buffer);
  return {
    head,
    roles: findRoles(head.owners),
    classifier: readTopicModel(classifier),
    past: new Map(
      head.past.map(([matter, cases, ended]) => [
        matter,
        { cases, ended: new Map(ended.map(([at, n]) => [head.owners[at]?.key ?? '', n] as const)) },
      ]),
    ),
  };
}

/** Who will answer for a case in the end, as such cases ended before. */
export function guessOwner({ words, places }: OwnerQuestion, model: OwnerModel): OwnerJudgement {
  const { classifier, roles } = model;
  const shares = scoreLabels(placedWords(words, places), classifier);
  if (shares === null) return { owners: [], isSure: false };
  const named = basesOf(words, placeOf(places), roles);
  const owners = ownersOfRoles(classifier.labels, shares, named, roles).map(({ key, share }) => ({
    key,
    confidence: share,
  }));
  const [first] = owners;
  return { owners, isSure: first !== undefined && first.confidence >= classifier.head.actsAloneFrom };
}

/** The words of a text that spoke most for the guess, as written. */
export const wordsBehindOwner = ({ words, places }: OwnerQuestion, { classifier }: OwnerModel): string[] =>
  classifyTopic(placedWords(words, places), classifier).decidingWords.filter((word) => word !== '');

/** Places of a case as one name; `null` where there is none. */
export function placeOf(places: readonly string[]): string | null {
  const named = places.map((place) => place.trim()).filter((place) => place !== '');
  return named.length === 0 ? null : named.join(', ');
}

/** The key of what past cases are counted by: a topic in a place; without a place the topic everywhere. */
export const pastMatter = (topic: string, place: string | null): string => `${topic}\t${place ?? ''}`;

/** Past cases a person may count after the machine. */
export interface PastCases {
  readonly cases: number;
  readonly ended: number;
  /** Of this place, not of the whole region. */
  readonly isHere: boolean;
}

/** Of past cases of this topic, here or else anywhere: how many there were and how many ended at this body. */
export function pastOf(
  model: OwnerModel,
  topic: string,
  place: string | null,
  owner: string,
): PastCases | null {
  const here = model.past.get(pastMatter(topic, place));
  const found = here ?? model.past.get(pastMatter(topic, null));
  if (found === undefined) return null;
  return { cases: found.cases, ended: found.ended.get(owner) ?? 0, isHere: here !== undefined };
}
