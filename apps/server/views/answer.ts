import type { z } from 'zod';
import type { answerView, delivery } from '#contract/card.ts';
import type { AnswerRow } from '#flow/answer/queries/answers.ts';
import type { DeliveryRow } from '#flow/answer/queries/deliveries.ts';
import { routes } from '../portal/pages/addresses.ts';
import type { CaseFacts } from './case-facts.ts';

type AnswerView = z.input<typeof answerView>;

/** An answer with its reviews and photos. */
export function answerOf(
  row: AnswerRow,
  facts: Pick<CaseFacts, 'reviews' | 'answerFiles'>,
  by: (id: string | null) => string | null,
): AnswerView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    version: row.version,
    text: row.text,
    resolution: row.resolution,
    promisedOn: row.promised_on,
    moneySum: row.money_sum,
    reviewOn: row.review_on,
    handedTo: row.handed_to,
    refusedWhy: row.refused_why,
    files: facts.answerFiles.filter((file) => file.answer_id === row.id).map((file) => file.file_hash),
    findings: row.findings.map((finding) => ({ ...finding, words: [...finding.words] })),
    createdBy: by(row.created_by),
    createdAt: row.created_at.toISOString(),
    approvedBy: by(row.approved_by),
    approvedAt: row.approved_at?.toISOString() ?? null,
    reviews: facts.reviews
      .filter((review) => review.answer_id === row.id)
      .map((review) => ({
        at: review.at.toISOString(),
        by: by(review.by_staff),
        decision: review.decision,
        reason: review.reason,
        note: review.note,
      })),
  };
}

/** The secret half of the link to a case, wherever it stands in a letter. */
const secretOfLink = /(\/case\/[^/\s]+\/)[\w-]+/gu;

/**
 * A letter as staff see it. Whoever holds the link of a case reads its author's words and speaks for them, so it is shown only
 * to those who may reach the author anyway.
 */
export const deliveryOf = (row: DeliveryRow, seesLinks: boolean): z.input<typeof delivery> => ({
  id: row.id,
  purpose: row.purpose,
  state: row.state,
  text: seesLinks ? row.text : row.text.replaceAll(secretOfLink, '$1…'),
  attempts: row.attempts,
  at: (row.settled_at ?? row.claimed_at ?? row.created_at).toISOString(),
  detail: row.detail,
  link: row.fallback && row.answer_id !== null ? routes.answer.replace(':id', row.answer_id) : null,
});
