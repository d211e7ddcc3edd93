import { distinctPhrases, fewestPhrases } from '#centre/rules/own-topic.ts';

/** A new topic as it stands in the form. */
export interface TypedTopic {
  readonly name: string;
  readonly nameEn: string;
  readonly like: string | null;
  readonly belongs: string;
  readonly doesNotBelong: string;
  readonly phrases: string;
}

export const emptyTopic: TypedTopic = {
  name: '',
  nameEn: '',
  like: null,
  belongs: '',
  doesNotBelong: '',
  phrases: '',
};

/** Different phrases of the field, one a line. */
export const phrasesOf = (typed: string): string[] => distinctPhrases(typed.split('\n'));

export const hasEnough = (typed: string): boolean => phrasesOf(typed).length >= fewestPhrases;

const shortest = 3;
const isWritten = (text: string): boolean => text.trim().length >= shortest;

/** The body of the call, or `null` while something is missing. */
export function topicFrom(typed: TypedTopic) {
  const { name, nameEn, like, belongs, doesNotBelong, phrases } = typed;
  if (like === null || ![name, belongs, doesNotBelong].every(isWritten) || !hasEnough(phrases)) return null;
  return {
    name: name.trim(),
    nameEn: isWritten(nameEn) ? nameEn.trim() : null,
    like,
    belongs: belongs.trim(),
    doesNotBelong: doesNotBelong.trim(),
    phrases: phrasesOf(phrases),
  };
}
