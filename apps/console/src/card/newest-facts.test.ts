import { expect, test } from 'vitest';
import type { Fact } from './fact-words.ts';
import { newestFacts } from './newest-facts.ts';

type Moved = Extract<Fact, { what: 'problem_moved' }>;
const moved = (at: string, to: Moved['to']): Fact => ({
  what: 'problem_moved',
  at,
  to,
  byWhom: 'staff',
  by: null,
});
const noted = (at: string): Fact => ({ what: 'noted', at, by: null, text: 'Осмотрено' });

test('newest first, and a move to where the problem is already is not told again', () => {
  const facts = [
    moved('2026-11-16', 'in_work'),
    moved('2026-11-15', 'unconfirmed'),
    moved('2026-11-17', 'fixed_reported'),
    noted('2026-11-18'),
    moved('2026-11-19', 'fixed_reported'),
    moved('2026-11-20', 'disputed'),
    moved('2026-11-21', 'fixed_reported'),
  ];
  expect(newestFacts(facts).map(({ at }) => at)).toEqual([
    '2026-11-21',
    '2026-11-20',
    '2026-11-18',
    '2026-11-17',
    '2026-11-16',
    '2026-11-15',
  ]);
});
