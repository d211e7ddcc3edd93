import type { AppealKind, Resolution } from '#kernel/appeal.ts';

/** A login of the region's staff, the resident, or what happens by itself in the product. */
export type Actor = string;

export const returnReasons = [
  'not_on_substance',
  'no_proof',
  'personal_data',
  'unclear_words',
  'wrong_facts',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

/** What an executor writes and what it declares. Days are local, YYYY-MM-DD. */
export interface PlannedAnswer {
  readonly kind: 'interim' | 'final';
  readonly text: string;
  /** `null` for an interim answer. */
  readonly resolution: Resolution | null;
  /** A promise; always there for `scheduled`, often in an interim answer. */
  readonly promisedOn: string | null;
  readonly refusedWhy: string | null;
  /** Name of the body, for `forwarded`. */
  readonly handedTo: string | null;
  /** Whether a picture of the fix goes with it. */
  readonly hasProof: boolean;
  /** `evasive` is a deliberate отписка: food for the check of drafts and for returns. */
  readonly quality: 'good' | 'dry' | 'evasive';
}

interface Moment {
  readonly at: Date;
  readonly by: Actor;
}

/**
 * One planned step after a message. `do` repeats the names of `flow/work/rules/lifecycle.ts` wherever it moves the case;
 * `rate`, `verify`, `extend` and `note` do not. Steps are in time order and never later than the moment the history ends.
 */
export type StoryStep = Moment &
  (
    | { readonly do: 'assign'; readonly authority: string; readonly executor: string | null }
    | { readonly do: 'start' }
    | { readonly do: 'send_back'; readonly reason: string }
    | { readonly do: 'ask'; readonly question: string }
    /** `text` is `null` when the clock ends the wait. */
    | { readonly do: 'reply'; readonly text: string | null }
    | { readonly do: 'submit'; readonly answer: PlannedAnswer }
    | { readonly do: 'return_draft'; readonly reason: ReturnReason; readonly note: string }
    | { readonly do: 'answer_interim' }
    | { readonly do: 'answer_final' }
    | { readonly do: 'confirm' }
    | { readonly do: 'dispute'; readonly reason: string; readonly hasPhoto: boolean }
    | { readonly do: 'close_unconfirmed' }
    | { readonly do: 'close_not_needed' }
    | { readonly do: 'decline'; readonly as: 'spam' | 'not_a_problem' | 'no_facts' }
    | { readonly do: 'reopen'; readonly reason: string }
    | { readonly do: 'withdraw' }
    | { readonly do: 'rate'; readonly answer: number | null; readonly fix: number | null }
    | { readonly do: 'verify'; readonly isFixed: boolean; readonly note: string }
    | { readonly do: 'extend'; readonly until: string; readonly reason: string }
    | { readonly do: 'note'; readonly text: string }
  );

/** What the story of one message is planned for. */
export interface StoryAbout {
  readonly kind: AppealKind;
  readonly topic: string;
}
