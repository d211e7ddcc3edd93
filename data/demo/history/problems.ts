import type { MessageKind } from '#kernel/appeal.ts';
import type { Topic } from '#centre/rules/topic.ts';
import { topicByCode } from '#data/topics/topics.ts';
import { topicsOfQuestions, topicsOfSuggestions } from '../grammar/compose.ts';
import type { Random } from '../random.ts';
import { findPlace } from './atlas.ts';
import type { Atlas, Found } from './atlas.ts';
import { afterWork, busyness, laterDays, momentOfDay, monthOf } from './clock.ts';
import { topicWeights } from './seasons.ts';

/** One matter and all who write about it. */
export interface Matter {
  readonly key: string;
  readonly kind: MessageKind;
  readonly topic: Topic | null;
  /** The moment after which the thing itself may be gone. */
  readonly fixedAt: Date;
  /** Name of the event it belongs to, if any. */
  readonly surge: string | null;
  readonly reports: readonly Report[];
}

export interface Report extends Found {
  readonly at: Date;
}

function sizeOf(chance: Random): number {
  const kind = chance.weighted({ one: 0.78, two: 0.12, few: 0.08, many: 0.02 });
  if (kind === 'one') return 1;
  if (kind === 'two') return 2;
  return kind === 'few' ? chance.int(3, 5) : chance.int(6, 12);
}

export function topicNamed(code: string): Topic {
  const topic = topicByCode(code);
  if (topic === undefined) throw new Error(`no topic ${code}`);
  return topic;
}

function kindsTopic(
  kind: MessageKind,
  month: Readonly<Record<string, number>>,
  chance: Random,
): Topic | null {
  if (kind === 'spam' || kind === 'not_a_problem') return null;
  if (kind === 'suggestion') return topicNamed(chance.pick(topicsOfSuggestions));
  if (kind === 'question') return topicNamed(chance.pick(topicsOfQuestions));
  return topicNamed(kind === 'thanks' ? 'thanks' : chance.weighted(month));
}

/** Neighbours name the same place in their own way: another exactness, sometimes the next landmark. */
function retold(found: Found, isFirst: boolean, chance: Random): Found {
  if (isFirst || chance.chance(0.55)) return found;
  const { place } = found;
  const ways: Found['mention'][] =
    place.house !== null
      ? ['house', 'street', 'vague']
      : place.landmark !== null
        ? ['landmark', 'street']
        : place.street !== null
          ? ['street', 'vague']
          : ['settlement', 'none'];
  return { place, mention: chance.pick(ways) };
}

function ordinaryMatter(
  key: string,
  day: Date,
  atlas: Atlas,
  month: Readonly<Record<string, number>>,
  chance: Random,
): Matter {
  const kind = chance.weighted<MessageKind>({
    problem: 0.872,
    suggestion: 0.035,
    question: 0.042,
    thanks: 0.018,
    not_a_problem: 0.019,
    spam: 0.014,
  });
  const topic = kindsTopic(kind, month, chance);
  const first = momentOfDay(day, chance);
  const place: Found = findPlace(
    atlas,
    chance.weighted(atlas.weights),
    topic ?? topicNamed('thanks'),
    chance,
  );
  const size = kind === 'problem' ? sizeOf(chance) : 1;
  const span = Math.min(14, (topic?.fixDays ?? 6) * 0.6);
  const reports = Array.from({ length: size }, (_, index): Report => ({
    ...retold(place, index === 0, chance),
    at: index === 0 ? first : momentOfDay(laterDays(first, chance.next() ** 2 * span), chance),
  })).map((report) =>
    report.at < first ? { ...report, at: new Date(first.getTime() + chance.int(5, 300) * 60_000) } : report,
  );
  const last = reports.reduce((latest, { at }) => (at > latest ? at : latest), first);
  return { key, kind, topic, surge: null, reports, fixedAt: afterWork(last, chance.int(60, 900)) };
}

/** The quiet life of the region, day by day. */
export function ordinaryMatters(atlas: Atlas, until: Date, days: number, chance: Random): Matter[] {
  const matters: Matter[] = [];
  for (let back = days; back >= 0; back -= 1) {
    const day = laterDays(until, -back);
    const month = topicWeights(monthOf(day));
    const count = Math.round(62 * busyness(day) * chance.between(0.85, 1.15));
    for (let index = 0; index < count; index += 1) {
      matters.push(
        ordinaryMatter(`p${String(matters.length + 1).padStart(5, '0')}`, day, atlas, month, chance),
      );
    }
  }
  return matters;
}
