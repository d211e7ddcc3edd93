import type { AssetKind } from '#centre/rules/asset-kind.ts';
import type { MessageKind } from '#kernel/appeal.ts';

/** A row of the responsibility register. Empty fields match everything. */
export interface ResponsibilityRule {
  readonly id: number;
  readonly topic: string | null;
  readonly sector: string | null;
  readonly responsibleKind: string | null;
  readonly municipalityId: number | null;
  readonly authorityId: number;
  readonly executorId: number | null;
  readonly source: string;
  /** YYYY-MM-DD */
  readonly sourceDate: string;
}

export interface RegisteredAuthority {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly parentId: number | null;
}

/** The object a problem stands on: a lamp, a stop, a segment of a road. */
export interface ObjectOfCase {
  readonly kind: AssetKind;
  readonly name: string | null;
  readonly number: string | null;
  readonly ownerId: number | null;
  /** From the named place; `null` where a person chose it. */
  readonly meters: number | null;
}

/** What the decision is about. */
export interface RouteQuestion {
  readonly kind: MessageKind;
  readonly topic: {
    readonly code: string;
    readonly sector: string;
    readonly responsibleKind: string;
    readonly name: string;
  } | null;
  readonly municipality: { readonly id: number; readonly name: string } | null;
  /** Who manages the house the place stands on, if it is a house and that is known. */
  readonly houseManagerId: number | null;
  /** Whose road or street it is. */
  readonly streetOwnerId: number | null;
  /** The object at the place, if one of the kinds of the topic was found or chosen. */
  readonly object: ObjectOfCase | null;
  readonly placeLabel: string | null;
  /** The body the message complains of, if it does. */
  readonly complainedOfId: number | null;
}

export const explanationCodes = [
  'by_house_manager',
  'by_object_owner',
  'by_street_owner',
  'by_rule_topic',
  'by_rule_kind',
  'by_rule_sector',
  'by_history',
  'history_suggests',
  'history_differs',
  'supervisor_instead',
  'by_person',
  'not_determined',
  'no_place',
  'no_topic',
  'waits_for_kind',
] as const;
export type ExplanationCode = (typeof explanationCodes)[number];

/** Why it was decided so: a code with the words in it; the sentence is made by `texts`, so it can be checked in any language. */
export interface Explanation {
  readonly code: ExplanationCode;
  readonly params: Readonly<Record<string, string>>;
  /** Another body that history names with confidence; a second proposal for the operator, it changes nothing by itself. */
  readonly second?: SecondProposal | undefined;
}

export interface SecondProposal {
  readonly authorityId: number;
  readonly code: 'history_differs';
  readonly params: Readonly<Record<string, string>>;
}

export interface RouteDecision {
  /** `null`: responsible not determined — a queue, not an error. */
  readonly authorityId: number | null;
  readonly executorId: number | null;
  readonly ruleId: number | null;
  readonly explanation: Explanation;
}

/** The register prepared for lookups; built once per region. */
export interface Register {
  readonly rulesByKey: ReadonlyMap<string, readonly ResponsibilityRule[]>;
  readonly authorities: ReadonlyMap<number, RegisteredAuthority>;
}

const keyOf = (rule: Pick<ResponsibilityRule, 'topic' | 'sector' | 'responsibleKind'>): string =>
  rule.topic !== null
    ? `topic:${rule.topic}`
    : rule.responsibleKind !== null
      ? `kind:${rule.responsibleKind}`
      : `sector:${rule.sector}`;

export function buildRegister(
  rules: readonly ResponsibilityRule[],
  authorities: readonly RegisteredAuthority[],
): Register {
  const rulesByKey = new Map<string, ResponsibilityRule[]>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const listed = rulesByKey.get(key);
    if (listed === undefined) rulesByKey.set(key, [rule]);
    else listed.push(rule);
  }
  return { rulesByKey, authorities: new Map(authorities.map((authority) => [authority.id, authority])) };
}

/** Whether a decision names a body that may be given the case, not one that is only proposed to a person. */
export const isDecided = ({ authorityId, explanation }: RouteDecision): boolean =>
  authorityId !== null && explanation.code !== 'history_suggests';

const undetermined = (code: ExplanationCode, params: Readonly<Record<string, string>>): RouteDecision => ({
  authorityId: null,
  executorId: null,
  ruleId: null,
  explanation: { code, params },
});

/**
 * Who must act: the owner of the object the problem stands on, else the most exact rule of the register (topic before
 * kind of responsibility before sector; a rule of the municipality before one of the region). A complaint never goes to
 * the body it complains of: its supervisor gets it, or a person decides.
 *
 * @source docs/law/responsibility.md
 */
export function decideResponsible(question: RouteQuestion, register: Register): RouteDecision {
  if (question.kind === 'spam' || question.kind === 'not_a_problem')
    return undetermined('waits_for_kind', {});
  if (question.topic === null) return undetermined('no_topic', {});
  const found = byObject(question, register) ?? byRule(question, register);
  if (found === null && question.municipality === null && hasRuleSomewhere(question, register))
    return undetermined('no_place', { topic: question.topic.name });
  if (found === null)
    return undetermined('not_determined', {
      topic: question.topic.name,
      territory: question.municipality?.name ?? '',
    });
  return awayFromComplainedOf(found, question, register);
}

/** The manager of the named house, the owner of the object at the place, the owner of the street: the most exact first. */
function byObject(question: RouteQuestion, register: Register): RouteDecision | null {
  const { topic, houseManagerId, streetOwnerId, object } = question;
  const place = question.placeLabel ?? '';
  const owners = [
    {
      ownerId: topic?.responsibleKind === 'house_manager' ? houseManagerId : null,
      code: 'by_house_manager',
      params: { address: place },
    },
    {
      ownerId: object?.ownerId ?? null,
      code: 'by_object_owner',
      params: object === null ? {} : objectParams(object),
    },
    {
      ownerId: topic?.responsibleKind === 'road_owner' ? streetOwnerId : null,
      code: 'by_street_owner',
      params: { street: place },
    },
  ] as const;
  for (const { ownerId, code, params } of owners) {
    const owner = ownerId === null ? undefined : register.authorities.get(ownerId);
    if (owner === undefined) continue;
    const explanation = { code, params: { organisation: owner.shortName, ...params } };
    return { authorityId: owner.id, executorId: null, ruleId: null, explanation };
  }
  return null;
}

const objectParams = ({ kind, name, number, meters }: ObjectOfCase) => ({
  kind,
  name: name ?? '',
  number: number ?? '',
  meters: meters === null ? '' : String(Math.round(meters)),
});

/** Keys of the register a topic is looked up by, the most exact first. */
const levelsOf = (topic: NonNullable<RouteQuestion['topic']>) =>
  [
    ['by_rule_topic', `topic:${topic.code}`],
    ['by_rule_kind', `kind:${topic.responsibleKind}`],
    ['by_rule_sector', `sector:${topic.sector}`],
  ] as const;

/** Whether some municipality has a rule about it, so that only the place is missing. */
const hasRuleSomewhere = ({ topic }: RouteQuestion, { rulesByKey, authorities }: Register): boolean =>
  topic !== null &&
  levelsOf(topic).some(([, key]) => rulesByKey.get(key)?.some((rule) => authorities.has(rule.authorityId)));

function byRule(question: RouteQuestion, register: Register): RouteDecision | null {
  const { topic, municipality } = question;
  if (topic === null) return null;
  for (const [code, key] of levelsOf(topic)) {
    const rules = register.rulesByKey.get(key) ?? [];
    const rule =
      rules.find((one) => one.municipalityId !== null && one.municipalityId === municipality?.id) ??
      rules.find((one) => one.municipalityId === null);
    const authority = rule === undefined ? undefined : register.authorities.get(rule.authorityId);
    if (rule === undefined || authority === undefined) continue;
    return {
      authorityId: authority.id,
      executorId: rule.executorId,
      ruleId: rule.id,
      explanation: {
        code,
        params: {
          organisation: authority.shortName,
          topic: topic.name,
          territory: rule.municipalityId === null ? '' : (municipality?.name ?? ''),
          source: rule.source,
          date: rule.sourceDate,
        },
      },
    };
  }
  return null;
}

/** The same decision, unless it names the body the message complains of: then its supervisor, or nobody. */
export function awayFromComplainedOf(
  found: RouteDecision,
  question: Pick<RouteQuestion, 'complainedOfId'>,
  register: Register,
): RouteDecision {
  if (question.complainedOfId === null || found.authorityId !== question.complainedOfId) return found;
  const complainedOf = register.authorities.get(question.complainedOfId);
  const supervisor =
    complainedOf?.parentId === null || complainedOf === undefined
      ? undefined
      : register.authorities.get(complainedOf.parentId);
  const params = { organisation: supervisor?.shortName ?? '', complainedOf: complainedOf?.shortName ?? '' };
  return {
    authorityId: supervisor?.id ?? null,
    executorId: null,
    ruleId: null,
    explanation: { code: 'supervisor_instead', params },
  };
}
