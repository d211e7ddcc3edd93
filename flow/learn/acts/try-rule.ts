import { setImmediate } from 'node:timers/promises';
import { complainedOf, type ComplaintIndex } from '#flow/route/rules/complained-of.ts';
import { historyOpinion, withHistory } from '#flow/route/rules/history-opinion.ts';
import type { OwnerModel } from '#flow/route/rules/owner-model.ts';
import type { Register, RouteDecision } from '#flow/route/rules/responsible.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { maskedTextsOf } from '#flow/understand/queries/understandings.ts';
import type { Writer } from '#store/connection.ts';
import { settledGroups, casesInReach, type Reach } from '../queries/past-cases.ts';
import { findDisagreements, type RegisterFinding } from '../rules/register-findings.ts';
import {
  changedFrom,
  compareWith,
  startTrial,
  type Comparison,
  type Trial,
  type TriedCase,
} from '../rules/rule-trial.ts';
import { questionOf, type AskedTopic, type CandidateRule } from '../rules/trial-rule.ts';

/** What of a region the past is judged by. */
export interface RegisterKnowledge {
  readonly regionId: number;
  readonly register: Register;
  readonly complaints: ComplaintIndex;
  readonly topics: ReadonlyMap<string, AskedTopic>;
  /** What the past teaches of who answers; `null` where it has not been learnt. */
  readonly owners: OwnerModel | null;
  readonly municipalityNames: ReadonlyMap<number, string>;
}

/** Where the register of today and the settled cases since a moment disagree, as far as the asker sees the cases. */
export const disagreementsSince = async (
  tx: Writer,
  { regionId, register, topics }: RegisterKnowledge,
  since: Date,
): Promise<RegisterFinding[]> =>
  findDisagreements(await settledGroups(tx, regionId, since), register, topics);

/** Runs its work in a transaction that sees what whoever asks may see. */
export type Read = <T>(work: (tx: Writer) => Promise<T>) => Promise<T>;

/**
 * Decides anew who would have been the first responsible for the cases since a moment, by what routing knows today and by the
 * same with one more rule. Nothing is changed. Cases come in batches, each in a short transaction of its own; texts are read
 * only of cases the rule would move: a complaint goes past the body it complains of, and what the register says nothing of may
 * have somebody by history already.
 */
export async function tryRule(
  read: Read,
  knowledge: RegisterKnowledge,
  candidate: CandidateRule,
  since: Date,
): Promise<Trial> {
  const { register, complaints, topics } = knowledge;
  const comparison = compareWith(register, candidate);
  const trial = startTrial();
  const reach = { since, topics: topicsOf(candidate, topics), municipalityId: candidate.municipalityId };
  for await (const { batch, texts } of movedInReach(read, knowledge, comparison, reach)) {
    for (const [index, { one, topic }] of batch.entries()) {
      // Words take time: whoever else asks the program something is answered meanwhile.
      if (index % CASES_A_TURN === 0) await setImmediate();
      const text = texts.get(one.appealId) ?? '';
      const complaint = complainedOf(text, complaints);
      const guess = guessBy(knowledge, one, topic, complaint, text);
      const changed = changedFrom(one, topic, comparison, complaint, guess);
      if (changed !== undefined) trial.add(one, changed);
    }
  }
  return trial.end();
}

const CASES_A_TURN = 100;

interface Moved {
  readonly one: TriedCase;
  readonly topic: AskedTopic;
}

/** Cases that the rule would move, as far as the register alone says, with their texts. */
async function* movedInReach(
  read: Read,
  { regionId, topics }: RegisterKnowledge,
  comparison: Comparison,
  reach: Reach,
): AsyncGenerator<{ readonly batch: readonly Moved[]; readonly texts: ReadonlyMap<string, string> }> {
  let last: TriedCase | null = null;
  do {
    const after: TriedCase | null = last;
    const found = await read(async (tx) => {
      const rows = await casesInReach(tx, regionId, reach, after);
      const batch = rows.flatMap((one) => {
        const topic = topics.get(one.topic);
        return topic === undefined || changedFrom(one, topic, comparison) === undefined
          ? []
          : [{ one, topic }];
      });
      const ids = batch.map(({ one }) => one.appealId);
      return { last: rows.at(-1) ?? null, batch, texts: await maskedTextsOf(tx, regionId, ids) };
    });
    yield found;
    ({ last } = found);
  } while (last !== null);
}

/** What history says of a case that the register says nothing of, as routing asks it. */
function guessBy(
  { owners, register, municipalityNames }: RegisterKnowledge,
  one: TriedCase,
  topic: AskedTopic,
  complaint: number | null,
  text: string,
): (decision: RouteDecision) => RouteDecision {
  return (decision) => {
    if (owners === null) return decision;
    const place = one.municipalityId === null ? undefined : municipalityNames.get(one.municipalityId);
    const question = questionOf(one, topic, complaint, place);
    return withHistory(
      decision,
      historyOpinion(readWords(text), question, owners, register),
      question,
      register,
    );
  };
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
