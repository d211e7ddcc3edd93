import {
  buildRegister,
  decideResponsible,
  type Register,
  type RouteDecision,
  type RouteQuestion,
} from '#flow/route/rules/responsible.ts';

/** What a rule is about: the narrowest thing it names, in a municipality or in the whole region. */
export interface RuleMatter {
  readonly topic: string | null;
  readonly sector: string | null;
  readonly responsibleKind: string | null;
  readonly municipalityId: number | null;
}

/** A rule that somebody thinks of adding. */
export interface CandidateRule extends RuleMatter {
  readonly authorityId: number;
  readonly executorId: number | null;
}

/** No rule of the register has it. */
const TRIAL_ID = 0;

/** Topic before kind of responsibility before sector: what the register looks at when a rule names several. */
export const matterKey = (matter: Omit<RuleMatter, 'municipalityId'>): string =>
  matter.topic !== null
    ? `topic:${matter.topic}`
    : matter.responsibleKind !== null
      ? `kind:${matter.responsibleKind}`
      : `sector:${matter.sector}`;

const isSameMatter = (rule: RuleMatter, other: RuleMatter): boolean =>
  rule.municipalityId === other.municipalityId && matterKey(rule) === matterKey(other);

/** The register as it would be with one more rule, in the place of the one about the same matter. */
export function withRule(register: Register, candidate: CandidateRule): Register {
  const rules = [...register.rulesByKey.values()].flat().filter((rule) => !isSameMatter(rule, candidate));
  const added = { ...candidate, id: TRIAL_ID, source: 'trial', sourceDate: '1970-01-01' };
  return buildRegister([...rules, added], [...register.authorities.values()]);
}

/** Whether it was the candidate that decided. */
export const isByTrial = (decision: RouteDecision): boolean => decision.ruleId === TRIAL_ID;

/** Whether two decisions send a case to different hands. */
export const differs = (one: RouteDecision, other: RouteDecision): boolean =>
  one.authorityId !== other.authorityId || one.executorId !== other.executorId;

/** What of a topic the register asks about. */
export interface AskedTopic {
  readonly code: string;
  readonly sector: string;
  readonly responsibleKind: string;
}

/** What of a past case the register is asked about. */
export interface PastMatter {
  readonly kind: RouteQuestion['kind'];
  readonly topic: string;
  readonly municipalityId: number | null;
  readonly houseManagerId: number | null;
  readonly streetOwnerId: number | null;
  /** Whose the object at the place is, if one was found. */
  readonly objectOwnerId: number | null;
}

/**
 * The question of a past case as routing asks it of a new one.
 *
 * @param complainedOfId the body the message complains of, if that is known
 * @param municipality its name, by which history knows the place
 */
export const questionOf = (
  past: PastMatter,
  topic: AskedTopic,
  complainedOfId: number | null,
  municipality = '',
): RouteQuestion => ({
  kind: past.kind,
  topic: { ...topic, name: '' },
  municipality: past.municipalityId === null ? null : { id: past.municipalityId, name: municipality },
  houseManagerId: past.houseManagerId,
  streetOwnerId: past.streetOwnerId,
  object: objectOf(past.objectOwnerId),
  placeLabel: null,
  complainedOfId,
});

/** Asks the register about a past case. Only who is responsible matters, not the words of the explanation. */
export const askRegister = (
  past: PastMatter,
  topic: AskedTopic,
  register: Register,
  complainedOfId: number | null = null,
): RouteDecision => decideResponsible(questionOf(past, topic, complainedOfId), register);

/** Of the object only its owner decides. */
const objectOf = (ownerId: number | null): RouteQuestion['object'] =>
  ownerId === null ? null : { kind: 'other', name: null, number: null, ownerId, meters: null };
