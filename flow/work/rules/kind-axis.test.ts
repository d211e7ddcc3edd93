import { describe, expect, test } from 'vitest';
import { kindStates, resolutions } from '#kernel/appeal.ts';
import { kindStateAfter } from './kind-axis.ts';

describe('the second axis of what is not a defect', () => {
  test.each([
    ['suggestion', 'scheduled', 'planned'],
    ['suggestion', 'refused', 'not_supported'],
    ['suggestion', 'fixed', 'done'],
    ['question', 'explained', 'explained'],
    ['thanks', 'explained', 'passed_on'],
    ['problem', 'fixed', null],
  ] as const)('a %s answered as %s is %s', (kind, resolution, state) =>
    expect(kindStateAfter(kind, resolution)).toBe(state),
  );

  test('never leaves the states of its kind', () => {
    for (const kind of ['suggestion', 'question', 'thanks'] as const)
      for (const resolution of resolutions)
        expect(kindStates[kind]).toContain(kindStateAfter(kind, resolution));
  });
});
