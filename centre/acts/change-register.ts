import { fail, ok, type Result } from '#kernel/result.ts';
import { audit } from '#store/audit.ts';
import type { Writer } from '#store/connection.ts';
import {
  answersForTerritory,
  insertRule,
  lockRegister,
  markWithdrawn,
  nextRuleId,
  ruleInForce,
  rulesNaming,
  type NewRule,
} from '../queries/register.ts';

/** A rule to add: its number and time are given here. */
export interface RuleToAdd extends Omit<NewRule, 'id' | 'addedAt' | 'addedBy'> {
  /** The rule about the same matter and place that the person saw; `null`: they saw none. */
  readonly replaces: number | null;
  readonly by: string;
  readonly at: Date;
}

/**
 * Adds a rule to the register, in the place of the one about the same matter. The rule replaced is withdrawn, never erased.
 * Two people at once make one rule: the second is told that it is there.
 *
 * @returns the number of the rule; `register_changed` when another rule stands there than the person saw
 */
export async function addRule(
  tx: Writer,
  regionId: number,
  { replaces, by, at, ...rule }: RuleToAdd,
): Promise<Result<{ readonly ruleId: number }, 'rule_exists' | 'register_changed' | 'not_allowed'>> {
  if (!(await answersForTerritory(tx, rule.municipalityId))) return fail({ code: 'not_allowed' });
  await lockRegister(tx, regionId);
  const [standing] = await rulesNaming(tx, regionId, rule);
  if (standing?.authorityId === rule.authorityId && standing.executorId === rule.executorId)
    return fail({ code: 'rule_exists' });
  if ((standing?.id ?? null) !== replaces) return fail({ code: 'register_changed' });
  const id = await nextRuleId(tx, regionId);
  if (standing !== undefined)
    await markWithdrawn(tx, regionId, standing.id, { at, by, why: { replacedBy: id } });
  await insertRule(tx, regionId, { ...rule, id, addedAt: at, addedBy: by });
  await audit(tx, regionId, [
    {
      at,
      actor: by,
      action: 'added_rule',
      subjectKind: 'responsibility_rule',
      subjectId: String(id),
      details: {
        topic: rule.topic,
        sector: rule.sector,
        responsibleKind: rule.responsibleKind,
        municipalityId: rule.municipalityId,
        authorityId: rule.authorityId,
        executorId: rule.executorId,
        replaced: standing?.id ?? null,
      },
    },
  ]);
  return ok({ ruleId: id });
}

/** Takes a rule out of force, with a reason; cases it has decided keep their history. */
export async function withdrawRule(
  tx: Writer,
  regionId: number,
  ruleId: number,
  { by, at, reason }: { readonly by: string; readonly at: Date; readonly reason: string },
): Promise<Result<true, 'not_found' | 'not_allowed'>> {
  await lockRegister(tx, regionId);
  const rule = await ruleInForce(tx, regionId, ruleId);
  if (rule === undefined) return fail({ code: 'not_found' });
  if (!(await answersForTerritory(tx, rule.municipalityId))) return fail({ code: 'not_allowed' });
  await markWithdrawn(tx, regionId, ruleId, { at, by, why: { reason } });
  await audit(tx, regionId, [
    {
      at,
      actor: by,
      action: 'withdrew_rule',
      subjectKind: 'responsibility_rule',
      subjectId: String(ruleId),
      details: { reason },
    },
  ]);
  return ok(true);
}
