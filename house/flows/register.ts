import { addRule, withdrawRule } from '#centre/acts/change-register.ts';
import { answersForTerritory, rulesNaming, type RuleContent } from '#centre/queries/register.ts';
import { disagreementsSince, tryRule, type Read, type RegisterKnowledge } from '#flow/learn/acts/try-rule.ts';
import { dismissalsOf, recordDismissal } from '#flow/learn/queries/finding-dismissals.ts';
import {
  isStillDismissed,
  type Dismissal,
  type RegisterFinding,
} from '#flow/learn/rules/register-findings.ts';
import type { Trial } from '#flow/learn/rules/rule-trial.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import { newId } from '#store/ids.ts';
import { register as words } from '#texts/ru/register.ts';
import type { RegionKnowledge } from '../knowledge.ts';

const DAY_MS = 86_400_000;
const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * DAY_MS);

const asked = ({ region, topics, route }: RegionKnowledge): RegisterKnowledge => ({
  regionId: region.id,
  register: route.register,
  complaints: route.complaints,
  topics,
  owners: route.owners,
  municipalityNames: route.municipalityNames,
});

/** Whose hand, when, and how far back it looks. */
export interface RegisterLook {
  readonly at: Date;
  readonly days: number;
}

/** Where the register and history disagree, without what somebody has dismissed; and what was dismissed. */
export async function registerFindings(tx: Writer, knowledge: RegionKnowledge, { at, days }: RegisterLook) {
  const found = await disagreementsSince(tx, asked(knowledge), daysBefore(at, days));
  const dismissed = await dismissalsOf(tx, knowledge.region.id);
  const open = found.filter((one) => !isStillDismissed(one, dismissed));
  const mine = new Map<number | null, boolean>();
  for (const { municipalityId } of open)
    if (!mine.has(municipalityId)) mine.set(municipalityId, await answersForTerritory(tx, municipalityId));
  return {
    findings: open.map((one) => ({ ...one, mayChange: mine.get(one.municipalityId) === true })),
    dismissed,
  };
}

export interface RuleTrial extends Trial {
  /** Number of the rule in force that the candidate would take the place of. */
  readonly replaces: number | null;
}

type UnknownName = 'topic_not_found' | 'authority_not_found' | 'not_found';

/** What a rule would have changed in the cases of the last days. Nothing is changed. */
export async function trial(
  read: Read,
  knowledge: RegionKnowledge,
  rule: RuleContent,
  { at, days }: RegisterLook,
): Promise<Result<RuleTrial, UnknownName>> {
  const named = namesKnown(rule, knowledge);
  if (!named.ok) return named;
  const [standing] = await read((tx) => rulesNaming(tx, knowledge.region.id, rule));
  const tried = await tryRule(read, asked(knowledge), rule, daysBefore(at, days));
  return ok({ ...tried, replaces: standing?.id ?? null });
}

/** Everything a rule names must be of this region. */
function namesKnown(rule: RuleContent, knowledge: RegionKnowledge): Result<true, UnknownName> {
  if (rule.topic !== null && !knowledge.topics.has(rule.topic))
    return fail({ code: 'topic_not_found', topic: rule.topic });
  const body = knowledge.bodies.get(rule.authorityId);
  if (body === undefined) return fail({ code: 'authority_not_found' });
  const isExecutorOurs =
    rule.executorId === null || body.executors.some((executor) => executor.id === rule.executorId);
  const isPlaceOurs = rule.municipalityId === null || knowledge.municipalities.has(rule.municipalityId);
  const topics = [...knowledge.topics.values()];
  const isMatterOurs =
    rule.topic !== null ||
    topics.some(({ sector, responsibleKind }) =>
      rule.responsibleKind === null ? sector === rule.sector : responsibleKind === rule.responsibleKind,
    );
  return isExecutorOurs && isPlaceOurs && isMatterOurs ? ok(true) : fail({ code: 'not_found' });
}

/** Where a rule is taken from: a document, or the cases of the last days. */
export type RuleBasis =
  | { readonly kind: 'document'; readonly source: string; readonly date: string }
  | { readonly kind: 'history'; readonly days: number };

export interface RuleRequest {
  readonly rule: RuleContent;
  readonly replaces: number | null;
  readonly basis: RuleBasis;
  readonly by: string;
  readonly at: Date;
}

/** Adds a rule with its source; that of history is counted just before, not taken on trust. */
export async function addRegisterRule(
  transaction: Read,
  knowledge: RegionKnowledge,
  { rule, replaces, basis, by, at }: RuleRequest,
): Promise<
  Result<{ readonly ruleId: number }, UnknownName | 'rule_exists' | 'register_changed' | 'not_allowed'>
> {
  const named = namesKnown(rule, knowledge);
  if (!named.ok) return named;
  const source =
    basis.kind === 'document' ? basis.source : await sourceOfHistory(transaction, knowledge, rule, basis, at);
  const sourceDate = basis.kind === 'document' ? basis.date : knowledge.time.dayOf(at);
  const added = { ...rule, source, sourceDate, replaces, by, at };
  return transaction((tx) => addRule(tx, knowledge.region.id, added));
}

async function sourceOfHistory(
  read: Read,
  knowledge: RegionKnowledge,
  rule: RuleContent,
  { days }: { readonly days: number },
  at: Date,
): Promise<string> {
  const { changed, outcomes } = await tryRule(read, asked(knowledge), rule, daysBefore(at, days));
  return words.sourceOfHistory(outcomes.ended_there, changed, days);
}

/** Takes a rule out of force. */
export const withdrawRegisterRule = (
  tx: Writer,
  { region }: RegionKnowledge,
  ruleId: number,
  hand: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<Result<true, 'not_found' | 'not_allowed'>> => withdrawRule(tx, region.id, ruleId, hand);

export interface DismissalRequest extends RegisterLook {
  readonly finding: Omit<Dismissal, 'cases' | 'ended'>;
  readonly reason: string;
  readonly by: string;
}

/** Remembers why a disagreement changes nothing, with the numbers of this moment. */
export async function dismissFinding(
  tx: Writer,
  knowledge: RegionKnowledge,
  { finding, reason, by, at, days }: DismissalRequest,
): Promise<Result<true, 'not_found' | 'not_allowed'>> {
  if (!(await answersForTerritory(tx, finding.municipalityId))) return fail({ code: 'not_allowed' });
  const { findings } = await registerFindings(tx, knowledge, { at, days });
  const found = findings.find((one) => isAbout(one, finding));
  if (found === undefined) return fail({ code: 'not_found' });
  await recordDismissal(tx, knowledge.region.id, found, { id: newId(at), at, by, reason });
  return ok(true);
}

const isAbout = (found: RegisterFinding, asked: DismissalRequest['finding']): boolean =>
  found.topic === asked.topic &&
  found.responsibleKind === asked.responsibleKind &&
  found.municipalityId === asked.municipalityId &&
  found.ownerId === asked.ownerId &&
  found.authorityId === asked.authorityId;
