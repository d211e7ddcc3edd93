import type { Permission } from '#centre/rules/access.ts';
import { openStages } from '#flow/work/rules/lifecycle.ts';
import type { OpenForm } from './card-forms.ts';
import type { Card } from './use-card.ts';

/** What a button does: opens a form, or acts at once. */
export type CardButton = OpenForm | 'start' | 'approve';

type Actions = Card['actions'];

/** The order of the buttons: the likeliest next step first. */
const order: readonly CardButton[] = [
  'start',
  'approve',
  'answer',
  'assign',
  'return_draft',
  'ask',
  'send_back',
  'verify',
  'reopen',
  'decline',
  'extend',
  'assignment',
  'note',
];

const buttonOf: Readonly<Partial<Record<Actions[number], CardButton>>> = {
  start: 'start',
  assign: 'assign',
  send_back: 'send_back',
  ask: 'ask',
  submit: 'answer',
  return_draft: 'return_draft',
  answer_final: 'approve',
  answer_interim: 'approve',
  decline: 'decline',
  reopen: 'reopen',
};

/** The buttons of a card for this person, the primary one first. */
export function buttonsOf(
  { actions, stage }: Pick<Card, 'actions' | 'stage'>,
  may: (permission: Permission) => boolean,
): readonly CardButton[] {
  const isOpen = openStages.some((name) => name === stage);
  const found = new Set<CardButton>(actions.flatMap((action) => buttonOf[action] ?? []));
  if (isOpen && may('appeal.extend')) found.add('extend');
  if (isOpen && may('appeal.split')) found.add('assignment');
  if ((stage === 'answered' || stage === 'closed') && may('appeal.verify')) found.add('verify');
  if (may('appeal.note')) found.add('note');
  return order.filter((button) => found.has(button));
}
