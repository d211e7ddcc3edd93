import type { Resolution } from '#kernel/appeal.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { answersOf, withdrawOpenAnswer } from '#flow/answer/queries/answers.ts';
import { settlePromises } from '#flow/answer/queries/promises.ts';
import { canConfirm, readVerdict } from '#flow/learn/rules/verdict.ts';
import { confirmationsOf, recordConfirmation, recordRating } from '#flow/learn/queries/outcomes.ts';
import { maskMessage } from '#flow/understand/rules/personal-data.ts';
import { newestContent } from '#flow/intake/queries/content.ts';
import { judgeKind } from '#flow/understand/rules/kind.ts';
import { plainText } from '#flow/understand/rules/plain-text.ts';
import { readWords } from '#flow/understand/rules/words.ts';
import { moveAppeal } from '#flow/work/acts/move-appeal.ts';
import { moveIncident } from '#flow/work/acts/move-problem.ts';
import { answerClarification } from '#flow/work/queries/facts.ts';
import { lockState, touchState, type AppealStateRow, type Doer } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import type { Seals } from '#store/seal.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { countCase } from './count-case.ts';

const resident: Doer = { byWhom: 'resident', staffId: null };

type Failure = 'appeal_not_found' | 'nothing_to_confirm' | 'move_not_allowed' | 'calendar_exhausted';

/** The resolution of the last final answer of a case, if there is one. */
export async function lastResolution(
  tx: Writer,
  regionId: number,
  appealId: string,
): Promise<Resolution | null> {
  const answers = await answersOf(tx, regionId, appealId);
  return (
    answers.findLast((answer) => answer.state === 'approved' && answer.kind === 'final')?.resolution ?? null
  );
}

/**
 * The resident says whether the problem is really gone. "Yes" closes the case and makes the fix confirmed by residents; "no"
 * sends the case back to work with the reason and makes the problem disputed, also after it was closed.
 */
export async function recordVerdict(
  tx: Writer,
  knowledge: RegionKnowledge,
  verdict: {
    readonly appealId: string;
    readonly isFixed: boolean;
    readonly reason: string | null;
    readonly messageId: string | null;
    readonly at: Date;
  },
): Promise<Result<null, Failure>> {
  const regionId = knowledge.region.id;
  const locked = await lockState(tx, regionId, verdict.appealId);
  if (!locked.ok) return locked;
  const state = locked.value;
  const admitted = verdict.isFixed ? await mayConfirm(tx, state) : mayDispute(state);
  if (!admitted.ok) return admitted;

  const reason = shownToStaff(verdict.reason);
  await recordConfirmation(tx, regionId, {
    ...verdict,
    reason,
    verdict: verdict.isFixed ? 'fixed' : 'not_fixed',
  });
  await settlePromises(tx, regionId, verdict.appealId, verdict.isFixed, verdict.at);
  const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
    action: verdict.isFixed ? 'confirm' : 'dispute',
    at: verdict.at,
    by: resident,
    reason,
    set: verdict.isFixed
      ? { closed_as: 'confirmed' }
      : { reopened: state.reopened + 1, answer_axis: 'interim' },
  });
  if (!moved.ok) return moved;
  await countCase(tx, knowledge, state, verdict.isFixed ? 'confirmed' : 'disputed', verdict.at);
  if (state.incident_id === null) return ok(null);
  const world = await moveIncident(tx, regionId, {
    incidentId: state.incident_id,
    to: verdict.isFixed ? 'fixed_confirmed' : 'disputed',
    at: verdict.at,
    by: resident,
    appealId: verdict.appealId,
  });
  // Another neighbour may have moved the shared problem already; the word of this one is recorded all the same.
  return world.ok || world.failure.code === 'move_not_allowed' ? ok(null) : world;
}

/** Reasons stand in the history that staff read: without what names a person. The words as they came stay in the message. */
const shownToStaff = (reason: string | null): string | null => (reason === null ? null : maskMessage(reason));

const mayConfirm = async (tx: Writer, state: AppealStateRow): Promise<Result<true, 'nothing_to_confirm'>> =>
  canConfirm(state.kind, state.stage, await lastResolution(tx, state.region_id, state.appeal_id));

const mayDispute = (state: AppealStateRow): Result<true, 'nothing_to_confirm'> =>
  state.stage === 'answered' || (state.stage === 'closed' && state.closed_as !== 'withdrawn')
    ? ok(true)
    : fail({ code: 'nothing_to_confirm' });

/** Ratings of the answer and of the fix, separately. Only what was answered can be rated. */
export async function recordRatings(
  tx: Writer,
  knowledge: RegionKnowledge,
  ratings: {
    readonly appealId: string;
    readonly answer: number | null;
    readonly fix: number | null;
    readonly at: Date;
  },
): Promise<Result<null, 'appeal_not_found' | 'nothing_to_confirm'>> {
  const regionId = knowledge.region.id;
  const locked = await lockState(tx, regionId, ratings.appealId);
  if (!locked.ok) return locked;
  if (locked.value.answer_axis === 'none') return fail({ code: 'nothing_to_confirm' });
  for (const subject of ['answer', 'fix'] as const) {
    const score = ratings[subject];
    if (score !== null)
      await recordRating(tx, regionId, { appealId: ratings.appealId, subject, score, at: ratings.at });
  }
  return ok(null);
}

/** The resident no longer needs it, or objects to a refusal to take it. */
export async function withdrawOrObject(
  tx: Writer,
  knowledge: RegionKnowledge,
  request: {
    readonly appealId: string;
    readonly action: 'withdraw' | 'object';
    readonly reason: string | null;
    readonly at: Date;
  },
): Promise<Result<null, Failure>> {
  const locked = await lockState(tx, knowledge.region.id, request.appealId);
  if (!locked.ok) return locked;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: request.action,
    at: request.at,
    by: resident,
    reason: shownToStaff(request.reason),
    set: request.action === 'withdraw' ? { closed_as: 'withdrawn' } : { needs_attention: 'objection' },
  });
  if (!moved.ok) return moved;
  if (request.action === 'withdraw')
    await withdrawOpenAnswer(tx, knowledge.region.id, request.appealId, request.at);
  return ok(null);
}

/**
 * A further message of a case: the reply to our question resumes the clocks; a short "yes" or "no" after an answer is the
 * resident's word about the fix; anything else is shown to whoever holds the case.
 */
export async function readAddition(
  tx: Writer,
  knowledge: RegionKnowledge,
  seals: Seals,
  addition: { readonly appealId: string; readonly messageId: string; readonly at: Date },
): Promise<Result<null, Failure>> {
  const regionId = knowledge.region.id;
  const locked = await lockState(tx, regionId, addition.appealId);
  if (!locked.ok) return locked;
  const state = locked.value;
  if (state.stage === 'clarifying') {
    await answerClarification(tx, regionId, addition.appealId, addition.messageId, addition.at);
    const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
      action: 'reply',
      at: addition.at,
      by: resident,
    });
    return moved.ok ? ok(null) : moved;
  }
  const text = (await newestContent(tx, regionId, addition.messageId, seals))?.text ?? '';
  const verdict = state.stage === 'answered' ? readVerdict(text) : null;
  const isNew = !(await confirmationsOf(tx, regionId, addition.appealId)).some(
    (one) => one.message_id === addition.messageId,
  );
  if (verdict !== null && isNew) {
    const recorded = await recordVerdict(tx, knowledge, {
      appealId: addition.appealId,
      isFixed: verdict === 'fixed',
      reason: verdict === 'fixed' ? null : text,
      messageId: addition.messageId,
      at: addition.at,
    });
    if (recorded.ok) return recorded;
  }
  if (state.stage === 'answered' && isNew && !isCourtesy(text)) {
    const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
      action: 'write_again',
      at: addition.at,
      by: resident,
      set: { needs_attention: 'objection', answer_axis: 'interim' },
    });
    return moved.ok ? ok(null) : moved;
  }
  await touchState(tx, state, {}, addition.at, null);
  return ok(null);
}

/** Thanks and small talk after an answer keep nobody from closing the case. */
const isCourtesy = (text: string): boolean => {
  const { kind } = judgeKind(readWords(plainText(text)), { hasFiles: false, topic: null });
  return kind === 'thanks' || kind === 'not_a_problem' || kind === 'spam';
};
