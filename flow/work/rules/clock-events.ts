import type { ClockEvent } from '#flow/route/rules/clock.ts';
import type { Action } from './lifecycle.ts';

/** What each move means to the clocks. `pause` and `resume` are for the time while the resident is asked. */
export const clockEffects: Readonly<
  Record<Action, { readonly events: readonly ClockEvent[]; readonly effect?: 'pause' | 'resume' | 'cancel' }>
> = {
  doubt: { events: [] },
  assign: { events: ['assigned'] },
  start: { events: [] },
  send_back: { events: [] },
  ask: { events: [], effect: 'pause' },
  reply: { events: [], effect: 'resume' },
  submit: { events: ['drafted'] },
  return_draft: { events: ['returned'] },
  answer_interim: { events: ['approved', 'interim_answered'] },
  answer_final: { events: ['approved', 'final_answered'] },
  confirm: { events: ['confirmed'] },
  dispute: { events: ['disputed'] },
  write_again: { events: ['disputed'] },
  close_unconfirmed: { events: [], effect: 'cancel' },
  close_not_needed: { events: [], effect: 'cancel' },
  withdraw: { events: [], effect: 'cancel' },
  decline: { events: [], effect: 'cancel' },
  object: { events: ['disputed'] },
  reopen: { events: ['disputed'] },
};
