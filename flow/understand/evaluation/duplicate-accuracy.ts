import { likelySame, meaningfulStems, sameProblem, surelySame } from '../rules/duplicates.ts';
import type { ProblemTrace } from '../rules/duplicates.ts';
import { plainText } from '../rules/plain-text.ts';
import { readWords } from '../rules/words.ts';

import { distanceMetres } from './place-accuracy.ts';

/** A message of history: what it says, where and when, and what a person filed it under. */
export interface TracedMessage {
  readonly text: string;
  readonly topic: string | null;
  readonly sector: string | null;
  readonly lat: number;
  readonly lon: number;
  readonly houseId: string | null;
  readonly at: Date;
  readonly reason: string;
  readonly address: string;
}

/** Weak truth: one reason and one address, or, where there is no address, pins within this many metres. */
const SAME_SPOT_METRES = 50;

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

const DAYS_30 = 30 * 86_400_000;

/** Compares each message with those before it in the neighbourhood, as the queue does. */
export function measureDuplicates(messages: readonly TracedMessage[]): DuplicateAccuracy {
  const sorted = [...messages].sort((a, b) => a.at.getTime() - b.at.getTime());
  const cells = new Map<string, { trace: ProblemTrace; message: TracedMessage }[]>();
  const seen = { offered: 0, right: 0, joined: 0, joinedRight: 0, truePairs: 0, trueOffered: 0 };
  for (const message of sorted) {
    const trace: ProblemTrace = {
      stems: meaningfulStems(readWords(plainText(message.text))),
      topic: message.topic,
      sector: message.sector,
      point: { lat: message.lat, lon: message.lon },
      houseId: message.houseId,
      streetId: null,
      at: message.at,
    };
    const key = `${Math.round(message.lat * 200)},${Math.round(message.lon * 100)}`;
    const near = (cells.get(key) ?? []).filter(
      ({ trace: other }) => trace.at.getTime() - other.at.getTime() <= DAYS_30,
    );
    for (const other of near) {
      const isTrue = isOneProblem(message, other.message);
      const found = sameProblem(trace, other.trace);
      if (isTrue) seen.truePairs += 1;
      if (found === null || found.score < likelySame) continue;
      seen.offered += 1;
      if (isTrue) [seen.right, seen.trueOffered] = [seen.right + 1, seen.trueOffered + 1];
      if (found.score < surelySame) continue;
      seen.joined += 1;
      if (isTrue) seen.joinedRight += 1;
    }
    cells.set(key, [...near, { trace, message }]);
  }
  const share = (count: number, of: number): number =>
    of === 0 ? 0 : Math.round((count / of) * 1000) / 1000;
  return {
    messages: messages.length,
    offered: seen.offered,
    offeredPrecision: share(seen.right, seen.offered),
    joined: seen.joined,
    joinedPrecision: share(seen.joinedRight, seen.joined),
    recall: share(seen.trueOffered, seen.truePairs),
  };
}

function isOneProblem(one: TracedMessage, two: TracedMessage): boolean {
  if (one.reason !== two.reason) return false;
  if (one.address !== '' && two.address !== '') return one.address === two.address;
  return distanceMetres(one, two) <= SAME_SPOT_METRES;
}
