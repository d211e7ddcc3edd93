import type { MessageKind } from '#kernel/appeal.ts';
import type { DemoRegion } from './demo-region.ts';
import type { Position } from './geography/plane.ts';
import { compose } from './grammar/compose.ts';
import type { DemoChannel, Written } from './grammar/compose.ts';
import type { Mention } from './grammar/places.ts';
import { openAtlas, pointOf } from './history/atlas.ts';
import type { Atlas } from './history/atlas.ts';
import { authorPool } from './history/authors.ts';
import type { Author } from './history/authors.ts';
import { deskHours, later, laterDays } from './history/clock.ts';
import { outsideNote, pointOutside, unknownPlace } from './history/outside.ts';
import { planStory } from './history/plan-story.ts';
import { ordinaryMatters } from './history/problems.ts';
import type { Matter, Report } from './history/problems.ts';
import { staffDesk } from './history/staff-desk.ts';
import type { StaffDesk } from './history/staff-desk.ts';
import { standAfter } from './history/stand.ts';
import type { Stand } from './history/stand.ts';
import type { StoryStep } from './history/story.ts';
import { surgeMatters } from './history/surges.ts';
import { subjectOf } from './photos/subjects.ts';
import type { PhotoSubject } from './photos/subjects.ts';
import { random } from './random.ts';
import type { Random } from './random.ts';

/** What is true about a message, whatever its text says: the measure for understanding and for merging. */
export interface Truth {
  readonly kind: MessageKind;
  /** `null` for spam and idle talk. */
  readonly topic: string | null;
  /** How exactly the text names the place; the place below is known more exactly than that. */
  readonly mention: Mention;
  readonly isOutside: boolean;
  readonly municipality: string | null;
  readonly settlement: string | null;
  readonly street: string | null;
  readonly house: string | null;
  readonly point: Position | null;
  /** Messages about one and the same problem share it; `null` for what is no case. */
  readonly problem: string | null;
  /** Key of the first message about that problem, `null` in the first itself. */
  readonly sameProblemAs: string | null;
  /** Key of the earlier message of the same person about the same thing. */
  readonly repeatOf: string | null;
  /** Name of the event: `burst_main`, `snowfall`, `waste_failure`… */
  readonly surge: string | null;
  /** Who should get it; `null`: the register does not say. */
  readonly authority: string | null;
}

/** One message of the demonstration, ready to be delivered by the channel it came in. */
export interface DemoMessage {
  /** `m00001`, in time order; good as an external id. */
  readonly key: string;
  readonly channel: DemoChannel;
  readonly sentAt: Date;
  /** Everyone sees it: wall comments. */
  readonly isPublic: boolean;
  readonly author: Author;
  readonly subject: string | null;
  readonly text: string;
  /** A geotag the author attached, if any; a few metres off. */
  readonly geotag: Position | null;
  /** A picture of `photos/draw-photo.ts`; `seed` makes it differ from others. */
  readonly photo: { readonly subject: PhotoSubject; readonly seed: number } | null;
  readonly truth: Truth;
  /** What follows, in time order, nothing later than `until`. */
  readonly story: readonly StoryStep[];
  /** Where the case stands when the story has been told. */
  readonly stand: Stand;
}

export interface HistoryRequest {
  readonly region: DemoRegion;
  /** The last moment: everything happens before it. */
  readonly until: Date;
  /** How many days back; 90 gives about seven thousand messages. */
  readonly days: number;
  readonly seed: number;
}

interface Telling {
  readonly matter: Matter;
  readonly report: Report;
  readonly author: Author;
  readonly sentAt: Date;
  readonly channel: DemoChannel;
  /** The earlier telling of the same author. */
  readonly repeatOf: Telling | null;
}

function tell(matter: Matter, pick: (settlement: string) => Author, until: Date, chance: Random): Telling[] {
  const isIdle = matter.kind === 'spam' || matter.kind === 'not_a_problem';
  return matter.reports.flatMap((report): Telling[] => {
    const author = pick(report.place.settlement?.code ?? '');
    const channel = isIdle
      ? chance.pick(['vk_wall', 'vk_wall', 'vk_private', 'email'] as const)
      : chance.weighted<DemoChannel>(author.channels);
    const sentAt = channel === 'desk' ? deskHours(report.at, chance) : report.at;
    const first: Telling = { matter, report, author, sentAt, channel, repeatOf: null };
    const again: Telling[] =
      matter.kind === 'problem' && chance.chance(0.055)
        ? [
            {
              ...first,
              sentAt: later(laterDays(sentAt, chance.int(4, 20)), chance.int(0, 400)),
              channel: channel === 'desk' ? 'portal' : channel,
              repeatOf: first,
            },
          ]
        : [];
    return [first, ...again].filter((telling) => telling.sentAt <= until);
  });
}

const photoShare: Readonly<Record<DemoChannel, number>> = {
  portal: 0.55,
  vk_private: 0.35,
  vk_wall: 0.15,
  email: 0.3,
  desk: 0,
};
const geotagShare: Readonly<Record<DemoChannel, number>> = {
  portal: 0.42,
  vk_private: 0.03,
  vk_wall: 0,
  email: 0,
  desk: 0.1,
};

function nearby(point: Position | null, chance: Random): Position | null {
  if (point === null) return null;
  const shift = (value: number, step: number) => Math.round((value + chance.normal() * step) * 1e6) / 1e6;
  return [shift(point[0], 0.00025), shift(point[1], 0.00013)];
}

interface Studio {
  readonly atlas: Atlas;
  readonly desk: StaffDesk;
  readonly until: Date;
}

type Numbered = Telling & {
  readonly key: string;
  readonly firstKey: string;
  readonly repeatKey: string | null;
};

function truthOf(telling: Numbered, desk: StaffDesk, isOutside: boolean, chance: Random): Truth {
  const { matter, report, key, firstKey, repeatKey } = telling;
  const { topic } = matter;
  const { settlement, street, house } = topic === null || isOutside ? unknownPlace : report.place;
  const municipality = settlement?.municipality ?? null;
  const body = topic === null || isOutside ? null : desk.responsibleOf(topic, report.place, municipality);
  const inside = settlement === null ? null : pointOf(report.place, chance);
  return {
    kind: matter.kind,
    topic: topic?.code ?? null,
    mention: isOutside ? 'none' : report.mention,
    isOutside,
    municipality,
    settlement: settlement?.code ?? null,
    street: street?.code ?? null,
    house: house?.code ?? null,
    point: isOutside ? pointOutside(chance) : inside,
    problem: topic === null ? null : matter.key,
    sameProblemAs: firstKey === key || topic === null ? null : firstKey,
    repeatOf: repeatKey,
    surge: matter.surge,
    authority: body?.authority ?? null,
  };
}

function isBeyondBorder({ kind, topic, surge }: Matter, chance: Random): boolean {
  return surge === null && kind === 'problem' && topic?.sector === 'roads' && chance.chance(0.03);
}

/** Events of hours, not of weeks. */
const freshSurges = new Set(['burst_main', 'power_cut_today', 'storm']);

function write(telling: Numbered, truth: Truth, hasPhoto: boolean, chance: Random): Written {
  const { matter, author, channel } = telling;
  const place = truth.isOutside ? unknownPlace : telling.report.place;
  const { hand, signature, phone, isWoman } = author;
  const { kind, topic, mention } = truth;
  const isRepeat = telling.repeatKey !== null;
  const isFresh = truth.surge !== null && freshSurges.has(truth.surge) && !isRepeat;
  const written = compose(
    { channel, kind, topic, place, mention, isRepeat, hasPhoto, hand, signature, phone, isWoman, isFresh },
    chance,
  );
  return matter.topic !== null && truth.isOutside
    ? { ...written, text: written.text + outsideNote(author, chance) }
    : written;
}

function toMessage(telling: Numbered, { desk, until }: Studio, chance: Random): DemoMessage {
  const { matter, report, author, channel, sentAt, key } = telling;
  const { kind, topic, fixedAt } = matter;
  const truth = truthOf(telling, desk, isBeyondBorder(matter, chance), chance);
  const { municipality, mention, isOutside } = truth;
  const subject = topic === null ? null : subjectOf(topic.code);
  const hasPhoto = subject !== null && kind === 'problem' && chance.chance(photoShare[channel]);
  const written = write(telling, truth, hasPhoto, chance);
  const place = isOutside ? unknownPlace : report.place;
  const story = planStory(
    { kind, topic, sentAt, place, municipality, mention, fixedAt, until },
    desk,
    chance,
  );
  return {
    key,
    channel,
    sentAt,
    isPublic: channel === 'vk_wall',
    author,
    ...written,
    geotag: kind === 'problem' && chance.chance(geotagShare[channel]) ? nearby(truth.point, chance) : null,
    photo: hasPhoto ? { subject, seed: chance.int(1, 1_000_000) } : null,
    truth,
    story,
    stand: standAfter(kind, story),
  };
}

function numberThem(tellings: readonly Telling[]): Numbered[] {
  const ordered = [...tellings].sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime());
  const keys = new Map(ordered.map((telling, index) => [telling, `m${String(index + 1).padStart(5, '0')}`]));
  const firsts = new Map<string, string>();
  return ordered.map((telling) => {
    const key = keys.get(telling) ?? '';
    const firstKey = firsts.get(telling.matter.key) ?? key;
    firsts.set(telling.matter.key, firstKey);
    return {
      ...telling,
      key,
      firstKey,
      repeatKey: telling.repeatOf === null ? null : (keys.get(telling.repeatOf) ?? null),
    };
  });
}

/**
 * Ninety days of the invented region: messages in time order, each with what is true about it and what was done.
 * Pure and repeatable: the same request gives the same history, byte for byte; about a second for ninety days.
 */
export function demoHistory({ region, until, days, seed }: HistoryRequest): DemoMessage[] {
  const chance = random(seed);
  const atlas = openAtlas(region);
  const desk = staffDesk(region);
  const from = laterDays(until, -days);
  const matters = [
    ...ordinaryMatters(atlas, until, days, chance.fork('ordinary')),
    ...surgeMatters(region, atlas, until, chance.fork('surges')),
  ];
  const pick = authorPool(chance.fork('authors'));
  const telling = chance.fork('telling');
  const tellings = matters
    .flatMap((matter) => tell(matter, pick, until, telling))
    .filter(({ sentAt }) => sentAt >= from);
  return numberThem(tellings).map((numbered) =>
    toMessage(numbered, { atlas, desk, until }, chance.fork(`message ${numbered.key}`)),
  );
}
