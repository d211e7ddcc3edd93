import type { Words } from '#flow/understand/rules/words.ts';
import { guessOwner, pastOf, type OwnerModel, type PastCases } from './owner-model.ts';
import {
  awayFromComplainedOf,
  type ExplanationCode,
  type Register,
  type RouteDecision,
  type RouteQuestion,
} from './responsible.ts';

/** Whom history names for a case, and why a person may believe it. */
export interface HistoryOpinion {
  readonly authorityId: number;
  readonly confidence: number;
  /** Sure enough to be acted on without a person: measured on later cases when it was learnt. */
  readonly isSure: boolean;
  /** Past cases of the topic here, and how many ended at this body; `null` where few are known or most ended elsewhere. */
  readonly past: PastCases | null;
}

/** Less likely than this, a body is not named at all: a wrong name beside the case is worse than none. */
const PROPOSED_FROM = 0.5;
/** From here on history says so when the register names another body. */
const DIFFERS_FROM = 0.8;

/** What the past says of a case; `null` where it knows no body that is still there, or is too unsure. */
export function historyOpinion(
  words: Words,
  question: Pick<RouteQuestion, 'topic' | 'municipality'>,
  model: OwnerModel,
  register: Register,
): HistoryOpinion | null {
  const place = question.municipality?.name ?? null;
  const { owners, isSure } = guessOwner({ words, places: place === null ? [] : [place] }, model);
  const [first] = owners;
  const authorityId = Number(first?.key);
  if (first === undefined || first.confidence < PROPOSED_FROM || !register.authorities.has(authorityId))
    return null;
  const past = question.topic === null ? null : pastOf(model, question.topic.code, place, first.key);
  const isTelling = past !== null && past.ended * 2 > past.cases;
  return { authorityId, confidence: first.confidence, isSure, past: isTelling ? past : null };
}

/**
 * The register and history together. Where the register is silent the body history names is proposed, or takes the case where
 * history is sure. Where the register names a body it stays so, and a confident other opinion of history stands beside it.
 * Neither names the body a message complains of.
 */
export function withHistory(
  decision: RouteDecision,
  opinion: HistoryOpinion | null,
  question: RouteQuestion,
  register: Register,
): RouteDecision {
  if (opinion === null) return decision;
  const { code } = decision.explanation;
  // Of a body complained of only a sure guess goes past it, to its supervisor; an unsure one decides nothing.
  if (!opinion.isSure && opinion.authorityId === question.complainedOfId) return decision;
  if (code === 'not_determined' || code === 'no_place' || code === 'no_topic')
    return awayFromComplainedOf(byHistory(opinion, question, register), question, register);
  const isOther = opinion.authorityId !== decision.authorityId;
  const isAsked = opinion.confidence >= DIFFERS_FROM && opinion.authorityId !== question.complainedOfId;
  if (!byRegister.has(code) || !isOther || !isAsked) return decision;
  const params = paramsOf(opinion, question, register);
  const second = { authorityId: opinion.authorityId, code: 'history_differs', params } as const;
  return { ...decision, explanation: { ...decision.explanation, second } };
}

/** Decisions of a rule, which may be out of date; whose an object is, is a fact. */
const byRegister: ReadonlySet<ExplanationCode> = new Set<ExplanationCode>([
  'by_rule_topic',
  'by_rule_kind',
  'by_rule_sector',
]);

const byHistory = (opinion: HistoryOpinion, question: RouteQuestion, register: Register): RouteDecision => ({
  authorityId: opinion.authorityId,
  executorId: null,
  ruleId: null,
  explanation: {
    code: opinion.isSure ? 'by_history' : 'history_suggests',
    params: paramsOf(opinion, question, register),
  },
});

function paramsOf(
  { authorityId, confidence, past }: HistoryOpinion,
  { topic, municipality }: RouteQuestion,
  { authorities }: Register,
): Readonly<Record<string, string>> {
  return {
    organisation: authorities.get(authorityId)?.shortName ?? '',
    share: String(Math.floor(confidence * 100)),
    ...(past === null
      ? {}
      : {
          cases: String(past.cases),
          ended: String(past.ended),
          topic: topic?.name ?? '',
          territory: past.isHere ? (municipality?.name ?? '') : '',
        }),
  };
}
