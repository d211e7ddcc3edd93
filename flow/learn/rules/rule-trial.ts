import { isDecided, type Register, type RouteDecision } from '#flow/route/rules/responsible.ts';
import {
  askRegister,
  differs,
  withRule,
  type AskedTopic,
  type CandidateRule,
  type PastMatter,
} from './trial-rule.ts';

/** A case of the past as the machine first understood it, and where it ended. */
export interface TriedCase extends PastMatter {
  readonly appealId: string;
  readonly number: string;
  readonly receivedAt: Date;
  /** Where it ended; `null`: nobody has settled that yet. */
  readonly endedAt: number | null;
}

/**
 * What became of a case that the rule would have sent elsewhere: it ended there anyway, it ended with whom the register
 * named (the rule would have spoiled it), at a third body, or nobody has settled it yet.
 */
export const trialOutcomes = ['ended_there', 'spoiled', 'elsewhere', 'open'] as const;
export type TrialOutcome = (typeof trialOutcomes)[number];

export interface TrialExample {
  readonly appealId: string;
  readonly number: string;
  readonly receivedAt: Date;
  readonly topic: string;
  readonly municipalityId: number | null;
  readonly sentTo: number | null;
  readonly endedAt: number | null;
  readonly outcome: TrialOutcome;
}

/** What a rule would have changed. */
export interface Trial {
  readonly changed: number;
  readonly outcomes: Readonly<Record<TrialOutcome, number>>;
  readonly byMunicipality: readonly {
    readonly municipalityId: number | null;
    readonly changed: number;
    readonly endedThere: number;
  }[];
  /** The newest of each outcome, those that speak against the rule first. */
  readonly examples: readonly TrialExample[];
}

/** A screen of cases is enough to judge a rule by. */
export const MOST_EXAMPLES = 20;
const examplesFirst: readonly TrialOutcome[] = ['spoiled', 'elsewhere', 'ended_there', 'open'];
/** So that no outcome hides the others while there are enough of each. */
const MOST_OF_OUTCOME = MOST_EXAMPLES / 2;

/** One register against the same with one more rule. */
export interface Comparison {
  readonly today: Register;
  readonly tried: Register;
}

export const compareWith = (register: Register, candidate: CandidateRule): Comparison => ({
  today: register,
  tried: withRule(register, candidate),
});

/** Who would be responsible today for a case that the rule would give to another. */
export interface Changed {
  /** `null`: nobody, a person would have to decide. */
  readonly sentTo: number | null;
  readonly wouldGoTo: number | null;
}

/**
 * Whom the register names for a case today, if the rule would have named another.
 *
 * @param complainedOfId the body the message complains of: such a case goes past that body whatever the rules say
 * @param guess what the past teaches of a case that the register of today says nothing of: where that is sure enough to be
 *   acted on, the case has somebody already
 * @returns `undefined`: the rule would change nothing
 */
export function changedFrom(
  one: PastMatter,
  topic: AskedTopic,
  { today, tried }: Comparison,
  complainedOfId: number | null = null,
  guess: (decision: RouteDecision) => RouteDecision = (decision) => decision,
): Changed | undefined {
  const after = askRegister(one, topic, tried, complainedOfId);
  const named = askRegister(one, topic, today, complainedOfId);
  if (!differs(named, after)) return undefined;
  const before = named.authorityId === null ? guess(named) : named;
  if (!isDecided(before)) return { sentTo: null, wouldGoTo: after.authorityId };
  return differs(before, after) ? { sentTo: before.authorityId, wouldGoTo: after.authorityId } : undefined;
}

const outcomeOf = (endedAt: number | null, sentTo: number | null, wouldGoTo: number | null): TrialOutcome =>
  endedAt === null
    ? 'open'
    : endedAt === wouldGoTo
      ? 'ended_there'
      : endedAt === sentTo
        ? 'spoiled'
        : 'elsewhere';

/** Counts changed cases as they come, the newest first; keeps no more of them than the examples. */
export function startTrial(): {
  add(one: TriedCase, changed: Changed): void;
  end(): Trial;
} {
  const outcomes = { ended_there: 0, spoiled: 0, elsewhere: 0, open: 0 };
  const places = new Map<number | null, { changed: number; endedThere: number }>();
  const examples: TrialExample[] = [];
  return {
    add(one, { sentTo, wouldGoTo }) {
      const outcome = outcomeOf(one.endedAt, sentTo, wouldGoTo);
      outcomes[outcome] += 1;
      const place = places.get(one.municipalityId) ?? { changed: 0, endedThere: 0 };
      place.changed += 1;
      if (outcome === 'ended_there') place.endedThere += 1;
      places.set(one.municipalityId, place);
      if (outcomes[outcome] > MOST_OF_OUTCOME) return;
      const { appealId, number, receivedAt, topic, municipalityId, endedAt } = one;
      examples.push({ appealId, number, receivedAt, topic, municipalityId, sentTo, endedAt, outcome });
    },
    end: () => ({
      changed: Object.values(outcomes).reduce((sum, n) => sum + n, 0),
      outcomes,
      byMunicipality: [...places]
        .map(([municipalityId, counts]) => ({ municipalityId, ...counts }))
        .toSorted((a, b) => b.changed - a.changed),
      examples: examples
        .toSorted((a, b) => examplesFirst.indexOf(a.outcome) - examplesFirst.indexOf(b.outcome))
        .slice(0, MOST_EXAMPLES),
    }),
  };
}
