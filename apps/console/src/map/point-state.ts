import type { ProblemState } from '#kernel/appeal.ts';
import type { PointState } from '#ui/map/points.ts';

/** How the map colours a problem. A report alone is not a fix: green is what residents or an inspector confirmed. A refusal or a handover fixes nothing, so both stay unsolved. */
export const pointStateOf: Readonly<Record<ProblemState, PointState>> = {
  unconfirmed: 'open',
  confirmed: 'open',
  in_work: 'in_work',
  scheduled: 'in_work',
  needs_money: 'in_work',
  fixed_reported: 'in_work',
  fixed_confirmed: 'done',
  verified_on_site: 'done',
  disputed: 'disputed',
  refused: 'open',
  outside_powers: 'open',
};
