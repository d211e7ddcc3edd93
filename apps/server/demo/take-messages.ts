import type { DemoMessage } from '#data/demo/history.ts';
import { keepPayloads } from '#flow/intake/acts/keep-payload.ts';
import { receiveMessages } from '#flow/intake/acts/receive-messages.ts';
import { clocksOf } from '#flow/route/queries/deadlines.ts';
import { lockStates, type AppealStateRow } from '#flow/work/queries/states.ts';
import { carryOn } from '#house/flows/carry-on.ts';
import { answerClocks } from '#house/flows/confirm-receipt.ts';
import { receivingAccount } from '#house/flows/take-in.ts';
import { momentInWords } from '#house/flows/words.ts';
import { lettersIn } from '#house/letters.ts';
import type { Writer } from '#store/connection.ts';
import { newChapter, writeChapter } from './chapter.ts';
import { accountOf, incoming } from './incoming.ts';
import { stepsFor } from './plan-told.ts';
import { pastLetter } from './post.ts';
import { inStory, linkFor, type Teller, type Told } from './telling.ts';

/** A raw input lives so long; older ones would be erased at once, so they are not kept at all. */
const RAW_MS = 30 * 86_400_000;

/**
 * Takes the messages of some days in by the acts that take every message in, at their own times. Returns the cases they opened; a
 * message that joined an open case of its author's thread opens none.
 */
export async function takeMessages(teller: Teller, messages: readonly DemoMessage[]): Promise<Told[]> {
  if (messages.length === 0) return [];
  const { app, knowledge } = teller;
  const { id } = knowledge.region;
  return inStory(teller, async (tx) => {
    const opened = await receive(tx, teller, messages);
    const appealIds = [...opened.keys()];
    const carried = await carryOn(tx, knowledge, app.seals, appealIds, null);
    if (!carried.ok) throw new Error(`the calendars end on ${carried.failure.knownUntil}`);
    const states = await lockStates(tx, id, appealIds);
    const told = [...states.values()].flatMap((state) => {
      const message = opened.get(state.appeal_id);
      return message === undefined ? [] : [newTold(teller, message, state)];
    });
    for (const { appealId, message } of told) rememberProblem(teller, message, states.get(appealId));
    await confirmReceipts(tx, teller, told, states);
    return told;
  });
}

async function receive(
  tx: Writer,
  { app, knowledge, pictures, until }: Teller,
  messages: readonly DemoMessage[],
): Promise<Map<string, DemoMessage>> {
  const opened = new Map<string, DemoMessage>();
  for (const [accountId, own] of Map.groupBy(messages, accountOf)) {
    const account = knowledge.accounts.get(accountId);
    if (account === undefined) throw new Error('the demo has lost an account');
    const prepared = own.map((message) => incoming(message, pictures));
    await keepPayloads(
      tx,
      prepared
        .filter(({ receivedAt }) => until.getTime() - receivedAt.getTime() < RAW_MS)
        .map(({ message, receivedAt }) => ({
          regionId: account.regionId,
          accountId,
          bytes: Buffer.from(JSON.stringify(message)),
          at: receivedAt,
          outcome: 'taken',
          detail: null,
        })),
      app.seals,
    );
    const received = await receiveMessages(tx, receivingAccount(account, knowledge), prepared, app.seals);
    const byId = new Map(prepared.map(({ message }, index) => [message.externalId, own[index]]));
    for (const { appealId, externalId } of received.registered) {
      const message = byId.get(externalId);
      if (message !== undefined) opened.set(appealId, message);
    }
  }
  return opened;
}

/** Later messages about the same problem are merged with what the first one became. */
function rememberProblem(
  { problems }: Teller,
  { truth }: DemoMessage,
  state: AppealStateRow | undefined,
): void {
  const incident = state?.incident_id ?? null;
  if (truth.problem !== null && incident !== null && !problems.has(truth.problem))
    problems.set(truth.problem, incident);
}

const newTold = (teller: Teller, message: DemoMessage, state: AppealStateRow): Told => ({
  appealId: state.appeal_id,
  number: state.number,
  message,
  steps: stepsFor(teller, message, state),
  next: 0,
  lastAt: message.sentAt,
});

/** Authors who wrote by a network were told that the message was taken. */
async function confirmReceipts(
  tx: Writer,
  teller: Teller,
  cases: readonly Told[],
  states: ReadonlyMap<string, AppealStateRow>,
): Promise<void> {
  const { knowledge } = teller;
  const told = cases.filter(
    ({ appealId, message }) =>
      states.get(appealId)?.kind !== 'spam' &&
      knowledge.accounts.get(accountOf(message))?.connector.traits.comesBy === 'network',
  );
  const clocks = await clocksOf(
    tx,
    knowledge.region.id,
    told.map(({ appealId }) => appealId),
  );
  const chapter = newChapter();
  for (const one of told) {
    const due = (clocks.get(one.appealId) ?? [])
      .filter(({ clock }) => answerClocks.has(clock))
      .map(({ dueAt }) => dueAt.getTime());
    const text = lettersIn('ru').registered({
      number: one.number,
      answerBy:
        due.length === 0 ? null : momentInWords(new Date(Math.min(...due)), knowledge.region.timeZone),
      link: linkFor(teller, one),
      isEmergency: states.get(one.appealId)?.danger_level === 'emergency',
    });
    chapter.letters.push(
      pastLetter(
        teller,
        one,
        { appealId: one.appealId, answerId: null, purpose: 'registered', text },
        one.message.sentAt,
      ),
    );
  }
  await writeChapter(tx, knowledge, chapter);
}
