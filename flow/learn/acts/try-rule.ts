import { complainedOf, type ComplaintIndex } from '#flow/route/rules/complained-of.ts';
import type { Register } from '#flow/route/rules/responsible.ts';
import { maskedTextsOf } from '#flow/understand/queries/understandings.ts';
import type { Writer } from '#store/connection.ts';
import { settledGroups, casesInReach } from '../queries/past-cases.ts';
import { findDisagreements, type RegisterFinding } from '../rules/register-findings.ts';
import { changedFrom, compareWith, startTrial, type Trial } from '../rules/rule-trial.ts';
import type { AskedTopic, CandidateRule } from '../rules/trial-rule.ts';

/** What of a region the past is judged by. */
export interface RegisterKnowledge {
  readonly regionId: number;
  readonly register: Register;
  readonly complaints: ComplaintIndex;
  readonly topics: ReadonlyMap<string, AskedTopic>;
}

/** Where the register of today and the settled cases since a moment disagree, as far as the asker sees the cases. */
export const disagreementsSince = async (
  tx: Writer,
  { regionId, register, topics }: RegisterKnowledge,
  since: Date,
): Promise<RegisterFinding[]> =>
  findDisagreements(await settledGroups(tx, regionId, since), register, topics);

/**
 * Decides anew who would have been the first responsible for the cases since a moment, by the register of today and by the
 * same with one more rule. Nothing is changed. Texts are read only of cases the rule would move: a complaint goes past the
 * body it complains of.
 */
export async function tryRule(
  tx: Writer,
  { regionId, register, complaints, topics }: RegisterKnowledge,
  candidate: CandidateRule,
  since: Date,
): Promise<Trial> {
  const comparison = compareWith(register, candidate);
  const trial = startTrial();
  const reach = { since, topics: topicsOf(candidate, topics), municipalityId: candidate.municipalityId };
  for await (const batch of casesInReach(tx, regionId, reach)) {
    const moved = batch.flatMap((one) => {
      const topic = topics.get(one.topic);
      return topic === undefined || changedFrom(one, topic, comparison) === undefined ? [] : [{ one, topic }];
    });
    const texts = await maskedTextsOf(
      tx,
      regionId,
      moved.map(({ one }) => one.appealId),
    );
    for (const { one, topic } of moved) {
      const complaint = complainedOf(texts.get(one.appealId) ?? '', complaints);
      const changed = changedFrom(one, topic, comparison, complaint);
      if (changed !== undefined) trial.add(one, changed);
    }
  }
  return trial.end();
}

/** The topics a rule may decide about: the one it names, or those of its kind of responsibility or sector. */
function topicsOf(rule: CandidateRule, topics: ReadonlyMap<string, AskedTopic>): string[] {
  if (rule.topic !== null) return [rule.topic];
  return [...topics.values()]
    .filter((topic) =>
      rule.responsibleKind === null
        ? topic.sector === rule.sector
        : topic.responsibleKind === rule.responsibleKind,
    )
    .map(({ code }) => code);
}
