import { fail, ok, type Result } from '#kernel/result.ts';
import { approveDraft, returnDraft, submitDraft } from '#flow/answer/acts/review-draft.ts';
import { reviewsOf, type AnswerRow } from '#flow/answer/queries/answers.ts';
import type { FindingLevel } from '#flow/answer/rules/check.ts';
import type { ReturnReason } from '#flow/answer/rules/draft.ts';
import { moveAppeal } from '#flow/work/acts/move-appeal.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { sendAnswer } from './send-answer.ts';
import { doerOf, lockStep, type MoveFailure, type StaffStep } from './staff-step.ts';

interface Step extends StaffStep {
  readonly answerVersion: number;
}

type ReviewFailure = MoveFailure | 'answer_not_found';
type StepFailure = ReviewFailure | 'answer_too_long' | 'personal_data_in_answer';

/** The writer is done: the draft goes to an approver, or, where the topic's answers go out at once, straight to the resident. */
export async function submitAnswer(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: Step,
): Promise<Result<{ readonly version: number; readonly isSentAtOnce: boolean }, StepFailure>> {
  const regionId = knowledge.region.id;
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const submitted = await submitDraft(tx, regionId, step);
  if (!submitted.ok) return submitted;
  if (hasFinding(submitted.value, 'stop')) return fail({ code: 'personal_data_in_answer' });
  const moved = await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'submit',
    at: step.at,
    by: doerOf(step),
  });
  if (!moved.ok) return moved;
  const onApproval = { ...locked.value, version: moved.value.version, stage: moved.value.stage };
  const isReviewed = (await reviewsOf(tx, regionId, [submitted.value.id])).length > 0;
  if (isReviewed || needsApproval(onApproval, submitted.value, knowledge))
    return ok({ version: moved.value.version, isSentAtOnce: false });

  const approved = await approveDraft(tx, regionId, {
    ...step,
    answerVersion: submitted.value.version,
    by: null,
  });
  if (!approved.ok) return approved;
  const sent = await sendAnswer(app, tx, knowledge, {
    state: onApproval,
    answer: approved.value,
    by: { byWhom: 'machine', staffId: null },
    at: step.at,
  });
  return sent.ok ? ok({ version: sent.value, isSentAtOnce: true }) : sent;
}

/**
 * Low-risk answers go out at once and are sampled. Sensitive topics, danger, re-opened cases, refusals and drafts with
 * warnings wait for an approver, and so does a draft that was returned once.
 */
export const needsApproval = (
  state: AppealStateRow,
  answer: AnswerRow,
  knowledge: RegionKnowledge,
): boolean =>
  state.topic === null ||
  knowledge.topics.get(state.topic)?.approval !== 'sampled' ||
  state.is_sensitive ||
  state.danger_level !== null ||
  state.reopened > 0 ||
  answer.resolution === 'refused' ||
  hasFinding(answer, 'warning');

const hasFinding = (answer: AnswerRow, level: FindingLevel): boolean =>
  answer.findings.some((finding) => finding.level === level);

/** Approves the words as they are and sends them where the question was asked. */
export async function approveAnswer(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: Step,
): Promise<Result<{ readonly version: number }, StepFailure>> {
  const regionId = knowledge.region.id;
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const approved = await approveDraft(tx, regionId, step);
  if (!approved.ok) return approved;
  const sent = await sendAnswer(app, tx, knowledge, {
    state: locked.value,
    answer: approved.value,
    by: doerOf(step),
    at: step.at,
  });
  return sent.ok ? ok({ version: sent.value }) : sent;
}

export async function returnAnswer(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: Step & { readonly reason: ReturnReason; readonly note: string | null },
): Promise<Result<{ readonly version: number }, ReviewFailure | 'reason_required'>> {
  const regionId = knowledge.region.id;
  const locked = await lockStep(tx, knowledge, step);
  if (!locked.ok) return locked;
  const returned = await returnDraft(tx, regionId, step);
  if (!returned.ok) return returned;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'return_draft',
    at: step.at,
    by: doerOf(step),
    reason: step.reason,
    note: step.note,
  });
  return moved.ok ? ok({ version: moved.value.version }) : moved;
}
