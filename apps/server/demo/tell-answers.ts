import { afterWork } from '#data/demo/history/clock.ts';
import { subjectOf } from '#data/demo/photos/subjects.ts';
import type { PlannedAnswer } from '#data/demo/history/story.ts';
import { approveDrafts, returnDrafts, submitDrafts } from '#flow/answer/acts/review-draft.ts';
import { writeDrafts, type DraftOfCase } from '#flow/answer/acts/write-draft.ts';
import { answerFilesOf, lockOpenAnswers, reviewsOf, type AnswerRow } from '#flow/answer/queries/answers.ts';
import { asksConfirmation } from '#flow/work/rules/problem.ts';
import { needsApproval } from '#house/flows/answers.ts';
import { checkBasis, LETTER_AROUND } from '#house/flows/check-basis.ts';
import { longestFor } from '#house/flows/case-letter.ts';
import { dayInWords } from '#house/flows/words.ts';
import { lettersIn } from '#house/letters.ts';
import { newId } from '#store/ids.ts';
import type { Writer } from '#store/connection.ts';
import { countedOf, type Chapter } from './chapter.ts';
import { pastLetter } from './post.ts';
import { chanceOf, doerOf, linkFor, staffId, type Doing, type Teller, type Turn } from './telling.ts';

type Open = ReadonlyMap<string, AnswerRow>;

const openAnswers = (tx: Writer, teller: Teller, turns: readonly Turn[]): Promise<Open> =>
  lockOpenAnswers(
    tx,
    teller.knowledge.region.id,
    turns.map(({ told }) => told.appealId),
  );

/** Executors write their drafts and say that they are ready. */
export async function tellDrafts(
  tx: Writer,
  teller: Teller,
  turns: readonly Doing<'submit'>[],
  chapter: Chapter,
): Promise<void> {
  if (turns.length === 0) return;
  const before = await openAnswers(tx, teller, turns);
  const written = await writeDrafts(
    tx,
    turns.map((turn) => draftOf(teller, turn, before.get(turn.told.appealId))),
  );
  const after = await openAnswers(tx, teller, turns);
  const ready = turns.filter(({ told }, index) => {
    const findings = after.get(told.appealId)?.findings;
    const isReady = written[index]?.ok === true && findings?.every(({ level }) => level !== 'stop') === true;
    // Words with somebody's personal data never go further: the case stays with its executor.
    if (!isReady) told.next = told.steps.length;
    return isReady;
  });
  await submitDrafts(
    tx,
    teller.knowledge.region.id,
    ready.map(({ told, at }) => ({
      appealId: told.appealId,
      answerVersion: after.get(told.appealId)?.version ?? 0,
      at,
    })),
  );
  for (const { state, step, at } of ready)
    chapter.moves.push({ state, action: 'submit', at, by: doerOf(teller, step.by) });
}

function draftOf(
  teller: Teller,
  { told, state, step, at }: Doing<'submit'>,
  open: AnswerRow | undefined,
): DraftOfCase {
  const { answer } = step;
  return {
    state,
    content: {
      kind: answer.kind,
      text: answer.text,
      resolution: answer.resolution,
      promisedOn: answer.promisedOn,
      moneySum: null,
      reviewOn: null,
      handedTo: answer.handedTo,
      refusedWhy: answer.refusedWhy,
      files: proofOf(teller, told, answer),
    },
    answerVersion: open?.version ?? null,
    longest: longestFor(teller.knowledge, state) - LETTER_AROUND,
    basis: checkBasis(teller.knowledge, state, answer.text),
    by: staffId(teller, step.by),
    at,
  };
}

/** The picture of the fix shows the place of the picture that came with the message. */
function proofOf({ pictures }: Teller, { message }: Turn['told'], answer: PlannedAnswer): string[] {
  const { truth, photo, key } = message;
  const subject = photo?.subject ?? (truth.topic === null ? null : subjectOf(truth.topic));
  if (!answer.hasProof || subject === null) return [];
  return [pictures.hashOf(subject, 'after', photo?.seed ?? chanceOf(key))];
}

/** Approvers return drafts with reasons from the list. */
export async function tellReturns(
  tx: Writer,
  teller: Teller,
  turns: readonly Doing<'return_draft'>[],
  chapter: Chapter,
): Promise<void> {
  const open = await openAnswers(tx, teller, turns);
  await returnDrafts(
    tx,
    teller.knowledge.region.id,
    turns.map(({ told, step, at }) => ({
      appealId: told.appealId,
      answerVersion: open.get(told.appealId)?.version ?? 0,
      by: staffId(teller, step.by),
      at,
      reason: step.reason,
      note: step.note,
    })),
  );
  for (const { state, step, at } of turns)
    chapter.moves.push({
      state,
      action: 'return_draft',
      at,
      by: doerOf(teller, step.by),
      reason: step.reason,
      note: step.note,
    });
}

type Answering = Doing<'answer_interim' | 'answer_final'>;

/** Answers are approved by people or, where the topic's answers go out at once, by nobody; then they are sent. */
export async function tellAnswers(
  tx: Writer,
  teller: Teller,
  turns: readonly Answering[],
  chapter: Chapter,
): Promise<void> {
  if (turns.length === 0) return;
  const regionId = teller.knowledge.region.id;
  const open = await openAnswers(tx, teller, turns);
  const drafts = [...open.values()];
  const reviewed = new Set(
    (
      await reviewsOf(
        tx,
        regionId,
        drafts.map(({ id }) => id),
      )
    ).map((review) => review.answer_id),
  );
  const decided = turns.flatMap((turn) => {
    const draft = open.get(turn.told.appealId);
    const approval = draft === undefined ? null : approvalOf(teller, turn, draft, reviewed);
    if (draft === undefined || approval === null) return [];
    return [{ turn: { ...turn, at: approval.at }, draft, by: approval.by }];
  });
  const approved = await approveDrafts(
    tx,
    regionId,
    decided.map(({ turn, draft, by }) => ({
      appealId: turn.told.appealId,
      answerVersion: draft.version,
      by: by === null ? null : staffId(teller, by),
      at: turn.at,
    })),
  );
  const files = Map.groupBy(
    await answerFilesOf(
      tx,
      regionId,
      drafts.map(({ id }) => id),
    ),
    (file) => file.answer_id,
  );
  for (const [index, { turn, by }] of decided.entries()) {
    const answer = approved[index];
    if (answer?.ok !== true) throw new Error('a story cannot be told: its draft is not there');
    const hashes = (files.get(answer.value.id) ?? []).map((file) => file.file_hash);
    send(teller, turn, answer.value, by, hashes, chapter);
  }
}

/** Who approves and when; `null`: nobody has got to it yet, the draft waits. */
function approvalOf(
  teller: Teller,
  { told, state, step, at }: Answering,
  draft: AnswerRow,
  reviewed: ReadonlySet<string>,
): { readonly by: string | null; readonly at: Date } | null {
  if (step.by !== 'machine') return { by: step.by, at };
  if (!reviewed.has(draft.id) && !needsApproval(state, draft, teller.knowledge)) return { by: null, at };
  const later = afterWork(at, 20 + (chanceOf(told.message.key) % 70));
  if (later > teller.until) return null;
  const body = told.message.truth.authority ?? 'government';
  told.lastAt = later;
  return { by: teller.desk.approverOf(body), at: later };
}

/** What follows an approval: the stage, the world, the promise, the counts, the letter. */
function send(
  teller: Teller,
  { told, state, at }: Answering,
  answer: AnswerRow,
  approver: string | null,
  hashes: readonly string[],
  chapter: Chapter,
): void {
  const { appealId } = told;
  const by = doerOf(teller, approver ?? 'machine');
  const isFinal = answer.kind === 'final';
  const asks =
    isFinal &&
    answer.resolution !== null &&
    state.kind === 'problem' &&
    asksConfirmation('problem', answer.resolution);
  const axis = isFinal ? 'final' : 'interim';
  const action = isFinal ? 'answer_final' : 'answer_interim';
  chapter.moves.push({ state, action, at, by, set: { answer_axis: axis } });
  if (isFinal && !asks && answer.resolution !== 'scheduled')
    chapter.seconds.push({
      state: { ...state, version: state.version + 1, stage: 'answered', answer_axis: 'final' },
      action: 'close_not_needed',
      at,
      by: { byWhom: 'machine', staffId: null },
      set: { closed_as: 'not_needed' },
    });
  if (state.incident_id !== null && answer.problem_state !== null)
    chapter.worlds.push({
      incidentId: state.incident_id,
      to: answer.problem_state,
      at,
      by,
      appealId,
      facts: {
        scheduledOn: answer.promised_on,
        handedTo: answer.handed_to,
        refusedWhy: answer.refused_why,
      },
    });
  if (answer.promised_on !== null)
    chapter.promises.push({ id: newId(at), appealId, answerId: answer.id, on: answer.promised_on });
  chapter.files.push({ appealId, messageId: null, hashes, side: 'staff', at });
  if (isFinal) chapter.counted.push(countedOf(teller.knowledge, state, 'answered', at));
  const text = letterOf(teller, told, state, answer, asks);
  chapter.letters.push(
    pastLetter(teller, told, { appealId, answerId: answer.id, purpose: answer.kind, text }, at),
  );
}

function letterOf(
  teller: Teller,
  told: Turn['told'],
  state: Turn['state'],
  answer: AnswerRow,
  asks: boolean,
): string {
  const { bodies, region } = teller.knowledge;
  const body = state.authority_id === null ? undefined : bodies.get(state.authority_id);
  return lettersIn('ru').answer({
    number: told.number,
    body: body?.name ?? region.name,
    text: answer.text,
    kind: answer.kind,
    resolution: answer.resolution,
    promisedOn: answer.promised_on === null ? null : dayInWords(answer.promised_on),
    asksConfirmation: asks,
    link: linkFor(teller, told),
  });
}
