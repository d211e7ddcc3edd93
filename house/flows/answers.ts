import type { Resolution } from '#kernel/appeal.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { queueDeliveries } from '#flow/answer/acts/queue-delivery.ts';
import { approveDraft, returnDraft, submitDraft } from '#flow/answer/acts/review-draft.ts';
import { answerFilesOf, reviewsOf, type AnswerRow } from '#flow/answer/queries/answers.ts';
import type { FindingLevel } from '#flow/answer/rules/check.ts';
import type { ReturnReason } from '#flow/answer/rules/draft.ts';
import { addPromise } from '#flow/answer/queries/promises.ts';
import { attachFiles } from '#flow/intake/queries/files.ts';
import { count } from '#flow/learn/queries/outcomes.ts';
import { moveAppeal } from '#flow/work/acts/move-appeal.ts';
import { moveIncident } from '#flow/work/acts/move-problem.ts';
import { lockVersion, type AppealStateRow, type Doer } from '#flow/work/queries/states.ts';
import { asksConfirmation } from '#flow/work/rules/problem.ts';
import { newId } from '#store/ids.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import { fittingLetter, lettersIn } from '../letters.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { letterLink } from './links.ts';
import { dayInWords } from './words.ts';

interface Step {
  readonly appealId: string;
  readonly version: number;
  readonly answerVersion: number;
  readonly by: string;
  readonly at: Date;
}

type ReviewFailure =
  'appeal_not_found' | 'answer_not_found' | 'stale_version' | 'move_not_allowed' | 'calendar_exhausted';
type StepFailure =
  | 'appeal_not_found'
  | 'answer_not_found'
  | 'stale_version'
  | 'move_not_allowed'
  | 'calendar_exhausted'
  | 'answer_too_long'
  | 'personal_data_in_answer';

/** The writer is done: the draft goes to an approver, or, where the topic's answers go out at once, straight to the resident. */
export async function submitAnswer(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  step: Step,
): Promise<Result<{ readonly version: number; readonly isSentAtOnce: boolean }, StepFailure>> {
  const regionId = knowledge.region.id;
  const locked = await lockVersion(tx, regionId, step.appealId, step.version);
  if (!locked.ok) return locked;
  const submitted = await submitDraft(tx, regionId, step);
  if (!submitted.ok) return submitted;
  if (hasFinding(submitted.value, 'stop')) return fail({ code: 'personal_data_in_answer' });
  const by: Doer = { byWhom: 'staff', staffId: step.by };
  const moved = await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'submit',
    at: step.at,
    by,
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
  const sent = await sendAnswer(
    app,
    tx,
    knowledge,
    onApproval,
    approved.value,
    { byWhom: 'machine', staffId: null },
    step.at,
  );
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
  const locked = await lockVersion(tx, regionId, step.appealId, step.version);
  if (!locked.ok) return locked;
  const approved = await approveDraft(tx, regionId, step);
  if (!approved.ok) return approved;
  const sent = await sendAnswer(
    app,
    tx,
    knowledge,
    locked.value,
    approved.value,
    { byWhom: 'staff', staffId: step.by },
    step.at,
  );
  return sent.ok ? ok({ version: sent.value }) : sent;
}

export async function returnAnswer(
  tx: Writer,
  knowledge: RegionKnowledge,
  step: Step & { readonly reason: ReturnReason; readonly note: string | null },
): Promise<Result<{ readonly version: number }, ReviewFailure | 'reason_required'>> {
  const regionId = knowledge.region.id;
  const locked = await lockVersion(tx, regionId, step.appealId, step.version);
  if (!locked.ok) return locked;
  const returned = await returnDraft(tx, regionId, step);
  if (!returned.ok) return returned;
  const moved = await moveAppeal(tx, knowledge.route.clockwork, locked.value, {
    action: 'return_draft',
    at: step.at,
    by: { byWhom: 'staff', staffId: step.by },
    reason: step.reason,
    note: step.note,
  });
  return moved.ok ? ok({ version: moved.value.version }) : moved;
}

/** What follows an approval, in one transaction: the stage, the world, the promise, the counts, the letter. */
async function sendAnswer(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  state: AppealStateRow,
  answer: AnswerRow,
  by: Doer,
  at: Date,
): Promise<Result<number, 'move_not_allowed' | 'calendar_exhausted' | 'answer_too_long'>> {
  const regionId = knowledge.region.id;
  const isFinal = answer.kind === 'final';
  const asks =
    isFinal &&
    answer.resolution !== null &&
    state.kind === 'problem' &&
    asksConfirmation('problem', answer.resolution);
  const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
    action: isFinal ? 'answer_final' : 'answer_interim',
    at,
    by,
    set: { answer_axis: isFinal ? 'final' : 'interim' },
  });
  if (!moved.ok) return moved;
  const problem = await moveWorld(tx, regionId, state, answer, by, at);
  if (!problem.ok) return problem;
  if (answer.promised_on !== null)
    await addPromise(tx, regionId, {
      id: newId(at),
      appealId: state.appeal_id,
      answerId: answer.id,
      on: answer.promised_on,
    });
  const files = await answerFilesOf(tx, regionId, [answer.id]);
  await attachFiles(tx, regionId, {
    appealId: state.appeal_id,
    messageId: null,
    hashes: files.map((file) => file.file_hash),
    side: 'staff',
    at,
  });
  if (isFinal)
    await count(tx, regionId, [
      {
        day: knowledge.time.dayOf(at),
        event: 'answered',
        municipalityId: state.municipality_id,
        topic: state.topic,
        channel: state.channel,
        hasPlace: state.lat !== null,
      },
    ]);

  const text = fittingLetter(
    await answerLetter(app, tx, knowledge, state, answer, asks),
    knowledge.accounts.get(state.account_id)?.connector.traits.maxAnswerLength ?? 20_000,
  );
  if (!text.ok) return text;
  await queueDeliveries(
    tx,
    regionId,
    [{ appealId: state.appeal_id, answerId: answer.id, purpose: answer.kind, text: text.value }],
    at,
  );
  if (isFinal && !asks && !isWaiting(answer.resolution)) {
    // Nothing is left to confirm: the case is closed as answered, and can still be re-opened.
    const closed = await moveAppeal(
      tx,
      knowledge.route.clockwork,
      { ...state, ...moved.value },
      {
        action: 'close_not_needed',
        at,
        by: { byWhom: 'machine', staffId: null },
        set: { closed_as: 'not_needed', answer_axis: 'final' },
      },
    );
    return closed.ok ? ok(closed.value.version) : closed;
  }
  return ok(moved.value.version);
}

/** A promised fix keeps the case open until its day. */
const isWaiting = (resolution: Resolution | null): boolean => resolution === 'scheduled';

async function moveWorld(
  tx: Writer,
  regionId: number,
  state: AppealStateRow,
  answer: AnswerRow,
  by: Doer,
  at: Date,
): Promise<Result<null, 'move_not_allowed'>> {
  if (state.incident_id === null || answer.problem_state === null) return ok(null);
  const moved = await moveIncident(tx, regionId, {
    incidentId: state.incident_id,
    to: answer.problem_state,
    at,
    by,
    appealId: state.appeal_id,
    facts: {
      scheduledOn: answer.promised_on,
      moneySum: answer.money_sum,
      reviewOn: answer.review_on,
      handedTo: answer.handed_to,
      refusedWhy: answer.refused_why,
    },
  });
  return moved.ok ? ok(null) : moved;
}

async function answerLetter(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  state: AppealStateRow,
  answer: AnswerRow,
  asks: boolean,
): Promise<string> {
  const body = state.authority_id === null ? undefined : knowledge.bodies.get(state.authority_id);
  return lettersIn('ru').answer({
    number: state.number,
    body: body?.name ?? knowledge.region.name,
    text: answer.text,
    kind: answer.kind,
    resolution: answer.resolution,
    promisedOn: answer.promised_on === null ? null : dayInWords(answer.promised_on),
    asksConfirmation: asks,
    link: await letterLink(app, tx, knowledge, { id: state.appeal_id, number: state.number }),
  });
}
