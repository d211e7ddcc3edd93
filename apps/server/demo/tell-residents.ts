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

type Replying = Doing<'reply'>;

/** Residents answer our questions where they wrote, or a clock ends the wait. */
export async function tellReplies(
  tx: Writer,
  teller: Teller,
  turns: readonly Replying[],
  chapter: Chapter,
): Promise<void> {
  const regionId = teller.knowledge.region.id;
  const said = await sayAll(tx, teller, turns);
  for (const { told, state, step, at } of turns) {
    const messageId = said.get(told.appealId);
    if (messageId !== undefined) await answerClarification(tx, regionId, told.appealId, messageId, at);
    chapter.moves.push({ state, action: 'reply', at, by: doerOf(teller, step.by) });
  }
}

/** The words reach each case by the channel it came by; a form of ours knows the case itself. Messages by case. */
async function sayAll(
  tx: Writer,
  { app, knowledge }: Teller,
  turns: readonly Replying[],
): Promise<Map<string, string>> {
  const said = new Map<string, string>();
  const talking = turns.filter(({ step }) => step.text !== null);
  for (const [accountId, own] of Map.groupBy(talking, ({ told }) => accountOf(told.message))) {
    const account = knowledge.accounts.get(accountId);
    if (account === undefined) throw new Error('the demo has lost an account');
    if (account.connector.traits.comesBy === 'network') {
      const replies = own.map(({ told, step, at }) =>
        incomingReply(told.message, { number: told.number, text: step.text ?? '', at, step: told.next + 1 }),
      );
      const received = await receiveMessages(tx, receivingAccount(account, knowledge), replies, app.seals);
      for (const { appealId, messageId } of received.additions) said.set(appealId, messageId);
      continue;
    }
    for (const { told, step, at } of own) {
      const { appealId, next } = told;
      const typed = { appealId, key: `demo-${next}`, text: step.text ?? '', files: [], at };
      const stored = await addToCase(tx, knowledge.region.id, account.id, typed, app.seals);
      said.set(appealId, stored.messageId);
    }
  }
  return said;
}
