import { fewestPhrases } from '#centre/rules/own-topic.ts';
import { topicsToAdd, withAddedTopics, type AddedTopic } from '#flow/understand/rules/added-topics.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readTopicModelParts } from '#flow/understand/rules/topic-model-file.ts';
import { classifyTopic, readTopicModel, type TopicModel } from '#flow/understand/rules/topic-model.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import type { LabelledText } from '#flow/understand/training/labelled-text.ts';
import { learnFurther, tuneFurther } from '#flow/understand/training/learn-further.ts';
import {
  ALONE_PRECISION,
  decidePromotion,
  lackingFor,
  type Comparison,
  type Decision,
  type Measured,
  type TrainingCounts,
} from '../rules/promotion.ts';
import { learningWeight, type TruthBasis } from '../rules/quality.ts';

/** A case of known topic, as it travels to where the learning is done. */
export interface TaughtCase {
  readonly text: string;
  readonly topic: string;
  readonly basis: TruthBasis;
  /** When it was received, milliseconds. */
  readonly at: number;
}

/** A topic of the region that is in use. */
export interface TopicInUse extends AddedTopic {
  readonly name: string;
}

export interface RetrainRequest {
  /** The model that ships: every learning goes on from it, so that learnings never pile up. */
  readonly shipped: Uint8Array;
  /** The model in force; `null`: the shipped one. */
  readonly inForce: Uint8Array | null;
  /** Oldest first, masked. */
  readonly cases: readonly TaughtCase[];
  /** The region's topics: no others are learnt or guessed, and by their phrases those nobody writes about are kept in mind. */
  readonly topics: readonly TopicInUse[];
  /** Milliseconds: cases from here on compare, those before teach. */
  readonly windowFrom: number;
  /** YYYY-MM-DD */
  readonly trainedOn: string;
}

export interface RetrainResult {
  readonly counts: TrainingCounts;
  readonly decision: Decision;
  /** `null` where there was too little to learn from. */
  readonly comparison: Comparison | null;
  /** The model: of a promoted one what it learnt from all cases; `null` where nothing was learnt. */
  readonly model: {
    readonly bytes: Uint8Array;
    readonly version: string;
    readonly learntFrom: Readonly<Record<string, number>>;
    /** The newest case it was taught, milliseconds. */
    readonly learntUntil: number;
  } | null;
}

/** Asked for on the cases that tune, so that a month's drift does not take it below what must hold. */
const TUNED_PRECISION = ALONE_PRECISION + 0.02;
/** Of the cases that teach: the newest, which tune. */
const TUNING_SHARE = 0.2;
const PHRASE_WEIGHT = 2;

interface Taught extends LabelledText {
  readonly basis: TruthBasis;
  readonly at: Date;
}

/**
 * Learns from a region's own cases and compares what was learnt with the model in force on the newest ones, which neither has
 * seen. A candidate that wins learns once more, from all cases. Takes seconds to minutes and nothing is awaited: run it apart
 * from whatever answers requests.
 */
export function retrainTopics(request: RetrainRequest): RetrainResult {
  const inUse = new Set(request.topics.map(({ topic }) => topic));
  const cases = request.cases.filter(({ topic }) => inUse.has(topic)).map(readCase);
  const before = cases.filter(({ at }) => at.getTime() < request.windowFrom);
  const window = cases.slice(before.length);
  const counts: TrainingCounts = {
    learnt: before.length,
    cases: window.length,
    checked: window.filter(({ basis }) => basis !== 'survived').length,
  };
  const lacking = lackingFor(counts);
  if (lacking.length > 0)
    return { counts, decision: { outcome: 'too_few', against: lacking }, comparison: null, model: null };

  const learn = learner(request, before);
  const candidate = learn(before);
  const worth = (bytes: Uint8Array): Measured => measure(asModel(bytes, request.topics), window, inUse);
  const comparison: Comparison = {
    from: new Date(request.windowFrom).toISOString(),
    to: (window.at(-1)?.at ?? new Date(request.windowFrom)).toISOString(),
    ...counts,
    candidate: worth(candidate.bytes),
    inForce: worth(request.inForce ?? request.shipped),
  };
  const decision = decidePromotion(comparison);
  const model = decision.outcome === 'promoted' ? learn(cases) : candidate;
  return { counts, decision, comparison: named(comparison, model.version), model };
}

/** Learns on top of the shipped model from phrases and cases; how far to go from it is found on the newest of `before`. */
function learner({ shipped, topics, trainedOn }: RetrainRequest, before: readonly Taught[]) {
  const base = readTopicModelParts(shipped.slice().buffer);
  const phrases = topics.flatMap(({ topic, name, phrases: said }) =>
    [name, ...said].map((text) => madeUp(topic, text)),
  );
  const tuned = Math.floor(before.length * (1 - TUNING_SHARE));
  const tuning = tuneFurther(
    base,
    knownWell([...phrases, ...before.slice(0, tuned)], base.head.labels),
    before.slice(tuned),
    TUNED_PRECISION,
  );
  return (taught: readonly Taught[]) => {
    const learntFrom = { ...countBy(taught), phrases: phrases.length };
    const head = { trainedOn, precision: ALONE_PRECISION, learntFrom };
    const bytes = learnFurther(base, knownWell([...phrases, ...taught], base.head.labels), tuning, head);
    const { version } = readTopicModelParts(bytes.slice().buffer).head;
    return { bytes, version, learntFrom, learntUntil: taught.at(-1)?.at.getTime() ?? 0 };
  };
}

/** Without texts of topics the base does not know and too few cases tell of: their phrases alone do better, as added ones. */
function knownWell(texts: readonly LabelledText[], base: readonly string[]): LabelledText[] {
  const cases = new Map<string, number>(base.map((topic) => [topic, fewestPhrases]));
  for (const { label, isMadeUp } of texts)
    if (isMadeUp !== true) cases.set(label, (cases.get(label) ?? 0) + 1);
  return texts.filter(({ label }) => (cases.get(label) ?? 0) >= fewestPhrases);
}

/** The figures are those of the candidate, which had not seen the window; the model kept under them has learnt from it too. */
const named = (comparison: Comparison, version: string): Comparison => ({
  ...comparison,
  candidate: { ...comparison.candidate, version },
});

const readCase = ({ text, topic, basis, at }: TaughtCase): Taught => ({
  words: readWords(plainText(text)),
  label: topic,
  place: null,
  at: new Date(at),
  weight: learningWeight[basis],
  basis,
});

const madeUp = (topic: string, text: string): LabelledText => ({
  words: readWords(plainText(text)),
  label: topic,
  place: null,
  at: null,
  weight: PHRASE_WEIGHT,
  isMadeUp: true,
});

/** A model as it works in the region: it also knows the topics that were added to it. */
function asModel(bytes: Uint8Array, topics: readonly AddedTopic[]): TopicModel {
  const model = readTopicModel(bytes.slice().buffer);
  return withAddedTopics(model, topicsToAdd(topics, model));
}

function countBy(cases: readonly Taught[]): Record<TruthBasis, number> {
  const counts = { corrected: 0, confirmed: 0, survived: 0 };
  for (const { basis } of cases) counts[basis] += 1;
  return counts;
}

/**
 * How a model does on cases it has not seen.
 *
 * @param inUse topics that may be guessed: of others a model may know, nobody hears
 */
export function measure(
  model: TopicModel,
  cases: readonly LabelledText[],
  inUse: ReadonlySet<string>,
): Measured {
  const byTopic: Record<string, { n: number; right: number; said: number }> = {};
  const of = (topic: string) => (byTopic[topic] ??= { n: 0, right: 0, said: 0 });
  const sums = { right: 0, alone: 0, aloneRight: 0 };
  for (const { words, label } of cases) {
    const { topics, isSure } = classifyTopic(words, model);
    const first = topics.find(({ topic }) => inUse.has(topic));
    const isAlone = isSure && first === topics[0];
    const isRight = first?.topic === label;
    const own = of(label);
    own.n += 1;
    if (first !== undefined) of(first.topic).said += 1;
    if (isRight) own.right += 1;
    if (isRight) sums.right += 1;
    if (isAlone) sums.alone += 1;
    if (isAlone && isRight) sums.aloneRight += 1;
  }
  return { version: model.head.version, ...sums, byTopic };
}
