import { z } from 'zod';
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

const kept = z.object({
  name: z.string(),
  nameEn: z.string(),
  like: z.string().nullable(),
  belongs: z.string(),
  doesNotBelong: z.string(),
  phrases: z.string(),
});

/** The form as it was kept in this tab; what cannot be read is an empty form. */
export function readTyped(text: string): TypedTopic {
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    return emptyTopic;
  }
}

/** What is kept of the form; nothing of an empty one. */
export const writeTyped = (typed: TypedTopic): string =>
  Object.values(typed).some((value) => value !== null && value !== '') ? JSON.stringify(typed) : '';

/** Different phrases of the field, one a line. */
export const phrasesOf = (typed: string): string[] => distinctPhrases(typed.split('\n'));

export const hasEnough = (typed: string): boolean => phrasesOf(typed).length >= fewestPhrases;

const shortest = 3;
const isWritten = (text: string): boolean => text.trim().length >= shortest;

export const requiredFields = ['name', 'like', 'belongs', 'doesNotBelong', 'phrases'] as const;
export type RequiredField = (typeof requiredFields)[number];

/** Fields without which there is no topic yet, in the order of the form. */
export const missingOf = ({ like, phrases, ...typed }: TypedTopic): readonly RequiredField[] =>
  requiredFields.filter((field) => {
    if (field === 'like') return like === null;
    return field === 'phrases' ? !hasEnough(phrases) : !isWritten(typed[field]);
  });

/** The body of the call, or `null` while something is missing. */
export function topicFrom(typed: TypedTopic) {
  const { name, nameEn, like, belongs, doesNotBelong, phrases } = typed;
  if (like === null || missingOf(typed).length > 0) return null;
  return {
    name: name.trim(),
    nameEn: isWritten(nameEn) ? nameEn.trim() : null,
    like,
    belongs: belongs.trim(),
    doesNotBelong: doesNotBelong.trim(),
    phrases: phrasesOf(phrases),
  };
}
