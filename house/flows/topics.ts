import { addTopic, changePhrases, checkedPhrases, withdrawTopic } from '#centre/acts/change-topics.ts';
import type { OwnTopicDraft } from '#centre/rules/own-topic.ts';
import { pastCases } from '#flow/understand/queries/past-cases.ts';
import { withAddedTopics } from '#flow/understand/rules/added-topics.ts';
import { maskPersonalData } from '#flow/understand/rules/personal-data.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { tryTopic, type TopicTrial } from '#flow/understand/rules/topic-trial.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';

interface Hand {
  readonly by: string;
  readonly at: Date;
}

/** So many of the latest cases show what a topic would do; a second of work. */
const PAST_CASES = 2000;

/** A phrase copied from a message must not bring its author along: everybody who works here reads phrases. */
function withoutPersons(phrase: string): string {
  const plain = plainText(phrase);
  return maskPersonalData(plain, readWords(plain)).text;
}

/** The name under which a topic that does not exist yet is tried. */
const CANDIDATE = 'candidate';

/**
 * What a topic with these phrases would have changed in the latest cases. Nothing is changed.
 *
 * @param code the region's own topic whose phrases are being changed; `null`: a new one
 */
export async function trialOfTopic(
  tx: Writer,
  { region, understand }: RegionKnowledge,
  code: string | null,
  phrases: readonly string[],
): Promise<Result<TopicTrial, 'phrases_too_few'>> {
  const checked = checkedPhrases(phrases.map(withoutPersons));
  if (!checked.ok) return checked;
  const others = understand.addedTopics.filter(({ topic }) => topic !== code);
  const model = withAddedTopics(understand.trainedModel, others);
  const candidate = { topic: code ?? CANDIDATE, phrases: checked.value };
  return ok(tryTopic(await pastCases(tx, region.id, PAST_CASES), candidate, model));
}

/** Adds a topic of the region's own, handled like the named one. */
export async function addOwnTopic(
  tx: Writer,
  { region, topics }: RegionKnowledge,
  { like, ...draft }: OwnTopicDraft & { readonly like: string },
  hand: Hand,
): Promise<Result<{ readonly code: string }, 'topic_not_found' | 'phrases_too_few' | 'topic_exists'>> {
  const pattern = topics.get(like);
  if (pattern === undefined) return fail({ code: 'topic_not_found', topic: like });
  return addTopic(tx, region.id, { ...draft, phrases: draft.phrases.map(withoutPersons) }, pattern, hand);
}

export const changeOwnPhrases = (
  tx: Writer,
  { region }: RegionKnowledge,
  code: string,
  phrases: readonly string[],
  hand: Hand,
): Promise<Result<true, 'phrases_too_few' | 'not_found'>> =>
  changePhrases(tx, region.id, code, phrases.map(withoutPersons), hand);

export const withdrawOwnTopic = (
  tx: Writer,
  { region }: RegionKnowledge,
  code: string,
  reason: string,
  hand: Hand,
): Promise<Result<true, 'not_found'>> => withdrawTopic(tx, region.id, code, reason, hand);
