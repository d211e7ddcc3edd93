import type { z } from 'zod';
import type { saveDraft } from '#contract/answer.ts';
import type { BodyOf } from '#contract/endpoint.ts';
import type { answerView } from '#contract/card.ts';

export type AnswerView = z.output<typeof answerView>;
type Body = BodyOf<typeof saveDraft>;

/** What a person types: every field as text, so that nothing is lost half-way. */
export interface Draft {
  readonly kind: 'interim' | 'final';
  readonly text: string;
  readonly resolution: AnswerView['resolution'];
  /** Only with the result «запланировано»: a date, or money that is not there yet. */
  readonly needsMoney: boolean;
  readonly promisedOn: string;
  readonly moneySum: string;
  readonly reviewOn: string;
  readonly handedTo: string;
  readonly refusedWhy: string;
  readonly files: readonly string[];
}

export const emptyDraft: Draft = {
  kind: 'final',
  text: '',
  resolution: null,
  needsMoney: false,
  promisedOn: '',
  moneySum: '',
  reviewOn: '',
  handedTo: '',
  refusedWhy: '',
  files: [],
};

/** The open draft of a case: being written or returned; an approved one is history. */
export const openDraftOf = (answers: readonly AnswerView[]): AnswerView | null =>
  answers.find(({ state }) => state === 'draft' || state === 'returned') ?? null;

export const draftOf = (answer: AnswerView): Draft => ({
  kind: answer.kind,
  text: answer.text,
  resolution: answer.resolution,
  needsMoney: answer.moneySum !== null || answer.reviewOn !== null,
  promisedOn: answer.promisedOn ?? '',
  moneySum: answer.moneySum === null ? '' : String(answer.moneySum),
  reviewOn: answer.reviewOn ?? '',
  handedTo: answer.handedTo ?? '',
  refusedWhy: answer.refusedWhy ?? '',
  files: answer.files,
});

const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
const sum = (text: string): number | null => {
  const digits = text.replaceAll(/\s/g, '');
  return /^[1-9]\d{0,14}$/.test(digits) ? Number(digits) : null;
};

/** What goes to the server: only the fields the chosen result asks for. */
export function bodyOf(draft: Draft, answerVersion: number | null): Body {
  const isScheduled = draft.kind === 'final' && draft.resolution === 'scheduled';
  const has = (resolution: Draft['resolution']) => draft.kind === 'final' && draft.resolution === resolution;
  return {
    kind: draft.kind,
    text: draft.text,
    resolution: draft.kind === 'final' ? draft.resolution : null,
    promisedOn: isScheduled && !draft.needsMoney ? filled(draft.promisedOn) : null,
    moneySum: isScheduled && draft.needsMoney ? sum(draft.moneySum) : null,
    reviewOn: isScheduled && draft.needsMoney ? filled(draft.reviewOn) : null,
    handedTo: has('forwarded') ? filled(draft.handedTo) : null,
    refusedWhy: has('refused') ? filled(draft.refusedWhy) : null,
    files: [...draft.files],
    answerVersion,
  };
}

/** What is still missing before the draft may be submitted; names of fields. */
export function missingIn(draft: Draft): readonly (keyof Draft)[] {
  const missing: (keyof Draft)[] = draft.text.trim() === '' ? ['text'] : [];
  if (draft.kind === 'interim') return missing;
  switch (draft.resolution) {
    case null:
      return [...missing, 'resolution'];
    case 'scheduled':
      if (!draft.needsMoney) return draft.promisedOn === '' ? [...missing, 'promisedOn'] : missing;
      if (sum(draft.moneySum) === null) missing.push('moneySum');
      if (draft.reviewOn === '') missing.push('reviewOn');
      return missing;
    case 'forwarded':
      return filled(draft.handedTo) === null ? [...missing, 'handedTo'] : missing;
    case 'refused':
      return filled(draft.refusedWhy) === null ? [...missing, 'refusedWhy'] : missing;
    default:
      return missing;
  }
}
