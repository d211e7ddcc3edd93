import type { Register } from '#flow/route/rules/responsible.ts';
import {
  askRegister,
  isByTrial,
  matterKey,
  withRule,
  type AskedTopic,
  type PastMatter,
  type RuleMatter,
} from './trial-rule.ts';
import { wilsonLowerBound } from './wilson.ts';

/** Settled cases that are one and the same question to the register and ended at one body. */
export interface PastGroup extends PastMatter {
  readonly endedAt: number;
  readonly cases: number;
  /** Problems behind them: sixty neighbours of one burst main are one. */
  readonly problems: number;
  /** Cases whose first responsible was another body, or none. */
  readonly moved: number;
  /** Milliseconds from the first decision to the last, of all moved together. */
  readonly lostMs: number;
}

/** Six of six would pass the bound below, and six may be one street in one bad week; ten are several weeks of an ordinary topic. */
export const FEWEST_CASES = 10;
/** One problem told by many is one piece of evidence; fewer problems than this may be one person's habit. */
export const FEWEST_PROBLEMS = 5;
/** At least so much of the cases ends at one body, whatever chance did: clearly more than a half, so the rule helps more than it harms. */
export const LEAST_SHARE = 0.6;
/** Where the register is silent there is nothing to spoil, so a rule that is right more often than not is already better. */
export const LEAST_SHARE_OF_SILENT = 0.5;

/** Where the register and history disagree, and the rule that would settle it. Never about a person. */
export interface RegisterFinding extends RuleMatter {
  /**
   * Who gets these cases first because houses, objects or streets are written down as theirs: no rule would change that, the
   * owner is to be checked. `null`: rules decide.
   */
  readonly ownerId: number | null;
  /** The body where most of them end. */
  readonly authorityId: number;
  readonly cases: number;
  readonly ended: number;
  /** Where the register sends these cases today, the most frequent first; `null`: it does not say. */
  readonly sentTo: readonly { readonly authorityId: number | null; readonly cases: number }[];
  /** Average milliseconds between the first decision and the one that stood; `null`: nothing was passed on. */
  readonly lostMs: number | null;
}

/** A settled group and what the register says of it today. */
interface Answered {
  readonly group: PastGroup;
  readonly topic: AskedTopic;
  readonly sentTo: number | null;
  /** The owner of the house, the object or the street decided, not a rule. */
  readonly isByOwner: boolean;
}

/** How matters are grouped, the narrowest first. */
const levels: readonly ((one: Answered) => RuleMatter | null)[] = [
  ({ group }) =>
    group.municipalityId === null
      ? null
      : {
          topic: group.topic,
          sector: null,
          responsibleKind: null,
          municipalityId: group.municipalityId,
        },
  ({ group }) => ({ topic: group.topic, sector: null, responsibleKind: null, municipalityId: null }),
  ({ group, topic }) =>
    group.municipalityId === null
      ? null
      : {
          topic: null,
          sector: null,
          responsibleKind: topic.responsibleKind,
          municipalityId: group.municipalityId,
        },
];

/**
 * What history says against the register: matters whose cases end at one body though the register of today names another or
 * none. The narrowest rule that explains cases takes them; a wider one is offered only for what is left. Where the owner of
 * an object decides no rule could change it: such a finding names the owner instead.
 */
export function findDisagreements(
  groups: readonly PastGroup[],
  register: Register,
  topics: ReadonlyMap<string, AskedTopic>,
): RegisterFinding[] {
  const answered = groups.flatMap((group): Answered[] => {
    const topic = topics.get(group.topic);
    if (topic === undefined || !register.authorities.has(group.endedAt)) return [];
    const { authorityId: sentTo, ruleId } = askRegister(group, topic, register);
    if (sentTo === null && waitsForPlace(group, topic, register)) return [];
    return [{ group, topic, sentTo, isByOwner: sentTo !== null && ruleId === null }];
  });
  return [
    ...againstRules(
      answered.filter(({ isByOwner }) => !isByOwner),
      register,
    ),
    ...againstOwners(answered.filter(({ isByOwner }) => isByOwner)),
  ].toSorted((one, other) => other.ended - one.ended);
}

/** What rules would settle, the narrowest first. */
function againstRules(answered: readonly Answered[], register: Register): RegisterFinding[] {
  const findings: RegisterFinding[] = [];
  let left = answered;
  for (const matterOf of levels) {
    const explained = new Set<Answered>();
    for (const [matter, list] of groupedBy(left, matterOf)) {
      // Which cases a rule about it would decide does not depend on whom it names.
      const trial = withRule(register, { ...matter, authorityId: list[0]!.group.endedAt, executorId: null });
      const governed = list.filter(({ group, topic }) => isByTrial(askRegister(group, topic, trial)));
      const found = disagreementOf(matter, governed, null);
      if (found === null) continue;
      findings.push(found);
      for (const one of governed) explained.add(one);
    }
    left = left.filter((one) => !explained.has(one));
  }
  return findings;
}

/** Whose houses, objects or streets seem to be somebody else's: topic by topic in a municipality. */
const againstOwners = (answered: readonly Answered[]): RegisterFinding[] =>
  groupedBy(answered, levels[0]!).flatMap(([matter, list]) =>
    [...Map.groupBy(list, ({ sentTo }) => sentTo)].flatMap(
      ([ownerId, own]) => disagreementOf(matter, own, ownerId) ?? [],
    ),
  );

/** Cases about the same matter together, if there are enough of them. */
function groupedBy(
  list: readonly Answered[],
  matterOf: (one: Answered) => RuleMatter | null,
): (readonly [RuleMatter, readonly Answered[]])[] {
  const groups = new Map<string, { readonly matter: RuleMatter; readonly own: Answered[] }>();
  for (const one of list) {
    const matter = matterOf(one);
    if (matter === null) continue;
    const key = `${matterKey(matter)} ${matter.municipalityId ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { matter, own: [one] });
    else group.own.push(one);
  }
  return [...groups.values()]
    .filter(({ own }) => sumOf(own) >= FEWEST_CASES)
    .map(({ matter, own }) => [matter, own] as const);
}

/** Without a place the register cannot choose among its municipalities: the place is to be asked, no rule is missing. */
const waitsForPlace = ({ municipalityId }: PastGroup, topic: AskedTopic, { rulesByKey }: Register): boolean =>
  municipalityId === null &&
  [
    { topic: topic.code, responsibleKind: null, sector: null },
    { topic: null, responsibleKind: topic.responsibleKind, sector: null },
    { topic: null, responsibleKind: null, sector: topic.sector },
  ].some((matter) => rulesByKey.has(matterKey(matter)));

const sumOf = (list: readonly Answered[], of: 'cases' | 'problems' = 'cases'): number =>
  list.reduce((sum, { group }) => sum + group[of], 0);

/** What history says of cases that one rule, or one owner, decides. */
function disagreementOf(
  matter: RuleMatter,
  governed: readonly Answered[],
  ownerId: number | null,
): RegisterFinding | null {
  const authorityId = mostFrequent(governed.map(({ group }) => [group.endedAt, group.cases] as const));
  if (authorityId === undefined) return null;
  const against = governed.filter(({ sentTo }) => sentTo !== authorityId);
  const ending = against.filter(({ group }) => group.endedAt === authorityId);
  const [cases, ended] = [sumOf(against), sumOf(ending)];
  if (cases < FEWEST_CASES || sumOf(ending, 'problems') < FEWEST_PROBLEMS) return null;
  const isSilent = against.every(({ sentTo }) => sentTo === null);
  if (wilsonLowerBound(ended, cases) < (isSilent ? LEAST_SHARE_OF_SILENT : LEAST_SHARE)) return null;
  const moved = ending.reduce((sum, { group }) => sum + group.moved, 0);
  const lost = ending.reduce((sum, { group }) => sum + group.lostMs, 0);
  return {
    ...matter,
    ownerId,
    authorityId,
    cases,
    ended,
    sentTo: countedBy(against),
    lostMs: moved === 0 ? null : lost / moved,
  };
}

function countedBy(list: readonly Answered[]): RegisterFinding['sentTo'] {
  return [...Map.groupBy(list, ({ sentTo }) => sentTo)]
    .map(([authorityId, own]) => ({ authorityId, cases: sumOf(own) }))
    .toSorted((one, other) => other.cases - one.cases);
}

function mostFrequent(counted: readonly (readonly [number, number])[]): number | undefined {
  const sums = new Map<number, number>();
  for (const [id, cases] of counted) sums.set(id, (sums.get(id) ?? 0) + cases);
  return [...sums].toSorted(([id, sum], [otherId, other]) => other - sum || id - otherId)[0]?.[0];
}

/** What somebody dismissed, and the numbers they saw. */
export interface Dismissal extends Omit<RuleMatter, 'sector'> {
  readonly ownerId: number | null;
  readonly authorityId: number;
  readonly cases: number;
  readonly ended: number;
}

/** A dismissed finding comes back when there is twice as much of it: a new look is worth a person's time then. */
export const TIMES_MORE = 2;
/** Or when its share has grown by so much: what was doubtful has become plain. */
export const SHARE_MORE = 0.15;

/** Whether somebody has dismissed it and the numbers are still about what they saw. */
export function isStillDismissed(finding: RegisterFinding, dismissals: readonly Dismissal[]): boolean {
  return dismissals.some(
    (one) =>
      one.topic === finding.topic &&
      one.responsibleKind === finding.responsibleKind &&
      one.municipalityId === finding.municipalityId &&
      one.authorityId === finding.authorityId &&
      one.ownerId === finding.ownerId &&
      finding.cases < one.cases * TIMES_MORE &&
      finding.ended / finding.cases < one.ended / one.cases + SHARE_MORE,
  );
}
