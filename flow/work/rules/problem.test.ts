import { expect, test } from 'vitest';
import type { ProblemState } from '#kernel/appeal.ts';
import { stateWithout } from './problem.ts';

const moves = (...list: readonly (readonly [ProblemState, string | null])[]) =>
  list.map(([to_state, appeal_id]) => ({ to_state, appeal_id }));

test.each([
  [
    'what it was before them',
    moves(['unconfirmed', 'a'], ['in_work', 'a'], ['fixed_confirmed', 'b']),
    'in_work',
  ],
  [
    'only reported, where nothing else was said',
    moves(['unconfirmed', 'b'], ['fixed_reported', 'b']),
    'unconfirmed',
  ],
  [
    'as it was, where others had the last word',
    moves(['fixed_reported', 'b'], ['fixed_confirmed', 'a']),
    null,
  ],
  ['as it was, where staff had it', moves(['fixed_reported', 'b'], ['verified_on_site', null]), null],
  ['in work, where a day stood with it', moves(['scheduled', 'a'], ['fixed_reported', 'b']), 'in_work'],
])('a problem whose cases were taken out is %s', (_, list, state) => {
  expect(stateWithout(list, new Set(['b']))).toBe(state);
});
