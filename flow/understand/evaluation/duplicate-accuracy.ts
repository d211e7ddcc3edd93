import { likelySame, sameProblem } from '../rules/duplicates.ts';
import { ProblemIndex } from '../rules/duplicates-index.ts';
import { commonness } from '../rules/duplicates-rarity.ts';
import type { ProblemTrace } from '../rules/duplicates-trace.ts';
import { problemTokens } from '../rules/duplicates-trace.ts';
import { metresApart } from '../rules/duplicates-features.ts';
import { plainText } from '../rules/plain-text.ts';
import { classifyTopic } from '../rules/topic-model.ts';
import type { TopicModel } from '../rules/topic-model.ts';
import { readWords } from '../rules/words.ts';
import { readRecords } from './real-data.ts';

/** A message of history: what it says, where and when, and what a person filed it under. */
export interface TracedMessage {
  readonly id: string;
  readonly text: string;
  readonly address: string;
  readonly reason: string;
  readonly trace: ProblemTrace;
}

const DAYS_30 = 30 * 86_400_000;
const SAME_SPOT_METRES = 50;

/** Messages of the city portal, oldest first. */
export async function portalMessages(file: string, model: TopicModel): Promise<TracedMessage[]> {
  const messages = (await readRecords(file)).map((row): TracedMessage => {
    const words = readWords(plainText(row['text'] ?? ''));
    const address = row['address'] ?? '';
    return {
      id: row['id'] ?? '',
      text: row['text'] ?? '',
      address,
      reason: row['reason'] ?? '',
      trace: {
        stems: problemTokens(words),
        topics: classifyTopic(words, model).topics,
        label: null,
        point: { lat: Number(row['lat']), lon: Number(row['lon']) },
        shape: null,
        houseId: address === '' ? null : address,
        streetId: null,
        at: new Date(`${row['created_at']}Z`),
      },
    };
  });
  return messages.toSorted((a, b) => a.trace.at.getTime() - b.trace.at.getTime());
}

/** Weak truth: one reason within 30 days and one address, or, where there is no address, pins within 50 metres. */
export function isOneProblem(one: TracedMessage, two: TracedMessage): boolean {
  if (one.reason !== two.reason) return false;
  if (Math.abs(one.trace.at.getTime() - two.trace.at.getTime()) > DAYS_30) return false;
  if (one.address !== '' && two.address !== '') return one.address === two.address;
  return (metresApart(one.trace.point, two.trace.point) ?? Infinity) <= SAME_SPOT_METRES;
}

export interface DuplicateAccuracy {
  readonly messages: number;
  /** Pairs offered as likely the same, and the share with equal truth. */
  readonly offered: number;
  readonly offeredPrecision: number;
  readonly joined: number;
  readonly joinedPrecision: number;
  /** Of pairs with equal truth within 30 days: the share offered. */
  readonly recall: number;
}

/** Compares each message from `since` on with those before it in the neighbourhood, as the queue does. */
export function measureDuplicates(messages: readonly TracedMessage[], since: Date): DuplicateAccuracy {
  const index = new ProblemIndex<TracedMessage>(commonness);
  const seen = { offered: 0, right: 0, joined: 0, joinedRight: 0, truePairs: 0, trueOffered: 0 };
  let asked = 0;
  for (const message of messages) {
    if (message.trace.at >= since) {
      asked += 1;
      const { sought, found } = index.near(message.trace);
      for (const { id: other, trace } of found) {
        const isTrue = isOneProblem(message, other);
        const same = sameProblem(sought, trace);
        if (isTrue) seen.truePairs += 1;
        if (same === null || same.score < likelySame) continue;
        seen.offered += 1;
        if (isTrue) [seen.right, seen.trueOffered] = [seen.right + 1, seen.trueOffered + 1];
        if (!same.isSure) continue;
        seen.joined += 1;
        if (isTrue) seen.joinedRight += 1;
      }
    }
    index.add(message, message.trace);
  }
  const share = (count: number, of: number): number =>
    of === 0 ? 0 : Math.round((count / of) * 1000) / 1000;
  return {
    messages: asked,
    offered: seen.offered,
    offeredPrecision: share(seen.right, seen.offered),
    joined: seen.joined,
    joinedPrecision: share(seen.joinedRight, seen.joined),
    recall: share(seen.trueOffered, seen.truePairs),
  };
}
