import { addToCase } from '#flow/intake/acts/add-to-case.ts';
import { receiveMessages } from '#flow/intake/acts/receive-messages.ts';
import { answerClarification } from '#flow/work/queries/facts.ts';
import { receivingAccount } from '#house/flows/take-in.ts';
import type { Writer } from '#store/connection.ts';
import { accountOf, incomingReply } from './incoming.ts';
import { countedOf, type Chapter } from './chapter.ts';
import { doerOf, resident, type Doing, type Teller, type Turn } from './telling.ts';

/** The resident says that the problem is gone. */
export function tellConfirm(teller: Teller, { told, state, at }: Turn, chapter: Chapter): void {
  const { appealId } = told;
  chapter.confirmations.push({ appealId, at, verdict: 'fixed', reason: null, messageId: null });
  chapter.promiseWords.push({ appealId, kept: true, at });
  chapter.moves.push({ state, action: 'confirm', at, by: resident, set: { closed_as: 'confirmed' } });
  chapter.counted.push(countedOf(teller.knowledge, state, 'confirmed', at));
  if (state.incident_id !== null)
    chapter.worlds.push({ incidentId: state.incident_id, to: 'fixed_confirmed', at, by: resident, appealId });
}

/** The resident says that it is not, also after the case was closed. */
export function tellDispute(
  teller: Teller,
  { told, state, step, at }: Doing<'dispute'>,
  chapter: Chapter,
): void {
  const { appealId } = told;
  const { reason } = step;
  chapter.confirmations.push({ appealId, at, verdict: 'not_fixed', reason, messageId: null });
  chapter.promiseWords.push({ appealId, kept: false, at });
  chapter.moves.push({
    state,
    action: 'dispute',
    at,
    by: resident,
    reason,
    set: { reopened: state.reopened + 1, answer_axis: 'interim' },
  });
  chapter.counted.push(countedOf(teller.knowledge, state, 'disputed', at));
  if (state.incident_id !== null)
    chapter.worlds.push({ incidentId: state.incident_id, to: 'disputed', at, by: resident, appealId });
}

/** Two weeks of silence close the case and say nothing of the world. */
export function tellSilence({ told, state, at }: Turn, chapter: Chapter): void {
  const { appealId } = told;
  chapter.confirmations.push({ appealId, at, verdict: 'no_reply', reason: null, messageId: null });
  chapter.moves.push({
    state,
    action: 'close_unconfirmed',
    at,
    by: { byWhom: 'clock', staffId: null },
    set: { closed_as: 'no_reply' },
  });
}

export function tellRatings({ told, state, step, at }: Doing<'rate'>, chapter: Chapter): void {
  if (state.answer_axis === 'none') return;
  for (const subject of ['answer', 'fix'] as const) {
    const score = step[subject];
    if (score !== null) chapter.ratings.push({ appealId: told.appealId, subject, score, at });
  }
}

/** The resident answers our question where they wrote, or a clock ends the wait. */
export async function tellReplies(
  tx: Writer,
  teller: Teller,
  turns: readonly Doing<'reply'>[],
  chapter: Chapter,
): Promise<void> {
  const regionId = teller.knowledge.region.id;
  for (const turn of turns) {
    const { told, state, step, at } = turn;
    const messageId = step.text === null ? null : await say(tx, teller, turn, step.text);
    if (messageId !== null) await answerClarification(tx, regionId, told.appealId, messageId, at);
    chapter.moves.push({ state, action: 'reply', at, by: doerOf(teller, step.by) });
  }
}

/** The words reach the case by the channel it came by; a form of ours knows the case itself. */
async function say(tx: Writer, teller: Teller, { told, at }: Turn, text: string): Promise<string | null> {
  const { app, knowledge } = teller;
  const account = knowledge.accounts.get(accountOf(told.message));
  if (account === undefined) throw new Error('the demo has lost an account');
  if (account.connector.traits.comesBy !== 'network') {
    const typed = { appealId: told.appealId, key: `demo-${told.next}`, text, files: [], at };
    return (await addToCase(tx, knowledge.region.id, account.id, typed, app.seals)).messageId;
  }
  const reply = incomingReply(told.message, { number: told.number, text, at, step: told.next + 1 });
  const received = await receiveMessages(tx, receivingAccount(account, knowledge), [reply], app.seals);
  return received.additions[0]?.messageId ?? null;
}
