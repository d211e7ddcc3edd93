import { fail, ok, type Result } from '#kernel/result.ts';
import type { Permission } from '#centre/rules/access.ts';

/** Where a case stands in our own work. What the resident was told and what happened in the world are two other axes. */
export const stages = [
  'triage',
  'assigned',
  'in_work',
  'clarifying',
  'on_approval',
  'answered',
  'closed',
  'declined',
] as const;
export type Stage = (typeof stages)[number];

/** Stages in which the centre still owes something. */
export const openStages = [
  'triage',
  'assigned',
  'in_work',
  'clarifying',
  'on_approval',
] as const satisfies readonly Stage[];

export const attentions = [
  'topic_unsure',
  'kind_unsure',
  'responsible_unknown',
  'sent_back',
  'place_outside',
  'many_hops',
  'objection',
  'delivery_failed',
] as const;
export type Attention = (typeof attentions)[number];

export const closedAs = ['confirmed', 'no_reply', 'not_needed', 'withdrawn'] as const;
export type ClosedAs = (typeof closedAs)[number];

export const declinedAs = ['spam', 'not_a_problem', 'no_facts', 'other_language', 'withdrawn'] as const;
export type DeclinedAs = (typeof declinedAs)[number];

/** Who besides staff moves a case: the machine that understood it, the resident, a clock. */
export const movers = ['machine', 'resident', 'clock'] as const;
export type Mover = (typeof movers)[number];
/** The same and staff: whose hand a move is recorded under. */
export const hands = ['staff', ...movers] as const;

export interface ActionRule {
  readonly from: readonly Stage[];
  readonly to: Stage;
  /** What a member of staff must be allowed to do; `null`: no member of staff may do it. */
  readonly permission: Permission | null;
  readonly movers: readonly Mover[];
  /** Whether the author must be told why. */
  readonly needsReason: boolean;
}

/**
 * The life of a case as data: buttons, access checks, history and docs/lifecycle.md derive from it.
 * A third transfer is not refused here: it goes to `triage` with `many_hops`, where an arbiter decides.
 */
export const actions = {
  /** How a case begins when the machine may not act alone. */
  doubt: { from: [], to: 'triage', permission: null, movers: ['machine'], needsReason: false },
  assign: {
    from: ['triage', 'assigned', 'in_work', 'clarifying'],
    to: 'assigned',
    permission: 'appeal.assign',
    movers: ['machine'],
    needsReason: false,
  },
  start: { from: ['assigned'], to: 'in_work', permission: 'appeal.work', movers: [], needsReason: false },
  send_back: {
    from: ['assigned', 'in_work'],
    to: 'triage',
    permission: 'appeal.work',
    movers: [],
    needsReason: true,
  },
  ask: { from: ['in_work'], to: 'clarifying', permission: 'appeal.work', movers: [], needsReason: false },
  reply: {
    from: ['clarifying'],
    to: 'in_work',
    permission: null,
    movers: ['resident', 'clock'],
    needsReason: false,
  },
  submit: {
    from: ['in_work', 'assigned'],
    to: 'on_approval',
    permission: 'answer.write',
    movers: [],
    needsReason: false,
  },
  return_draft: {
    from: ['on_approval'],
    to: 'in_work',
    permission: 'answer.approve',
    movers: [],
    needsReason: true,
  },
  answer_interim: {
    from: ['on_approval'],
    to: 'in_work',
    permission: 'answer.approve',
    movers: ['machine'],
    needsReason: false,
  },
  answer_final: {
    from: ['on_approval'],
    to: 'answered',
    permission: 'answer.approve',
    movers: ['machine'],
    needsReason: false,
  },
  confirm: { from: ['answered'], to: 'closed', permission: null, movers: ['resident'], needsReason: false },
  dispute: {
    from: ['answered', 'closed'],
    to: 'in_work',
    permission: null,
    movers: ['resident'],
    needsReason: false,
  },
  /** Neither yes nor no: a person reads it before silence may close the case. */
  write_again: {
    from: ['answered'],
    to: 'triage',
    permission: null,
    movers: ['resident'],
    needsReason: false,
  },
  close_unconfirmed: {
    from: ['answered'],
    to: 'closed',
    permission: null,
    movers: ['clock'],
    needsReason: false,
  },
  close_not_needed: {
    from: ['answered'],
    to: 'closed',
    permission: null,
    movers: ['machine'],
    needsReason: false,
  },
  withdraw: {
    from: ['triage', 'assigned', 'in_work', 'clarifying', 'on_approval', 'answered'],
    to: 'closed',
    permission: null,
    movers: ['resident'],
    needsReason: false,
  },
  decline: {
    from: ['triage', 'assigned'],
    to: 'declined',
    permission: 'appeal.decline',
    movers: [],
    needsReason: true,
  },
  object: { from: ['declined'], to: 'triage', permission: null, movers: ['resident'], needsReason: false },
  reopen: {
    from: ['answered', 'closed', 'declined'],
    to: 'triage',
    permission: 'appeal.reopen',
    movers: [],
    needsReason: true,
  },
} as const satisfies Record<string, ActionRule>;

export type Action = keyof typeof actions;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a literal of this very file: the library types them as any strings
export const actionNames = Object.keys(actions) as [Action, ...Action[]];

/** Where the action leads from here, or why it may not. Who may do it is the permission's business, checked at the door. */
export function move(from: Stage, action: Action): Result<Stage, 'move_not_allowed'> {
  const rule: ActionRule = actions[action];
  return rule.from.includes(from) ? ok(rule.to) : fail({ code: 'move_not_allowed', from, to: rule.to });
}

/** The actions a person with these permissions may take on a case in this stage: the buttons of the card. */
export function actionsFrom(stage: Stage, permissions: ReadonlySet<Permission>): Action[] {
  return actionNames.filter((name) => {
    const rule: ActionRule = actions[name];
    return rule.from.includes(stage) && rule.permission !== null && permissions.has(rule.permission);
  });
}
