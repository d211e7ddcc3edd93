/** The one form open on a card: never a window over a window. */
export const cardForms = [
  'assign',
  'send_back',
  'ask',
  'decline',
  'reopen',
  'extend',
  'verify',
  'note',
  'assignment',
  'answer',
  'return_draft',
] as const;
export type OpenForm = (typeof cardForms)[number];

export interface FormState {
  readonly form: OpenForm | null;
  readonly setForm: (form: OpenForm | null) => void;
}
