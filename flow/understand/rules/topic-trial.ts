import { withAddedTopics, type AddedTopic } from './added-topics.ts';
import { plainText } from './plain-text.ts';
import { classifyTopic, type TopicModel } from './topic-model.ts';
import { readWords } from './words.ts';

/** A case of the past on which a new topic is tried. The text is the masked one. */
export interface PastCase {
  readonly appealId: string;
  readonly number: string;
  readonly text: string;
  readonly topic: string | null;
}

export interface TrialExample {
  readonly appealId: string;
  readonly number: string;
  readonly excerpt: string;
  readonly topic: string | null;
  /** 0…1, of the new topic. */
  readonly confidence: number;
}

/** What a new topic would have changed. */
export interface TopicTrial {
  readonly looked: number;
  /** Cases whose first guess would be the new topic, and those where it would stand second or third. */
  readonly taken: number;
  readonly offered: number;
  /** Topics the taken cases have today, the most frequent first. */
  readonly takenFrom: readonly { readonly topic: string | null; readonly cases: number }[];
  /** The surest of the taken ones. */
  readonly examples: readonly TrialExample[];
  /** What the phrases are taken for today, the most frequent first. */
  readonly phrasesAre: readonly { readonly topic: string; readonly phrases: number }[];
  /** Different phrases given, and how many of them the others alone would recognise. */
  readonly phrases: number;
  readonly recognised: number;
}

export const mostTrialExamples = 20;
const EXCERPT_LENGTH = 160;

const judge = (text: string, model: TopicModel) => classifyTopic(readWords(plainText(text)), model).topics;

/** Tries a topic with its phrases on cases of the past. `model` must not know the topic yet. */
export function tryTopic(cases: readonly PastCase[], added: AddedTopic, model: TopicModel): TopicTrial {
  const candidate = withAddedTopics(model, [added]);
  const taken: TrialExample[] = [];
  let offered = 0;
  for (const one of cases) {
    const guesses = judge(one.text, candidate);
    const at = guesses.findIndex(({ topic }) => topic === added.topic);
    if (at > 0) offered += 1;
    if (at !== 0) continue;
    const { appealId, number, topic } = one;
    const confidence = guesses[0]?.confidence ?? 0;
    taken.push({ appealId, number, topic, confidence, excerpt: one.text.slice(0, EXCERPT_LENGTH) });
  }
  return {
    looked: cases.length,
    taken: taken.length,
    offered,
    takenFrom: frequent(taken.map(({ topic }) => topic)).map(([topic, n]) => ({ topic, cases: n })),
    examples: taken.sort((a, b) => b.confidence - a.confidence).slice(0, mostTrialExamples),
    phrasesAre: frequent(added.phrases.flatMap((phrase) => judge(phrase, model)[0]?.topic ?? [])).map(
      ([topic, phrases]) => ({ topic, phrases }),
    ),
    phrases: added.phrases.length,
    recognised: added.phrases.filter((phrase) => isRecognised(phrase, added, model)).length,
  };
}

/** Whether the other phrases alone would give this one the topic, first or among the three. */
function isRecognised(phrase: string, { topic, phrases }: AddedTopic, model: TopicModel): boolean {
  const others = withAddedTopics(model, [{ topic, phrases: phrases.filter((one) => one !== phrase) }]);
  return judge(phrase, others).some((guess) => guess.topic === topic);
}

function frequent<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
