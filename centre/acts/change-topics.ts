import { fail, ok, type Result } from '#kernel/result.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import {
  deactivateTopic,
  insertOwnTopic,
  lockTopicList,
  ownTopicRow,
  setExamples,
  topicCodes,
  topicNamed,
} from '../queries/own-topics.ts';
import {
  distinctPhrases,
  fewestPhrases,
  ownTopic,
  ownTopicCode,
  type OwnTopicDraft,
} from '../rules/own-topic.ts';
import type { Topic } from '../rules/topic.ts';

interface Hand {
  readonly by: string;
  readonly at: Date;
}

/** Phrases enough to guess by, without repeats. */
export function checkedPhrases(phrases: readonly string[]): Result<string[], 'phrases_too_few'> {
  const distinct = distinctPhrases(phrases);
  return distinct.length >= fewestPhrases
    ? ok(distinct)
    : fail({ code: 'phrases_too_few', given: distinct.length, needed: fewestPhrases });
}

/**
 * Adds a topic of the region's own, handled like the pattern. It is proposed as soon as what is known of the region is read anew.
 *
 * @returns its code; `topic_exists` when the sector has a topic of this name
 */
export async function addTopic(
  tx: Writer,
  regionId: number,
  draft: OwnTopicDraft,
  pattern: Topic,
  { by, at }: Hand,
): Promise<Result<{ readonly code: string }, 'phrases_too_few' | 'topic_exists'>> {
  const phrases = checkedPhrases(draft.phrases);
  if (!phrases.ok) return phrases;
  await lockTopicList(tx, regionId);
  if (await topicNamed(tx, regionId, pattern.sector, draft.name)) return fail({ code: 'topic_exists' });
  const code = ownTopicCode(draft.name, await topicCodes(tx, regionId));
  await insertOwnTopic(tx, regionId, ownTopic({ ...draft, phrases: phrases.value }, pattern, code), {
    by,
    at,
  });
  await log(
    tx,
    regionId,
    'added_topic',
    code,
    { by, at },
    { like: pattern.code, phrases: phrases.value.length },
  );
  return ok({ code });
}

/** Gives one of the region's own topics other phrases. */
export async function changePhrases(
  tx: Writer,
  regionId: number,
  code: string,
  given: readonly string[],
  hand: Hand,
): Promise<Result<true, 'phrases_too_few' | 'not_found'>> {
  const phrases = checkedPhrases(given);
  if (!phrases.ok) return phrases;
  await lockTopicList(tx, regionId);
  if ((await ownTopicRow(tx, regionId, code)) === undefined) return fail({ code: 'not_found' });
  await setExamples(tx, regionId, code, phrases.value);
  await log(tx, regionId, 'changed_topic_phrases', code, hand, { phrases: phrases.value.length });
  return ok(true);
}

/** Takes one of the region's own topics out of use; cases that have it keep it. */
export async function withdrawTopic(
  tx: Writer,
  regionId: number,
  code: string,
  reason: string,
  hand: Hand,
): Promise<Result<true, 'not_found'>> {
  await lockTopicList(tx, regionId);
  if ((await ownTopicRow(tx, regionId, code)) === undefined) return fail({ code: 'not_found' });
  await deactivateTopic(tx, regionId, code);
  await log(tx, regionId, 'withdrew_topic', code, hand, { reason });
  return ok(true);
}

const log = (
  tx: Writer,
  regionId: number,
  action: string,
  code: string,
  { by, at }: Hand,
  details: Readonly<Record<string, string | number>>,
): Promise<void> =>
  audit(tx, regionId, [{ at, actor: by, action, subjectKind: 'topic', subjectId: code, details }]);
