import { latinWords } from '#kernel/transliterate.ts';
import type { Topic } from './topic.ts';

/** With fewer phrases a topic is guessed too often or never (docs/understand/topics.md). */
export const fewestPhrases = 12;
export const mostPhrases = 200;
export const phraseLength = { least: 8, most: 400 } as const;

/** What an administrator says of a new topic. Everything else is taken from the topic it is most like. */
export interface OwnTopicDraft {
  readonly name: string;
  /** `null`: English screens show the Russian one. */
  readonly nameEn: string | null;
  readonly belongs: string;
  readonly doesNotBelong: string;
  readonly phrases: readonly string[];
}

/** Phrases without repeats: case, ё and spaces make no difference. */
export function distinctPhrases(phrases: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const phrase of phrases) {
    const written = phrase.replace(/\s+/g, ' ').trim();
    const key = written.toLowerCase().replaceAll('ё', 'е');
    if (written.length >= phraseLength.least && !kept.has(key)) kept.set(key, written);
  }
  return [...kept.values()];
}

const CODE_LENGTH = 48;

/** A code no other topic of the region has or had: «Самокаты на тротуаре» → `own_samokaty_na_trotuare`. */
export function ownTopicCode(name: string, taken: ReadonlySet<string>): string {
  const stem = ['own', ...latinWords(name)].join('_').slice(0, CODE_LENGTH).replace(/_$/, '');
  let code = stem;
  for (let next = 2; taken.has(code); next += 1) code = `${stem}_${next}`;
  return code;
}

/**
 * The passport of a new topic: named and described by the draft, handled like the pattern (sector, who answers, visibility,
 * proof, clocks). It is not urgent and has no season until somebody says so.
 */
export const ownTopic = (draft: OwnTopicDraft, pattern: Topic, code: string): Topic => ({
  ...pattern,
  code,
  name: { ru: draft.name, en: draft.nameEn ?? draft.name },
  belongs: draft.belongs,
  doesNotBelong: draft.doesNotBelong,
  doNotConfuseWith: [pattern.code],
  examples: [...draft.phrases],
  season: null,
  danger: 'none',
  isCatchAll: false,
});
