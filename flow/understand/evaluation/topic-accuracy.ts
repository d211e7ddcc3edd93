import { classifyTopic } from '../rules/topic-model.ts';
import type { TopicModel } from '../rules/topic-model.ts';
import type { Words } from '../rules/words.ts';

/** Shares, 0…1. */
export interface TopicAccuracy {
  readonly texts: number;
  readonly topic: number;
  readonly topThree: number;
  readonly sector: number;
  /** Share of texts judged with enough confidence to act alone, and how many of those are right. */
  readonly actsAlone: number;
  readonly actsAlonePrecision: number;
  /** Mean gap between confidence and the share of right answers, over ten bands. */
  readonly calibrationError: number;
}

/** How well a model names topics of texts whose topic is known. */
export function measureTopics(
  model: TopicModel,
  examples: readonly { readonly words: Words; readonly label: string }[],
  sectorOf: ReadonlyMap<string, string>,
): TopicAccuracy {
  const hits = { topic: 0, topThree: 0, sector: 0, alone: 0, aloneRight: 0 };
  const bands = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { words, label: topic } of examples) {
    const { topics, isSure } = classifyTopic(words, model);
    const first = topics[0];
    const isRight = first?.topic === topic;
    if (isRight) hits.topic += 1;
    if (topics.some((guess) => guess.topic === topic)) hits.topThree += 1;
    if (first !== undefined && sectorOf.get(first.topic) === sectorOf.get(topic)) hits.sector += 1;
    const confidence = first?.confidence ?? 0;
    if (isSure) {
      hits.alone += 1;
      if (isRight) hits.aloneRight += 1;
    }
    const band = bands[Math.min(9, Math.floor(confidence * 10))];
    if (band === undefined) continue;
    band.count += 1;
    band.confidence += confidence;
    if (isRight) band.right += 1;
  }
  const texts = examples.length;
  const gap = bands.reduce((sum, band) => sum + Math.abs(band.confidence - band.right), 0);
  const share = (count: number): number => (texts === 0 ? 0 : Math.round((count / texts) * 10_000) / 10_000);
  return {
    texts,
    topic: share(hits.topic),
    topThree: share(hits.topThree),
    sector: share(hits.sector),
    actsAlone: share(hits.alone),
    actsAlonePrecision: hits.alone === 0 ? 1 : Math.round((hits.aloneRight / hits.alone) * 10_000) / 10_000,
    calibrationError: share(gap),
  };
}
