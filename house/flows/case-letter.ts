import { queueDeliveries } from '#flow/answer/acts/queue-delivery.ts';
import type { DeliveryPurpose } from '#flow/answer/rules/delivery.ts';
import type { AppealStateRow } from '#flow/work/queries/states.ts';
import { ok, type Result } from '#kernel/result.ts';
import type { Writer } from '#store/connection.ts';
import type { RegionKnowledge } from '../knowledge.ts';
import { fittingLetter } from '../letters.ts';

type LetterCase = Pick<AppealStateRow, 'appeal_id' | 'account_id'>;

/** What a letter is and which answer it carries, if it carries one. */
export interface CaseLetter {
  readonly purpose: DeliveryPurpose;
  readonly answerId: string | null;
  readonly text: string;
}

/** Longest letter the channel of a case takes, in characters. */
export const longestFor = (knowledge: RegionKnowledge, state: Pick<AppealStateRow, 'account_id'>): number =>
  knowledge.accounts.get(state.account_id)?.connector.traits.maxAnswerLength ?? 20_000;

/** Sends a letter where the case was asked; it must fit there whole. */
export async function sendLetter(
  tx: Writer,
  knowledge: RegionKnowledge,
  state: LetterCase,
  letter: CaseLetter,
  at: Date,
): Promise<Result<null, 'answer_too_long'>> {
  const text = fittingLetter(letter.text, longestFor(knowledge, state));
  if (!text.ok) return text;
  await queueDeliveries(
    tx,
    knowledge.region.id,
    [{ appealId: state.appeal_id, answerId: letter.answerId, purpose: letter.purpose, text: text.value }],
    at,
  );
  return ok(null);
}

/** The body that answers, by name; the region itself where nobody is responsible yet. */
export const bodyName = (knowledge: RegionKnowledge, state: Pick<AppealStateRow, 'authority_id'>): string =>
  (state.authority_id === null ? undefined : knowledge.bodies.get(state.authority_id)?.name) ??
  knowledge.region.name;
