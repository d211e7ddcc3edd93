import type { Point } from '#kernel/place.ts';

import { kindOfToken, problemTokens } from './duplicates-trace.ts';
import type { ProblemTrace } from './duplicates-trace.ts';
import { plainText } from './plain-text.ts';
import { classifyTopic } from './topic-model.ts';
import type { TopicModel } from './topic-model.ts';
import { readWords } from './words.ts';

/** A message as an archive keeps it. */
export interface ArchivedAppeal {
  readonly text: string;
  /** In its own column, as the archive writes it; empty where there is none. */
  readonly address: string;
  readonly label: string | null;
  readonly point: Point | null;
  readonly at: Date | null;
}

/** The trace of a message of an archive, without a register of addresses: houses are told apart by street and number as written. */
export function appealTrace(appeal: ArchivedAppeal, model: TopicModel): ProblemTrace {
  const words = readWords(plainText(appeal.text));
  const given = problemTokens(readWords(plainText(appeal.address)));
  const houses = given.filter((token) => kindOfToken(token) === 2 || kindOfToken(token) === 3);
  const house = houses.at(-1);
  return {
    stems: [...new Set([...problemTokens(words), ...houses])].sort((a, b) => a - b),
    topics: classifyTopic(words, model).topics,
    label: appeal.label,
    point: appeal.point,
    shape: null,
    houseId: house === undefined ? null : String(house),
    streetId: null,
    at: appeal.at ?? new Date(Number.NaN),
  };
}
