import { ok, type Result } from '#kernel/result.ts';
import { answerFilesOf, type AnswerRow } from '#flow/answer/queries/answers.ts';
import { addPromise } from '#flow/answer/queries/promises.ts';
import { attachFiles } from '#flow/intake/queries/files.ts';
import { moveAppeal, type Moved } from '#flow/work/acts/move-appeal.ts';
import { moveIncident } from '#flow/work/acts/move-problem.ts';
import type { AppealStateRow, Doer } from '#flow/work/queries/states.ts';
import { asksConfirmation } from '#flow/work/rules/problem.ts';
import { newId } from '#store/ids.ts';
import { kindStateAfter } from '#flow/work/rules/kind-axis.ts';
import type { KindState } from '#kernel/appeal.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import { lettersIn } from '../letters.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { bodyName, sendLetter } from './case-letter.ts';
import { countCase } from './count-case.ts';
import { letterLink } from './links.ts';
import { dayInWords } from './words.ts';

/** An approved answer, its case as it stood at the approval, and who approved. */
export interface Approved {
  readonly state: AppealStateRow;
  readonly answer: AnswerRow;
  readonly by: Doer;
  readonly at: Date;
}

type MoveFailure = 'move_not_allowed' | 'calendar_exhausted';

const kindStateOf = ({ state, answer }: Approved): KindState | null =>
  answer.resolution === null ? null : kindStateAfter(state.kind, answer.resolution);

/** What follows an approval, in one transaction: the stage, the world, the promise, the counts, the letter. Answers with the new version. */
export async function sendAnswer(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  approved: Approved,
): Promise<Result<number, MoveFailure | 'answer_too_long'>> {
  const { state, answer, by, at } = approved;
  const isFinal = answer.kind === 'final';
  const moved = await moveAppeal(tx, knowledge.route.clockwork, state, {
    action: isFinal ? 'answer_final' : 'answer_interim',
    at,
    by,
    set: isFinal ? { answer_axis: 'final', kind_state: kindStateOf(approved) } : { answer_axis: 'interim' },
  });
  if (!moved.ok) return moved;
  await moveWorld(tx, approved);
  await keepPromise(tx, approved);
  await showPhotos(tx, approved);
  if (isFinal) await countCase(tx, knowledge, state, 'answered', at);
  const letter = {
    purpose: answer.kind,
    answerId: answer.id,
    text: await letterText(app, tx, knowledge, approved),
  };
  const sent = await sendLetter(tx, knowledge, state, letter, at);
  if (!sent.ok) return sent;
  if (!isFinal || asks(approved) || isWaiting(answer)) return ok(moved.value.version);
  return closeAnswered(tx, knowledge, approved, moved.value);
}

/** Whether the letter asks "is it really gone?". */
const asks = ({ state, answer }: Approved): boolean =>
  answer.kind === 'final' && answer.resolution !== null && asksConfirmation(state.kind, answer.resolution);

/** A promised fix keeps the case open until its day. */
const isWaiting = ({ resolution }: AnswerRow): boolean => resolution === 'scheduled';

/** A neighbour's case may have brought the shared problem further: it stays there, and this author is answered all the same. */
async function moveWorld(tx: Writer, { state, answer, by, at }: Approved): Promise<void> {
  if (state.incident_id === null || answer.problem_state === null) return;
  await moveIncident(tx, state.region_id, {
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
}

async function keepPromise(tx: Writer, { state, answer, at }: Approved): Promise<void> {
  if (answer.promised_on === null) return;
  await addPromise(tx, state.region_id, {
    id: newId(at),
    appealId: state.appeal_id,
    answerId: answer.id,
    on: answer.promised_on,
  });
}

/** Photos of the answer become photos of the case. */
async function showPhotos(tx: Writer, { state, answer, at }: Approved): Promise<void> {
  const files = await answerFilesOf(tx, state.region_id, [answer.id]);
  await attachFiles(tx, state.region_id, {
    appealId: state.appeal_id,
    messageId: null,
    hashes: files.map((file) => file.file_hash),
    side: 'staff',
    at,
  });
}

async function letterText(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  approved: Approved,
): Promise<string> {
  const { state, answer } = approved;
  return lettersIn('ru').answer({
    number: state.number,
    body: bodyName(knowledge, state),
    text: answer.text,
    kind: answer.kind,
    resolution: answer.resolution,
    promisedOn: answer.promised_on === null ? null : dayInWords(answer.promised_on),
    asksConfirmation: asks(approved),
    link: await letterLink(app, tx, knowledge, state),
  });
}

/** Nothing is left to confirm: the case is closed as answered, and can still be re-opened. */
async function closeAnswered(
  tx: Writer,
  knowledge: RegionKnowledge,
  { state, at }: Approved,
  moved: Moved,
): Promise<Result<number, MoveFailure>> {
  const closed = await moveAppeal(
    tx,
    knowledge.route.clockwork,
    { ...state, ...moved },
    {
      action: 'close_not_needed',
      at,
      by: { byWhom: 'machine', staffId: null },
      set: { closed_as: 'not_needed', answer_axis: 'final' },
    },
  );
  return closed.ok ? ok(closed.value.version) : closed;
}
