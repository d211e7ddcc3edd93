import { queueDeliveries } from '#flow/answer/acts/queue-delivery.ts';
import { askedInPublic } from '#flow/intake/queries/appeals.ts';
import { deadlinesOf } from '#flow/route/queries/deadlines.ts';
import type { Understood } from '#flow/understand/rules/understood.ts';
import type { Writer } from '#store/connection.ts';
import type { App } from '../app.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { lettersIn } from '../letters.ts';
import { trackingLink } from './links.ts';
import { momentInWords } from './words.ts';

/** Clocks whose end is a date the resident may count on. */
export const answerClocks = new Set(['first_answer', 'portal_message', 'fast_track', 'law_59_decision']);

/** Tells authors that their message was taken, with the number, the date and, unless others read it too, the link, where they wrote. Spam is not written to. */
export async function confirmReceipt(
  app: App,
  tx: Writer,
  knowledge: RegionKnowledge,
  opened: readonly Understood[],
  at: Date,
): Promise<void> {
  const publicOnes = await askedInPublic(
    tx,
    knowledge.region.id,
    opened.map((one) => one.appealId),
  );
  const letters = [];
  for (const one of opened) {
    const account = knowledge.accounts.get(one.accountId);
    if (one.kind === 'spam' || account === undefined || account.connector.traits.comesBy !== 'network')
      continue;
    const due = (await deadlinesOf(tx, knowledge.region.id, one.appealId))
      .filter((row) => answerClocks.has(row.clock))
      .map((row) => row.due_at);
    const answerBy = due.length === 0 ? null : new Date(Math.min(...due.map((date) => date.getTime())));
    letters.push({
      appealId: one.appealId,
      answerId: null,
      purpose: 'registered' as const,
      text: lettersIn('ru').registered({
        number: one.number,
        answerBy: answerBy === null ? null : momentInWords(answerBy, knowledge.region.timeZone),
        link: publicOnes.has(one.appealId)
          ? null
          : trackingLink(app, knowledge, { id: one.appealId, number: one.number }),
        isEmergency: one.dangerLevel === 'emergency',
      }),
    });
  }
  await queueDeliveries(tx, knowledge.region.id, letters, at);
}
