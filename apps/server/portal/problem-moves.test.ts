import { expect, test } from 'vitest';
import { problemMovesFor } from './problem-moves.ts';

const move = (day: number, to_state: string) => ({ at: new Date(Date.UTC(2026, 10, day)), to_state });
const moves = [
  move(14, 'in_work'),
  move(15, 'fixed_reported'),
  move(17, 'fixed_reported'),
  move(18, 'disputed'),
  move(19, 'fixed_reported'),
  move(20, 'fixed_reported'),
];
const daysFor = (day: number) =>
  problemMovesFor(moves, new Date(Date.UTC(2026, 10, day))).map(({ at }) => at.getUTCDate());

test('the first author sees every change, each once', () => expect(daysFor(14)).toEqual([14, 15, 18, 19]));

test('who joined later does not see what neighbours were told before', () =>
  expect(daysFor(16)).toEqual([18, 19]));

test('a move to where the problem was already is no news of this case either', () =>
  expect(daysFor(20)).toEqual([]));
