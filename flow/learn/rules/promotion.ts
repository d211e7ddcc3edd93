/** Of one topic: cases truly of it, how many of them were recognised, how many cases were given it at all. */
export interface TopicMeasured {
  readonly n: number;
  readonly right: number;
  readonly said: number;
}

/** How one model did on the cases of the window it had not seen. */
export interface Measured {
  readonly version: string;
  /** Named the topic the case really bears. */
  readonly right: number;
  /** Was sure enough to act without a person. */
  readonly alone: number;
  readonly aloneRight: number;
  readonly byTopic: Readonly<Record<string, TopicMeasured>>;
}

/** A candidate and the model in force side by side, on the same newest cases. */
export interface Comparison {
  /** First and last moment of the window, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  /** Cases of the window a person looked at. */
  readonly checked: number;
  /** Cases the candidate could learn from. */
  readonly learnt: number;
  readonly candidate: Measured;
  readonly inForce: Measured;
}

/** Where the share means something; below it a handful of cases would decide. */
export const fewest = { learnt: 200, cases: 100, checked: 30, ofTopic: 20, alone: 50 } as const;
/** What acting alone must keep. */
export const ALONE_PRECISION = 0.95;
const MOST_LOST_OF_TOPIC = 0.05;
/** Of twenty cases one is five points, and chance. */
const FEWEST_LOST = 3;
const MOST_LOST_ALONE = 0.05;

const ratio = (n: number, of: number): number => (of === 0 ? 0 : n / of);

/** F1: precision and recall in one. Recall alone would punish a model that stops giving a topic to everything. */
const f1Of = ({ n, right, said }: TopicMeasured): number => ratio(2 * right, n + said);

/** Topics with enough cases that the candidate knows worse by more than is allowed and more than chance would have it. */
export const spoiltTopics = ({ candidate, inForce }: Comparison): string[] =>
  Object.entries(inForce.byTopic)
    .filter(([topic, before]) => {
      const after = candidate.byTopic[topic] ?? { n: before.n, right: 0, said: 0 };
      const lost = f1Of(before) - f1Of(after);
      return before.n >= fewest.ofTopic && lost > MOST_LOST_OF_TOPIC && lost * before.n >= FEWEST_LOST;
    })
    .map(([topic]) => topic)
    .toSorted();

/** What there is to learn from and to compare by. */
export type TrainingCounts = Pick<Comparison, 'learnt' | 'cases' | 'checked'>;

/** What there must be for a comparison to mean something. */
const needs = {
  enough_learnt: ({ learnt }: TrainingCounts) => learnt >= fewest.learnt,
  enough_cases: ({ cases }: TrainingCounts) => cases >= fewest.cases,
  enough_checked: ({ checked }: TrainingCounts) => checked >= fewest.checked,
} as const;

/**
 * What a candidate must do to be promoted, in the order it is told to a person. Every condition compares the two on cases
 * neither has seen; what nobody corrected counts as right, which favours the model in force.
 */
const wins = {
  more_right: ({ candidate, inForce }: Comparison) => candidate.right > inForce.right,
  precise_alone: ({ candidate: { alone, aloneRight } }: Comparison) =>
    alone < fewest.alone || ratio(aloneRight, alone) >= ALONE_PRECISION,
  alone_as_often: ({ candidate, inForce, cases }: Comparison) =>
    ratio(inForce.aloneRight, inForce.alone) < ALONE_PRECISION ||
    ratio(inForce.alone - candidate.alone, cases) <= MOST_LOST_ALONE,
  no_topic_spoilt: (comparison: Comparison) => spoiltTopics(comparison).length === 0,
} as const;

export type Condition = keyof typeof needs | keyof typeof wins;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the two literals above: the library types them as any strings
const namesOf = <T extends object>(table: T): (keyof T)[] => Object.keys(table) as (keyof T)[];
export const conditionNames = [...namesOf(needs), ...namesOf(wins)] as const;

/** What there is too little of for learning to be worth the while. */
export const lackingFor = (counts: TrainingCounts): Condition[] =>
  namesOf(needs).filter((name) => !needs[name](counts));

const brokenBy = (comparison: Comparison): Condition[] =>
  namesOf(wins).filter((name) => !wins[name](comparison));

export const trainingOutcomes = ['promoted', 'kept_old', 'too_few', 'failed'] as const;
export type TrainingOutcome = (typeof trainingOutcomes)[number];

export interface Decision {
  readonly outcome: Exclude<TrainingOutcome, 'failed'>;
  /** Conditions that do not hold. */
  readonly against: readonly Condition[];
}

/** Whether the candidate takes the place of the model in force. */
export function decidePromotion(comparison: Comparison): Decision {
  const lacking = lackingFor(comparison);
  // Where there is too little to compare by, how the comparison came out says nothing.
  if (lacking.length > 0) return { outcome: 'too_few', against: lacking };
  const against = brokenBy(comparison);
  return { outcome: against.length === 0 ? 'promoted' : 'kept_old', against };
}

/** The newest month. */
export const WINDOW_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Where the window of comparison begins: a month before `at`, or where the model in force stopped learning if that is later,
 * so that neither model is asked about what it was taught.
 */
export const windowFrom = (at: Date, inForceLearntUntil: Date | null): Date =>
  new Date(Math.max(at.getTime() - WINDOW_DAYS * DAY_MS, (inForceLearntUntil?.getTime() ?? 0) + 1));
