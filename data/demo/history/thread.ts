import type { MessageKind } from '#kernel/appeal.ts';
import type { Topic } from '#centre/rules/topic.ts';
import type { Mention, TruePlace } from '../grammar/places.ts';
import type { Random } from '../random.ts';
import type { AnswerAbout } from './answers.ts';
import type { StaffDesk } from './staff-desk.ts';
import type { StoryStep } from './story.ts';

/** What a story is planned from. */
export interface StoryRequest {
  readonly kind: MessageKind;
  readonly topic: Topic | null;
  readonly sentAt: Date;
  readonly place: TruePlace;
  readonly municipality: string | null;
  readonly mention: Mention;
  /** The problem itself is not gone before this moment, whoever asks. */
  readonly fixedAt: Date;
  readonly until: Date;
}

/** Bodies that answer badly, so that the ranking has something to show. */
const lazyBodies = new Set([
  'uk_yasnozersk_9',
  'uk_rudoyarsk_3',
  'adm_zhuravsky',
  'waste_clean_land',
  'uk_yasnozersk_5',
  'adm_ladinsky',
]);
/** How slow a body is; 1 is usual. */
export const pace: Readonly<Record<string, number>> = {
  adm_zhuravsky: 2.2,
  capital_roads: 1.3,
  uk_yasnozersk_9: 2.4,
  capital_light: 0.5,
  waste_clean_land: 1.6,
  waste_north: 0.7,
  adm_veletsky: 0.7,
  heat_rudoyarsk: 1.8,
  uk_yasnozersk_2: 0.5,
};

/** A story being written: the moment it has reached and the steps so far. */
export interface Thread {
  readonly request: StoryRequest;
  readonly topic: Topic;
  readonly desk: StaffDesk;
  readonly chance: Random;
  readonly steps: StoryStep[];
  at: Date;
  authority: string;
}

/** A factor around 1, seldom far from it. */
export function spread(chance: Random, sigma: number): number {
  return Math.exp(chance.normal() * sigma);
}

/** Who usually decides what the first body cannot. */
const bodies: Readonly<Record<string, string>> = {
  roads: 'yasnozeravtodor',
  transport: 'min_roads',
  housing: 'min_housing',
  energy_gas_telecom: 'min_housing',
  waste: 'min_ecology',
  ecology: 'min_ecology',
  health: 'min_health',
  education: 'min_education',
  social: 'min_social',
  labour: 'min_labour',
  yards: 'min_construction',
  construction: 'min_construction',
  culture_sport: 'min_culture',
  trade: 'consumer_watch',
  safety: 'police',
};

function bodyAbove(sector: string, authority: string): string {
  const usual = bodies[sector] ?? 'government';
  return usual === authority ? 'government' : usual;
}

/** What an answer written now would be about. */
export function aboutAnswer({ request, topic, desk, authority }: Thread): AnswerAbout {
  const { street, house, settlement } = request.place;
  const where =
    request.mention === 'none' || request.mention === 'vague'
      ? ''
      : house !== null && street !== null
        ? `по адресу: ${street.fullName}, дом ${house.number}`
        : street !== null
          ? `по адресу: ${street.fullName}`
          : settlement !== null
            ? `(${settlement.kind} ${settlement.name})`
            : '';
  const kind = request.kind === 'spam' || request.kind === 'not_a_problem' ? 'problem' : request.kind;
  return {
    kind,
    topic: topic.code,
    authority: desk.shortName(authority),
    where,
    otherBody: desk.shortName(bodyAbove(topic.sector, authority)),
    isLazy: lazyBodies.has(authority),
  };
}
