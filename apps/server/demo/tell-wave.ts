import { move, type Action, actionNames } from '#flow/work/rules/lifecycle.ts';
import { lockStates } from '#flow/work/queries/states.ts';
import type { Writer } from '#store/connection.ts';
import { newChapter, writeChapter, type Chapter } from './chapter.ts';
import { tellAnswers, tellDrafts, tellReturns } from './tell-answers.ts';
import { tellAssignments } from './tell-assign.ts';
import { tellConfirm, tellDispute, tellRatings, tellReplies, tellSilence } from './tell-residents.ts';
import {
  tellAsk,
  tellDecline,
  tellExtensions,
  tellHandOvers,
  tellNote,
  tellReopen,
  tellSendBack,
  tellStart,
  tellVerify,
  tellWithdraw,
} from './tell-work.ts';
import { inStory, isDoing, type Teller, type Told, type Turn } from './telling.ts';

const MINUTE = 60_000;
/** Cases whose steps are told by one transaction. */
const AT_ONCE = 500;

/** When the next step of a case is: as planned, and always after the one before. */
const timeOf = ({ steps, next, lastAt }: Told): Date | null => {
  const step = steps[next];
  if (step === undefined) return null;
  return step.at > lastAt ? step.at : new Date(lastAt.getTime() + MINUTE);
};

/**
 * Tells the steps that happen until a moment, one of each case at a time. Returns the cases with more to tell.
 *
 * @param fewest a wave of fewer steps waits for the steps of the days to come: its transaction costs as much as a full one
 */
export async function tellUntil(
  teller: Teller,
  cases: readonly Told[],
  until: Date,
  fewest: number,
): Promise<Told[]> {
  for (;;) {
    const due = cases
      .flatMap((told) => {
        const at = timeOf(told);
        return at === null || at > until ? [] : [{ told, at }];
      })
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
    if (due.length < fewest) return cases.filter((told) => told.next < told.steps.length);
    for (let from = 0; from < due.length; from += AT_ONCE)
      await tellWave(teller, due.slice(from, from + AT_ONCE));
  }
}

type Due = readonly { readonly told: Told; readonly at: Date }[];

async function tellWave(teller: Teller, due: Due): Promise<void> {
  const { id } = teller.knowledge.region;
  await inStory(teller, async (tx) => {
    const states = await lockStates(
      tx,
      id,
      due.map(({ told }) => told.appealId),
    );
    const turns = due.flatMap(({ told, at }): Turn[] => {
      const state = states.get(told.appealId);
      const step = told.steps[told.next];
      return state === undefined || step === undefined ? [] : [{ told, step, at, state }];
    });
    const chapter = newChapter();
    const possible = turns.filter(isPossible);
    await tellTogether(tx, teller, possible, chapter);
    for (const turn of possible) tellAlone(teller, turn, chapter);
    await writeChapter(tx, teller.knowledge, chapter);
  });
  for (const { told, at } of due) {
    told.next += 1;
    if (told.lastAt < at) told.lastAt = at;
  }
}

const isAction = (name: string): name is Action => actionNames.some((action) => action === name);

/** The story may have gone another way than the plan: a step the case is not ready for is left out. */
const isPossible = ({ step, state }: Turn): boolean => !isAction(step.do) || move(state.stage, step.do).ok;

/** Steps that ask the database before they can be told. */
async function tellTogether(
  tx: Writer,
  teller: Teller,
  turns: readonly Turn[],
  chapter: Chapter,
): Promise<void> {
  await tellAssignments(tx, teller, turns.filter(isDoing('assign')), chapter);
  await tellReplies(tx, teller, turns.filter(isDoing('reply')), chapter);
  await tellDrafts(tx, teller, turns.filter(isDoing('submit')), chapter);
  await tellReturns(tx, teller, turns.filter(isDoing('return_draft')), chapter);
  await tellAnswers(tx, teller, turns.filter(isDoing('answer_interim', 'answer_final')), chapter);
  await tellHandOvers(tx, teller, turns.filter(isDoing('hand_over')), chapter);
  await tellExtensions(tx, teller, turns.filter(isDoing('extend')), chapter);
}

function tellAlone(teller: Teller, turn: Turn, chapter: Chapter): void {
  if (isDoing('start')(turn)) tellStart(teller, turn, chapter);
  if (isDoing('send_back')(turn)) tellSendBack(teller, turn, chapter);
  if (isDoing('ask')(turn)) tellAsk(teller, turn, chapter);
  if (isDoing('decline')(turn)) tellDecline(teller, turn, chapter);
  if (isDoing('confirm')(turn)) tellConfirm(teller, turn, chapter);
  if (isDoing('dispute')(turn)) tellDispute(teller, turn, chapter);
  if (isDoing('close_unconfirmed')(turn)) tellSilence(turn, chapter);
  if (isDoing('withdraw')(turn)) tellWithdraw(turn, chapter);
  if (isDoing('reopen')(turn)) tellReopen(teller, turn, chapter);
  if (isDoing('rate')(turn)) tellRatings(turn, chapter);
  if (isDoing('verify')(turn)) tellVerify(teller, turn, chapter);
  if (isDoing('note')(turn)) tellNote(teller, turn, chapter);
}
