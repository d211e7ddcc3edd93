/** What the resident wants; it chooses the second axis of the case. */
export const appealKinds = ['problem', 'suggestion', 'question', 'thanks'] as const;
export type AppealKind = (typeof appealKinds)[number];

/** What a message is before it is a case. `spam` and `not_a_problem` wait for a person, they are never dropped silently. */
export const messageKinds = [...appealKinds, 'not_a_problem', 'spam'] as const;
export type MessageKind = (typeof messageKinds)[number];

/** The legal regime chooses the clocks and the form of the answer. */
export const regimes = ['social', 'platform', 'law_59'] as const;
export type Regime = (typeof regimes)[number];

/** First axis: what we told the resident. */
export const answerAxis = ['none', 'interim', 'final'] as const;
export type AnswerAxis = (typeof answerAxis)[number];

/** Second axis of a problem: what happened in the world. It lives on the incident. */
export const problemStates = [
  'unconfirmed',
  'confirmed',
  'in_work',
  'scheduled',
  'needs_money',
  'fixed_reported',
  'fixed_confirmed',
  'verified_on_site',
  'disputed',
  'refused',
  'outside_powers',
] as const;
export type ProblemState = (typeof problemStates)[number];

/** The result an answer declares. */
export const resolutions = [
  'fixed',
  'partly_fixed',
  'scheduled',
  'explained',
  'refused',
  'forwarded',
] as const;
export type Resolution = (typeof resolutions)[number];

/**
 * The second axis of what is not a defect. A suggestion is considered, then supported or not, planned, done; a question is
 * explained; thanks are passed on. A problem has the world's own axis on its incident instead.
 */
export const kindStates = {
  suggestion: ['considered', 'supported', 'not_supported', 'planned', 'done'],
  question: ['explained'],
  thanks: ['passed_on'],
} as const satisfies Record<Exclude<AppealKind, 'problem'>, readonly string[]>;
export type KindState = (typeof kindStates)[keyof typeof kindStates][number];
