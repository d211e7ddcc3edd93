import type { ProblemState } from '#kernel/appeal.ts';
import type { PointState } from '#ui/map/points.ts';

/** How the map colours a problem. A refusal or a handover fixes nothing, so both stay unsolved. */
export const pointStateOf: Readonly<Record<ProblemState, PointState>> = {
  unconfirmed: 'open',
  confirmed: 'open',
  in_work: 'in_work',
  scheduled: 'in_work',
  needs_money: 'in_work',
  fixed_reported: 'done',
  fixed_confirmed: 'done',
  verified_on_site: 'done',
  disputed: 'disputed',
  refused: 'open',
  outside_powers: 'open',
};
