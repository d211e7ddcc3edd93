import { addTopic, changePhrases, checkedPhrases, withdrawTopic } from '#centre/acts/change-topics.ts';
import type { OwnTopicDraft } from '#centre/rules/own-topic.ts';
import { runInThread } from '#flow/learn/training/in-thread.ts';
import { modelFileInForce } from '#flow/understand/acts/region-model.ts';
import { pastCases } from '#flow/understand/queries/past-cases.ts';
import { maskPersonalData } from '#flow/understand/rules/personal-data.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import type { TopicTrial } from '#flow/understand/rules/topic-trial.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import type { TopicTrialRequest } from '#flow/understand/training/topic-trial-thread.ts';
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

const thread = new URL('../../flow/understand/training/topic-trial-thread.ts', import.meta.url);

/**
 * What a topic with these phrases would have changed in the latest cases. Nothing is changed. The cases are read in one short
 * transaction and judged in a thread beside the program, which goes on answering.
 *
 * @param code the region's own topic whose phrases are being changed; `null`: a new one
 * @param read runs its work in a transaction that sees what whoever asks may see
 */
export async function trialOfTopic(
  { region, understand }: RegionKnowledge,
  code: string | null,
  phrases: readonly string[],
  read: <T>(work: (tx: Writer) => Promise<T>) => Promise<T>,
): Promise<Result<TopicTrial, 'phrases_too_few'>> {
  const checked = checkedPhrases(phrases.map(withoutPersons));
  if (!checked.ok) return checked;
  const request: TopicTrialRequest = await read(async (tx) => ({
    model: await modelFileInForce(tx, region.id, understand.unreadableModel),
    others: understand.addedTopics.filter(({ topic }) => topic !== code),
    candidate: { topic: code ?? CANDIDATE, phrases: checked.value },
    cases: await pastCases(tx, region.id, PAST_CASES),
  }));
  return ok(await afterOthers(() => runInThread<TopicTrial>(thread, request, null)));
}

let underWay: Promise<unknown> = Promise.resolve();

/** Trials wait for each other: every thread loads a model of its own, and impatient clicks must not fill the memory. */
function afterOthers<T>(work: () => Promise<T>): Promise<T> {
  const mine = underWay.then(work);
  underWay = mine.catch(() => null);
  return mine;
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
