import type { ProblemState, Resolution } from '#kernel/appeal.ts';
import { fail, ok, type Result } from '#kernel/result.ts';
import { stateAfter } from '#flow/work/rules/problem.ts';

export const answerKinds = ['interim', 'final'] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** From the first words to the letter: a returned draft is written anew, a withdrawn one is history. */
export const answerStates = ['draft', 'on_approval', 'returned', 'approved', 'withdrawn'] as const;

/** What an approver says of a draft. */
export const reviewDecisions = ['approved', 'returned'] as const;

/** Why a draft is returned. */
export const returnReasons = [
  'not_on_substance',
  'no_proof',
  'personal_data',
  'unclear_words',
  'wrong_facts',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** What an executor writes, before it is checked. */
export interface DraftContent {
  readonly kind: AnswerKind;
  readonly text: string;
  readonly resolution: Resolution | null;
  /** YYYY-MM-DD */
  readonly promisedOn: string | null;
  readonly moneySum: number | null;
  readonly reviewOn: string | null;
  readonly handedTo: string | null;
  readonly refusedWhy: string | null;
  readonly files: readonly string[];
}

export interface ValidDraft extends DraftContent {
  /** What a final answer says about the world; `null`: nothing. */
  readonly problemState: ProblemState | null;
}

/**
 * A draft that may be stored: the words are there and fit the channel, and each resolution brings what it promises —
 * "scheduled" a date or money with a review date, "forwarded" whom to, "refused" why.
 */
export function validDraft(
  draft: DraftContent,
  longest: number,
): Result<ValidDraft, 'text_empty' | 'answer_too_long' | 'date_required' | 'reason_required'> {
  const text = draft.text.replaceAll('\r\n', '\n').trim();
  if (text === '') return fail({ code: 'text_empty' });
  if (text.length > longest) return fail({ code: 'answer_too_long', length: text.length, limit: longest });
  if (draft.kind === 'interim')
    return ok({ ...draft, text, resolution: null, problemState: null, handedTo: null, refusedWhy: null });

  const resolution = draft.resolution;
  if (resolution === null) return fail({ code: 'reason_required' });
  const needsMoney = resolution === 'scheduled' && draft.moneySum !== null;
  if (resolution === 'scheduled' && (needsMoney ? draft.reviewOn : draft.promisedOn) === null)
    return fail({ code: 'date_required' });
  if (resolution === 'forwarded' && blank(draft.handedTo)) return fail({ code: 'reason_required' });
  if (resolution === 'refused' && blank(draft.refusedWhy)) return fail({ code: 'reason_required' });
  return ok({ ...draft, text, problemState: needsMoney ? 'needs_money' : stateAfter[resolution] });
}

const blank = (text: string | null): boolean => text === null || text.trim() === '';
